"""How firmly a provision binds: obligation, precision and delegation, after Abbott et al. 2000, and its verb's rank.

Source: K. Abbott, R. Keohane, A. Moravcsik, A.-M. Slaughter, D. Snidal, "The Concept of Legalization", International
Organization 54:3 (2000), pp. 401-419. Which words stand for which step is data (ranks.toml).
"""

from __future__ import annotations

from collections.abc import Iterable

from accord.extract.acts import Reading
from accord.extract.clauses import Predicate
from accord.extract.units import Line
from accord.lexicon import Lexicon, Rank
from accord.lexicon.load import OWN_RANKS
from accord.records import OBLIGATIONS, Field, Firmness, Obligation

_MEASURED = frozenset(("commit", "agree", "direct", "enact"))
"""Acts whose verb names a measure, an action that can be checked."""
_ORDER = ("date", "amount", "measure", "place", "body", "instrument")
_PRECISE = {"time": "date", "money": "amount", "place": "place", "body": "body", "instrument": "instrument"}
_REACH = 6
"""Units after the trigger in which the word that decides may stand ("agreed to explore")."""


def read(lexicon: Lexicon, line: Line, p: Predicate, reading: Reading, fields: Iterable[Field]) -> Firmness:
    """The firmness of a provision from its predicate, its reading and its fields."""
    fields = tuple(fields)
    named = {_PRECISE[f.field] for f in fields if f.field in _PRECISE}
    if reading.act in _MEASURED and "B" in line.tags[reading.end : p.end]:
        named.add("measure")
    delegates = tuple(f.exact for f in fields if f.field == "delegation")
    words = _words(line, p, reading)
    precision = tuple(n for n in _ORDER if n in named)
    return Firmness(_obligation(lexicon, reading, words), precision, delegates, _rank(lexicon, words))


def _words(line: Line, p: Predicate, reading: Reading) -> list[str]:
    """Words and base forms of the predicate and of what follows it closely, in text order."""
    units = line.units[p.group[0] : min(p.end, reading.end + _REACH)]
    return [w for u in units for w in dict.fromkeys((u.base, u.word)) if w]


def _obligation(lexicon: Lexicon, reading: Reading, words: list[str]) -> Obligation:
    """The weakest step that a word names, for the weakest word decides ("will seek to"); "shall" binds."""
    if reading.act == "expect":
        return "aspiration"
    if not reading.commissive:
        return "none"
    steps = [r for r in lexicon.ranks if r.profile == OWN_RANKS and r.obligation and not r.words.isdisjoint(words)]
    named = {r.obligation for r in steps}
    if "binding" in named:
        return "binding"
    return next((o for o in OBLIGATIONS if o in named), "undertaking")


def _rank(lexicon: Lexicon, words: list[str]) -> str | None:
    """Step of the first word that the chosen profile ranks, with its scale."""
    ranks = [r for r in lexicon.ranks if r.profile == lexicon.rank_profile]
    for word in words:
        for rank in ranks:
            if word in rank.words:
                return f"{rank.scale} {rank.step} of {_highest(ranks, rank.scale)}"
    return None


def _highest(ranks: list[Rank], scale: str) -> int:
    return max(r.step for r in ranks if r.scale == scale)
