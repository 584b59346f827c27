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
# Countries where a name ends with the father's and the mother's surname.
_MOTHERS_NAME_LAST = frozenset("AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE".split())
_SUFFIX = re.compile(r"Jr\.?|Sr\.?|[IVX]{1,6}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?)+(?<=\.)|[^\W\d_]")
_ROYAL = re.compile(r"\b(King|Queen|Emperor|Empress|Pope|Shah|Sultan|Amir|Emir|Regent|Crown Prince|Prince|Grand Du\w+)\b")
# Offices that a state's parts have as well ("Georgia Senator"): they prove no country.
_LOCAL = re.compile(r"Governor|Senator|Representative|Speaker|Mayor|Director|Administrator|Commissioner|Chair\w+|Attorney General|Secretary|Minister"
                    r"|Deputy (?!Prime|Foreign|National).*|Vice Chair\w+|Congress\w+|First Lady|Executive Director|Senior Director|Commander|Envoy"
                    r"|Under ?[Ss]ecretary|(?:Deputy )?Assistant (?:Secretary|to the President)|Special Representative|Director.General")  # fmt: skip
# Envoys are sent to the country that is named beside them, or from it.
_ENVOY = re.compile(r"Ambassador|Envoy|Charg|Consul|Commissioner|Representative")
# An honour before a name is neither office nor name.
_HONOUR = re.compile(r"(?:(?:His|Her|Their) (?:Royal |Serene )?(?:Majesty|Highness|Excellency)|The Honou?rable|H\.E\.|H\.R\.H\.|HRH|HH|Sheik[ha]*|Shaikh"
                     r"|Sir|Dame|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Cardinal|Archbishop|Dom|Haji|Dat(?:o'?|uk)(?: Sri| Seri)?|Tan Sri|Tunk?u?|Generalissimo|Marshal"
                     r"|(?:Lieutenant |Major |Brigadier )?General|(?:Vice |Rear )?Admiral|(?:Lieutenant )?Colonel|Major|Captain|Lieutenant"
                     r"|Ambassador|Senator|Shri|\(ret\.?\)) ")  # fmt: skip
_FORMER = re.compile(r"(?:[Ff]ormer|[Ll]ate|[Tt]hen|[Ff]uture)[ -](?:[A-Z]\S+ )?$")
_COURTESY = re.compile(r"(?<!\w)(?:Mr|Ms|Mrs|Dr)\. ")
_WORD = re.compile(r"(?<!\w)(?:(?:[^\W\d_]\.)+|[^\W\d_](?:[\w'`-]*\w)?(?:(?<=Jr)\.|(?<=Sr)\.)?)")
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


@dataclass(frozen=True)
class Mention:
    """A name, whole or shortened, after a title; the title is empty for Mr. and the like."""

    name: tuple[str, ...]
    title: str
    date: str
    source: str


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
        self.bodies: set[str] = set()
        adjectives: dict[str, str] = {}
        for row in _rows(data / "parties.csv"):
            self.code_of |= dict.fromkeys(_forms(row["name"], row["also"]), row["code"])
            if row["kind"] == "state":
                adjectives |= dict.fromkeys(_forms(row["adjectives"]), row["code"])
            else:
                self.bodies.add(row["code"])
        # A place may hold the name of a country ("North Vietnam", "New Mexico"); it must win, and prove nothing.
        for row in _rows(data / "places.csv"):
            self.code_of = dict.fromkeys(_forms(row["name"], row["also"]), "") | self.code_of
        self.before = {**adjectives, **self.code_of}
        self.country = _either(self.code_of)
        self.prefix = _either(self.before)
        self.titles: dict[str, str] = {}
        self.rank: dict[str, int] = {}
        for row in _rows(data / "titles.csv"):
            if row["rank"] != "style":
                # The plural proves nobody's office; the column also holds other ways to write the singular.
                forms = [f for f in _forms(row["plural"]) if _plurals(f) <= _plurals(row["title"])]
                self.titles |= dict.fromkeys((row["title"], *forms), row["country"])
                self.rank |= dict.fromkeys((row["title"], *forms), ("official", "minister", "head").index(row["rank"]))
        self.title = re.compile(rf"(?<![\w.-])(?:{_either(self.titles)})(?![\w-])")
        self.names = frozenset(_fold(form) for form in self.code_of)
        self.bare = {_fold(form): code for form, code in self.code_of.items() if code}

    def visited(self, slug: str, display: str) -> str:
        """The code of a country of the list of visits: as displayed, its parts, or the name in the address."""
        inside = re.search(r"\(([^)]+)\)", display)
        outside = re.sub(r"\s*\(.*", "", display).replace("&", "and").strip()
        turned = " ".join(reversed(outside.split(", ")))
        tries = (outside, turned, inside[1] if inside else "", slug.replace("-", " "))
        return next((self.bare[_fold(t)] for t in tries if _fold(t) in self.bare), "")


