"""In what two linked cells differ, in words with both quotes, and how the accounts of a row stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.compare.match import pieces
from accord.lexicon import Lexicon
from accord.likeness import Passage, passage
from accord.records import Difference, DifferenceKind, Field, Provision, Quote, Relation
from accord.text import fold

_CLAUSE_CUT = re.compile(
    r";|,|\s(?:and|or|including|by|through|with|while|that|which|to|as well as|in accordance with|underpinned by|as"
    r"|for|in|on)\s"
)
_COMPOUND = re.compile(r"\b(?:\w|\.)+-(?:\w|\.)+(?:-(?:\w|\.)+)*\s")
_VALUES: tuple[tuple[str, DifferenceKind], ...] = (("money", "amount"), ("time", "time"), ("instrument", "instrument"))
_POSITIONS = frozenset(("affirm", "agree", "commit", "expect"))
"""Acts between which the same substance may pass without the accounts differing."""
_ADDS = 0.16
"""Part of a cell's weight that must be missing from the other for it to add something."""
_CLEARLY = 2.2
"""How many times as much one cell must add for the other's addition to be left unsaid."""
_CORE = 0.3
"""Part of the lighter cell that must be in the other for the two to have a common core."""
_NEW, _MOSTLY = 2.5, 0.6
"""Least weight of the new words of a stretch that is reported as an addition, and their least part of it."""
_BEFORE, _AFTER = 40, 45
"""Code points before and after the operative words within which a modifier belongs to the act."""


class Side(Struct, frozen=True):
    """One account of a row: its provisions, its label, its number in the comparison."""

    cell: tuple[Provision, ...]
    label: str
    number: int


def differences(lexicon: Lexicon, a: Side, b: Side, own: frozenset[str]) -> tuple[Difference, ...]:
    """All differences between two linked cells, by kind; ``own`` are the codes of the parties to the event."""
    if _words(a) == _words(b):
        return ()
    found = [
        *_acts(a, b),
        *_actors(lexicon, a, b),
        *_modifiers(a, b),
        *_values(a, b),
        *_parties(lexicon, a, b, own),
        *_additions(lexicon, a, b),
        *_additions(lexicon, b, a),
    ]
    return tuple(sorted(found, key=lambda d: (d.kind, min((q.start for _, q in d.quotes), default=0), d.text)))


def relation(lexicon: Lexicon, a: Side, b: Side, found: Sequence[Difference]) -> Relation:
    """How two accounts of one thing stand to each other, given their differences.

    ``differs`` where they hardly share a core, where one asks and the other gives, or where act or binding force differ
    and neither adds much.
    """
    if _words(a) == _words(b) and not found:
        return "same"
    only_a, only_b = _missing(lexicon, a, b), _missing(lexicon, b, a)
    if min(only_a, only_b) > 1 - _CORE or _opposed(a, b):
        return "differs"
    named = [{i for i, _ in d.quotes} for d in found if d.kind in ("object", "amount", "time")]
    adds_a = only_a > _ADDS or {a.number} in named
    adds_b = only_b > _ADDS or {b.number} in named
    if not adds_a and not adds_b:
        return "differs" if _changes(a, b) else "same"
    if not named and adds_a and adds_b and max(only_a, only_b) > _CLEARLY * min(only_a, only_b):
        return "a_adds" if only_a > only_b else "b_adds"
    return "both_add" if adds_a and adds_b else "a_adds" if adds_a else "b_adds"


def _words(side: Side) -> list[str]:
    return sorted(fold(p.quote.exact).text.lower() for p in side.cell)


def _single(terms: Passage) -> dict[str, float]:
    return {t: w for t, w in terms.terms.items() if " " not in t}


def _whole(lexicon: Lexicon, side: Side) -> Passage:
    return passage(lexicon, [x for p in side.cell for x in pieces(p)])


def _missing(lexicon: Lexicon, here: Side, there: Side) -> float:
    """Part of the weight of one cell's words that the other cell does not hold."""
    mine, theirs = _single(_whole(lexicon, here)), _whole(lexicon, there).terms
    total = sum(mine.values())
    return sum(w for t, w in mine.items() if t not in theirs) / total if total else 0.0


def _opposed(a: Side, b: Side) -> bool:
    """Whether the acts face each other: one asks where the other does not, or one denies what the other says."""
    asks_a, asks_b = (all(p.act == "request" for p in side.cell) for side in (a, b))
    return asks_a != asks_b or {p.polarity for p in a.cell} != {p.polarity for p in b.cell}


def _changes(a: Side, b: Side) -> bool:
    """Whether two cells of the same substance bind differently or belong to other classes of act."""
    acts_a, acts_b = ({p.act for p in side.cell} for side in (a, b))
    binds = any(p.commissive for p in a.cell) != any(p.commissive for p in b.cell)
    return binds or (not acts_a & acts_b and not acts_a | acts_b <= _POSITIONS)


def _difference(kind: DifferenceKind, said: Sequence[tuple[Side, str]], quotes: list[tuple[int, Quote]]) -> Difference:
    """A difference put in words: what each account says, in the order of the accounts."""
    text = "; ".join(f"{side.label}: {words}" for side, words in sorted(said, key=lambda s: s[0].number))
    return Difference(kind, text, tuple(sorted(quotes, key=lambda x: (x[0], x[1].start))))


def _quote(p: Provision, field: Field) -> Quote:
    return Quote(p.quote.document, field.start, field.end, field.exact)


def _operative(p: Provision) -> Quote:
    fields = p.named("operative")
    return _quote(p, fields[0]) if fields else p.trigger


def _short(words: str) -> str:
    return " ".join(words.split())


