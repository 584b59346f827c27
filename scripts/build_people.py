"""Build ``people.csv``, the persons attested in a corpus of visits, official statements and diplomatic papers.

Usage: build_people.py CORPUS_FOLDER PEOPLE.csv

Read are visits.jsonl, whitehouse.jsonl and frus.jsonl of the folder, and the texts (``*.txt``) of a folder ``founding``
beside it where there is one. A person is attested by a visit ("President Isaac Herzog", Israel), by a title with a name
and a country ("Prime Minister Modi Narendra of India", "Philippine President Ferdinand R. Marcos Jr.", "Secretary of
State Antony Blinken"), by an editor's note on a person ("Rusk, Dean, Secretary of State"), or as the President whom
visitors met ("Met with President Ford"). No name comes from anywhere else. Names of countries and titles are those of
parties.csv, places.csv and titles.csv.

Attestations of one person are put together where names of one country agree (spelling, initials, order and shortened
names allowed) and the dates are near each other. The surname is what texts call the person with the same title ("Prime
Minister Kishida"); where none does, it is guessed as ``_guess`` says.
"""

from __future__ import annotations

import csv
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from attestations import (
    INITIALS,
    PARTICLES,
    SUFFIX,
    Attestation,
    Lists,
    Mention,
    Reader,
    fold,
    hosts,
    is_full,
    key_of,
    notes,
    texts,
    visits,
)

DATA = pathlib.Path(__file__).resolve().parents[1] / "src" / "accord" / "lexicon" / "data"
_ROYAL = re.compile(r"\b(?:King|Queen|Emperor|Empress|Pope|Shah|Sultan|Amir|Emir|Regent|Prince|Grand Du\w+)\b")
_NUMERAL = re.compile(r"[IVX]{1,6}")
# Countries where a name ends with the father's and the mother's surname.
# fmt: off
_MOTHERS_NAME_LAST = frozenset({
    "AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GQ", "GT", "HN", "MX", "NI", "PA", "PE", "PY", "SV", "UY",
    "VE",
})
# fmt: on


@dataclass
class Person:
    """What several attestations say of one person."""

    found: list[Attestation] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    sure: bool = False
    """Whether several places show the surname."""

    def add(self, one: Attestation) -> None:
        self.found.append(one)

    @property
    def code(self) -> str:
        return self.found[0].code

    @property
    def titles(self) -> Counter[str]:
        return Counter(a.title for a in self.found)

    @property
    def names(self) -> Counter[tuple[str, ...]]:
        return Counter(a.name for a in self.found)

    @property
    def dates(self) -> list[str]:
        return sorted(a.date for a in self.found if a.date)


# ------------------------------------------------------------------------------------------------------ who is the same


def _numerals(name: tuple[str, ...]) -> set[str]:
    return {w for w in name if _NUMERAL.fullmatch(w)}


def _people(found: Iterable[Attestation]) -> list[Person]:
    """Attestations put together, one person each."""
    by_code: dict[str, dict[tuple[str, ...], Person]] = defaultdict(dict)
    last: dict[tuple[str, tuple[str, ...]], str] = {}
    turn: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for one in sorted(found, key=lambda a: (a.date, a.source, a.name, a.title)):
        key = (one.code, (*key_of(one.name), *sorted(_numerals(one.name))))
        # The same name after many years is another one's ("President Bush").
        if key in last and _years(last[key], one.date) > (25 if is_full(one.name) or _numerals(one.name) else 8):
            turn[key] += 1
        last[key] = one.date
        by_code[one.code].setdefault((*key[1], str(turn[key])), Person()).add(one)
    return [p for code in sorted(by_code) for p in _merged(list(by_code[code].values()))]


def _merged(people: list[Person]) -> list[Person]:
    """The persons of one country, those that are the same put together: full names first, then bare surnames."""
    people = sorted(people, key=lambda p: (-len(key_of(p.found[0].name)), p.dates[0], p.found[0].name))
    out: list[Person] = []
    for person in people:
        same = [o for o in out if _same(o, person)]
        same = [o for o in same if set(o.titles) & set(person.titles)] or same
        short = len(key_of(person.found[0].name)) == 1
        if not same or (short and len(same) > 1):
            out.append(person)
            continue
        for one in person.found + [a for other in same[1:] for a in other.found]:
            same[0].add(one)
        out = [o for o in out if not any(o is other for other in same[1:])]
    return out


