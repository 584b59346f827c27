"""What a predicate does: its act, whether it binds the actor, and which words say so.

The verb's rules come from acts.toml, the most specific first. An act noun that the verb governs ("expressed concern")
or a promise in its that-clause ("confirmed that they will") takes precedence over the verb's own class.
"""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct, field

from accord.extract.clauses import Predicate, subject_and_group
from accord.extract.units import Line, Unit
from accord.lexicon import ActRule, Lexicon, NounRule
from accord.records import Act

_SKIPPED = frozenset("dJP'xXaN#nG")
_NOUN_PHRASE = frozenset("dJP'xXaNDG#n-")
_ADJOINED = re.compile(r"(?:,&?|&)[xa]+[xN]")
"""What joins adjectives before a noun: "a broad, strategic and candid discussion"."""
_POSITIONS = frozenset(("affirm", "agree", "support", "oppose", "request", "expect"))
_INFINITIVE = re.compile(r"[an]*(?:T[an]*B|G)")
_OWN_ACT = frozenset(("affirm", "oppose", "request", "agree", "expect", "inform"))
"""Acts that an item of a list has of its own; other verbs take the class of the lead-in."""
_POSSESSIVE = frozenset(("their", "our", "his", "her", "its"))


class Reading(Struct):
    """How a predicate was read. ``end`` is one past the last unit of the trigger; ``used`` are rules with units."""

    act: Act
    end: int
    commissive: bool = False
    noun: int | None = None
    """The unit of the act noun, where one decided."""
    actors: tuple[str, ...] = ()
    """Codes of those who act, once they are resolved."""
    swapped: int | None = None
    """The unit of the one who really acts ("gained support from the President")."""
    used: list[tuple[str, int]] = field(default_factory=list)


def read(lexicon: Lexicon, line: Line, p: Predicate) -> Reading:
    """The act of a predicate; ``state`` where no rule holds."""
    if p.link == "state":
        return _event(lexicon, line, p)
    if p.form == "will":
        return _will(lexicon, line, p)
    if p.form == "modal":
        return Reading("state", p.verb + 1, used=[("state:modal", p.group[0])])
    p = _chained(lexicon, line, p)
    found = _rule(lexicon, line, p)
    if p.link == "item" and (found is None or found[0].act not in _OWN_ACT):
        return Reading("state", p.verb + 1, used=[("item:lead-in", p.verb)])
    if found is None:
        return _kept(lexicon, line, p) or Reading("state", p.verb + 1, used=[("state:verb", p.verb)])
    rule, end = found
    reading = Reading(rule.act, p.verb + 1 if rule.act != "state" else end, used=[(rule.id, p.verb)])
    if "..." not in rule.governs:
        reading.end = max(reading.end, end)
    reading.commissive = _binds(rule, line.tags, p)
    if rule.noun:
        _apply_noun(lexicon, line, p, rule, reading)
    if rule.promise and reading.noun is None:
        _apply_promise(lexicon, line, p, reading)
    _refine(lexicon, line, p, rule, reading)
    return reading


def _chained(lexicon: Lexicon, line: Line, p: Predicate) -> Predicate:
    """The predicate that a verb which only chains leads to, where that is a position: "continue to oppose" opposes."""
    match = _INFINITIVE.match(line.tags, p.verb + 1)
    if p.base not in lexicon.chaining or p.base in lexicon.acts or match is None:
        return p
    inner = msgspec.structs.replace(p, verb=match.end() - 1, base=line.units[match.end() - 1].base)
    found = _rule(lexicon, line, inner)
    return inner if found is not None and found[0].act in _POSITIONS else p


def _kept(lexicon: Lexicon, line: Line, p: Predicate) -> Reading | None:
    """A stance of one's own that goes on ("continue our commitment to"): the class is that of its noun."""
    stop = p.end or len(line.tags)
    found = _act_noun(lexicon, line, p.verb + 1, stop, p.base) if p.base in lexicon.chaining else None
    if found is None or not _POSSESSIVE.intersection(u.word for u in line.units[p.verb + 1 : found[0]]):
        return None
    j, noun = found
    return Reading(noun.act, j + 1, commissive=noun.commissive, noun=j, used=[("act:continue", p.verb), (noun.id, j)])


