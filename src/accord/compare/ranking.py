"""What matters first: the rank of a row from what it holds, each point with its reason."""

from __future__ import annotations

from collections import Counter

from accord.compare.match import pieces
from accord.lexicon import Lexicon
from accord.likeness import passage
from accord.records import OBLIGATIONS, Difference, Provision, Relation

_ACT = {
    "oppose": 3.0, "direct": 2.5, "commit": 2.0, "request": 2.2, "accept": 2.2, "agree": 2.0, "support": 1.8,
    "affirm": 1.4, "enact": 1.2, "expect": 1.0, "inform": 0.6, "meet": 0.2, "state": 0.4,
}  # fmt: skip
_DIFFERENCE = {
    "amount": 5.0, "time": 3.0, "act": 2.2, "strength": 1.5, "actor": 1.6, "object": 1.0, "instrument": 1.0,
    "modifier": 0.5, "addition": 0.3, "omission": 0.3,
}  # fmt: skip
_COUNTED = ("addition", "modifier")
_BOUND = 3.0
"""Added where one account binds and the other does not."""
_OPPOSITE = 1.5
"""Added where the accounts do not agree on what was done."""
_FIRMER = 1.0
"""Added where both bind, but two steps apart ("concurred to" and "will seek to")."""
_NAMED = 2.4
"""Added where a party is named as opposed, asked or supported on one side only."""


def rank(
    lexicon: Lexicon,
    cells: tuple[tuple[Provision, ...], ...],
    relation: Relation,
    differences: tuple[Difference, ...],
    topic: str,
) -> tuple[float, tuple[str, ...]]:
    """How much a row matters to an analyst, and why; equal for both orders of the accounts."""
    provisions = [p for cell in cells for p in cell]
    if relation == "only":
        points = [(max(_ACT[p.act] for p in provisions), "only one account has it"), *_content(provisions)]
        points.append((_rarity(lexicon, provisions), "rarity of its words"))
    else:
        points = _differing(cells, relation, differences)
    if points and any(p.act not in ("state", "meet", "inform") for p in provisions):
        points.append((lexicon.topic_priorities.get(topic, 0.0), f"topic: {topic}"))
    return round(sum(s for s, _ in points), 3), tuple(why for s, why in points if s)


def _differing(
    cells: tuple[tuple[Provision, ...], ...], relation: Relation, differences: tuple[Difference, ...]
) -> list[tuple[float, str]]:
    """Points for the differences of a linked row."""
    kinds = Counter(d.kind for d in differences)
    points: list[tuple[float, str]] = [
        (_DIFFERENCE[k] * (min(n, 3) if k in _COUNTED else 1), k) for k, n in sorted(kinds.items())
    ]
    if not points:
        return []
    acts = {p.act for cell in cells for p in cell}
    points.append((0.5 * max(_ACT[a] for a in acts), "weight of the act"))
    if "strength" in kinds and len({any(p.commissive for p in cell) for cell in cells}) > 1:
        points.append((_BOUND, "one account binds"))
    if relation == "differs" and "act" in kinds:
        points.append((_OPPOSITE, "the accounts differ in the act"))
    if _gap(cells) > 1:
        points.append((_FIRMER, "one account binds more firmly"))
    if "object" in kinds and acts & {"oppose", "request"}:
        points.append((_NAMED, "names who is meant"))
    return points


def _gap(cells: tuple[tuple[Provision, ...], ...]) -> int:
    """Steps between the obligations of cells that bind; 0 where one does not bind at all."""
    ranks = [max((OBLIGATIONS.index(p.firmness.obligation) for p in cell if p.commissive), default=0) for cell in cells]
    return max(ranks) - min(ranks) if all(ranks) else 0


def _content(provisions: list[Provision]) -> list[tuple[float, str]]:
    """Points for what a one-sided row holds: money, dates, a party that is opposed, orders, firm promises."""
    points = []
    if any(p.money for p in provisions):
        points.append((5.0, "names an amount"))
    if any(p.by for p in provisions):
        points.append((1.8, "names a time"))
    if any(p.addressees and p.act == "oppose" for p in provisions):
        points.append((1.5, "names who is opposed"))
    if any(p.commissive and p.firmness.obligation in ("undertaking", "binding") for p in provisions):
        points.append((0.6, "binds"))
    if any(p.act in ("oppose", "support", "request") for p in provisions) and len(provisions) > 1:
        points.append((1.0, "several positions"))
    return points


def _rarity(lexicon: Lexicon, provisions: list[Provision]) -> float:
    """Up to two points for rare words: the mean of the five heaviest."""
    terms = passage(lexicon, [x for p in provisions for x in pieces(p)]).terms
    heavy = sorted((w for t, w in terms.items() if " " not in t), reverse=True)[:5]
    return round(min(2.0, sum(heavy) / len(heavy) / 3.0), 3) if heavy else 0.0
