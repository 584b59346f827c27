"""In what two linked provisions differ, named in words with both quotes, and how the row's accounts stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accord.compare.match import pieces
from accord.lexicon import Lexicon
from accord.likeness import Passage, passage
from accord.records import Difference, DifferenceKind, Field, Provision, Quote, Relation
from accord.text import fold

Cell = tuple[Provision, ...]

_CLAUSE_CUT = re.compile(r";|,|\s(?:and|or|including|by|through|with|while|that|which|to|as well as|in accordance with|underpinned by|as|for|in|on)\s")
_STRONG = ("stronger", "repeated", "weaker", "conditional")
_ADDS = 0.16
"""Part of a cell's weight that must be missing from the other for it to add something."""
_NEW = 2.5
"""Least weight of the new words of a stretch that is reported as an addition."""
_CORE = 0.3
"""Part of the lighter cell that must be in the other for the two to have a common core."""


def relation(lexicon: Lexicon, a: Cell, b: Cell, differences: Sequence[Difference]) -> Relation:
    """How two accounts of one thing stand to each other.

    ``differs`` where they hardly share a core, or where act, binding force, amount or time differ and neither adds much.
    """
    if _words(a) == _words(b) and not differences:
        return "same"
    missing_b, missing_a = _missing(lexicon, a, b), _missing(lexicon, b, a)
    if min(missing_a, missing_b) > 1 - _CORE or _opposed(a, b):
        return "differs"
    named = [{i for i, _ in d.quotes} for d in differences if d.kind in ("object", "amount", "time")]
    adds_a = missing_b > _ADDS or {0} in named
    adds_b = missing_a > _ADDS or {1} in named
    if not adds_a and not adds_b:
        return "differs" if _changes(a, b) else "same"
    if not named and adds_a and adds_b and max(missing_a, missing_b) > 2.2 * min(missing_a, missing_b):
        return "a_adds" if missing_b > missing_a else "b_adds"
    return "both_add" if adds_a and adds_b else "a_adds" if adds_a else "b_adds"


def _words(cell: Cell) -> list[str]:
    return sorted(fold(p.quote.exact).text.lower() for p in cell)


def _missing(lexicon: Lexicon, here: Cell, there: Cell) -> float:
    """Part of the weight of one cell's words that the other cell does not hold."""
    mine = passage(lexicon, [x for p in here for x in pieces(p)])
    theirs = passage(lexicon, [x for p in there for x in pieces(p)])
    single = {t: w for t, w in mine.terms.items() if " " not in t}
    total = sum(single.values())
    return sum(w for t, w in single.items() if t not in theirs.terms) / total if total else 0.0


def _opposed(a: Cell, b: Cell) -> bool:
    """Whether the acts face each other: one asks and the other gives, or one account denies what the other says."""
    acts_a, acts_b = {p.act for p in a}, {p.act for p in b}
    asks = {"request"}
    if (acts_a <= asks) != (acts_b <= asks):
        return True
    return {p.polarity for p in a} != {p.polarity for p in b}


def _changes(a: Cell, b: Cell) -> bool:
    """Whether two cells of the same substance bind differently or belong to other classes of act."""
    if any(p.commissive for p in a) != any(p.commissive for p in b):
        return True
    return not {p.act for p in a} & {p.act for p in b} and not ({p.act for p in (*a, *b)} <= {"affirm", "agree", "commit", "expect"})


def differences(
    lexicon: Lexicon, a: Cell, b: Cell, labels: tuple[str, str], names: tuple[int, int], own: frozenset[str]
) -> tuple[Difference, ...]:
    """All differences between two linked cells, by kind; ``names`` are the numbers of the accounts, ``own`` their parties."""
    if _words(a) == _words(b):
        return ()
    out = [
        *_acts(a, b, labels, names),
        *_actors(lexicon, a, b, labels, names),
        *_modifiers(a, b, labels, names),
        *_values(a, b, labels, names),
        *_parties(lexicon, a, b, labels, names, own),
        *_additions(lexicon, a, b, labels, names),
        *_additions(lexicon, b, a, labels[::-1], names[::-1]),
    ]
    return tuple(sorted(out, key=lambda d: (d.kind, min((q.start for _, q in d.quotes), default=0), d.text)))