def _same(a: Person, b: Person) -> bool:
    """Whether two are one: any of their names agree, and the dates are near each other."""
    years = _apart(a, b)
    return years < 25 and any(_agree(x, y, a, b, years) for x in a.names for y in b.names)


def _agree(x: tuple[str, ...], y: tuple[str, ...], a: Person, b: Person, years: float) -> bool:
    one, two = key_of(x), key_of(y)
    numerals = _numerals(x), _numerals(y)
    royal = any(_ROYAL.search(t) for t in (*a.titles, *b.titles))
    if (all(numerals) and numerals[0] != numerals[1]) or (royal and _alike(one[0], two[0]) < 0.8):
        return False
    if len(one) == len(two) == 1:
        return (years < 8 or all(numerals)) and _alike(one[0], two[0]) > 0.9
    if min(len(one), len(two)) == 1:
        long, short = sorted((one, two), key=len, reverse=True)
        return (years < 9 or all(numerals)) and any(_alike(w, short[0]) > 0.9 for w in (long[:1] if royal else long))
    within = set(one) <= set(two) or set(two) <= set(one) or (one[0], one[-1]) == (two[0], two[-1])
    if within and len(set(one) & set(two)) > 1:
        return True
    return _nearly(one, two, years, bool(set(a.titles) & set(b.titles)))


def _nearly(one: tuple[str, ...], two: tuple[str, ...], years: float, office: bool) -> bool:
    """Whether two full names are spellings of one, or differ by a nickname: "Joe Biden" and "Joseph Biden"."""
    short = one[0][0] == two[0][0] if office else one[0] != two[0] and (one[0] in two[0] or two[0] in one[0])
    nickname = years < 2 and one[-1] == two[-1] and short and len(one) == len(two) == 2
    return nickname or (office and years < 6 and _alike(" ".join(one), " ".join(two)) > 0.85)


def _alike(x: str, y: str) -> float:
    return SequenceMatcher(None, x, y, autojunk=False).ratio()


def _years(earlier: str, later: str) -> float:
    return abs(_number(later) - _number(earlier))


def _number(date: str) -> float:
    return int(date[:4]) + int(date[5:7] or 1) / 12 if len(date) >= 7 else int(date[:4])


def _apart(a: Person, b: Person) -> float:
    """Years between the times of two persons; 0 where they overlap."""
    return max(0.0, _number(b.dates[0]) - _number(a.dates[-1]), _number(a.dates[0]) - _number(b.dates[-1]))


# ------------------------------------------------------------------------------------- what else the texts say of them


def _drop_strays(people: list[Person]) -> list[Person]:
    """Without those whom a slip of the text puts under another party, and those named long after their time."""
    most: Counter[tuple[str, ...]] = Counter()
    for p in people:
        for name, n in p.names.items():
            most[key_of(name)] = max(most[key_of(name)], n)
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    kept = []
    for p in sorted(people, key=lambda p: p.dates[0]):
        keys = [(p.code, key_of(n)) for n in p.names if len(n) > 1]
        visited = any(a.source.startswith("visits") for a in p.found)
        late = p.code == "US" and any(k in seen for k in keys) and len(p.found) == 1
        stray = all(len(n) > 1 and most[key_of(n)] > c for n, c in p.names.items())
        seen |= dict.fromkeys(keys, p.dates[0])
        if visited or not (late or stray):
            kept.append(p)
    return kept


def _extend(people: list[Person], mentions: dict[str, list[Mention]]) -> None:
    """Add the places that name a known person in full with a known title but no country."""
    full: dict[str, list[Mention]] = defaultdict(list)
    for folded, places in mentions.items():
        full[" ".join(sorted(key_of(tuple(folded.split()))))] += places
    for p in people:
        titles, low, high = set(p.titles), _number(p.dates[0]) - 4, _number(p.dates[-1]) + 4
        for key in {" ".join(sorted(key_of(n))) for n in p.names if len(key_of(n)) > 1}:
            for m in full[key]:
                if m.title in titles and low <= _number(m.date) <= high:
                    p.add(Attestation(m.name, m.title, p.code, m.date, m.source))