def _will(lexicon: Lexicon, line: Line, p: Predicate) -> Reading:
    """A promise, whatever the verb: "will invest", "will continue to support"."""
    units, tags = line.units, line.tags
    end = p.verb + 1
    if units[p.verb].base in lexicon.chaining and tags[end : end + 1] == "T":
        j = end + 1
        while tags[j : j + 1] == "a":
            j += 1
        end = j + 1 if tags[j : j + 1] in ("B", "E") else end
    return Reading("commit", end, commissive=True, used=[("commit:will", p.group[0])])


def _event(lexicon: Lexicon, line: Line, p: Predicate) -> Reading:
    """A clause whose subject does not speak; an event that takes place between the parties is a meeting."""
    units, tags = line.units, line.tags
    subject = [u.word for u in units[p.start : p.group[0]]]
    if _joint_body(lexicon, units[p.start : p.group[0]]):
        rule = next((r for r in lexicon.acts.get(p.base, ()) if r.act == "meet" and not r.governs), None)
        if rule is not None:
            return Reading("meet", p.verb + 1, used=[(rule.id, p.verb)])
    for rule in lexicon.acts.get(p.base, ()):
        if rule.subject == "event" and lexicon.speakers.events.intersection(subject[:5]):
            end = _governs(line, p.verb + 1, rule.governs, len(tags))
            if end is not None:
                return Reading(rule.act, end, used=[(rule.id, p.verb)])
    return Reading("state", p.verb + 1, used=[("state:subject", p.start)])


def _joint_body(lexicon: Lexicon, subject: list[Unit]) -> bool:
    """Whether a subject is a body that the parties have between them ("the U.S.-EU Trade and Technology Council")."""
    return any(u.kind == "compound" for u in subject) and any(u.text in lexicon.heads for u in subject)


def _rule(lexicon: Lexicon, line: Line, p: Predicate) -> tuple[ActRule, int] | None:
    """The first rule of the verb that holds, and where the words it governs end."""
    tags = line.tags
    stop = p.end or len(tags)
    if (p.passive or p.base == "be") and p.link != "impersonal":
        start = p.verb if p.passive else p.verb + 1
        for rule in lexicon.acts.get("be", ()):
            end = _governs(line, start, rule.governs, stop)
            if end is not None:
                return rule, end
        return None
    for rule in lexicon.acts.get(p.base, ()):
        if rule.act == "enact" and p.form == "present" and not rule.progressive and not _first_person(line, p):
            continue
        if rule.subject == "event" or (rule.past and p.form not in ("past", "perfect")):
            continue
        if (rule.perfect and p.form != "perfect") or (p.form == "progressive" and not rule.progressive):
            continue
        end = _governs(line, p.verb + 1, rule.governs, stop) if rule.governs else p.verb + 1
        if end is not None:
            return rule, end
    return None


def _first_person(line: Line, p: Predicate) -> bool:
    """Whether "we" do it: "we establish" does what it says, "they establish" tells of it."""
    return p.subject is not None and any(u.word == "we" for u in line.units[slice(*p.subject)])


def _past_aside(line: Line, i: int) -> int:
    """Where the object of a verb begins, when an aside between commas stands before it."""
    if line.tags[i : i + 1] != ",":
        return i
    close = line.tags.find(",", i + 1, i + 16)
    return close + 1 if close > 0 and not set(line.tags[i:close]) & set("MHEODBZ;:") else i


def _governs(line: Line, i: int, pattern: str, stop: int) -> int | None:
    """One past the last word of a ``with`` pattern that follows at a unit; None where it does not."""
    gap = 0
    for element in pattern.split():
        if element == "...":
            gap = 14
            continue
        i = _find(line, i, element, stop, gap)
        if i < 0:
            return None
        gap = 0
    return i


