"""Sentences of a document's body and bullets; a sentence torn by a page break is one sentence with several pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.records import Block, Document, Sentence, Span
from accord.text.view import View

_END = re.compile(r"""[.!?]+["')\]]*(?=\s+["'(\[]*[A-Z0-9])|[.!?]["')\]]*\s*\Z|;(?=\s+(?:and\s+)?\([a-z0-9]+\)\s)""")
_BEFORE = re.compile(r"([^\s(\"']+)\Z")
_NEXT = re.compile(r"""\s+["'(\[]*([A-Za-z0-9-]+)""")
_INITIALS = re.compile(r"(?:.*-)?(?:[A-Za-z]\.)+\Z")
_STARTERS = frozenset(
    "the they this these those it its he she we our in on at as for both to with under during following after while"
    " moreover furthermore additionally finally also and but".split()
)


def split(document: Document, view: View, abbreviations: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of body and bullet blocks, in text order.

    ``abbreviations`` are the words, lower case with their full stop, after which no sentence ends ("mr.", "art.").
    """
    heading = ""
    scars = [b.span for b in document.blocks if b.kind == "page scar"]
    for number, block in enumerate(document.blocks):
        if block.kind == "heading":
            heading = _words(document, block)
        if block.kind not in ("body", "bullet"):
            continue
        for start, end in _sentences(view, block.span, abbreviations):
            span = view.span(start, end)
            yield Sentence(span, _pieces(span, scars), number, heading)


def _words(document: Document, block: Block) -> str:
    return document.text[block.span.start : block.span.end]


def _sentences(view: View, span: Span, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches of the view, one a sentence, without white space at either end."""
    start, stop = view.position(span.start), view.position(span.end)
    text = view.text
    for match in _END.finditer(text, start, stop):
        if not _ends(text, match, start, stop, abbreviations):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _ends(text: str, match: re.Match[str], start: int, stop: int, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop ends a sentence, given the word before it and the word after it."""
    if not match.group().startswith("."):
        return True
    before = _BEFORE.search(text, start, match.start() + 1)
    word = before.group(1) if before else ""
    after = _NEXT.match(text, match.end(), stop)
    following = after.group(1).lower() if after else ""
    if not following:
        return True
    if word.lower() in abbreviations:
        return False
    if len(word) == 2 and word[0].isupper():  # the initial of a name: "Donald J. Trump"
        return False
    if _INITIALS.match(word):  # "U.S. Forces" runs on, "with the U.S. The leaders" does not
        return following in _STARTERS
    return not (word[:-1].isdigit() and before is not None and before.start() == start)  # "1. The Ministers"


def _pieces(span: Span, scars: list[Span]) -> tuple[Span, ...]:
    """A span cut at the page scars inside it."""
    pieces, start = [], span.start
    for scar in scars:
        if start < scar.start and scar.end < span.end:
            pieces.append(Span(start, scar.start))
            start = scar.end
    return (*pieces, Span(start, span.end))
