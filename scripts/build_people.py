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
import json
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

DATA = pathlib.Path(__file__).resolve().parents[1] / "src" / "accord" / "lexicon" / "data"
_PARTICLES = frozenset("al el bin ibn ben bint abu ould de da do dos das del della di du la le van von der den ter zu y e san".split())
_SUFFIXES = frozenset("jr sr ii iii iv v vi vii viii ix x xi xii xv xvi xxiii".split())
_NUMERAL = re.compile(r"[IVX]{1,6}")
_ROYAL = re.compile(r"\b(King|Queen|Emperor|Empress|Pope|Shah|Sultan|Amir|Emir|Regent|Crown Prince|Prince|Grand Du\w+)\b")
# Offices that a state's parts have as well ("Georgia Senator"): they prove no country.
_LOCAL = re.compile(r"^(Governor|Senator|Representative|Speaker|Mayor|Director|Administrator|Commissioner|Chair\w+|Attorney General"
                    r"|Secretary|Minister|Deputy\b.*|Vice Chair\w+|Congress\w+|First Lady|Executive Director|Senior Director"
                    r"|Commander|Under ?[Ss]ecretary|Assistant Secretary|Envoy|Mr\.?|Special Representative|Director.General)$")
# An honour before a name is neither office nor name.
_HONOUR = re.compile(r"(?:(?:His|Her|Their) (?:Royal |Serene )?(?:Majesty|Highness|Excellency)|The Honou?rable|H\.E\.|H\.R\.H\.|HRH|HH|Sheik[ha]*|Shaikh"
                     r"|Sir|Dame|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|(?:Lieutenant |Major |Brigadier )?General|Admiral|Ambassador|Senator|Shri) ")  # fmt: skip
_FORMER = re.compile(r"(?:[Ff]ormer|[Ll]ate|[Tt]hen|[Ff]uture)[ -](?:[A-Z]\S+ )?$")
_COURTESY = re.compile(r"(?<!\w)(?:Mr|Ms|Mrs|Dr)\. ")
_WORD = re.compile(r"(?:(?:[^\W\d_]\.)+|[^\W\d_](?:[\w'`-]*\w)?(?:(?<=Jr)\.|(?<=Sr)\.)?)")
_TABLE = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "`": "'", "‑": "-", "\xa0": " ", "*": "", "_": "", "\\": "", "\u2060": "", "\xad": ""})


@dataclass(frozen=True)
class Attestation:
    """One place where a person is named with an office."""

    name: tuple[str, ...]
    title: str
    code: str
    date: str
    """ISO date of the text; empty where the text speaks of somebody of another time."""
    source: str
    surname: str = ""
    """Where the source itself marks it."""


@dataclass
class Person:
    """What several attestations say of one person."""

    found: list[Attestation] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)

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


# ------------------------------------------------------------------------------------------------------------ the lists


class Lists:
    """Names of parties and titles, as patterns."""

    def __init__(self, data: pathlib.Path) -> None:
        self.code_of: dict[str, str] = {}
        adjectives: dict[str, str] = {}
        for row in _rows(data / "parties.csv"):
            for form in (row["name"], *row["also"].split("|")):
                self.code_of[form] = row["code"]
            if row["kind"] == "state":
                adjectives |= dict.fromkeys(row["adjectives"].split("|"), row["code"])
        # A place may hold the name of a country ("North Vietnam", "New Mexico"); it must win, and prove nothing.
        for row in _rows(data / "places.csv"):
            for form in (row["name"], *row["also"].split("|")):
                self.code_of.setdefault(form, "")
        self.before = {**adjectives, **self.code_of}
        self.country = _either(self.code_of)
        self.prefix = _either(self.before)
        self.titles: dict[str, str] = {}
        for row in _rows(data / "titles.csv"):
            if row["rank"] != "style":
                self.titles |= dict.fromkeys((row["title"], *row["plural"].split("|")), row["country"])
        self.titles.pop("", None)
        self.title = re.compile(rf"(?<![\w.-])(?:{_either(self.titles)})(?![\w-])")
        self.bare = {_fold(form): code for form, code in self.code_of.items() if code}

    def visited(self, slug: str, display: str) -> str:
        """The code of a country of the list of visits: as displayed, its parts, or the name in the address."""
        inside = re.search(r"\(([^)]+)\)", display)
        outside = re.sub(r"\s*\(.*", "", display).replace("&", "and").strip()
        turned = " ".join(reversed(outside.split(", ")))
        tries = (outside, turned, inside[1] if inside else "", slug.replace("-", " "))
        return next((self.bare[_fold(t)] for t in tries if _fold(t) in self.bare), "")


