"""What matters first: the rank of a row from what it holds, each point with its reason."""

from __future__ import annotations

from accord.lexicon import Lexicon
from accord.likeness import passage
from accord.compare.match import pieces
from accord.records import Difference, Provision, Relation

_ACT = {
    "oppose": 3.0, "direct": 3.0, "commit": 2.0, "request": 2.2, "accept": 2.2, "agree": 2.0, "support": 1.8, "affirm": 1.4,
    "enact": 1.2, "expect": 1.0, "inform": 0.6, "meet": 0.2, "state": 0.4,
}  # fmt: skip
_DIFFERENCE = {
    "amount": 5.0, "object": 3.2, "time": 2.5, "act": 2.4, "strength": 3.2, "actor": 1.6, "instrument": 1.2, "modifier": 0.6,
    "addition": 0.7, "omission": 0.7,
}  # fmt: skip


def rank(lexicon: Lexicon, cells: tuple[tuple[Provision, ...], ...], relation: Relation, differences: tuple[Difference, ...]) -> tuple[float, tuple[str, ...]]:
    """How much a row matters to an analyst, and why; equal for both orders of the accounts."""
    provisions = [p for cell in cells for p in cell]
    points: list[tuple[float, str]] = []
    if relation == "only":
        points.append((max(_ACT[p.act] for p in provisions), "only one account has it"))
        points += _content(provisions)
        points.append((_rarity(lexicon, provisions), "rarity of its words"))
    else:
        kinds: dict[str, int] = {}
        for d in differences:
            kinds[d.kind] = kinds.get(d.kind, 0) + 1
        points += [(_DIFFERENCE[k] * (1 if k not in ("addition", "modifier") else min(n, 3)), k) for k, n in sorted(kinds.items())]
        if differences:
            points.append((0.5 * max(_ACT[p.act] for p in provisions), "weight of the act"))
        if any(p.money for p in provisions) and "amount" not in kinds:
            points.append((0.5, "names an amount"))
    return round(sum(s for s, _ in points), 3), tuple(why for s, why in points if s)


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
