"""Two accounts of one event to rows: links, relations, differences, what one side alone says, topics, rank."""

from __future__ import annotations

from collections import Counter

from accord.compare.differences import Side, differences, relation
from accord.compare.match import links
from accord.compare.ranking import rank
from accord.compare.topics import OTHER, same_sentence, topic
from accord.lexicon import Lexicon
from accord.records import Comparison, Provision, Register, Row

_Pair = tuple[tuple[int, ...], tuple[int, ...]]


def compare(a: Register, b: Register, lexicon: Lexicon) -> Comparison:
    """Lay two accounts side by side; rows with the highest rank first. Swapped accounts give the mirror image."""
    labels = account_labels(lexicon, (a, b))
    found = [(i, j) for i, j, _ in links(lexicon, a.provisions, b.provisions)]
    rows = [_linked(lexicon, a, b, group, labels) for group in _groups(found)]
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


def _groups(found: list[tuple[int, int]]) -> list[_Pair]:
    """Links as rows in which every provision of one cell is linked to every one of the other.

    Provisions with the same links stand together; of these, all that are linked to one thing only stand in its row.
    """
    of_a, of_b = _twins(found), _twins([(j, i) for i, j in found])
    edges = {(of_a[i], of_b[j]) for i, j in found}
    degree_a, degree_b = Counter(x for x, _ in edges), Counter(y for _, y in edges)
    groups: list[_Pair] = [(x, y) for x, y in edges if degree_a[x] > 1 and degree_b[y] > 1]
    for x in degree_a:
        leaves = [y for other, y in edges if other == x and degree_b[y] == 1]
        if leaves and (len(leaves) > 1 or degree_a[x] > 1 or degree_b[leaves[0]] == 1):
            groups.append((x, tuple(sorted(j for y in leaves for j in y))))
    for y in degree_b:
        leaves = [x for x, other in edges if other == y and degree_a[x] == 1]
        if leaves and degree_b[y] > 1:
            groups.append((tuple(sorted(i for x in leaves for i in x)), y))
    return sorted(groups)


def _twins(found: list[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """Each left end of the links with the others that have the same right ends."""
    ends: dict[int, set[int]] = {}
    for i, j in found:
        ends.setdefault(i, set()).add(j)
    alike: dict[frozenset[int], list[int]] = {}
    for i in sorted(ends):
        alike.setdefault(frozenset(ends[i]), []).append(i)
    return {i: tuple(alike[frozenset(ends[i])]) for i in ends}


def _linked(lexicon: Lexicon, a: Register, b: Register, group: _Pair, labels: tuple[str, ...]) -> Row:
    left = Side(tuple(a.provisions[i] for i in group[0]), labels[0], 0)
    right = Side(tuple(b.provisions[j] for j in group[1]), labels[1], 1)
    cells = (left.cell, right.cell)
    found = differences(lexicon, left, right, frozenset((*a.parties, *b.parties)))
    how = relation(lexicon, left, right, found)
    about = topic(lexicon, (p for cell in cells for p in cell))
    weight, because = rank(lexicon, cells, how, found, about)
    return Row(about, how, cells, found, weight, because)


def _alone(lexicon: Lexicon, side: int, run: tuple[Provision, ...]) -> Row:
    cells = (run, ()) if side == 0 else ((), run)
    about = topic(lexicon, run)
    weight, because = rank(lexicon, cells, "only", (), about)
    return Row(about, "only", cells, (), weight, because)


def _runs(lexicon: Lexicon, register: Register, linked: set[int]) -> list[tuple[Provision, ...]]:
    """What one account alone says: neighbours on one topic, or of one sentence, stand together."""
    runs: list[list[int]] = []
    text = register.document.text
    for i, p in enumerate(register.provisions):
        if i in linked:
            continue
        run = tuple(register.provisions[k] for k in runs[-1]) if runs else ()
        if run and runs[-1][-1] == i - 1 and len(run) < 4 and _together(lexicon, text, run, p):
            runs[-1].append(i)
        else:
            runs.append([i])
    return [tuple(register.provisions[i] for i in run) for run in runs]


def _together(lexicon: Lexicon, text: str, run: tuple[Provision, ...], q: Provision) -> bool:
    """Whether a provision goes on the row before it: one sentence, or one topic in one paragraph."""
    if same_sentence(run[-1], q):
        return True
    between = text[run[-1].quote.end : q.quote.start]
    topics = topic(lexicon, run), topic(lexicon, (q,))
    return (
        topics[0] == topics[1] != OTHER and run[-1].heading == q.heading and "\n" not in between and len(between) < 40
    )


def _order(row: Row) -> tuple[object, ...]:
    """Rank first; ties by the words, so that the order of the accounts does not matter."""
    words = sorted(p.quote.exact for cell in row.cells for p in cell)
    return (-row.rank, words)
