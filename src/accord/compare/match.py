"""Which provisions of two accounts report the same thing: order-free, many-to-many, precision first.

Likeness of the words is corrected for provisions that resemble everything (the hubness correction CSLS of Conneau et
al. 2018, "Word Translation Without Parallel Data"), weighed by whether act and actors agree, and kept where it is the
best for both sides, or nearly so.
"""

from __future__ import annotations

from accord.compare.topics import sentence_topics
from accord.lexicon import Lexicon
from accord.likeness import Passage, joined, matrix, passage
from accord.records import Provision
from accord.text import fold

_ANSWERED = 0.6
"""Share at which the words of the provision that one answers count as its own."""


def passages(lexicon: Lexicon, provisions: tuple[Provision, ...], own: frozenset[str]) -> list[Passage]:
    """The words of each provision, with those of the provision that it answers; ``own`` are the parties' codes."""
    alone = {p.id: passage(lexicon, pieces(p), own=own) for p in provisions}
    return [joined(alone[p.id], alone[p.about], _ANSWERED) if p.about in alone else alone[p.id] for p in provisions]


def pieces(p: Provision, start: int | None = None, end: int | None = None) -> list[tuple[str, str]]:
    """The text of a provision after its verb, or a stretch of it, cut at the parties named; these come as codes."""
    base = p.quote.start
    at = p.trigger.start + len(p.trigger.exact.split()[0]) if start is None else start
    stop = p.quote.end if end is None else end
    out: list[tuple[str, str]] = []
    for field in p.named("party"):
        if at <= field.start and field.end <= stop and field.ref is not None:
            out += [(p.quote.exact[at - base : field.start - base], ""), (field.exact, field.ref)]
            at = field.end
    out.append((p.quote.exact[at - base : stop - base], ""))
    return [(text, codes) for text, codes in out if text]


_MUTUAL, _ONE_SIDED, _SECOND = 0.16, 0.25, 0.5
"""Least score of a link that is the best for both sides; for one side; and as a part of the other side's best."""
_EQUAL = 0.985
_KIN = (
    "affirm agree", "affirm commit", "affirm expect", "affirm direct", "agree commit", "agree expect", "agree direct",
    "commit expect", "commit direct", "expect direct", "request accept", "request commit", "accept commit",
    "affirm state", "enact commit", "agree enact", "oppose affirm", "support affirm", "inform affirm", "state enact",
    "support enact", "inform agree",
)  # fmt: skip
_KINDRED = frozenset(frozenset(pair.split()) for pair in _KIN)
"""Pairs of acts in which two accounts may report one thing."""


def links(lexicon: Lexicon, a: tuple[Provision, ...], b: tuple[Provision, ...]) -> list[tuple[int, int, float]]:
    """Linked provisions of two accounts with their score, in order; the same words are linked to each other alone."""
    if not a or not b:
        return []
    scores = _scores(lexicon, a, b)
    topics_a, topics_b = sentence_topics(lexicon, a), sentence_topics(lexicon, b)
    best_a = [max(row) for row in scores]
    best_b = [max(column) for column in zip(*scores, strict=True)]
    found = {
        (i, j): s
        for i, row in enumerate(scores)
        for j, s in enumerate(row)
        if s > 0 and _holds(s, best_a[i], best_b[j], topics_a[i] == topics_b[j])
    }
    found.update(_answers(a, b, found))
    return [(i, j, s) for (i, j), s in sorted(found.items())]


def _holds(score: float, best_a: float, best_b: float, same_topic: bool) -> bool:
    """Whether a score makes a link, given the best of either side; a second link needs one topic."""
    if max(best_a, best_b) >= _EQUAL:
        return score >= _EQUAL
    if score >= best_a and score >= best_b:
        return score >= _MUTUAL
    if score >= best_a or score >= best_b:
        return same_topic and score >= _ONE_SIDED and score >= _SECOND * max(best_a, best_b)
    return False


def _scores(lexicon: Lexicon, a: tuple[Provision, ...], b: tuple[Provision, ...]) -> list[list[float]]:
    """Likeness of every pair, weighed by act and actors; provisions in the same words score 1."""
    own = frozenset(code for p in (*a, *b) for code in p.actors)
    raw = matrix(passages(lexicon, a, own), passages(lexicon, b, own))
    words_a, words_b = [_bare(p) for p in a], [_bare(p) for p in b]
    return [
        [1.0 if words_a[i] == words_b[j] else min(raw[i][j] * _agreement(p, q), _EQUAL - 0.01) for j, q in enumerate(b)]
        for i, p in enumerate(a)
    ]


def _bare(p: Provision) -> str:
    """The folded words of a provision, case aside."""
    return fold(p.quote.exact).text.lower()


def _agreement(p: Provision, q: Provision) -> float:
    """How far act and actors of two provisions agree: 1 where they do."""
    factor = 1.0
    if p.act != q.act:
        factor *= 0.9 if frozenset((p.act, q.act)) in _KINDRED else 0.7
        if "meet" in (p.act, q.act):
            factor *= 0.6
    if bool(p.money) != bool(q.money):
        factor *= 0.85
    if p.actors and q.actors and not set(p.actors) & set(q.actors) and "*" not in (*p.actors, *q.actors):
        factor *= 0.6 if {p.act, q.act} != {"request", "accept"} else 1.0
    return factor


def _answers(
    a: tuple[Provision, ...], b: tuple[Provision, ...], found: dict[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """Links of provisions that do the same by the same actor in answer to linked ones ("..., which X supported")."""
    index_a, index_b = {p.id: i for i, p in enumerate(a)}, {p.id: j for j, p in enumerate(b)}
    out = {}
    for i, p in enumerate(a):
        for j, q in enumerate(b):
            if p.about and q.about and p.act == q.act and p.actors == q.actors:
                score = found.get((index_a.get(p.about, -1), index_b.get(q.about, -1)))
                if score is not None and (i, j) not in found:
                    out[i, j] = score * 0.5
    return out
