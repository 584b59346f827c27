"""Whom an act is aimed at: the party asked, welcomed, opposed or promised something."""

from __future__ import annotations

from accord.extract.acts import Reading
from accord.extract.clauses import Predicate
from accord.extract.frame import Frame, holder
from accord.extract.units import Line, Unit

_REACH = {"request": 12, "support": 14, "oppose": 16, "accept": 14, "expect": 5, "commit": 18, "affirm": 18, "agree": 0}


def find(frame: Frame, line: Line, p: Predicate, reading: Reading, actors: tuple[str, ...]) -> list[int]:
    """Units that name the addressees; empty where the act is aimed at nobody or the parties face each other."""
    reach = _REACH.get(reading.act, 0)
    if reading.act in ("commit", "affirm") and not (reading.commissive and len(actors) == 1):
        return _supported(frame, line, p, reading, actors) if reading.commissive else []
    stop = min(p.end, reading.end + reach)
    for j in range(reading.end, stop):
        unit = line.units[j]
        if line.tags[j] in ";w" or (line.tags[j] == "c" and reading.act != "oppose"):
            return []
        refs = _codes(frame, line, j)
        if not refs or set(refs) & set(actors) or not _is_target(line, j, reading.act, reading.end):
            continue
        if reading.act in ("commit", "affirm") and not set(refs) & set(frame.parties) and unit.kind != "party":
            continue
        return [j]
    return []


def _supported(frame: Frame, line: Line, p: Predicate, reading: Reading, actors: tuple[str, ...]) -> list[int]:
    """The third party that a joint promise supports or sanctions ("will continue to support Ukraine")."""
    for j in range(reading.end, min(p.end, reading.end + 9)):
        near = line.units[max(reading.end - 1, j - 4) : j]
        if line.units[j].kind == "party" and not set(line.units[j].refs) & set(actors):
            helped = any(
                u.base in ("support", "assist", "help", "aid", "defend") or u.word in ("support", "sanctions")
                for u in near
            )
            return [j] if helped else []
    return []


def _codes(frame: Frame, line: Line, j: int) -> tuple[str, ...]:
    unit: Unit = line.units[j]
    if unit.kind == "person":
        return tuple(frame.people[w] for w in unit.word.split() if w in frame.people)[:1]
    if unit.kind == "office":
        code = unit.refs[0] if unit.refs else holder(frame, unit.word)
        return (code,) if code else ()
    if unit.kind in ("party", "adjective", "organ", "capital"):
        return unit.refs
    return ()


def _is_target(line: Line, j: int, act: str, start: int) -> bool:
    """Whether a party stands where the one aimed at stands: object, possessor, or after the act's preposition."""
    tags = line.tags
    before = line.units[j - 1 if tags[j - 1] != "d" else j - 2]
    after = tags[j + 1 : j + 2]
    near = j - start <= 2
    if act == "oppose":
        return (
            after == "'"
            or before.word in ("by", "from")
            or line.units[j].kind == "adjective"
            or (near and after != ",")
        )
    if act == "request":
        return near or before.word in ("on", "upon", "to", "of")
    if before.word in ("in", "at", "between", "among", "across", "within", "including"):
        return False
    return act not in ("commit", "affirm") or before.word not in ("with", "together", "alongside")


def code_of(frame: Frame, line: Line, j: int) -> str | None:
    """The code of an addressee's unit."""
    refs = _codes(frame, line, j)
    return refs[0] if refs else None
