"""Matching views: the text with typography folded, and the way back from every folded character to the original.

Folded are curly quotes and primes, dashes, every run of white space (so hard line wraps and page scars become one
space), Markdown signs, links to their words, HTML tags and comments, backslash escapes, soft hyphens and other
invisible characters. Letters, digits and case are left as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from accord.records import Span

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′ʼʻ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("‣▪◦●∙", "•"),
}
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPOGRAPHY)}]")

INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Characters that have no width, as a range of a regular expression."""

_LAYOUT = "p|div|li|ul|ol|tr|td|th|h[1-6]|hr|br|table|thead|tbody|colgroup|col|figure|figcaption|blockquote"
_INLINE = "a|abbr|b|code|del|em|font|i|img|ins|mark|s|small|span|strike|strong|sub|sup|u"
TAG = rf"</?(?i:{_LAYOUT}|{_INLINE})(?:\s++[\w:-]++\s*+=[^<>]*+|\s*+/?)>|<!--[^<>]*+>"
"""An HTML tag or comment."""

_ADDRESS = r"\((?:https?:|mailto:|/|#)[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)?\)"
# Every alternative starts with its own characters, so that the search can skip ordinary letters. An underscore is a
# sign where it opens or closes a word or is next to punctuation, and is not escaped.
_SIGN = (
    rf"[{INVISIBLE}*]|{TAG}|\\(?=[^\w\s]|[_\r\n])|_(?<![\w\\]_)_*+(?=[^\s_])|_(?<=[^\s_\\]_)_*+(?!\w)"
    rf"|\[(?=[^\[\]]{{1,300}}\]{_ADDRESS})|\](?:{_ADDRESS})|&(?:nbsp|\#160);|a(?<=&a)mp;"
)
_FOLDED = re.compile(rf"(?:[^\S ]|{_SIGN})(?:\s|{_SIGN})*+|[ ](?:\s|{_SIGN})++")
_NO_SPACE = re.compile(rf"(?:[^\s<&]|<(?!/?(?i:{_LAYOUT})\b)[^<>]*+>)*+")
_HYPHENATED = re.compile(r"[^\W_]\.?[-‐‑]\Z")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")


class View(Struct, frozen=True):
    """A folded text and its offset map. ``text[i]`` stands for the original character at ``origin(i)``."""

    text: str
    starts: tuple[int, ...]
    """Positions in the view at which a stretch begins that runs parallel to the original."""
    origins: tuple[int, ...]
    """Where each stretch begins in the original (code points)."""

    def origin(self, position: int) -> int:
        """Offset in the original of the character at a position of the view."""
        i = bisect_right(self.starts, position) - 1
        return self.origins[i] + position - self.starts[i]

    def span(self, start: int, end: int) -> Span:
        """The original stretch that a non-empty stretch of the view stands for."""
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def position(self, offset: int) -> int:
        """First position of the view that stands at or after an offset of the original."""
        i = bisect_right(self.origins, offset) - 1
        limit = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)
        return min(self.starts[i] + offset - self.origins[i], limit)


def fold(text: str) -> View:
    """The matching view of a text."""
    parts: list[str] = []
    starts, origins = [0], [0]
    length = cursor = 0
    for match in _FOLDED.finditer(text):
        start, end = match.span()
        parts.append(text[cursor:start])
        length += start - cursor
        gap = _gap(text, start, end)
        if gap is not None:  # the one space of a run stands for the run's first white space
            starts.append(length)
            origins.append(gap)
            parts.append(" ")
            length += 1
        starts.append(length)
        origins.append(end)
        cursor = end
    parts.append(text[cursor:])
    folded = _TYPOGRAPHIC.sub(lambda m: _TYPOGRAPHY[m.group()], "".join(parts))
    return View(folded, tuple(starts), tuple(origins))


def _gap(text: str, start: int, end: int) -> int | None:
    """Where a folded run has its space; None where it leaves none: signs, or a word hyphenated at a line's end."""
    signs = _NO_SPACE.match(text, start, end)
    if signs is None or signs.end() == end:
        return None
    breaks = text.count("\n", start, end)
    hyphenated = breaks and _HYPHENATED.search(text, max(0, start - 3), start)
    if hyphenated and (breaks == 1 or text[end : end + 1].islower()) and not _SUSPENDED.match(text, end):
        return None
    return signs.end()