def _rows(path: pathlib.Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(f) for f in sorted(filter(None, forms), key=lambda f: (-len(f), f)))


def _fold(text: str) -> str:
    """Lower case, no accents, no points, hyphens as blanks: the form in which names are compared."""
    plain = unicodedata.normalize("NFKD", text.translate(_TABLE))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("ø", "o").replace("ł", "l").replace("ı", "i")
    return " ".join(letters.replace("-", " ").replace(".", "").replace("'", "").replace(",", " ").split())


# ------------------------------------------------------------------------------------------------- reading attestations


def _visits(path: pathlib.Path, lists: Lists) -> Iterator[Attestation]:
    for visit in _jsonl(path):
        code = lists.visited(*visit["countries"][0])
        for visitor in re.split(r" and (?=Crown Prince)", visit["visitor"].translate(_TABLE)):
            title, name = _office_and_name(re.sub(r"(Minist|Prime)er?e?(?=[A-Z])|Minster", r"\1er ", visitor), lists)
            if code and name:
                yield Attestation(name, title, code, visit["start"], f"visits.jsonl {visit['id']}")


def _office_and_name(text: str, lists: Lists) -> tuple[str, tuple[str, ...]]:
    """ "Acting President Arpad Goncz" -> title and words of the name."""
    text = re.sub(r"\s+", " ", re.sub(r"- +", "-", text)).strip()
    text = re.sub(r"^(Acting|Interim|Provisional|Federal|Lieutenant|Brigadier|Junta|Premier &|Premier and) ", "", text)
    text = re.sub(r" of the Presidency|-(?:elect|designate|Elect)|-Prince", "", text)
    title = lists.title.match(text)
    rest = text[title.end() :].strip() if title else text
    return (title[0] if title else ""), tuple(_WORD.findall(_HONOUR.sub("", rest)))


def _hosts(path: pathlib.Path, visitors: set[str]) -> Iterator[Attestation]:
    """Presidents of the United States, as those whom visitors met."""
    met = re.compile(r"(?<!Vice )\b(?:with|by|from|of) President(?:-elect)? ([A-Z][a-z]+)\b(?!'s)")
    found = defaultdict(list)
    for visit in _jsonl(path):
        for name in met.findall(re.sub(r"\s+", " ", visit["text"])):
            found[name].append(Attestation((name,), "President", "US", visit["start"], f"visits.jsonl {visit['id']}", name))
    for name, places in found.items():
        if len(places) > 1 and _fold(name) not in visitors:
            yield from places


def _notes(path: pathlib.Path, lists: Lists) -> Iterator[Attestation]:
    """Editors' notes on persons: "Ikeda, Hayato, Prime Minister of Japan"."""
    for document in _jsonl(path):
        for gloss in sorted({s.get("gloss", "") for s in document["spans"] if s["type"] == "persName"}):
            note = _note(gloss.translate(_TABLE), lists)
            if note and document["date"]:
                name, surname, title, code = note
                yield Attestation(name, title, code, document["date"][:10], f"frus.jsonl {document['id']}", surname)


def _note(gloss: str, lists: Lists) -> tuple[tuple[str, ...], str, str, str] | None:
    parts = re.sub(r"\s*\([^)]*\)", "", gloss).split(", ")
    turned = len(parts) > 2 and not lists.title.match(parts[1]) and len(parts[0].split()) < 3
    office = ", ".join(parts[2:] if turned else parts[1:])
    found = _office(re.sub(r"^(?:II|III|Jr\.?), ", "", office), lists)
    given = _WORD.findall(_HONOUR.sub("", parts[1] + " ")) if turned else []
    family = _WORD.findall(parts[0])
    if not found or not family or (not turned and len(family) < 2):
        return None
    # A name without comma stands in its own order, family first, as the volumes print Chinese and Korean names.
    tail = [w for w in given if _fold(w) in _SUFFIXES]
    name = (*(w for w in given if w not in tail), *family, *tail)
    return name, (parts[0] if turned else family[0]), *found


