"""A comparison as one page: HTML that opens from a file, prints, and asks nothing of any other place.

The page is a view: it adds headings and links, and every word between quotation marks, and every character of the
sources, is the document's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby, pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from msgspec import Struct

from accord import __version__
from accord.records import Comparison, Document, Provision, Register, Row

_STANDING_OUT = 12
"""How many rows are told at the head of the page."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_MARKUP = re.compile(r"\*+|^#+ |</?[A-Za-z]\w*/?>", re.MULTILINE)
_TELLING = ("amount", "act", "strength", "time", "object", "actor", "instrument", "modifier", "addition", "omission")
"""Kinds of difference, those that tell most first."""


class Mark(Struct, frozen=True):
    """A stretch of a document that the page sets apart."""

    start: int
    end: int
    kind: str
    """Style class: operative, money, time, stronger, alone, differs, scar, markup; shared, only, abstained."""
    note: str = ""
    """Shown when a pointer rests on it."""
    id: str = ""
    href: str = ""


class Piece(Struct, frozen=True):
    """Characters that the same marks cover; all the pieces of a stretch, in order, are its text."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def tag(self) -> str:
        """The HTML element that says to a reader who sees no style what the marks mean."""
        kinds = {m.kind for m in self.marks}
        return "mark" if kinds & {"alone", "differs"} else "b" if "operative" in kinds else "span"


class Run(Struct, frozen=True):
    """Pieces of a source that the same provisions cover, with the names of those that begin here."""

    pieces: tuple[Piece, ...]
    ids: tuple[str, ...]
    marks: tuple[Mark, ...]


class Part(Struct, frozen=True):
    """A block of a source, from the end of the block before it."""

    kind: str
    runs: tuple[Run, ...]


class Contrast(Struct, frozen=True):
    """Differences of one kind in words: for each account what it says, or all in one line."""

    kind: str
    said: tuple[tuple[str, ...], ...]
    whole: str = ""


class Line(Struct, frozen=True):
    """A row with its number on the page and its relation in words."""

    number: int
    place: int
    """Its place among all rows by rank, from 0."""
    row: Row
    relation: str
    contrasts: tuple[Contrast, ...]

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions of all accounts."""
        return tuple(p for cell in self.row.cells for p in cell)

    @property
    def acts(self) -> list[str]:
        """The classes of act that the row holds."""
        return sorted({p.act for p in self.provisions})

    @property
    def parties(self) -> list[str]:
        """Codes of everybody who acts or is addressed."""
        return sorted({code for p in self.provisions for code in (*p.actors, *p.addressees)})

    @property
    def told(self) -> tuple[Contrast, ...]:
        """The contrasts that tell most, two of them."""
        return tuple(sorted(self.contrasts, key=lambda c: _TELLING.index(c.kind))[:2])

    @property
    def telling(self) -> tuple[tuple[int, Provision], ...]:
        """With its account: all that one account alone says, else from each account what tells most."""
        if self.row.relation == "only":
            return tuple((i, p) for i, cell in enumerate(self.row.cells) for p in cell)
        return tuple((i, max(cell, key=_weight)) for i, cell in enumerate(self.row.cells) if cell)


def _weight(p: Provision) -> tuple[bool, bool, bool]:
    """A provision with an amount, a time, or an undertaking tells more."""
    return p.money is not None, p.by is not None, p.commissive


class Topic(Struct, frozen=True):
    """The rows of one topic, the highest rank first."""

    name: str
    lines: tuple[Line, ...]


def comparison_page(comparison: Comparison, party_names: Mapping[str, str]) -> str:
    """The page of a comparison; ``party_names`` are the names of the codes of actors and addressees."""
    topics = _topics(comparison)
    lines = [line for topic in topics for line in topic.lines]
    return _template().render(
        accounts=tuple(zip(comparison.labels, comparison.accounts, strict=True)),
        acts=sorted({act for line in lines for act in line.acts}),
        event=_event(comparison),
        kicker=f"{_number(len(comparison.accounts))} accounts of one event",
        lines=lines,
        names=partial(_names, party_names=party_names),
        parties=sorted(
            (_names([code], party_names), code) for code in {code for line in lines for code in line.parties}
        ),
        relations=sorted({line.relation for line in lines}),
        sources=tuple(_source(i, r, lines) for i, r in enumerate(comparison.accounts)),
        standing_out=sorted(lines, key=lambda line: line.place)[:_STANDING_OUT],
        tally=_tally(comparison, lines),
        topics=topics,
        version=__version__,
    )


