"""Two accounts of one event to rows: links, relations, differences, what one side alone says, topics, rank."""

from __future__ import annotations

from collections import Counter

from accord.compare.differences import differences, relation
from accord.compare.match import links
from accord.compare.ranking import rank
from accord.lexicon import Lexicon
from accord.records import Comparison, Provision, Register, Row

_OTHER = "Other"
_Pair = tuple[tuple[int, ...], tuple[int, ...]]


def compare(a: Register, b: Register, lexicon: Lexicon) -> Comparison:
    """Lay two accounts side by side; rows with the highest rank first. Swapped accounts give the mirror image."""
    labels = account_labels(lexicon, (a, b))
    found = [(i, j) for i, j, _ in links(lexicon, a.provisions, b.provisions)]
    rows = [_linked(lexicon, a, b, group, labels) for group in _stars(found)]
    for side, register in ((0, a), (1, b)):
        linked = {pair[side] for pair in found}
        rows += [_alone(lexicon, side, run) for run in _runs(lexicon, register, linked)]
    return Comparison((a, b), labels, tuple(sorted(rows, key=_order)))


def account_labels(lexicon: Lexicon, registers: tuple[Register, ...]) -> tuple[str, ...]:
    """A short name for each account: the issuer's party where all have one and they differ, else the document's id."""
    codes = [r.document.issuer_code for r in registers]
    if all(codes) and len(set(codes)) == len(codes):
        return tuple(lexicon.party_names.get(c or "", c or "") for c in codes)
    ids = [r.document.id for r in registers]
    return tuple(ids) if len(set(ids)) == len(ids) else tuple(f"{i} ({n})" for n, i in enumerate(ids, 1))


def _stars(found: list[tuple[int, int]]) -> list[_Pair]:
    """Links as groups in which one side is a single provision, so that every pair of a row is a link."""
    degree_a, degree_b = Counter(i for i, _ in found), Counter(j for _, j in found)
    rest = set(found)
    groups: list[_Pair] = []
    hubs = [(degree_a[i], 0, i) for i in degree_a] + [(degree_b[j], 1, j) for j in degree_b]
    for _, side, hub in sorted(hubs, key=lambda h: (-h[0], h[2], h[1])):
        mine = sorted(pair for pair in rest if pair[side] == hub)
        if len(mine) > 1:
            rest -= set(mine)
            groups.append(((hub,), tuple(j for _, j in mine)) if side == 0 else (tuple(i for i, _ in mine), (hub,)))
    return [*groups, *(((i,), (j,)) for i, j in sorted(rest))]


def _linked(lexicon: Lexicon, a: Register, b: Register, group: _Pair, labels: tuple[str, ...]) -> Row:
    cells = (tuple(a.provisions[i] for i in group[0]), tuple(b.provisions[j] for j in group[1]))
    differing = differences(lexicon, *cells, (labels[0], labels[1]), (0, 1))
    how = relation(lexicon, *cells, differing)
    weight, because = rank(lexicon, cells, how, differing)
    return Row(_topic(lexicon, cells), how, cells, differing, weight, because)


def _alone(lexicon: Lexicon, side: int, run: tuple[Provision, ...]) -> Row:
    cells = (run, ()) if side == 0 else ((), run)
    weight, because = rank(lexicon, cells, "only", ())
    return Row(_topic(lexicon, cells), "only", cells, (), weight, because)


def _runs(lexicon: Lexicon, register: Register, linked: set[int]) -> list[tuple[Provision, ...]]:
    """What one account alone says: neighbours on one topic, or of one sentence, stand together."""
    runs: list[list[int]] = []
    text = register.document.text
    for i, p in enumerate(register.provisions):
        if i in linked:
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and last == i - 1 and len(runs[-1]) < 4 and _together(lexicon, text, register.provisions[last], p):
            runs[-1].append(i)
        else:
            runs.append([i])
    return [tuple(register.provisions[i] for i in run) for run in runs]


def _together(lexicon: Lexicon, text: str, p: Provision, q: Provision) -> bool:
    between = text[p.quote.end : q.quote.start]
    if "\n\n" in between.strip() or p.heading != q.heading:
        return False
    same_sentence = "." not in between and len(between) < 40
    topics = _topic(lexicon, ((p,),)), _topic(lexicon, ((q,),))
    return same_sentence or (topics[0] == topics[1] != _OTHER and "\n" not in between.strip(" .") and len(between) < 40)


def _topic(lexicon: Lexicon, cells: tuple[tuple[Provision, ...], ...]) -> str:
    """The topic whose words weigh most in a row; the first of the list where several weigh the same."""
    weights: Counter[str] = Counter()
    for cell in cells:
        for p in cell:
            for f in p.named("subject"):
                weights[f.ref or ""] += lexicon.topic_weights.get(f.ref or "", 0.0)
    order = list(lexicon.topic_weights)
    return max(weights, key=lambda t: (round(weights[t], 6), -order.index(t)), default=_OTHER)


def _order(row: Row) -> tuple[object, ...]:
    """Rank first; ties by the words, so that the order of the accounts does not matter."""
    words = sorted(p.quote.exact for cell in row.cells for p in cell)
    return (-row.rank, words)
