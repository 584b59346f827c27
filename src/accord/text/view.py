"""Matching views: the text with typography folded, and the way back from every folded character to the original.

Folded are curly quotes and primes, dashes, every run of white space (so hard line wraps and page scars become one
space), Markdown signs, inline tags, backslash escapes, soft hyphens and other invisible characters. Letters, digits
and case are left as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from accord.records import Span

_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("•‣▪◦●∙", "•"),
    }
)

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SIGN = (
    rf"[{_INVISIBLE}]|\*|</?(?:u|b|i|em|strong|sup|sub|br|p|span)\s*/?>|\\(?=[^\w\s])"
    r"|(?<![^\W_])_+(?=[^\W_])|(?<=[^\W_])_+(?![^\W_])"
)
_FOLDED = re.compile(rf"(?:[^\S ]| (?=\s)|{_SIGN})(?:\s|{_SIGN})*|[ ](?:{_SIGN})(?:\s|{_SIGN})*")
_LETTER_HYPHEN = re.compile(r"[^\W\d_][-‐‑]\Z")


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
        if i < 0:
            return 0
        limit = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)
        return min(self.starts[i] + offset - self.origins[i], limit)


def fold(text: str) -> View:
    """The matching view of a text."""
    parts: list[str] = []
    starts, origins = [0], [0]
    length = cursor = 0
    for match in _FOLDED.finditer(text):
        start, end = match.span()
        if start > cursor:
            parts.append(text[cursor:start])
            length += start - cursor
        if _is_gap(text, start, end):
            parts.append(" ")
            length += 1
        cursor = end
        starts.append(length)
        origins.append(end)
        if parts and parts[-1] == " ":
            _anchor_space(starts, origins, length, match)
    parts.append(text[cursor:])
    return View("".join(parts).translate(_ONE_TO_ONE), tuple(starts), tuple(origins))


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether a folded run leaves a space: it holds white space and does not follow a hyphen at a line's end."""
    run = text[start:end]
    if not any(c.isspace() for c in run):
        return False
    return not ("\n" in run and run.count("\n") == 1 and _LETTER_HYPHEN.search(text, max(0, start - 2), start))


def _anchor_space(starts: list[int], origins: list[int], length: int, run: re.Match[str]) -> None:
    """Map the one space of a run to the run's first white space, before the stretch that follows it."""
    first = next(i for i in range(run.start(), run.end()) if run.string[i].isspace())
    starts.insert(-1, length - 1)
    origins.insert(-1, first)