def _find(line: Line, i: int, element: str, stop: int, gap: int) -> int:
    """One past the unit that an element of a pattern matches, or -1."""
    tags = line.tags
    if element.startswith("="):
        while tags[i : i + 1] == "a":
            i += 1
        return i + 1 if i < stop and line.units[i].word == element[1:] else -1
    options = element.split("|")
    for j in range(i, min(stop, i + (gap or 9))):
        if element == "+ing":
            if tags[j] == "G":
                return j + 1
            if tags[j] != "a":
                return -1
        elif _is_one_of(line.units[j], options):
            return j + 1
        elif not gap and tags[j] not in _SKIPPED and not _ADJOINED.match(tags, j):
            return -1
    return -1


def _is_one_of(unit: Unit, options: list[str]) -> bool:
    """Whether a unit is, or begins with, one of the words; ``@place`` is any place, ``@person`` any person."""
    if "@place" in options and unit.kind in ("place", "capital"):
        return True
    if "@person" in options and unit.kind in ("person", "office"):
        return True
    first = unit.word.partition(" ")[0]
    return unit.word in options or first in options or first.removesuffix("s") in options


def _binds(rule: ActRule, tags: str, p: Predicate) -> bool:
    """Whether the verb itself binds the actor: always, or where an infinitive follows ("agreed to hold")."""
    if rule.commissive != "infinitive":
        return bool(rule.commissive)
    j = p.verb + 1
    while j < len(tags) and tags[j] in "an":
        j += 1
    return tags[j : j + 1] == "T"


def _apply_noun(lexicon: Lexicon, line: Line, p: Predicate, rule: ActRule, reading: Reading) -> None:
    """Take the class of the act noun in the object, and its binding force; also of one coordinated with it."""
    units, tags = line.units, line.tags
    stop = p.end or len(tags)
    start = _past_aside(line, max(p.verb + 1, reading.end if rule.governs else 0))
    found = _act_noun(lexicon, line, start, stop, rule.verb)
    if found is not None:
        j, noun = found
        reading.act, reading.noun, reading.end = noun.act, j, j + 1
        qualifiers = {u.word for u in units[p.verb + 1 : j]}
        reading.commissive = noun.commissive or bool(qualifiers.intersection(noun.continued))
        reading.used.append((noun.id, j))
    if reading.act == "affirm" and not reading.commissive:
        reading.commissive = _second_commitment(lexicon, line, reading.end, stop, rule.verb)


def _act_noun(lexicon: Lexicon, line: Line, i: int, stop: int, verb: str) -> tuple[int, NounRule] | None:
    """The act noun of the object that starts at a unit."""
    units, tags = line.units, line.tags
    for j in range(i, min(stop, i + 12)):
        rule = lexicon.nouns.get(units[j].word)
        head = j + 1 >= len(tags) or tags[j + 1] not in "xX" or units[j + 1].word in lexicon.nouns
        if rule is not None and rule.own and not any(u.word in _POSSESSIVE for u in units[i:j]):
            rule = None
        if rule is not None and head and (not rule.verbs or verb in rule.verbs) and verb not in rule.not_verbs:
            return j, rule
        joined = tags[j] in ",&" and tags[j + 1 : j + 2] in tuple("xXaND")
        if tags[j] not in _NOUN_PHRASE and not joined and units[j].base == "":
            return None
        if tags[j] in "BZM":
            return None
    return None


def _second_commitment(lexicon: Lexicon, line: Line, i: int, stop: int, verb: str) -> bool:
    """Whether a commitment is coordinated with the first object ("..., as well as their commitment to ...")."""
    units, tags = line.units, line.tags
    for j in range(i, stop - 2):
        if tags[j] == "&" and (units[j + 1].word in _POSSESSIVE or tags[j + 1] == "P"):
            found = _act_noun(lexicon, line, j + 1, stop, verb)
            if found is not None and found[1].commissive:
                return True
    return False


