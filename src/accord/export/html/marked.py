"""A document's text in marked pieces: cut at its blocks and at every edge of a mark, without losing a character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from accord.records import Document, Field, Provision

MARKUP = re.compile(r"\*+|^#+ |</?[A-Za-z]\w*/?>", re.MULTILINE)
"""Signs of Markdown and HTML: part of the text, but not of its words."""
_MODIFIERS = {"stronger": "strengthens", "weaker": "weakens", "repeated": "repeats", "conditional": "sets a condition"}
_GROUPS = {"bullet": "list", "note": "editors", "index line": "editors"}


class Mark(Struct, frozen=True):
    """A stretch of a document that the page sets apart."""

    start: int
    end: int
    kind: str
    """Style class: operative, money, time, party, stronger, alone, differs, scar, markup; shared, binds, abstained."""
    note: str = ""
    """Shown when a pointer rests on it."""
    id: str = ""
    href: str = ""
    sign: str = ""
    """Printed beside it: the number of its row."""


class Piece(Struct, frozen=True):
    """Characters that the same marks cover; all the pieces of a stretch, in order, are its text."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def tag(self) -> str:
        """The HTML element that says to a reader who sees no style what the marks mean."""
        has = {m.kind for m in self.marks}
        return "mark" if has & {"alone", "differs"} else "b" if "operative" in has else "span"


class Run(Struct, frozen=True):
    """Pieces of a text that the same provisions cover."""

    pieces: tuple[Piece, ...]
    begins: tuple[Mark, ...]
    """Those of its marks that begin here."""
    marks: tuple[Mark, ...]


class Part(Struct, frozen=True):
    """A block of a text, from the end of the block before it."""

    kind: str
    label: str
    """What an index line or a note is called in the source."""
    runs: tuple[Run, ...]

    @property
    def begins(self) -> tuple[Mark, ...]:
        """The marks that begin in it, in text order."""
        return tuple(m for run in self.runs for m in run.begins)


def grouped(parts: Iterable[Part]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """Parts drawn together: runs of list items (``list``), of editors' additions (``editors``), of ``text``."""
    return tuple((sort, tuple(run)) for sort, run in groupby(parts, key=lambda part: _GROUPS.get(part.kind, "text")))


def parts(document: Document, anchors: Sequence[Mark], inside: Sequence[Mark] = ()) -> Iterator[Part]:
    """The text cut into blocks without loss: what lies between blocks goes before the one that follows.

    Every edge of an anchor begins a run; the marks ``inside`` and those of the printing cut a run into pieces.
    """
    text, at = document.text, 0
    for block in document.blocks:
        start, end = max(at, block.span.start), block.span.end
        if block.kind == "page scar" or end <= start:
            continue
        if len(text[at:start].strip()) > 6:  # more than the sign of a list item
            yield Part("residue", "", _runs(document, at, start, anchors, inside))
            at = start
        yield Part(block.kind, block.label, _runs(document, at, end, anchors, inside))
        at = end
    if text[at:].strip() or any(m.start >= at for m in anchors):
        yield Part("residue", "", _runs(document, at, len(text), anchors, inside))


def _runs(document: Document, start: int, end: int, anchors: Sequence[Mark], inside: Sequence[Mark]) -> tuple[Run, ...]:
    marked = (*_within(inside, start, end), *printing(document, start, end))
    return tuple(
        Run(pieces(document.text, s, e, marked), tuple(m for m in marks if m.start == s), marks)
        for s, e, marks in _cut(start, end, anchors)
    )


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """A stretch cut at every edge of a mark."""
    return tuple(Piece(text[s:e], over) for s, e, over in _cut(start, end, marks))


def _cut(start: int, end: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """A stretch cut at every edge of a mark, each piece with the marks that cover it."""
    near = _within(marks, start, end)
    edges = {start, end, *(edge for m in near for edge in (m.start, m.end) if start < edge < end)}
    for s, e in pairwise(sorted(edges)):
        yield s, e, tuple(m for m in near if m.start <= s and e <= m.end)


def _within(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    return tuple(m for m in marks if m.start < end and m.end > start)


# --- marks ------------------------------------------------------------------------------------------------------------


def operative(p: Provision) -> Iterator[Mark]:
    """The words that carry the act."""
    for f in p.named("operative") or (p.trigger,):
        yield Mark(f.start, f.end, "operative")


def quoted(p: Provision, document: Document, more: Iterable[Mark] = ()) -> tuple[Piece, ...]:
    """The quotation of a provision, with what tells most in it marked: act, amounts, times, words that strengthen."""
    start, end = p.quote.start, p.quote.end
    told = (field(f) for f in p.fields if f.field in ("money", "time") or f.ref == "stronger")
    return pieces(document.text, start, end, (*operative(p), *told, *more, *printing(document, start, end)))


def field(f: Field, meaning: str = "") -> Mark:
    """The words of a field with what they are read as; a modifier by its class."""
    if f.field == "modifier" and f.ref in _MODIFIERS:
        return Mark(f.start, f.end, f.ref, _MODIFIERS[f.ref])
    return Mark(f.start, f.end, f.field, f"{f.field}: {flat(meaning or f.value or f.exact)}")


def printing(document: Document, start: int, end: int) -> Iterator[Mark]:
    """Page breaks, and signs of markup, of a stretch."""
    for block in document.blocks:
        if block.kind == "page scar" and block.span.start < end and block.span.end > start:
            yield Mark(block.span.start, block.span.end, "scar", "page break in the source")
    for sign in MARKUP.finditer(document.text, start, end):
        yield Mark(sign.start(), sign.end(), "markup")


def kinds(marks: Iterable[Mark]) -> str:
    """The style classes of marks."""
    return " ".join(sorted({m.kind for m in marks}))


def note(marks: Iterable[Mark]) -> str:
    """What is shown when a pointer rests on words with these marks."""
    return "; ".join(dict.fromkeys(m.note for m in marks if m.note))


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())
