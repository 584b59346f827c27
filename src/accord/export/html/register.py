"""A register as one page: the document with every provision marked at its place, the table, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from accord.export.html import marked
from accord.export.html.marked import Mark, Part
from accord.export.html.page import names, plain, template
from accord.records import Abstention, Document, Field, Provision, Register

_PARTIES = ("actor", "addressee", "party")
_MARKED = (*_PARTIES, "delegation", "modifier", "time", "money", "instrument", "body", "place")
"""The fields that are marked in the text; a subject is every other word of it, and is told in the explanation."""
_ORDER = {field: n for n, field in enumerate(_MARKED)}
"""Fields as they are told; those not named here come last."""
_READ = ("body", "bullet", "page scar")


class Said(Struct, frozen=True):
    """A field of a provision: what it is read as, and all the words that say it."""

    field: str
    meaning: str
    words: tuple[str, ...]


class Entry(Struct, frozen=True):
    """A provision with its number on the page."""

    number: int
    provision: Provision
    answers: int
    """Number of the provision that it answers; 0 for none."""
    fields: tuple[Said, ...]

    @property
    def kind(self) -> str:
        """Style class: whether it binds, only says, or states."""
        p = self.provision
        return "binding" if p.commissive else "stating" if p.act == "state" else "saying"

    @property
    def place(self) -> str:
        """Its name in the text; it stays the same when the provisions before it change."""
        return f"text-{self.provision.quote.start}-{self.provision.quote.end}"


class Share(Struct, frozen=True):
    """How many provisions a kind of act has, and how many of them bind."""

    act: str
    number: int
    binding: int


def register_page(register: Register, party_names: Mapping[str, str]) -> str:
    """The page of a register; ``party_names`` are the names of the codes of actors and addressees."""
    entries = _entries(register.provisions, party_names)
    codes = {code for p in register.provisions for code in (*p.actors, *p.addressees)}
    return template("register.html").render(
        abstentions={f"abstention-{n}": a for n, a in enumerate(register.abstentions, 1)},
        acts=_acts(register.provisions),
        by_place={entry.place: entry for entry in entries},
        document=register.document,
        entries=entries,
        groups=marked.grouped(_parts(register, entries, party_names)),
        left_out=_left_out(register.document),
        names=partial(names, party_names=party_names),
        parties=sorted((names([code], party_names), code) for code in codes),
        quoted=partial(marked.quoted, document=register.document),
        register=register,
        sections=_sections(entries),
        speaking=len({p.sentence for p in register.provisions}),
        subjects=sorted({subject for p in register.provisions for subject in p.subjects}),
    )


def _entries(provisions: Iterable[Provision], party_names: Mapping[str, str]) -> tuple[Entry, ...]:
    """The provisions in text order, numbered."""
    ordered = sorted(provisions, key=lambda p: (p.quote.start, p.quote.end))
    numbers = {p.id: n for n, p in enumerate(ordered, 1)}
    return tuple(
        Entry(n, p, numbers.get(p.about or "", 0), tuple(_said(p, party_names))) for n, p in enumerate(ordered, 1)
    )


def _acts(provisions: Iterable[Provision]) -> tuple[Share, ...]:
    """The acts, the most frequent first."""
    counts = Counter(p.act for p in provisions)
    binding = Counter(p.act for p in provisions if p.commissive)
    return tuple(Share(act, n, binding[act]) for act, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _sections(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The entries under the headings of the document."""
    return tuple((plain(h), tuple(e)) for h, e in groupby(entries, key=lambda entry: entry.provision.heading))


def _left_out(document: Document) -> tuple[tuple[str, int], ...]:
    """How many blocks of each kind are no running text, in text order."""
    return tuple(Counter(b.kind for b in document.blocks if b.kind not in _READ).items())


# --- fields -----------------------------------------------------------------------------------------------------------


def _told(p: Provision) -> Iterator[Field]:
    """The fields of a provision but its operative words; a party that has a part in it is not told again."""
    parts = {(f.start, f.end) for f in p.fields if f.field in ("actor", "addressee")}
    for f in p.fields:
        if f.field != "operative" and not (f.field == "party" and (f.start, f.end) in parts):
            yield f


def _meaning(f: Field, party_names: Mapping[str, str]) -> str:
    """What the words of a field are read as: parties by name, a value, or a label of the lexicon."""
    if f.field in _PARTIES and f.ref:
        return names(f.ref.split(","), party_names)
    return f.value or f.ref or ""


def _said(p: Provision, party_names: Mapping[str, str]) -> Iterator[Said]:
    """The fields, those that mean the same drawn together."""
    words: dict[tuple[str, str], list[str]] = {}
    for f in _told(p):
        words.setdefault((f.field, _meaning(f, party_names)), []).append(f.exact)
    for (field, meaning), exact in sorted(words.items(), key=lambda said: _ORDER.get(said[0][0], len(_ORDER))):
        yield Said(field, meaning, tuple(dict.fromkeys(exact)))


def _inside(p: Provision, party_names: Mapping[str, str]) -> Iterator[Mark]:
    """The operative words and the fields as marks."""
    yield from marked.operative(p)
    for f in _told(p):
        if f.field in _MARKED:
            yield marked.field(f, _meaning(f, party_names))


# --- the document -----------------------------------------------------------------------------------------------------


def _parts(register: Register, entries: Sequence[Entry], party_names: Mapping[str, str]) -> Iterator[Part]:
    """The whole text by blocks, every provision and every abstention at its place."""
    anchors = [_anchor(entry) for entry in entries]
    inside = [mark for e in entries for mark in _inside(e.provision, party_names)]
    return marked.parts(register.document, (*anchors, *_unread(register.abstentions)), inside)


def _anchor(entry: Entry) -> Mark:
    """The place of a provision, which leads to its row."""
    quote, n = entry.provision.quote, entry.number
    return Mark(quote.start, quote.end, entry.kind, f"Provision {n}", entry.place, f"#row-{n}", str(n))


def _unread(abstentions: Iterable[Abstention]) -> Iterator[Mark]:
    for n, a in enumerate(abstentions, 1):
        name = f"abstention-{n}"
        yield Mark(a.quote.start, a.quote.end, "abstained", "Not read", name, f"#unread-{n}", "?")
