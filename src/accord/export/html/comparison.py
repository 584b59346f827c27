"""A comparison as one page: what stands out, the rows by topic, the sources with their marks, what was not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from accord.export.html import marked
from accord.export.html.marked import Mark, Part, Piece
from accord.export.html.page import day, names, number, template
from accord.records import Comparison, Document, Provision, Register, Row

_STANDING_OUT = 12
"""How many rows are told at the head of the page."""
_TELLING = ("amount", "act", "strength", "time", "object", "actor", "instrument", "modifier", "addition", "omission")
"""Kinds of difference, those that tell most first."""


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
    return template("comparison.html").render(
        accounts=tuple(zip(comparison.labels, comparison.accounts, strict=True)),
        acts=sorted({act for line in lines for act in line.acts}),
        event=_event(comparison),
        kicker=f"{number(len(comparison.accounts))} accounts of one event",
        lines=lines,
        names=partial(names, party_names=party_names),
        parties=sorted(
            (names([code], party_names), code) for code in {code for line in lines for code in line.parties}
        ),
        place=_place,
        quoted=_quoted,
        relations=sorted({line.relation for line in lines}),
        sources=tuple(_source(i, r, lines) for i, r in enumerate(comparison.accounts)),
        standing_out=sorted(lines, key=lambda line: line.place)[:_STANDING_OUT],
        tally=_tally(comparison, lines),
        topics=topics,
    )


# --- words ------------------------------------------------------------------------------------------------------------


def _event(comparison: Comparison) -> tuple[str, str]:
    """What the accounts say the event is, and when: the one title and the one date that they have, or all."""
    documents = [r.document for r in comparison.accounts]
    titles = list(dict.fromkeys(d.title for d in documents if d.title))
    dates = sorted({d.date for d in documents if d.date})
    title = titles[0] if len(titles) == 1 else " and ".join(comparison.labels)
    return title, " to ".join(day(d) for d in dict.fromkeys((dates[0], dates[-1]))) if dates else ""


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
    numbers = {place: n for n, place in enumerate((p for places in by_topic.values() for p in places), 1)}
    return tuple(
        Topic(name, tuple(_line(comparison, numbers[place], place) for place in places))
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
    return marked.quoted(provision, document, _differing(row, account))


def _differing(row: Row, account: int) -> Iterator[Mark]:
    """The words that differ: ``alone`` where no other account has a counterpart."""
    for d in row.differences:
        kind = "differs" if len({i for i, _ in d.quotes}) > 1 else "alone"
        yield from (Mark(q.start, q.end, kind, d.kind) for i, q in d.quotes if i == account)


# --- sources ----------------------------------------------------------------------------------------------------------


def _place(p: Provision, account: int) -> str:
    """The name on the page of a provision's place in its source."""
    return f"source-{account}-{p.quote.start}-{p.quote.end}"


def _source(account: int, register: Register, lines: Iterable[Line]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """The whole text of a document by blocks, every provision at its place."""
    return marked.grouped(marked.parts(register.document, tuple(_anchors(account, register, lines))))


def _anchors(account: int, register: Register, lines: Iterable[Line]) -> Iterator[Mark]:
    """The places of provisions, which lead back to their rows, and of abstentions."""
    of: dict[Provision, list[Line]] = {p: [] for p in register.provisions}
    for line in lines:
        for p in line.row.cells[account]:
            of.setdefault(p, []).append(line)
    for p, its in of.items():
        kind = "shared" if any(line.row.relation != "only" for line in its) else "only" if its else "provision"
        note = ", ".join(f"{line.number} {line.relation}" for line in its)
        row = str(its[0].number) if its else ""
        yield Mark(p.quote.start, p.quote.end, kind, note, _place(p, account), f"#row-{row}" if row else "", row)
    for n, a in enumerate(register.abstentions, 1):
        name = f"abstention-{account}-{n}"
        yield Mark(a.quote.start, a.quote.end, "abstained", a.why, f"source-{name}", f"#{name}")