@cache
def _template() -> Template:
    env = Environment(
        loader=PackageLoader("accord.export"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.filters |= {"clip": _clip, "day": _day, "flat": _flat, "kinds": _kinds, "note": _note, "place": _place}
    env.globals |= {"quoted": _quoted}
    return env.get_template("comparison.html")


# --- words ------------------------------------------------------------------------------------------------------------


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def _day(iso: str | None) -> str:
    """A calendar date in words; as it stands where it is none."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso or "")
    if not found or not 1 <= int(found[2]) <= len(_MONTHS):
        return iso or ""
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _clip(words: str, length: int) -> tuple[str, bool]:
    """The first whole words, and whether any were left out; a few words more than the length are not worth a cut."""
    flat = _flat(words)
    return (flat, False) if len(flat) <= 1.3 * length else (flat[: length + 1].rsplit(" ", 1)[0][:length], True)


def _names(codes: Iterable[str], party_names: Mapping[str, str]) -> str:
    """Parties by name; the codebook's "*" stands for more than six."""
    return ", ".join(party_names.get(code, "many parties" if code == "*" else code) for code in codes)


def _event(comparison: Comparison) -> tuple[str, str]:
    """What the accounts say the event is, and when: the one title and the one date that they have, or all."""
    documents = [r.document for r in comparison.accounts]
    titles = list(dict.fromkeys(d.title for d in documents if d.title))
    dates = sorted({d.date for d in documents if d.date})
    title = titles[0] if len(titles) == 1 else " and ".join(comparison.labels)
    return title, " to ".join(_day(d) for d in dict.fromkeys((dates[0], dates[-1]))) if dates else ""


def _relation(row: Row, labels: Sequence[str]) -> str:
    """How the accounts of a row stand to each other, in words."""
    having = [label for label, cell in zip(labels, row.cells, strict=True) if cell]
    words = {
        "same": "Same substance",
        "a_adds": f"{having[0]} adds",
        "b_adds": f"{having[-1]} adds",
        "both_add": "Both add" if len(having) == 2 else "Each adds",
        "differs": "Differ",
        "only": f"Only {' and '.join(having)}",
    }
    return words[row.relation]


def _tally(comparison: Comparison, lines: Sequence[Line]) -> tuple[tuple[str, str, int], ...]:
    """Style class, words and count of each sort of row."""
    shared = Counter("adds" if "add" in line.row.relation else line.row.relation for line in lines)
    alone = Counter(line.relation for line in lines if line.row.relation == "only")
    return (
        ("same", "same substance", shared["same"]),
        ("adds", "same core, more said", shared["adds"]),
        ("differs", "differ", shared["differs"]),
        *(
            (f"only account-{i % 6}", f"only {label}", alone[f"Only {label}"])
            for i, label in enumerate(comparison.labels)
        ),
    )


# --- rows -------------------------------------------------------------------------------------------------------------


def _topics(comparison: Comparison) -> tuple[Topic, ...]:
    """The rows by topic, topics by their best row, numbered as they stand on the page."""
    by_topic: dict[str, list[int]] = {}
    for place, row in enumerate(comparison.rows):
        by_topic.setdefault(row.topic, []).append(place)
    number = {place: n for n, place in enumerate((p for places in by_topic.values() for p in places), 1)}
    return tuple(
        Topic(name, tuple(_line(comparison, number[place], place) for place in places))
        for name, places in by_topic.items()
    )


def _line(comparison: Comparison, number: int, place: int) -> Line:
    row = comparison.rows[place]
    return Line(number, place, row, _relation(row, comparison.labels), _contrasts(row, comparison.labels))


def _contrasts(row: Row, labels: Sequence[str]) -> tuple[Contrast, ...]:
    """The differences of a row; those of one kind that stand in one account only are drawn together."""
    out: list[Contrast] = []
    alone: dict[str, int] = {}
    for d in row.differences:
        said = _said(d.text, labels)
        new = Contrast(d.kind, said, "" if any(said) else d.text)
        if sum(map(bool, said)) == 1 and d.kind in alone:
            old = out[alone[d.kind]]
            out[alone[d.kind]] = Contrast(d.kind, tuple(a + b for a, b in zip(old.said, said, strict=True)))
            continue
        if sum(map(bool, said)) == 1:
            alone[d.kind] = len(out)
        out.append(new)
    return tuple(out)


def _said(text: str, labels: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """What each account says in the words of a difference ("Japan: confirmed; United States: intend")."""
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    before, *rest = re.split(rf"(?:^|; )({names}): ", text)
    words = dict(zip(rest[::2], rest[1::2], strict=True))
    return tuple((words[label],) if label in words and not before else () for label in labels)


def _quoted(provision: Provision, account: int, row: Row, document: Document) -> tuple[Piece, ...]:
    """The quotation of a provision in a row, with what matters in it marked."""
    start, end = provision.quote.start, provision.quote.end
    marks = (*_fields(provision), *_differing(row, account), *_printing(document, start, end))
    return tuple(_pieces(document.text, start, end, marks))


def _fields(p: Provision) -> Iterator[Mark]:
    for f in p.named("operative") or (p.trigger,):
        yield Mark(f.start, f.end, "operative")
    for f in p.fields:
        if f.field in ("money", "time"):
            yield Mark(f.start, f.end, f.field, f"{f.field}: {f.value or _flat(f.exact)}")
        elif f.field == "modifier" and f.ref == "stronger":
            yield Mark(f.start, f.end, f.ref, "strengthens")


def _differing(row: Row, account: int) -> Iterator[Mark]:
    """The words that differ: ``alone`` where no other account has a counterpart."""
    for d in row.differences:
        kind = "differs" if len({i for i, _ in d.quotes}) > 1 else "alone"
        yield from (Mark(q.start, q.end, kind, d.kind) for i, q in d.quotes if i == account)


def _printing(document: Document, start: int, end: int) -> Iterator[Mark]:
    """Page breaks, and signs of markup, of a stretch."""
    for block in document.blocks:
        if block.kind == "page scar" and block.span.start < end and block.span.end > start:
            yield Mark(block.span.start, block.span.end, "scar", "page break in the source")
    for sign in _MARKUP.finditer(document.text, start, end):
        yield Mark(sign.start(), sign.end(), "markup")


# --- sources ----------------------------------------------------------------------------------------------------------


def _place(p: Provision, account: int) -> str:
    """The name on the page of a provision's place in its source."""
    return f"source-{account}-{p.quote.start}-{p.quote.end}"


def _source(account: int, register: Register, lines: Iterable[Line]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """The whole text of a document by blocks: runs of list items, of editors' additions, of text."""
    parts = _parts(register.document, tuple(_anchors(account, register, lines)))
    sorts = {"bullet": "list", "note": "editors", "index line": "editors"}
    return tuple((sort, tuple(run)) for sort, run in groupby(parts, key=lambda part: sorts.get(part.kind, "text")))


def _anchors(account: int, register: Register, lines: Iterable[Line]) -> Iterator[Mark]:
    """The places of provisions, which lead back to their rows, and of abstentions."""
    of: dict[Provision, list[Line]] = {p: [] for p in register.provisions}
    for line in lines:
        for p in line.row.cells[account]:
            of.setdefault(p, []).append(line)
    for p, its in of.items():
        kind = "shared" if any(line.row.relation != "only" for line in its) else "only" if its else "provision"
        note = ", ".join(f"{line.number} {line.relation}" for line in its)
        href = f"#row-{its[0].number}" if its else ""
        yield Mark(p.quote.start, p.quote.end, kind, note, _place(p, account), href)
    for n, a in enumerate(register.abstentions, 1):
        name = f"abstention-{account}-{n}"
        yield Mark(a.quote.start, a.quote.end, "abstained", a.why, f"source-{name}", f"#{name}")


def _parts(document: Document, anchors: Sequence[Mark]) -> Iterator[Part]:
    """The text cut into blocks without loss: what lies between blocks goes before the one that follows."""
    text, at = document.text, 0
    for block in document.blocks:
        start, end = max(at, block.span.start), block.span.end
        if block.kind == "page scar" or end <= start:
            continue
        if len(text[at:start].strip()) > 6:  # more than the sign of a list item
            yield Part("residue", _runs(document, at, start, anchors))
            at = start
        yield Part(block.kind, _runs(document, at, end, anchors))
        at = end
    if text[at:].strip() or any(m.start >= at for m in anchors):
        yield Part("residue", _runs(document, at, len(text), anchors))


def _runs(document: Document, start: int, end: int, anchors: Sequence[Mark]) -> tuple[Run, ...]:
    printing = tuple(_printing(document, start, end))
    return tuple(
        Run(tuple(_pieces(document.text, s, e, printing)), tuple(m.id for m in marks if m.start == s), marks)
        for s, e, marks in _cut(start, end, anchors)
    )


def _kinds(marks: Iterable[Mark]) -> str:
    return " ".join(sorted({m.kind for m in marks}))


def _note(marks: Iterable[Mark]) -> str:
    return "; ".join(dict.fromkeys(m.note for m in marks if m.note))


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    for s, e, over in _cut(start, end, marks):
        yield Piece(text[s:e], over)


def _cut(start: int, end: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """A stretch cut at every edge of a mark, each piece with the marks that cover it."""
    inside = [m for m in marks if m.start < end and m.end > start]
    edges = {start, end, *(edge for m in inside for edge in (m.start, m.end) if start < edge < end)}
    for s, e in pairwise(sorted(edges)):
        yield s, e, tuple(m for m in inside if m.start <= s and e <= m.end)
