"""Sentences of a document's body and bullets; a sentence torn by a page break is one sentence with several pieces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from accord.records import Document, Sentence, Span
from accord.text.blocks import after_marker
from accord.text.view import View

_END = re.compile(
    r"""(?<![.!?…])[.!?…]++["')\]]*+(?:\[\d{1,3}\])?(?=\s["'(\[•-]*+[^\W_a-z])"""  # to Japan. (The
    r"""|(?<=[a-z][a-z)])[.!?]["')\]]?+(?!Gov\b|Com\b|Org\b)(?=[A-Z][a-z]+\s)"""  # the pandemic.Extending
)
_NEXT = re.compile(r"\W*(\w*\.?)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}\Z")
_INITIAL = re.compile(r"(?:\A|[-/])[^\W\d_]\.\Z")
_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]\s+(?=[^\W\d_a-z]))?")
_ENUMERATOR = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})[.)]+\Z")
_NUMBERED_THING = re.compile(
    r"annex|appendix|articles?|category|chapter|group|level|part|phase|plan|schedule|section|title", re.IGNORECASE
)
_STARTER = re.compile(
    r"the|they|this|these|those|it|its|he|she|we|our|i|in|on|at|as|both|with|to|under|during|following|after|while|for"
    r"|moreover|furthermore|additionally|finally|also|and|but|since|when|there|such|all|each|that|before|earlier|then"
    r"|however",
    re.IGNORECASE,
)
_SHOUTED_STARTER = re.compile(r"THE|THEY|THIS|THESE|THOSE|IT|WE|HE|SHE|OUR|THERE")
"""Words that open a sentence even in a text that is all capitals."""
_CLOSING_ABBREVIATION = re.compile(r"(?:jr|sr|inc|co|corp|ltd|etc|al|m|nos?)\.", re.IGNORECASE)
"""Abbreviations with which a sentence may end: nothing need follow them."""


def split(document: Document, view: View, abbreviations: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of body and bullet blocks, in text order, without the sign or number of a list item.

    ``abbreviations`` are the words, lower case with their full stop, after which no sentence ends ("mr.", "art.").
    """
    heading = ""
    scars = [b.span for b in document.blocks if b.kind == "page scar"]
    for number, block in enumerate(document.blocks):
        words = Span(after_marker(document.text, block.span), block.span.end)
        if block.kind == "heading":
            heading = document.text[words.start : words.end]
        if block.kind not in ("body", "bullet"):
            continue
        for start, end in _sentences(view, words, abbreviations):
            span = view.span(start, end)
            torn = scars[bisect_left(scars, span.start, key=_start) : bisect_left(scars, span.end, key=_start)]
            yield Sentence(span, _pieces(span, torn), number, heading)


def _start(span: Span) -> int:
    return span.start


def _sentences(view: View, span: Span, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches of the view, one a sentence, without white space at either end."""
    start, stop = view.position(span.start), view.position(span.end)
    text = view.text
    for match in _END.finditer(text, start, stop):
        if not _ends(text, match, start, stop, abbreviations):
            continue
        yield from _trimmed(text, start, match.end())
        item = _ITEM.match(text, match.end(), stop)
        start = item.end() if item else match.end()
    yield from _trimmed(text, start, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _ends(text: str, match: re.Match[str], start: int, stop: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sign ends a sentence, given the word before it and the word after it."""
    after = _NEXT.match(text, match.end(), stop)
    following = after.group(1) if after else ""
    if not (following[:1].isupper() or following[:1].isdigit()):
        return False
    if not match.group().startswith("."):
        return True
    begin = max(start, match.start() - 60)
    before, _, word = text[begin : match.start() + 1].rpartition(" ")
    word = word.lstrip("(\"'[•")
    if _ENUMERATOR.match(word) and begin == start and not before.strip(" (\"'[•"):
        return False  # "1. The Ministers"
    return _closes(word, before.rpartition(" ")[2], following, abbreviations)


def _closes(word: str, previous: str, following: str, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop closes more than its own word, which may be an abbreviation or an initial."""
    closing = _CLOSING_ABBREVIATION.fullmatch(word)
    if word.lower() in abbreviations and not closing:  # "Mr. He" is a name, "in Dec. The" is not
        return word[0].isupper() and len(following) > 2 and _opens_sentence(following)
    initial = _INITIAL.search(word) and not _NUMBERED_THING.fullmatch(previous)  # "Donald J. Trump", not "Article V."
    if closing or initial or _INITIALS.search(word):  # "U.S. Forces", "with the U.S. The leaders"
        return _opens_sentence(following)
    return True


def _opens_sentence(word: str) -> bool:
    shouted = word.isupper() and len(word) > 1
    return bool(_SHOUTED_STARTER.fullmatch(word) if shouted else _STARTER.fullmatch(word))


def _pieces(span: Span, scars: list[Span]) -> tuple[Span, ...]:
    """A span cut at the page scars inside it."""
    pieces, start = [], span.start
    for scar in scars:
        if start < scar.start and scar.end < span.end:
            pieces.append(Span(start, scar.start))
            start = scar.end
    return (*pieces, Span(start, span.end))