def _forms(*cells: str) -> list[str]:
    return [form for cell in cells for form in cell.split("|") if form]


def _plurals(title: str) -> int:
    return sum(w.endswith(("s", "men")) for w in title.split())


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
        for visitor in re.split(rf" and (?={lists.title.pattern})", visit["visitor"].translate(_TABLE)):
            title, name = _office_and_name(re.sub(r"(Minist|Prime)er?e?(?=[A-Z])|Minster", r"\1er ", visitor), lists)
            if code and name:
                yield Attestation(name, title, code, visit["start"], f"visits.jsonl {visit['id']}")


def _office_and_name(text: str, lists: Lists) -> tuple[str, tuple[str, ...]]:
    """ "Acting President Arpad Goncz" -> title and words of the name."""
    text = re.sub(r"\s+", " ", re.sub(r"- +", "-", text)).strip()
    text = re.sub(r"^(Acting|Interim|Provisional|Federal|Junta Member|Premier &|Premier and) ", "", text)
    text = re.sub(r" of the (?:Presidency|Council of Ministers)|-(?:elect|designate|Elect)|-Prince", "", text)
    title = lists.title.match(text) or _HONOUR.match(text)
    rest = text[title.end() :].strip() if title else text
    second = lists.title.match(rest)
    rest = rest[second.end() :].strip() if second and second.end() < len(rest) else rest
    return (title[0].strip() if title else ""), tuple(_WORD.findall(_HONOUR.sub("", rest)))


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
    given = _WORD.findall(_HONOUR.sub("", parts[1] + " ")) if turned else []
    turned = bool(given)
    office = ", ".join(parts[2:] if turned else parts[1:])
    found = _office(re.sub(r"^(?:II|III|Jr\.?), ", "", office), lists)
    family = _WORD.findall(parts[0])
    if not found or not family or (not turned and len(family) < 2):
        return None
    # A name without comma stands in its own order, family first, as the volumes print Chinese and Korean names.
    tail = [w for w in given if _SUFFIX.fullmatch(w)]
    name = (*(w for w in given if w not in tail), *family, *tail)
    return name, (parts[0] if turned else family[0]), *found


def _office(office: str, lists: Lists) -> tuple[str, str] | None:
    """The title and code of the first of some offices that has both."""
    for segment in re.split(r"; (?:and )?", office):
        match = re.match(rf"(?:({lists.prefix})(?:'s)? )?(?:Acting )?(Deputy )?({lists.title.pattern})(.*)", segment)
        if not match:
            continue
        prefix, deputy, title, rest = match.groups()
        of = re.match(rf"[^,;]*?\b(?:of|from) (?:the )?({lists.country})(?!\w)", rest)
        sent = _ENVOY.search(title) and rest.startswith(" to ")
        home = "US" if sent else lists.code_of[of[1]] if of else lists.titles[title]
        code = lists.before[prefix] if prefix else home
        if code:
            return (deputy or "") + title, code
    return None


