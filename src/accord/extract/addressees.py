"""Whom an act is aimed at: the party asked, welcomed, opposed or promised something."""

from __future__ import annotations

from accord.extract.acts import Reading
from accord.extract.clauses import Predicate
from accord.extract.frame import Frame, holder
from accord.extract.units import Line, Unit
from accord.lexicon import Lexicon

_REACH = {"request": 12, "support": 14, "oppose": 16, "accept": 14, "expect": 8}
"""Units after the trigger within which the addressee stands."""
_CLOSE = 2
"""Units after the trigger within which a party is the object itself."""
_PROMISES = ("commit", "affirm")
_NEAR = 9
"""Units after the trigger within which a third party stands that a joint promise supports."""


def find(lexicon: Lexicon, frame: Frame, line: Line, p: Predicate, reading: Reading) -> list[int]:
    """Units that name the addressees; empty where the act is aimed at nobody or the parties face each other."""
    alone = len(reading.actors) == 1 and reading.actors[0] not in lexicon.bodies
    if reading.act in _PROMISES:
        if not reading.commissive:
            return []
        return _other_party(frame, line, p, reading) if alone else _supported(lexicon, line, p, reading)
    if reading.act == "expect" and not alone:
        return []
    stop = min(p.end, reading.end + _REACH.get(reading.act, 0))
    for j in range(reading.end, stop):
        if line.tags[j] in ";w" or (line.tags[j] == "c" and reading.act != "oppose"):
            return []
        refs = _codes(frame, line, j)
        if refs and not set(refs) & set(reading.actors) and _is_target(line, j, reading.act, reading.end):
            return [j]
    return []


def _other_party(frame: Frame, line: Line, p: Predicate, reading: Reading) -> list[int]:
    """The other party, where one party alone promises something and names it."""
    for j in range(reading.end, p.end):
        refs = _codes(frame, line, j)
        together = line.units[j - 1].word == "with" and line.units[j - 2].word == "together"
        if set(refs) & set(frame.parties) and not set(refs) & set(reading.actors) and not together:
            return [j]
    return []


def _supported(lexicon: Lexicon, line: Line, p: Predicate, reading: Reading) -> list[int]:
    """The third party that a joint promise supports, sanctions, or whose sovereignty or security it is about."""
    for j in range(reading.end, min(p.end, reading.end + _NEAR)):
        if line.units[j].kind == "party" and not set(line.units[j].refs) & set(reading.actors):
            near = line.units[max(reading.end - 1, j - 4) : j]
            of = line.tags[j - 1] == "o" or line.tags[j - 2 : j] == "od"
            owned = of and any(u.word in lexicon.benefits for u in line.units[reading.end : j])
            helped = any(u.base in lexicon.helping or u.word in lexicon.helping for u in near)
            return [j] if helped or owned else []
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
    before = line.units[j - 1 if tags[j - 1] != "d" else j - 2].word
    near = j - start <= _CLOSE
    if act == "oppose":
        by = before in ("by", "from") or line.units[j].kind == "adjective"
        return tags[j + 1 : j + 2] == "'" or by or (near and tags[j + 1 : j + 2] != ",")
    if act == "request":
        return near or before in ("on", "upon", "to", "of")
    if act == "expect":
        return before == "with" or near
    return before not in ("at", "between", "among", "across", "within", "including", "with")


def code_of(frame: Frame, line: Line, j: int) -> str | None:
    """The code of an addressee's unit."""
    refs = _codes(frame, line, j)
    return refs[0] if refs else None