def _office(office: str, lists: Lists) -> tuple[str, str] | None:
    """The title and code of the first of some offices that has both."""
    for segment in re.split(r"; (?:and )?", office):
        match = re.match(rf"(?:({lists.prefix})(?:'s)? )?(?:Acting |Deputy |Vice )?({lists.title.pattern})(.*)", segment)
        if not match:
            continue
        prefix, title, rest = match.groups()
        of = re.match(rf"[^,;]*?\b(?:of|from) (?:the )?({lists.country})\b", rest)
        code = lists.before[prefix] if prefix else lists.code_of[of[1]] if of else lists.titles[title]
        code = code or ("US" if title == "Ambassador" and rest.startswith(" to ") else "")
        if code:
            return title, code
    return None


class Reader:
    """Finds persons in running text, and counts the short names by which texts go on."""

    def __init__(self, lists: Lists, texts: list[tuple[str, str, str]]) -> None:
        self.lists = lists
        self.texts = texts
        self.mentions: dict[tuple[str, str], list[str]] = defaultdict(list)
        """Title ("" for Mr. and the like) and folded name -> dates of the texts."""
        self.common = _common_words(text for _, _, text in texts)
        self.of = re.compile(rf"(?:, Jr\.?)?,?(?: \([^)]*\))? of (?:the )?({lists.country})(?![\w-])")
        self.comma = re.compile(rf", (?:the )?({lists.country})(?![\w-])")
        self.after_title = re.compile(rf" of (?:the )?({lists.country})(?![\w-]),? ")
        self.ahead = re.compile(rf"(?<![\w.-])({lists.prefix})(?:'s?)? (?:Acting |Caretaker |Interim )?$")

    def attestations(self) -> Iterator[Attestation]:
        for source, date, text in self.texts:
            for match in self.lists.title.finditer(text):
                name, code = self._person(text, match)
                if name:
                    self.mentions[match[0], _fold(" ".join(name))].append(date)
                if code and len(name) > 1 and date and not _FORMER.search(text, max(0, match.start() - 24), match.start()):
                    yield Attestation(name, match[0], code, date, source)
            for match in _COURTESY.finditer(text):
                name, _ = self._name(text, match.end())
                self.mentions["", _fold(" ".join(name))].append(date)

    def _person(self, text: str, match: re.Match[str]) -> tuple[tuple[str, ...], str]:
        """Name and code of the one who bears a title found in a text; empty where there is none."""
        place = self.after_title.match(text, match.end())
        start = place.end() if place else match.end() + 1
        if not place and text[match.end() : start] != " ":
            return (), ""
        while honour := _HONOUR.match(text, start):
            start = honour.end()
        if self.lists.title.match(text, start):
            return (), ""
        name, end = self._name(text, start)
        return name, self._code(text, match, place, end) if name else ""

    def _name(self, text: str, start: int) -> tuple[tuple[str, ...], int]:
        """The words of a name from a place on: capitals, initials, particles between them."""
        words: list[str] = []
        end = start
        while match := _WORD.match(text, end + bool(words)):
            word = match[0].removesuffix("'s")
            full = sum(len(w.rstrip(".")) > 1 for w in words)
            if not (word[0].isupper() or (word in _PARTICLES and full)) or (full > 1 and _fold(word) in self.common):
                break
            words.append(word)
            end = match.end() - (len(match[0]) - len(word))
            if end != match.end() or text[end : end + 1] != " " or len(words) == 6:
                break
        while words and words[-1].islower():
            end -= len(words.pop()) + 1
        return tuple(words), end

    def _code(self, text: str, match: re.Match[str], place: re.Match[str] | None, end: int) -> str:
        """The party whose office it is: named after, before, or by the title itself."""
        title = match[0]
        ahead = self.ahead.search(text, max(0, match.start() - 60), match.start())
        own = self.lists.titles[title]
        if own:
            proper = re.search(r"(?:^|[^\w\s]\s?|\b[a-z]\w*\s|\b(?:Former|With|The|Readout of|U\.S\.|United States|American)\s)$", text[: match.start()][-30:])
            return own if proper and (not ahead or self.lists.before[ahead[1]] in (own, "")) else ""
        if _LOCAL.match(title):
            return ""
        after = self.of.match(text, end)
        if place:
            return self.lists.code_of[place[1]]
        if after:
            return self.lists.code_of[after[1]]
        if ahead:
            return self.lists.before[ahead[1]]
        item = re.search(r"(?:^|\n)\s*(?:[-•] +|\d+\. +)?(?:His \w+ |Her \w+ )?$", text[max(0, match.start() - 30) : match.start()])
        listed = self.comma.match(text, end) if item else None
        return self.lists.code_of[listed[1]] if listed else ""