def _call(person: Person, mentions: dict[str, list[Mention]]) -> tuple[Counter[str], bool]:
    """How texts call the person after a title, by the parts of the name: those that give the full name or, where none
    does, those of the person's time that use the same title; and whether several places of the former kind say so."""
    sources = {a.source for a in person.found if len(a.name) > 1}
    low, high = _number(person.dates[0]) - 1, _number(person.dates[-1]) + 2
    there: Counter[str] = Counter()
    then: Counter[str] = Counter()
    royal = any(_ROYAL.search(t) for t in person.titles)
    parts = {(part, name[0]) for name in person.names if len(name) > 1 for part in _parts(name)}
    for part in {part for part, start in parts if not royal or part.split()[0] == start}:
        places = mentions.get(fold(part), [])
        there[part] = len({m.source for m in places} & sources)
        then[part] = len({m.source for m in places if m.title in person.titles and low <= _number(m.date) <= high})
    bare = Counter(n[0] for a in person.found if len(n := a.name) == 1)
    for name in _whole(person):
        there.pop(" ".join(name), None)
        then.pop(" ".join(name), None)
    same = +(there + bare)
    return same or +then, sum(same.values()) > 1


def _whole(person: Person) -> list[tuple[str, ...]]:
    """The names that are not the end of a longer one: "López Obrador" is a surname, though it looks like a full name."""
    names = [n for n in person.names if len(n) > 1]
    return [n for n in names if not any(len(o) > len(n) and o[-len(n) :] == n for o in names)]


def _parts(name: tuple[str, ...]) -> Iterator[str]:
    """Every run of words of a name that could be the short form of it: "Yoon", "López Obrador", "von der Leyen"."""
    for size in range(1, len(name)):
        for i in range(len(name) - size + 1):
            run = name[i : i + size]
            proper = any(not (SUFFIX.fullmatch(w) or INITIALS.fullmatch(w)) for w in run)
            if proper and run[-1].lower() not in PARTICLES:
                yield " ".join(run)


def _settle(people: list[Person], mentions: dict[str, list[Mention]]) -> None:
    """Give everyone a surname: the one that the source marks, the one that texts use, or a guess."""
    first_word: dict[str, list[bool]] = defaultdict(list)
    for person in people:
        marked = [a.surname for a in person.found if a.surname]
        marked += [w for n in person.names for w in n if len(w) > 3 and w.isalpha() and w.isupper()]
        used, person.sure = _call(person, mentions)
        top = max(used.values(), default=0)
        by_use = sorted(used, key=lambda s: (-used[s], len(s), s))
        person.surnames = [*marked, *(s for s in by_use if used[s] >= top / 4)]
        for name in person.names if person.surnames else ():
            if len(name) > 1:
                first_word[person.code].append(fold(name[0]) == fold(person.surnames[0].split()[0]))
    begins = Counter(w for p in people for w in {fold(n[0]) for n in p.names if len(n) > 1})
    given = {w for w, n in begins.items() if n > 1}
    for person in people:
        votes = first_word[person.code]
        family_first = len(votes) > 2 and sum(votes) > len(votes) / 2
        guess = _guess(person, family_first, given)
        starts = {n[0] for n in _whole(person)}
        sons = [n[0] for n in person.names if {"bin", "ibn"} & {w.lower() for w in n[1:]}]
        # A text that prints a nickname between the names seems to call one by the first.
        doubtful = not person.surnames or not (family_first or person.sure or set(person.surnames[:1]) - starts)
        guess = guess if doubtful else []
        person.surnames = _spellings([*person.surnames, *guess, *sons], starts)