def _apply_promise(lexicon: Lexicon, line: Line, p: Predicate, reading: Reading) -> None:
    """A that-clause in which the actors promise makes the whole a promise ("confirmed that they intend to")."""
    units, tags = line.units, line.tags
    i = reading.end
    told = re.match(r"[a,]*(?:d?[JP]c)?", tags[i:])
    i += told.end() - told.group().endswith("c") if told else 0
    if tags[i : i + 1] == "c":
        i += 1
    inner = subject_and_group(lexicon, line, i)
    if inner is None or not _same_party(units, p, inner) or _expletive(units, p, inner):
        return
    would = inner.form == "modal" and units[inner.group[0]].word == "would" and p.form in ("past", "perfect")
    rules = lexicon.acts.get(inner.base, ())
    intends = any(r.act == "commit" and r.commissive and not r.governs for r in rules) or _rule_commits(
        lexicon, line, inner
    )
    if inner.form == "will" or would or intends:
        reading.commissive = True
        reading.used.append(("promise:that", inner.verb))
        if reading.act != "agree":
            reading.act = "commit"
    elif units[p.verb].base in ("say", "tell") and (reported := _rule(lexicon, line, inner)) is not None:
        reading.act, reading.commissive = reported[0].act, bool(reported[0].commissive)
        reading.used.append((f"reported:{inner.base}", inner.verb))


def _expletive(units: list[Unit], p: Predicate, inner: Predicate) -> bool:
    """Whether "it" in a that-clause stands for nobody: a person spoke ("the Minister added that it would help")."""
    if inner.subject is None or p.subject is None or units[inner.subject[0]].word != "it":
        return False
    return any(u.kind in ("person", "office", "pronoun") for u in units[slice(*p.subject)])


def _rule_commits(lexicon: Lexicon, line: Line, inner: Predicate) -> bool:
    found = _rule(lexicon, line, inner)
    return found is not None and found[0].act == "commit" and bool(found[0].commissive)


def _same_party(units: list[Unit], p: Predicate, inner: Predicate) -> bool:
    """Whether those who promise in a that-clause can be those who speak: a pronoun, a collective, or a shared code."""
    if inner.subject is None or p.subject is None:
        return p.link == "impersonal"
    own = {r for u in units[slice(*p.subject)] for r in u.refs}
    theirs = {r for u in units[slice(*inner.subject)] for r in u.refs}
    kinds = {u.kind for u in units[slice(*inner.subject)] if u.tag == "P"}
    vague = {u.kind for u in units[slice(*p.subject)] if u.tag == "P"} - {"party"}
    return bool(kinds & {"pronoun", "collective", "person", "office"}) or bool(own & theirs) or bool(vague)


def _refine(lexicon: Lexicon, line: Line, p: Predicate, rule: ActRule, reading: Reading) -> None:
    """Requests to one's own officials are orders; welcoming one's own plans binds; support "from" swaps the actor."""
    units, tags = line.units, line.tags
    stop = p.end or len(tags)
    after = units[reading.end : min(stop, reading.end + 7)]
    if reading.act == "request" and _own_officials(lexicon, units, p, after):
        reading.act, reading.commissive = "direct", True
        reading.used.append(("direct:own officials", reading.end))
    if reading.act == "support" and rule.verb in ("welcome", "endorse") and _own_plans(line, reading.end, stop):
        reading.commissive = True
        reading.used.append(("support:own plans", reading.end))
    if rule.swap:
        for j in range(reading.end, stop - 1):
            if units[j].word in ("from", "by") and "P" in tags[j + 1 : j + 3]:
                reading.swapped = tags.index("P", j + 1)
                break


def _own_officials(lexicon: Lexicon, units: list[Unit], p: Predicate, after: list[Unit]) -> bool:
    for k, unit in enumerate(after[:5]):
        if unit.kind == "collective" and unit.word.split()[0] in _POSSESSIVE:
            return unit.word.split()[-1] in lexicon.speakers.own
        if unit.word in _POSSESSIVE:
            return any(u.word in lexicon.speakers.own for u in after[k + 1 : k + 6])
        if unit.tag not in "dp":
            return False
    return False


def _own_plans(line: Line, i: int, stop: int) -> bool:
    """Whether the object is an announced action of the actors themselves ("their countries' plans to")."""
    units, tags = line.units, line.tags
    for j in range(i, min(stop, i + 7)):
        if units[j].word in ("plan", "plans", "intention", "decision"):
            return any(u.word.split()[0] in _POSSESSIVE or u.tag == "P" for u in units[i:j])
        if tags[j] in "opTcw":
            return False
    return False