class Reader:
    """Finds persons in running text, and counts the short names by which texts go on."""

    def __init__(self, lists: Lists, texts: list[tuple[str, str, str]]) -> None:
        self.lists = lists
        self.texts = texts
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        """Folded name -> where it stands after a title."""
        self.common, self.plain, self.everyday = _common_words(text for _, _, text in texts)
        self.of = re.compile(rf"(?:, Jr\.?)?,?(?: \([^)]*\))? of (?:the )?({lists.country})(?![\w-])")
        self.comma = re.compile(rf", (?:the )?({lists.country})(?![\w-])")
        self.after_title = re.compile(rf" of (?:the )?({lists.country})(?![\w-]),? ")
        self.ahead = re.compile(rf"(?<![\w.-])({lists.prefix})(?:'s?)? (?:Acting |Caretaker |Interim )?$")
        self.anywhere = re.compile(rf"(?<![\w.-])({lists.prefix})(?![\w-])")

    def attestations(self) -> Iterator[Attestation]:
        for source, date, text in self.texts:
            for match in self.lists.title.finditer(text):
                name, code = self._person(text, match)
                if name and date:
                    self.mentions[_fold(" ".join(name))].append(Mention(name, match[0], date, source))
                if code and _full(name) and date and not _FORMER.search(text, max(0, match.start() - 24), match.start()):
                    yield Attestation(name, match[0], code, date, source)
            for match in _COURTESY.finditer(text):
                name, _ = self._name(text, match.end())
                self.mentions[_fold(" ".join(name))].append(Mention(name, "", date, source))

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
        unfinished = re.match(r" \([A-Z]\w+\) [A-Z]", text[end : end + 40])
        common = all(_fold(w) in self.everyday for w in name[:2])
        if not name or unfinished or common or _fold(" ".join(name)) in self.lists.names:
            return (), ""
        return name, self._code(text, match, place, end)

    def _name(self, text: str, start: int) -> tuple[tuple[str, ...], int]:
        """The words of a name from a place on: capitals, initials, particles between them."""
        words: list[str] = []
        end = start
        while match := _WORD.match(text, end + bool(words)):
            word = match[0].removesuffix("'s")
            full = sum(len(w.rstrip(".")) > 1 for w in words)
            ends = _fold(word) in (self.common if full > 1 else self.plain if full else ()) and words[-1].lower() not in _PARTICLES
            if ends or not (word[0].isupper() or (word in _PARTICLES and full)):
                break
            words.append(word)
            end = match.end() - (len(match[0]) - len(word))
            if end != match.end() or text[end : end + 1] != " " or len(words) == 8:
                break
        while words and words[-1].lower() in _PARTICLES:
            end -= len(words.pop()) + 1
        return tuple(words), end

    def _code(self, text: str, match: re.Match[str], place: re.Match[str] | None, end: int) -> str:
        """The party whose office it is: named after, before, or by the title itself."""
        title, before = match[0], text[max(0, match.start() - 300) : match.start()]
        if _LOCAL.fullmatch(title) and not self.lists.titles[title] or title.startswith("Congress"):
            return ""
        after = self.of.match(text, end)
        ahead = self.ahead.search(before)
        if place or after:
            return self._held(title, self.lists.code_of[(place or after)[1]])  # type: ignore[index]
        if ahead:
            sent = _ENVOY.search(title) and re.search(r"\b(?:to|and|for)(?: the)? $|, (?:the )?$", before[: ahead.start(1)])
            return "" if sent else self._held(title, self.lists.before[ahead[1]])
        if self.lists.titles[title]:
            return self._own(title, before)
        item = re.search(r"(?:^|\n)\s*(?:[-•] +|\d+\. +)?(?:His \w+ |Her \w+ )?$", before)
        listed = self.comma.match(text, end) if item else None
        return self.lists.code_of[listed[1]] if listed else ""

    def _held(self, title: str, code: str) -> str:
        """The code, unless it is a body's and the title is one that states give ("G20 Sherpa")."""
        of_state = self.lists.rank[title] < 2 and "Secretary" not in title and self.lists.titles[title] != code
        return "" if code in self.lists.bodies and of_state else code

    def _own(self, title: str, before: str) -> str:
        """The party to which a title belongs, unless the sentence speaks of a state or a country first."""
        own = self.lists.titles[title]
        proper = re.search(r"(?:^|[^\w\s]\s?|\b[a-z]\w*\s|\b(?:With|The|Readout of)\s)$", before[-30:])
        named = self.anywhere.findall(re.split(r"[.\n] ?", before)[-1])
        return own if proper and (not named or self.lists.before[named[-1]] in (own, "")) else ""