def _difference(kind: DifferenceKind, said: dict[int, str], names: tuple[int, int], labels: tuple[str, str], quotes: list[tuple[int, Quote]]) -> Difference:
    """A difference put in words: what each account says, in the order of the accounts."""
    order = sorted(range(2), key=lambda k: names[k])
    text = "; ".join(f"{labels[k]}: {said[k]}" for k in order if k in said)
    return Difference(kind, text, tuple(sorted(quotes, key=lambda x: (x[0], x[1].start))))


def _quote(p: Provision, field: Field) -> Quote:
    return Quote(p.quote.document, field.start, field.end, field.exact)


def _operative(p: Provision) -> Quote:
    fields = p.named("operative")
    return _quote(p, fields[0]) if fields else p.trigger


def _short(words: str) -> str:
    return " ".join(words.split())


def _acts(a: Cell, b: Cell, labels: tuple[str, str], names: tuple[int, int]) -> Iterator[Difference]:
    """Another act, or the same act that binds more or less."""
    p, q = a[0], b[0]
    said = {0: " / ".join(_short(_operative(x).exact) for x in a), 1: " / ".join(_short(_operative(x).exact) for x in b)}
    quotes = [(names[0], _operative(x)) for x in a] + [(names[1], _operative(x)) for x in b]
    if not {x.act for x in a} & {x.act for x in b}:
        yield _difference("act", said, names, labels, quotes)
        return
    weaker = p.firmness.obligation != q.firmness.obligation
    if len(a) == len(b) == 1 and (p.commissive != q.commissive or (weaker and p.act != "expect")):
        yield _difference("strength", said, names, labels, quotes)


def _actors(lexicon: Lexicon, a: Cell, b: Cell, labels: tuple[str, str], names: tuple[int, int]) -> Iterator[Difference]:
    sets = [{c for p in cell for c in p.actors} for cell in (a, b)]
    if sets[0] and sets[1] and sets[0] != sets[1]:
        said = {k: ", ".join(lexicon.party_names.get(c, c) for c in sorted(s)) for k, s in enumerate(sets)}
        quotes = [(n, _quote(p, f)) for n, cell in zip(names, (a, b), strict=True) for p in cell for f in p.named("actor")]
        yield _difference("actor", said, names, labels, quotes)


def _modifiers(a: Cell, b: Cell, labels: tuple[str, str], names: tuple[int, int]) -> Iterator[Difference]:
    """Qualifiers near the act that one side has and the other has not."""
    words = [{f.exact.lower(): (p, f) for p in cell for f in p.named("modifier") if f.ref in _STRONG and _near(p, f)} for cell in (a, b)]
    everything = [" ".join(fold(p.quote.exact).text.lower() for p in cell) for cell in (a, b)]
    for k, other in ((0, 1), (1, 0)):
        for word, (p, f) in sorted(words[k].items()):
            if not re.search(rf"\b{re.escape(word)}\b", everything[other]) and word not in _short(_operative(p).exact).split()[:1]:
                yield _difference("modifier", {k: f"“{word}”"}, names, labels, [(names[k], _quote(p, f))])


def _near(p: Provision, f: Field) -> bool:
    operative = _operative(p)
    return f.start >= operative.start - 40 and f.end <= operative.end + 45