def _common_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that texts write small more often than not: they end a name ("President Biden Announces")."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for word in re.findall(r"[A-Za-z]{2,}", text):
            (small if word.islower() else large)[word.lower()] += 1
    return frozenset(w for w, n in small.items() if n > large[w] and w not in _PARTICLES)


def _texts(folder: pathlib.Path) -> Iterator[tuple[str, str, str]]:
    """Source, date and text of everything that is prose."""
    for name in ("whitehouse.jsonl", "frus.jsonl"):
        for document in _jsonl(folder / name):
            text = f"{document['title']}.\n{document['text']}".translate(_TABLE)
            yield f"{name} {document['id']}", (document["date"] or "")[:10], text
    for path in sorted((folder.parent / "founding").glob("*.txt")):
        text = path.read_text(encoding="utf-8").translate(_TABLE)
        date = _date(text, path.stem)
        yield f"{path.name}", date, text


def _date(text: str, stem: str) -> str:
    """The date printed under the title of a document, else the month in the name of its file."""
    printed = re.search(r"\b([A-Z][a-z]+) (\d{1,2}), (\d{4})\b", text[:400])
    months = "January February March April May June July August September October November December".split()
    if printed and printed[1] in months:
        return f"{printed[3]}-{months.index(printed[1]) + 1:02}-{int(printed[2]):02}"
    month = re.search(r"(\d{4})-(\d{2})", stem)
    return f"{month[0]}-01" if month else ""


