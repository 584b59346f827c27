"""The document frame: who the parties are, and whom "the two leaders", "they", "the President" or a name stand for."""

from __future__ import annotations

import re
from collections import Counter

import msgspec
from msgspec import Struct, field

from accord.extract.units import Line, Unit
from accord.lexicon import Lexicon, Person
from accord.records import Document

_APPOSED = re.compile(r"(?:od?P)?,?((?:X[x.]?){2,6})(?=,|[a]?[MHEODBZ])")
_SLACK = 4
"""Years before the first and after the last day on which a person is attested in an office."""
_ABOUT = frozenset(("on", "regarding", "concerning", "about", "against", "for"))
"""Words of a title after which its subject stands and not its parties, until "between" or "by"."""
_SHARED = frozenset(("with", "between", "among", "joint", "leaders", "partnership"))
"""Words of a title that tell of partners, whether it names them or not."""
_WITH = frozenset(("with", "between", "among", "by"))


class Frame(Struct):
    """Who is who in one document; the last four fields move on as the text is read."""

    parties: tuple[str, ...]
    people: dict[str, str]
    """Word of a name, lower case -> code."""
    offices: dict[str, tuple[str, ...]]
    """Office, lower case ("prime minister") -> codes of those who hold it here, in the order of the text."""
    issuer: str | None
    speaker: str | None = None
    """Code of the one whose statement it is, where the title names one person alone: "I"."""
    last_subject: tuple[str, ...] = ()
    last_plural: tuple[str, ...] = ()
    last_person: str | None = None
    last_thing: str | None = None
    used: list[str] = field(default_factory=list)
    """Rules used by the last resolution."""


def build(lexicon: Lexicon, document: Document, title: list[Unit], sentences: list[list[Unit]]) -> Frame:
    """The frame of a document from the units of its title and its sentences, its issuer, its kind and its year.

    A fact sheet whose title names its issuer alone speaks for nobody else, whomever it goes on to name.
    """
    issuer = document.issuer_code
    people, offices = _people(lexicon, [title, *sentences], (document.date or "")[:4])
    frame = Frame((), people, offices, issuer)
    parties = _named_in(frame, title)
    if len(parties) == 1 and any(u.kind == "person" for u in title):
        frame.speaker = parties[0]
    alone = document.kind == "fact sheet" and parties == (issuer,) and not any(u.word in _SHARED for u in title)
    for partners in () if alone else (_lead, _pairs):
        if _lacks_partners(lexicon, parties):
            parties = _joined(parties, partners(frame, sentences))
    if issuer and _lacks_partners(lexicon, parties):
        parties = _joined((issuer,), parties)
    frame.parties = tuple(sorted(parties))
    _fill_unknown(lexicon, frame, [title, *sentences])
    return frame