def _common_words(texts: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Words that texts write small more often than not, which end a name ("President Biden Announces"); much more often,
    which end it even after its first word; and in earnest at all, of which no name consists ("Pope Air Force Base")."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for word in re.findall(r"[A-Za-z]{2,}", text):
            (small if word.islower() else large)[word.lower()] += 1
    known = [w for w in small if w not in _PARTICLES]
    return tuple(frozenset(w for w in known if small[w] > large[w] * times) for times in (1, 5, 0.05))


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
    words = [w for w in name if not (_SUFFIX.fullmatch(w) or _INITIALS.fullmatch(w))]
    kept = [w for w in _fold(" ".join(words)).split() if w not in _PARTICLES or w == "ben"]
    return tuple(kept or _fold(" ".join(name)).split())


def _full(name: tuple[str, ...]) -> bool:
    return len(name) > 1 and (len(_key(name)) > 1 or bool(_INITIALS.fullmatch(name[0])))


def _numerals(name: tuple[str, ...]) -> set[str]:
    return {w for w in name if re.fullmatch(r"[IVX]{1,6}", w)}


def _people(found: Iterable[Attestation]) -> list[Person]:
    """Attestations put together, one person each."""
    by_code: dict[str, dict[tuple[str, ...], Person]] = defaultdict(dict)
    last: dict[tuple[str, tuple[str, ...]], str] = {}
    turn: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for one in sorted(found, key=lambda a: (a.date, a.source, a.name, a.title)):
        key = (one.code, (*_key(one.name), *sorted(_numerals(one.name))))
        # The same name after many years is another one's ("President Bush").
        if key in last and _years(last[key], one.date) > (25 if _full(one.name) or _numerals(one.name) else 7):
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
        same = [o for o in same if set(o.titles) & set(person.titles)] or same
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
    return years < 25 and any(_agree(x, y, a, b, years) for x in a.names for y in b.names)


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
        return (years < 9 or all(ranks)) and any(_alike(w, short[0]) > 0.9 for w in (long[:1] if royal or len(long) == 1 else long))
    if len(set(one) & set(two)) > 1 and (set(one) <= set(two) or set(two) <= set(one) or (one[0], one[-1]) == (two[0], two[-1])):
        return years < 15 or _full(x) and _full(y)
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
            most[_key(name)] = max(most[_key(name)], n)
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    kept = []
    for p in sorted(people, key=lambda p: p.dates[0]):
        keys = [(p.code, _key(n)) for n in p.names if len(n) > 1]
        visited = any(a.source.startswith("visits") for a in p.found)
        late = p.code == "US" and any(k in seen for k in keys) and len(p.found) == 1
        stray = all(len(n) > 1 and most[_key(n)] > c for n, c in p.names.items())
        seen |= dict.fromkeys(keys, p.dates[0])
        if visited or not (late or stray):
            kept.append(p)
    return kept


def _extend(people: list[Person], mentions: dict[str, list[Mention]]) -> None:
    """Add the places that name a known person in full with a known title but no country."""
    full: dict[str, list[Mention]] = defaultdict(list)
    for folded, places in mentions.items():
        full[" ".join(sorted(_key(tuple(folded.split()))))] += places
    for p in people:
        titles, low, high = set(p.titles), _number(p.dates[0]) - 4, _number(p.dates[-1]) + 4
        for key in {" ".join(sorted(_key(n))) for n in p.names if len(_key(n)) > 1}:
            for m in full[key]:
                if m.title in titles and low <= _number(m.date) <= high:
                    p.add(Attestation(m.name, m.title, p.code, m.date, m.source))


def _call(person: Person, mentions: dict[str, list[Mention]]) -> Counter[str]:
    """How texts call the person after a title, by the parts of the name: those that give the full name or, where none
    does, those of the person's time that use the same title."""
    sources = {a.source for a in person.found if len(a.name) > 1}
    low, high = _number(person.dates[0]) - 1, _number(person.dates[-1]) + 2
    there: Counter[str] = Counter()
    then: Counter[str] = Counter()
    royal = any(_ROYAL.search(t) for t in person.titles)
    for part in {p for name in person.names if len(name) > 1 for p in _parts(name) if not royal or p.split()[0] == name[0]}:
        places = mentions.get(_fold(part), [])
        there[part] = len({m.source for m in places} & sources)
        then[part] = len({m.source for m in places if m.title in person.titles and low <= _number(m.date) <= high})
    bare = Counter(n[0] for a in person.found if len(n := a.name) == 1)
    for name in person.names:
        there.pop(" ".join(name), None)
        then.pop(" ".join(name), None)
    return +(there + bare) or +then


def _parts(name: tuple[str, ...]) -> Iterator[str]:
    """Every run of words of a name that could be the short form of it: "Yoon", "López Obrador", "von der Leyen"."""
    for size in range(1, len(name)):
        for i in range(len(name) - size + 1):
            run = name[i : i + size]
            if run[-1].lower() not in _PARTICLES and any(not (_SUFFIX.fullmatch(w) or _INITIALS.fullmatch(w)) for w in run):
                yield " ".join(run)


def _settle(people: list[Person], mentions: dict[str, list[Mention]]) -> None:
    """Give everyone a surname: the one that the source marks, the one that texts use, or a guess."""
    first_word: dict[str, list[bool]] = defaultdict(list)
    for person in people:
        marked = [a.surname for a in person.found if a.surname] + [w for n in person.names for w in n if len(w) > 3 and w.isalpha() and w.isupper()]
        used = _call(person, mentions)
        top = max(used.values(), default=0)
        person.surnames = [*marked, *(s for s, n in sorted(used.items(), key=lambda e: (-e[1], len(e[0]), e[0])) if n >= top / 4)]
        for name in person.names if person.surnames else ():
            if len(name) > 1:
                first_word[person.code].append(_fold(name[0]) == _fold(person.surnames[0].split()[0]))
    given = {w for w, n in Counter(w for p in people for w in {_fold(n[0]) for n in p.names if len(n) > 1}).items() if n > 1}
    for person in people:
        votes = first_word[person.code]
        family_first = len(votes) > 2 and sum(votes) > len(votes) / 2
        guess = _guess(person, family_first, given)
        starts = {n[0] for n in person.names if len(n) > 1}
        sons = [n[0] for n in person.names if {"bin", "ibn"} & {w.lower() for w in n[1:]}]
        # Texts that print a nickname between the names seem to call one by the first.
        doubtful = [] if family_first or set(person.surnames[:1]) - starts else guess
        person.surnames = _spellings([*person.surnames, *doubtful, *sons], starts)


def _guess(person: Person, first: bool, given: set[str]) -> list[str]:
    """The surname of one whom no text calls by it: of a ruler and before "bin" the first name, the first word where that
    is the custom of the country, the father's name where names end in the mother's, else the last word."""
    name = min(person.names, key=lambda n: (len(_key(n)), -person.names[n], n))
    words = [w for w in name if not (_SUFFIX.fullmatch(w) or _INITIALS.fullmatch(w))] or list(name)
    if any(_ROYAL.search(t) for t in person.titles):
        number = next((i for i, w in enumerate(name) if i and re.fullmatch(r"[IVX]{1,6}", w)), 1)
        return [" ".join(name[:number])]
    if first or {"bin", "ibn"} & {w.lower() for w in words[1:]}:
        return words[:1]
    if person.code in _MOTHERS_NAME_LAST and len(words) > 2:
        start = next((i for i, w in enumerate(words) if i and _fold(w) not in given and len(w) > 2), len(words) - 1)
        end = next((i for i in range(start, len(words)) if words[i].lower() not in _PARTICLES), len(words) - 1) + 1
        return [" ".join(words[start:end]), " ".join(words[start:])]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
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
    plain = [w for s in more for w in (s, "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c)))]
    return list({s.lower(): s for s in reversed(plain)}.values())[::-1]


def _name_hosts(people: list[Person], mentions: dict[str, list[Mention]]) -> dict[int, tuple[str, ...]]:
    """Full names of those known by surname only, where the texts know one President of that surname alone."""
    bare = Counter(p.found[0].name for p in people if p.code == "US" and set(map(len, p.names)) == {1})
    known = {_key(n) for p in people for n in p.names}
    out = {}
    for p in people:
        if p.code == "US" and bare[p.found[0].name] == 1:
            last = _fold(p.found[0].name[0])
            full = [m.name for ms in mentions.values() for m in ms if m.title == "President" and len(m.name) > 1 and _fold(m.name[-1]) == last]
            if len({_key(n) for n in full} - known) == 1 == len({_key(n) for n in full}):
                out[id(p)] = Counter(full).most_common(1)[0][0]
    return out


# ----------------------------------------------------------------------------------------------------------- the table


def _row(person: Person, full: tuple[str, ...], rank: dict[str, int]) -> list[str]:
    names = [n for n in person.names if len(n) > 1] or list(person.names)
    name = full or max(names, key=lambda n: (person.names[n], len(n), n))
    title = max(person.titles, key=lambda t: (rank.get(t, -1), person.titles[t], t))
    first = min((a for a in person.found if a.date), key=lambda a: (a.date, a.source))
    office = re.sub(r" of the United States.*", "", title)
    return [" ".join(name), "|".join(person.surnames), person.code, office, person.dates[0], person.dates[-1], first.source]


def main(corpus: str, output: str) -> None:
    folder = pathlib.Path(corpus)
    lists = Lists(DATA)
    found = list(_visits(folder / "visits.jsonl", lists))
    found += _hosts(folder / "visits.jsonl", {_fold(w) for a in found for w in a.name})
    found += _notes(folder / "frus.jsonl", lists)
    reader = Reader(lists, list(_texts(folder)))
    found += reader.attestations()
    people = _drop_strays(_people(found))
    _extend(people, reader.mentions)
    _settle(people, reader.mentions)
    hosts = _name_hosts(people, reader.mentions)
    with pathlib.Path(output).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", "surname", "code", "title", "first", "last", "source"])
        table.writerows(sorted((_row(p, hosts.get(id(p), ()), lists.rank) for p in people), key=lambda r: (r[2], r[0], r[4])))
    print(f"{len(found)} attestations, {len(people)} persons")


if __name__ == "__main__":
    main(*sys.argv[1:])