def _jsonl(path: pathlib.Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# ------------------------------------------------------------------------------------------------------ who is the same


def _key(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell persons apart, folded: no initials, particles, suffixes."""
    words = _fold(" ".join(name)).split()
    kept = tuple(w for w in words if len(w) > 1 and w not in _PARTICLES and w not in _SUFFIXES)
    return kept or tuple(words)


def _numerals(name: tuple[str, ...]) -> set[str]:
    return {w for w in name if _NUMERAL.fullmatch(w)}


def _people(found: Iterable[Attestation]) -> list[Person]:
    """Attestations put together, one person each."""
    by_code: dict[str, dict[tuple[str, ...], Person]] = defaultdict(dict)
    last: dict[tuple[str, tuple[str, ...]], str] = {}
    turn: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for one in sorted(found, key=lambda a: (a.date, a.source, a.name, a.title)):
        key = (one.code, (*_key(one.name), *sorted(_numerals(one.name))))
        # The same name after many years is another one's ("President Bush").
        if key in last and _years(last[key], one.date) > (7 if len(one.name) == 1 else 15):
            turn[key] += 1
        last[key] = one.date
        by_code[one.code].setdefault((*key[1], str(turn[key])), Person()).add(one)
    return [p for code in sorted(by_code) for p in _merged(list(by_code[code].values()))]


def _merged(people: list[Person]) -> list[Person]:
    """The persons of one country, those that are the same put together: full names first, then bare surnames."""
    people = sorted(people, key=lambda p: (-len(_key(p.found[0].name)), p.dates[0], p.found[0].name))
    out: list[Person] = []
    for person in people:
        same = [o for o in out if _same(o, person)]
        short = len(_key(person.found[0].name)) == 1
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
    if years > 15:
        return False
    return any(_agree(x, y, a, b, years) for x in a.names for y in b.names)


def _agree(x: tuple[str, ...], y: tuple[str, ...], a: Person, b: Person, years: float) -> bool:
    one, two = _key(x), _key(y)
    ranks = _numerals(x), _numerals(y)
    if all(ranks) and ranks[0] != ranks[1]:
        return False
    office = bool(set(a.titles) & set(b.titles))
    if any(_ROYAL.search(t) for t in (*a.titles, *b.titles)) and not (_alike(one[0], two[0]) > 0.8 and years < 15):
        return False
    if min(len(one), len(two)) == 1:
        long, short = sorted((one, two), key=len, reverse=True)
        royal = any(_ROYAL.search(t) for t in a.titles)
        return years < 7 and any(_alike(w, short[0]) > 0.9 for w in (long[:1] if royal or len(long) == 1 else long))
    if len(set(one) & set(two)) > 1 and (set(one) <= set(two) or set(two) <= set(one) or (one[0], one[-1]) == (two[0], two[-1])):
        return True
    nickname = office and years < 2 and one[-1] == two[-1] and one[0][0] == two[0][0] and len(one) == len(two) == 2
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


# -------------------------------------------------------------------------------------------------------- the surnames


def _call(person: Person, mentions: dict[tuple[str, str], list[str]]) -> Counter[str]:
    """How texts of the person's time call the person after the title, by the parts of the name."""
    low, high = _number(person.dates[0]) - 1, _number(person.dates[-1]) + 2
    titles = {"", *person.titles, *(w for t in person.titles for w in t.split() if w in ("Secretary", "Minister", "Ambassador", "Advisor"))}
    counts: Counter[str] = Counter()
    for name in person.names:
        if len(name) == 1:
            counts[name[0]] += sum(a.name == name for a in person.found)
            continue
        for part in _parts(name):
            dates = [d for t in titles for d in mentions.get((t, _fold(part)), ()) if d and low <= _number(d) <= high]
            counts[part] = max(counts[part], len(dates))
    return +counts


def _parts(name: tuple[str, ...]) -> Iterator[str]:
    """Every run of words of a name that could be the short form of it: "Yoon", "López Obrador", "von der Leyen"."""
    for size in range(1, len(name)):
        for i in range(len(name) - size + 1):
            run = name[i : i + size]
            if run[-1].lower() not in _PARTICLES and any(len(w.rstrip(".")) > 1 and _fold(w) not in _SUFFIXES for w in run):
                yield " ".join(run)


def _settle(people: list[Person], mentions: dict[tuple[str, str], list[str]]) -> None:
    """Give everyone a surname: the one that the source marks, the one that texts use, or a guess."""
    first_word: dict[str, list[bool]] = defaultdict(list)
    for person in people:
        marked = list(dict.fromkeys(a.surname for a in person.found if a.surname))
        used = _call(person, mentions)
        top = max(used.values(), default=0)
        person.surnames = list(dict.fromkeys([*marked, *(s for s, n in used.most_common() if n >= max(1, top / 4))]))
        for name in person.names if person.surnames else ():
            if len(name) > 1:
                first_word[person.code].append(_fold(name[0]) == _fold(person.surnames[0]))
    given = {_fold(p.names.most_common(1)[0][0][0]) for p in people if len(p.names.most_common(1)[0][0]) > 1}
    for person in people:
        votes = first_word[person.code]
        person.surnames = person.surnames or _guess(person, len(votes) > 2 and sum(votes) > len(votes) / 2, given)


def _guess(person: Person, first: bool, given: set[str]) -> list[str]:
    """The surname of one whom no text calls by it: of a ruler the first name, the first word where that is the custom of
    the country, else the last word (or words, with particles) of the shortest name."""
    name = min((n for n in person.names), key=lambda n: (len(_key(n)), person.names[n] * -1, n))
    words = [w for w in name if _fold(w) not in _SUFFIXES]
    if any(_ROYAL.search(t) for t in person.titles) or first:
        return [words[0]]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return [" ".join(words[start:])]


# ----------------------------------------------------------------------------------------------------------- the table


def _row(person: Person) -> list[str]:
    full = [n for n in person.names if len(n) > 1] or list(person.names)
    name = max(full, key=lambda n: (person.names[n], len(n), n))
    title = max(person.titles, key=lambda t: (bool(t), person.titles[t], t))
    first = min((a for a in person.found if a.date), key=lambda a: (a.date, a.source))
    return [" ".join(name), "|".join(person.surnames), person.code, title, person.dates[0], person.dates[-1], first.source]


def main(corpus: str, output: str) -> None:
    folder = pathlib.Path(corpus)
    lists = Lists(DATA)
    found = list(_visits(folder / "visits.jsonl", lists))
    visitors = {_fold(w) for a in found for w in a.name}
    found += _hosts(folder / "visits.jsonl", visitors)
    found += _notes(folder / "frus.jsonl", lists)
    reader = Reader(lists, list(_texts(folder)))
    found += reader.attestations()
    people = _people(found)
    _settle(people, reader.mentions)
    with pathlib.Path(output).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", "surname", "code", "title", "first", "last", "source"])
        table.writerows(sorted((_row(p) for p in people), key=lambda r: (r[2], r[0], r[4])))
    print(f"{len(found)} attestations, {len(people)} persons")


if __name__ == "__main__":
    main(*sys.argv[1:])