def _lacks_partners(lexicon: Lexicon, parties: tuple[str, ...]) -> bool:
    """Whether others may speak beside the parties found: there are not two, nor a body, which speaks for itself."""
    return len(parties) < 2 and lexicon.bodies.isdisjoint(parties)


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _people(
    lexicon: Lexicon, sentences: list[list[Unit]], year: str
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Words of the names of persons, and offices, with the party each stands for."""
    people: dict[str, str] = {}
    offices: dict[str, tuple[str, ...]] = {}
    unknown: list[Unit] = []
    for units in sentences:
        for i, unit in enumerate(units):
            if unit.kind not in ("person", "office"):
                continue
            code = unit.refs[0] if unit.refs else _beside(units, i)
            if code:
                _remember(lexicon, people, offices, unit, code)
                people.update((word, code) for word in _apposed(units, i) if word not in people)
            elif unit.kind == "person":
                unknown.append(unit)
    for unit in unknown:
        if _known(people, unit) is None:
            code = _attested(lexicon, unit, year)
            if code:
                _remember(lexicon, people, offices, unit, code)
    return people, offices


def _apposed(units: list[Unit], i: int) -> list[str]:
    """Words of the name in apposition to an office ("the President of the United States, Joseph R. Biden")."""
    if units[i].kind != "office":
        return []
    tags = "".join(u.tag for u in units[i + 1 : i + 14])
    match = _APPOSED.match(tags)
    if match is None:
        return []
    named = units[i + 1 + match.start(1) : i + 1 + match.end(1)]
    return [w for u in named if u.tag in "Xx" for w in u.word.split("-") if len(w) > 2]


def _remember(
    lexicon: Lexicon, people: dict[str, str], offices: dict[str, tuple[str, ...]], unit: Unit, code: str
) -> None:
    title, name = split_title(lexicon, unit)
    for word in name:
        people.setdefault(word, code)
    if title:
        offices[title] = tuple(dict.fromkeys((*offices.get(title, ()), code)))


def split_title(lexicon: Lexicon, unit: Unit) -> tuple[str, list[str]]:
    """The title of a person unit, and the words of the name that are long enough to know them by, lower case."""
    words = unit.word.replace(".", " ").replace(",", " ").split()
    cut = 0
    while cut < len(words) and words[cut] in lexicon.title_words:
        cut += 1
    return " ".join(words[:cut]), [w for w in words[cut:] if len(w) > 1 and w not in ("jr", "sr", "ii", "iii")]


def _beside(units: list[Unit], i: int) -> str | None:
    """The party named straight before or after a person or office ("Philippine President", "of Japan")."""
    after = units[i + 1 : i + 4]
    if len(after) >= 2 and after[0].tag == "o" and after[1].tag == "d":
        after = [after[0], *after[2:]]
    if len(after) >= 2 and after[0].tag == "o" and after[1].kind == "party" and after[1].refs:
        return after[1].refs[0]
    before = units[i - 1] if i else None
    if before is not None and before.tag == "'" and i > 1:
        before = units[i - 2]
    if before is not None and before.tag in "JP" and before.kind in ("party", "adjective") and len(before.refs) == 1:
        return before.refs[0]
    return None


def _known(people: dict[str, str], unit: Unit) -> str | None:
    for word in reversed(unit.word.replace(".", " ").replace(",", " ").split()):
        if word in people:
            return people[word]
    return None


def _attested(lexicon: Lexicon, unit: Unit, year: str) -> str | None:
    """The party of a person of the lists, by surname; None unless all that fit speak for one party.

    A given name decides nothing. Of several the title and the year choose, where they leave any.
    """
    title, name = split_title(lexicon, unit)
    found: tuple[Person, ...] = ()
    for surname in dict.fromkeys((" ".join(name[-3:]), " ".join(name[-2:]), *name[-1:], *name[:1])):
        found = found or tuple(p for p in lexicon.people.get(surname, ()) if _fits(name, p))
    found = tuple(p for p in found if p.title.lower() in title) or found
    if year:
        found = tuple(p for p in found if int(p.first[:4]) - _SLACK <= int(year) <= int(p.last[:4]) + _SLACK) or found
    codes = {p.code for p in found}
    return codes.pop() if len(codes) == 1 else None


def _fits(name: list[str], person: Person) -> bool:
    """Whether the words of a name can be those of a person: all of them, or all but initials and given names unsaid.

    A given name may be cut short: the first two letters tell "Joe", who is Joseph, from "Jill".
    """
    known = person.name.lower().replace(".", " ").replace(",", " ").split()
    short = len(name) == 2 and name[0][:2] == known[0][:2]
    return len(name) == 1 or short or sum(word in set(known) for word in name) > 1


def _named_in(frame: Frame, units: list[Unit]) -> tuple[str, ...]:
    """Parties named in a title, compounds taken apart ("U.S.-Mexico")."""
    out: list[str] = []
    about = False
    for i, unit in enumerate(units):
        if len(out) > 1 and i and units[i - 1].tag == "(":  # "India, Israel, the UAE and the United States (I2U2)"
            continue
        tells = bool(out) and unit.tag in "XG" and unit.word.endswith("ing")  # "Statement from A Welcoming B to C"
        about = tells or unit.word in _ABOUT or (about and unit.word not in _WITH)
        if about and unit.kind != "compound":  # "Statement on Ukraine", but "on U.S.-Japan Consultations"
            continue
        if unit.kind == "person":
            code = _known(frame.people, unit)
            out.extend([code] if code else [])
        elif unit.kind in ("party", "compound", "adjective", "organ"):
            out.extend(unit.refs)
    return tuple(dict.fromkeys(out))


def _lead(frame: Frame, sentences: list[list[Unit]]) -> tuple[str, ...]:
    """Who takes part, from the first of the opening sentences that names two parties as subjects or with each other.

    A head of whom nothing is known stands for the issuer, where nobody else does.
    """
    seen: list[str] = []
    for units in sentences[:4]:
        unknown = False
        for i, unit in enumerate(units):
            if unit.tag == "P" and _takes_part(units, i):
                code = _code(frame, unit)
                unknown = unknown or (code is None and unit.kind == "person" and unit.rank == "head")
                seen.extend([code] if code else [])
        if seen and unknown and frame.issuer and frame.issuer not in seen:
            seen.append(frame.issuer)
        if len(set(seen)) >= 2:
            break
    return tuple(dict.fromkeys(seen))


def _code(frame: Frame, unit: Unit) -> str | None:
    """The party that one unit of the lead stands for."""
    if unit.kind == "person":
        return _known(frame.people, unit)
    if unit.refs:
        return unit.refs[0]
    return holder(frame, unit.word) if unit.kind == "office" else None


def _takes_part(units: list[Unit], i: int) -> bool:
    """Whether a speaker at a place is one of those who meet: no possessor, no place, no object of "of"."""
    unit = units[i]
    after = units[i + 1].tag if i + 1 < len(units) else "."
    if unit.kind not in ("party", "person", "office") or after in "'":
        return False
    j = i - 1
    while j >= 0 and units[j].tag in "dJa":
        j -= 1
    if j < 0:
        return True
    before = units[j]
    if before.tag == "p":
        return before.word in _WITH
    if before.tag == "o":
        return j > 0 and units[j - 1].tag == "P"
    if unit.kind == "person":
        return before.tag in 'P,&BZDNG"T'
    if before.tag == "&":
        k = j - 2 if j > 1 and units[j - 1].tag == "," else j - 1
        return k >= 0 and units[k].tag == "P" and _takes_part(units, k)
    return (before.tag == "," and j > 0 and units[j - 1].tag in "P)") or (before.tag == "P" and units[j - 1].tag != "p")


def _pairs(frame: Frame, sentences: list[list[Unit]]) -> tuple[str, ...]:
    """The two parties most often named together ("U.S.-Iraq"); the issuer is one of them where it is known."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for units in sentences:
        for i, unit in enumerate(units):
            if unit.kind == "compound" and len(unit.refs) == 2:
                pairs[tuple(sorted(unit.refs))] += 1
            elif unit.kind == "party" and i + 2 < len(units) and units[i + 1].word == "and":
                other = units[i + 2] if units[i + 2].tag != "d" else units[min(i + 3, len(units) - 1)]
                if other.kind == "party":
                    pairs[tuple(sorted((*unit.refs, *other.refs)))] += 2
    if frame.issuer:
        pairs = Counter({pair: n for pair, n in pairs.items() if frame.issuer in pair})
    best = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return best[0][0] if best else ()


def _fill_unknown(lexicon: Lexicon, frame: Frame, sentences: list[list[Unit]]) -> None:
    """A head of whom nothing is known leads the party that no known head speaks for and whose heads are called so."""
    heads = [u for s in sentences for u in s if u.kind == "person" and u.rank == "head"]
    unknown = {tuple(split_title(lexicon, u)[1][-1:]): u for u in reversed(heads) if _known(frame.people, u) is None}
    for _ in range(len(unknown)):
        spoken = {code for u in heads if (code := _known(frame.people, u))}
        free = [p for p in frame.parties if p not in spoken]
        for name, unit in sorted(unknown.items()):
            title = split_title(lexicon, unit)[0]
            fitting = [p for p in free if any(t and t in title for t in lexicon.heads_of.get(p, ()))] or free
            if len(fitting) == 1 and _known(frame.people, unit) is None:
                for other in heads:
                    if tuple(split_title(lexicon, other)[1][-1:]) == name:
                        _remember(lexicon, frame.people, frame.offices, other, fitting[0])
                break


def resolve(frame: Frame, units: list[Unit]) -> tuple[str, ...]:
    """Codes of the parties that the units of a subject stand for, sorted; moves the frame on."""
    codes: list[str] = []
    frame.used = []
    persons = 0
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.tag != "P":
            i += 1
            continue
        owner = _owner(units, i)
        if owner:
            codes.extend(code for o in owner for code in o.refs)
            frame.used.append(f"who:{unit.kind} of party")
            i = units.index(owner[-1]) + 1
        else:
            codes.extend(_of_unit(frame, units, i))
            i += 1
        persons += unit.kind in ("person", "office")
    resolved = tuple(sorted(set(codes)))
    _move_on(frame, units, resolved, persons)
    return resolved


def _owner(units: list[Unit], i: int) -> list[Unit]:
    """The parties after "of" that a collective, an office or an organ belongs to ("the governments of A and B")."""
    if units[i].kind not in ("collective", "office", "office plural", "organ") or i + 2 > len(units):
        return []
    j = i + 1
    if j >= len(units) or units[j].tag != "o":
        return []
    out = []
    for unit in units[j + 1 :]:
        if unit.tag == "P" and unit.kind in ("party", "organ") and unit.refs:
            out.append(unit)
        elif unit.tag not in "d,&o()":
            break
    return out


def _of_unit(frame: Frame, units: list[Unit], i: int) -> tuple[str, ...]:
    unit = units[i]
    if unit.kind == "person":
        code = _known(frame.people, unit)
        frame.used.append("who:person")
        return (code,) if code else ()
    if unit.kind == "persons":
        frame.used.append("who:persons")
        return tuple(frame.people[w] for w in unit.word.split() if w in frame.people)
    if unit.kind == "office":
        code = unit.refs[0] if unit.refs else _office(frame, units, i)
        frame.used.append("who:office")
        return (code,) if code else ()
    if unit.kind == "pronoun":
        return _pronoun(frame, unit.word)
    if unit.kind == "body":
        frame.used.append("who:body")
        return frame.parties if len(frame.parties) == 1 else ()
    if unit.kind in ("collective", "office plural"):
        frame.used.append("who:collective")
        return frame.parties
    frame.used.append(f"who:{unit.kind}")
    return unit.refs or frame.parties


def _office(frame: Frame, units: list[Unit], i: int) -> str | None:
    """Whom an office without a name stands for: the party before it, or the one who holds it in this document."""
    if i and units[i - 1].tag in "JP" and units[i - 1].refs:
        return units[i - 1].refs[0]
    return holder(frame, units[i].word)


def holder(frame: Frame, office: str) -> str | None:
    """The party of the one who holds an office here: of several the issuer's, else the last to act."""
    held = frame.offices.get(office) or tuple(c for o, codes in frame.offices.items() if office in o for c in codes)
    held = tuple(c for c in held if c in frame.parties) or held
    if len(set(held)) == 1:
        return held[0]
    if frame.issuer in held or (not held and frame.issuer in frame.parties):
        return frame.issuer
    return frame.last_person if frame.last_person in held else None


def _pronoun(frame: Frame, word: str) -> tuple[str, ...]:
    frame.used.append(f"who:{word}")
    if word == "i" and frame.speaker:
        return (frame.speaker,)
    if word in ("he", "she", "i"):
        return (frame.last_person,) if frame.last_person else ()
    if word == "it":
        return (frame.last_thing,) if frame.last_thing else ()
    if word == "they":
        return frame.last_plural or frame.parties
    return frame.parties


def _move_on(frame: Frame, units: list[Unit], codes: tuple[str, ...], persons: int) -> None:
    frame.last_subject = codes
    if len(codes) > 1:
        frame.last_plural = codes
    elif len(codes) == 1 and persons:
        frame.last_person = codes[0]
    elif len(codes) == 1 and any(u.kind in ("party", "organ", "capital") for u in units):
        frame.last_thing = codes[0]


def resolve_one(frame: Frame, unit: Unit) -> tuple[str, ...]:
    """Codes that one unit of a subject stands for; does not move the frame on."""
    if unit.kind == "pronoun":
        return frame.last_subject
    return tuple(sorted(set(_of_unit(frame, [unit], 0))))


def with_surnames(lexicon: Lexicon, frame: Frame, line: Line) -> Line:
    """A line in which surnames without a title, of people known by now, are persons ("Gomez noted that ...")."""
    changed = False
    for i, unit in enumerate(line.units):
        free = unit.tag in "Xx" and unit.text[:1].isupper() and unit.word in frame.people
        if free and unit.word not in lexicon.tags and (i == 0 or line.units[i - 1].tag in ',&.;:"a'):
            unit.tag, unit.kind, changed = "P", "person", True
    return msgspec.structs.replace(line, tags="".join(u.tag for u in line.units)) if changed else line