def _acts(a: Side, b: Side) -> Iterator[Difference]:
    """Another act, or the same act that binds more or less."""
    said = [(side, " / ".join(_short(_operative(p).exact) for p in side.cell)) for side in (a, b)]
    quotes = [(side.number, _operative(p)) for side in (a, b) for p in side.cell]
    if not {p.act for p in a.cell} & {p.act for p in b.cell}:
        yield _difference("act", said, quotes)
    elif len(a.cell) == len(b.cell) == 1:
        p, q = a.cell[0], b.cell[0]
        firmer = p.firmness.obligation != q.firmness.obligation and p.act != "expect"
        if p.commissive != q.commissive or firmer:
            yield _difference("strength", said, quotes)


def _actors(lexicon: Lexicon, a: Side, b: Side) -> Iterator[Difference]:
    """Other actors."""
    codes = [{c for p in side.cell for c in p.actors} for side in (a, b)]
    if all(codes) and codes[0] != codes[1]:
        names = [", ".join(lexicon.party_names.get(c, c) for c in sorted(s)) for s in codes]
        quotes = [(side.number, _quote(p, f)) for side in (a, b) for p in side.cell for f in p.named("actor")]
        yield _difference("actor", list(zip((a, b), names, strict=True)), quotes)


def _modifiers(a: Side, b: Side) -> Iterator[Difference]:
    """Qualifiers near the act that one side has and the other has not."""
    for side, other in ((a, b), (b, a)):
        theirs = " ".join(_words(other))
        near = {f.exact.lower(): (p, f) for p in side.cell for f in p.named("modifier") if _near(p, f)}
        for word, (p, f) in sorted(near.items()):
            said = re.search(rf"\b{re.escape(word)}\b", theirs)
            if not said and word not in _short(_operative(p).exact).split()[:1]:
                yield _difference("modifier", [(side, f"“{word}”")], [(side.number, _quote(p, f))])


def _near(p: Provision, f: Field) -> bool:
    operative = _operative(p)
    return f.start >= operative.start - _BEFORE and f.end <= operative.end + _AFTER


def _values(a: Side, b: Side) -> Iterator[Difference]:
    """Amounts, times and instruments that one side names and the other does not, or names otherwise."""
    for field, kind in _VALUES:
        found = [{_folded(f.exact): (p, f) for p in side.cell for f in p.named(field)} for side in (a, b)]
        said: list[tuple[Side, str]] = []
        quotes: list[tuple[int, Quote]] = []
        for k, (side, other) in enumerate(((a, b), (b, a))):
            mine, theirs = found[k], found[1 - k]
            words = " ".join(_words(other))
            only = [v for w, v in mine.items() if w not in words and not any(o in w for o in theirs)]
            if only:
                said.append((side, ", ".join(f"“{_short(f.exact)}”" for _, f in only)))
                quotes += [(side.number, _quote(p, f)) for p, f in only]
        if said:
            yield _difference(kind, said, quotes)


def _folded(words: str) -> str:
    """Words without case, typography and the compound that says whose it is ("U.S.-Japan Treaty")."""
    return _COMPOUND.sub("", fold(words).text).lower()


def _parties(lexicon: Lexicon, a: Side, b: Side, own: frozenset[str]) -> Iterator[Difference]:
    """A third party that one account names and the other does not."""
    named = [
        {c: (p, f) for p in side.cell for f in p.named("party") for c in (f.ref or "").split(",") if c}
        for side in (a, b)
    ]
    for k, side in enumerate((a, b)):
        mine, theirs = named[k], named[1 - k]
        for code in sorted(set(mine) - set(theirs) - own):
            words = f"names {lexicon.party_names.get(code, code)}"
            yield _difference("object", [(side, words)], [(side.number, _quote(*mine[code]))])


def _additions(lexicon: Lexicon, here: Side, there: Side) -> Iterator[Difference]:
    """Stretches of one side whose words the other side does not hold; neighbours stand together."""
    theirs = _whole(lexicon, there)
    for p in here.cell:
        known = passage(lexicon, [(f.exact, "") for f in p.fields if f.field in ("time", "money")])
        known = Passage({**known.terms, **theirs.terms}, 0.0)
        run: list[tuple[int, int]] = []
        for stretch in (*_stretches(p), None):
            if stretch is not None and _is_new(lexicon, p, stretch, known):
                run.append(stretch)
            elif run:
                start, end = run[0][0], run[-1][1]
                quote = Quote(p.quote.document, start, end, p.quote.exact[start - p.quote.start : end - p.quote.start])
                yield _difference("addition", [(here, f"“{_short(quote.exact)}”")], [(here.number, quote)])
                run = []


def _is_new(lexicon: Lexicon, p: Provision, stretch: tuple[int, int], known: Passage) -> bool:
    """Whether most of the weight of a stretch, and enough of it, is not known from the other side."""
    terms = {t: w for t, w in _single(passage(lexicon, pieces(p, *stretch))).items() if not t.startswith("@")}
    new = sum(w for t, w in terms.items() if t not in known.terms)
    return new > _NEW and new > _MOSTLY * sum(terms.values())


def _stretches(p: Provision) -> Iterator[tuple[int, int]]:
    """The content of a provision cut at commas, semicolons and linking words; offsets into the document."""
    text, base = p.quote.exact, p.quote.start
    at = _operative(p).end - base
    cuts = [(m.start(), m.end()) for m in _CLAUSE_CUT.finditer(text, at)]
    for start, end in zip([at, *(e for _, e in cuts)], [*(s for s, _ in cuts), len(text)], strict=True):
        words = text[start:end].strip(" \t\r\n,;")
        if words:
            first = text.index(words, start)
            yield base + first, base + first + len(words)