def _values(a: Cell, b: Cell, labels: tuple[str, str], names: tuple[int, int]) -> Iterator[Difference]:
    """Amounts, times and instruments that one side names and the other does not, or names otherwise."""
    kinds: tuple[tuple[str, DifferenceKind], ...] = (("money", "amount"), ("time", "time"), ("instrument", "instrument"))
    for field, kind in kinds:
        found = [{_folded(f.exact): (p, f) for p in cell for f in p.named(field)} for cell in (a, b)]
        only = [
            {w: v for w, v in found[k].items() if not any(w in o or o in w for o in found[1 - k]) and not _mentions((b, a)[k], w)}
            for k in (0, 1)
        ]
        if only[0] or only[1]:
            said = {k: ", ".join(f"“{_short(v[1].exact)}”" for v in s.values()) for k, s in enumerate(only) if s}
            quotes = [(names[k], _quote(*v)) for k, s in enumerate(only) for v in s.values()]
            yield _difference(kind, said, names, labels, quotes)


def _folded(words: str) -> str:
    return re.sub(r"\b(?:\w|\.)+-(?:\w|\.)+(?:-(?:\w|\.)+)*\s", "", fold(words).text).lower()


def _mentions(cell: Cell, words: str) -> bool:
    return any(words in fold(p.quote.exact).text.lower() for p in cell)


def _parties(
    lexicon: Lexicon, a: Cell, b: Cell, labels: tuple[str, str], names: tuple[int, int], own: frozenset[str]
) -> Iterator[Difference]:
    """A third party that one account names and the other does not."""
    named = [{c: (p, f) for p in cell for f in p.named("party") for c in (f.ref or "").split(",") if c} for cell in (a, b)]
    for k, other in ((0, 1), (1, 0)):
        for code in sorted(set(named[k]) - set(named[other]) - own):
            p, f = named[k][code]
            said = {k: f"names {lexicon.party_names.get(code, code)}"}
            yield _difference("object", said, names, labels, [(names[k], _quote(p, f))])


def _additions(lexicon: Lexicon, here: Cell, there: Cell, labels: tuple[str, str], names: tuple[int, int]) -> Iterator[Difference]:
    """Stretches of one side whose words the other side does not hold; neighbours stand together."""
    theirs = passage(lexicon, [x for p in there for x in pieces(p)])
    for p in here:
        run: list[Quote] = []
        reported = passage(lexicon, [(f.exact, "") for f in p.fields if f.field in ("time", "money")])
        for quote in (*_chunks(p), None):
            if quote is not None and _is_new(lexicon, p, quote, theirs, reported):
                run.append(quote)
            elif run:
                whole = Quote(p.quote.document, run[0].start, run[-1].end, p.quote.exact[run[0].start - p.quote.start : run[-1].end - p.quote.start])
                yield _difference("addition", {0: f"“{_short(whole.exact)}”"}, names, labels, [(names[0], whole)])
                run = []


def _is_new(lexicon: Lexicon, p: Provision, quote: Quote, theirs: Passage, reported: Passage) -> bool:
    """Whether most of the weight of a stretch, and enough of it, is missing from the other side; times and amounts are reported as such."""
    terms = passage(lexicon, pieces(p, quote.start, quote.end)).terms
    single = {t: w for t, w in terms.items() if " " not in t and not t.startswith("@") and t not in reported.terms}
    new = sum(w for t, w in single.items() if t not in theirs.terms)
    return new > _NEW and new > 0.6 * sum(single.values())


def _chunks(p: Provision) -> Iterator[Quote]:
    """The content of a provision cut at commas, semicolons and linking words; neighbours are joined by the caller's reader."""
    base, text = p.quote.start, p.quote.exact
    at = _operative(p).end - base
    for match in _CLAUSE_CUT.finditer(text, at):
        yield from _trimmed(p, at, match.start())
        at = match.end()
    yield from _trimmed(p, at, len(text))


def _trimmed(p: Provision, start: int, end: int) -> Iterator[Quote]:
    text = p.quote.exact
    while start < end and text[start] in " \t\n,;":
        start += 1
    while end > start and text[end - 1] in " \t\n,;":
        end -= 1
    if end > start:
        yield Quote(p.quote.document, p.quote.start + start, p.quote.start + end, text[start:end])