def _guess(person: Person, first: bool, given: set[str]) -> list[str]:
    """The surname of one whom no text calls by it: of a ruler and before "bin" the first name, the first word where
    that is the custom of the country, the father's name where names end in the mother's, else the last word."""
    name = min(person.names, key=lambda n: (len(key_of(n)), -person.names[n], n))
    words = [w for w in name if not (SUFFIX.fullmatch(w) or INITIALS.fullmatch(w))] or list(name)
    if any(_ROYAL.search(t) for t in person.titles):
        number = next((i for i, w in enumerate(name) if i and _NUMERAL.fullmatch(w)), 1)
        return [" ".join(name[:number])]
    if first or {"bin", "ibn"} & {w.lower() for w in words[1:]}:
        return words[:1]
    if person.code in _MOTHERS_NAME_LAST and len(words) > 2:
        start = next((i for i, w in enumerate(words) if i and fold(w) not in given and len(w) > 2), len(words) - 1)
        end = next((i for i in range(start, len(words)) if words[i].lower() not in PARTICLES), len(words) - 1) + 1
        return [" ".join(words[start:end]), " ".join(words[start:])]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    if words[start].lower() in ("e", "y"):
        start -= 1
    return [" ".join(words[start:])]


def _spellings(surnames: list[str], starts: set[str]) -> list[str]:
    """The surnames, each also by its last word, without "al-", and without accents; with the given name before it
    ("Gustavo Petro") it is none where the bare one is there."""
    names = [s.title() if s.isupper() and len(s) > 3 else s for s in surnames]
    names = [s for s in names if not (s.split()[0] in starts and any(s.endswith(f" {o}") for o in names))]
    more = [w for s in names for w in (s, s.split()[-1], re.sub(r"^(?:[Aa]l|[Ee]l)-", "", s.split()[-1]))]
    plain = ["".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c)) for s in more]
    both = [w for pair in zip(more, plain, strict=True) for w in pair]
    return list({s.lower(): s for s in reversed(both)}.values())[::-1]


def _name_hosts(people: list[Person], mentions: dict[str, list[Mention]]) -> dict[int, tuple[str, ...]]:
    """Full names of those known by surname only, where the texts know one President of that surname alone."""
    bare = Counter(p.found[0].name for p in people if p.code == "US" and set(map(len, p.names)) == {1})
    known = {key_of(n) for p in people for n in p.names}
    presidents = [m.name for places in mentions.values() for m in places if m.title == "President" and len(m.name) > 1]
    out = {}
    for p in people:
        if p.code == "US" and bare[p.found[0].name] == 1:
            last = fold(p.found[0].name[0])
            full = [n for n in presidents if fold(n[-1]) == last]
            keys = {key_of(n) for n in full}
            if len(keys) == 1 and not keys & known:
                out[id(p)] = Counter(full).most_common(1)[0][0]
    return out


# ----------------------------------------------------------------------------------------------------------- the table


def _row(person: Person, full: tuple[str, ...], rank: dict[str, int]) -> list[str]:
    names = [n for n in person.names if len(n) > 1] or list(person.names)
    name = full or max(names, key=lambda n: (person.names[n], len(n), n))
    titles = person.titles
    # The highest office, unless a text names it so seldom that it may be another's.
    held = {a.title for a in person.found if a.source.startswith("visits") or titles[a.title] * 10 > len(person.found)}
    title = max(held or titles, key=lambda t: (rank.get(t, -1), titles[t], t))
    first = min((a for a in person.found if a.date), key=lambda a: (a.date, a.source))
    office = re.sub(r" of the United States.*", "", title)
    dates = person.dates[0], person.dates[-1]
    return [" ".join(name), "|".join(person.surnames), person.code, office, *dates, first.source]


def main(corpus: str, output: str) -> None:
    folder = pathlib.Path(corpus)
    lists = Lists(DATA)
    found = list(visits(folder / "visits.jsonl", lists))
    found += hosts(folder / "visits.jsonl", {fold(w) for a in found for w in a.name})
    found += notes(folder / "frus.jsonl", lists)
    reader = Reader(lists, list(texts(folder)))
    found += reader.attestations()
    people = _drop_strays(_people(found))
    _extend(people, reader.mentions)
    _settle(people, reader.mentions)
    full = _name_hosts(people, reader.mentions)
    with pathlib.Path(output).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", "surname", "code", "title", "first", "last", "source"])
        rows = [_row(p, full.get(id(p), ()), lists.rank) for p in people]
        table.writerows(sorted(rows, key=lambda r: (r[2], r[0], r[4])))
    print(f"{len(found)} attestations, {len(people)} persons")


if __name__ == "__main__":
    main(*sys.argv[1:])
