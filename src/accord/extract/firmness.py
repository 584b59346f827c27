"""How firmly a provision binds: obligation, precision and delegation, after Abbott et al. 2000.

Source: K. Abbott, R. Keohane, A. Moravcsik, A.-M. Slaughter, D. Snidal, "The Concept of Legalization", International
Organization 54:3 (2000), pp. 401-419.
"""

from __future__ import annotations

from collections.abc import Iterable

from accord.extract.acts import Reading
from accord.extract.clauses import Predicate
from accord.extract.units import Line
from accord.records import Field, Firmness, Obligation

_MEASURED = frozenset(("commit", "agree", "direct", "enact"))
"""Acts whose verb names a measure, an action that can be checked."""
_ORDER = ("date", "amount", "measure", "place", "body", "instrument")
_PRECISE = {"time": "date", "money": "amount", "place": "place", "body": "body", "instrument": "instrument"}


def read(line: Line, p: Predicate, reading: Reading, fields: Iterable[Field]) -> Firmness:
    """The firmness of a provision from its predicate, its reading and its fields."""
    fields = tuple(fields)
    named = {_PRECISE[f.field] for f in fields if f.field in _PRECISE}
    if reading.act in _MEASURED and "B" in line.tags[reading.end : p.end]:
        named.add("measure")
    delegates = tuple(f.exact for f in fields if f.field == "delegation")
    return Firmness(_obligation(line, p, reading), tuple(n for n in _ORDER if n in named), delegates)


def _obligation(line: Line, p: Predicate, reading: Reading) -> Obligation:
    """Rank of the verb and its modality; the verb that carries the promise decides ("confirmed that they intend")."""
    if reading.act == "expect":
        return "aspiration"
    if not reading.commissive:
        return "none"
    words = {u.word for u in line.units[p.group[0] : min(p.end, reading.end + 12)]}
    bases = {u.base for u in line.units[p.group[0] : min(p.end, reading.end + 6)]}
    if "shall" in words:
        return "binding"
    if bases & {"seek", "strive", "endeavor", "aim", "explore", "consider"} or words & {
        "willingness",
        "willing",
        "readiness",
        "hope",
    }:
        return "aspiration"
    if bases & {"intend", "plan"} or words & {
        "intention",
        "intent",
        "plans",
        "determination",
        "determined",
        "resolve",
        "plan",
    }:
        return "intention"
    return "undertaking"
