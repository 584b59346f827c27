"""Attestations: places in visits, official statements and diplomatic papers that name a person with an office.

Used by build_people.py, which says what counts as one.
"""

from __future__ import annotations

import calendar
import csv
import json
import pathlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Words of a name that are written small, or that do not tell persons apart.
# fmt: off
PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "ben", "bint", "abu", "ould", "de", "da", "do", "dos", "das", "del", "della", "di", "du",
    "la", "le", "van", "von", "der", "den", "ter", "zu", "y", "e", "san",
})
# fmt: on
SUFFIX = re.compile(r"Jr\.?|Sr\.?|[IVX]{1,6}")
INITIALS = re.compile(r"(?:[^\W\d_]\.?)+(?<=\.)|[^\W\d_]")
# Offices that a state's parts have as well ("Georgia Senator"): they prove no country.
_LOCAL = re.compile(
    r"Governor|Senator|Representative|Speaker|Mayor|Director|Administrator|Commissioner|Chair\w+|Attorney General"
    r"|Secretary|Minister|Deputy (?!Prime|Foreign|National).*|Vice Chair\w+|First Lady|Executive Director"
    r"|Senior Director|Commander|Envoy|Under ?[Ss]ecretary|(?:Deputy )?Assistant (?:Secretary|to the President)"
    r"|Special Representative|Director.General|Congress\w+"
)
# Envoys are sent to the country that is named beside them, or from it.
_ENVOY = re.compile(r"Ambassador|Envoy|Charg|Consul|Commissioner|Representative")
_SENT = re.compile(r"\b(?:to|and|for)(?: the)? $|, (?:the )?$")
# An honour before a name is neither office nor name.
_HONOUR = re.compile(
    r"(?:(?:His|Her|Their) (?:Royal |Serene )?(?:Majesty|Highness|Excellency)|The Honou?rable|H\.E\.|H\.R\.H\.|HRH|HH"
    r"|Sheik[ha]*|Shaikh|Sir|Dame|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Cardinal|Archbishop|Dom|Haji|Dat(?:o'?|uk)(?: Sri| Seri)?"
    r"|Tan Sri|Tunk?u?|Generalissimo|Marshal|(?:Lieutenant |Major |Brigadier )?General|(?:Vice |Rear )?Admiral"
    r"|(?:Lieutenant )?Colonel|Major|Captain|Lieutenant|Ambassador|Senator|Shri|\(ret\.?\)) "
)
_FORMER = re.compile(r"(?:[Ff]ormer|[Ll]ate|[Tt]hen|[Ff]uture)[ -](?:[A-Z]\S+ )?$")
_COURTESY = re.compile(r"(?<!\w)(?:Mr|Ms|Mrs|Dr)\. ")
_ITEM = re.compile(r"(?:^|\n)\s*(?:[-•] +|\d+\. +)?(?:His \w+ |Her \w+ )?$")
_WORD = re.compile(r"(?<!\w)(?:(?:[^\W\d_]\.)+|[^\W\d_](?:[\w'`-]*\w)?(?:(?<=Jr)\.|(?<=Sr)\.)?)")
_SIGNS = {ord(c): "'" for c in "’‘ʻ`"} | {ord("‑"): "-", 0xA0: " "} | dict.fromkeys(map(ord, "*_\\\u2060\xad"), "")
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}


@dataclass(frozen=True)
class Attestation:
    """One place where a person is named with an office."""

    name: tuple[str, ...]
    title: str
    code: str
    date: str
    """ISO date of the text."""
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
                rank = ("official", "minister", "head").index(row["rank"])
                self.rank |= dict.fromkeys((row["title"], *forms), rank)
        self.title = re.compile(rf"(?<![\w.-])(?:{_either(self.titles)})(?![\w-])")
        self.names = frozenset(fold(form) for form in self.code_of)
        self.bare = {fold(form): code for form, code in self.code_of.items() if code}

    def visited(self, slug: str, display: str) -> str:
        """The code of a country of the list of visits: as displayed, its parts, or the name in the address."""
        inside = re.search(r"\(([^)]+)\)", display)
        outside = re.sub(r"\s*\(.*", "", display).replace("&", "and").strip()
        turned = " ".join(reversed(outside.split(", ")))
        tries = (outside, turned, inside[1] if inside else "", slug.replace("-", " "))
        return next((self.bare[fold(t)] for t in tries if fold(t) in self.bare), "")


def _forms(*cells: str) -> list[str]:
    return [form for cell in cells for form in cell.split("|") if form]


def _plurals(title: str) -> int:
    return sum(w.endswith(("s", "men")) for w in title.split())


def _rows(path: pathlib.Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(f) for f in sorted(filter(None, forms), key=lambda f: (-len(f), f)))


def fold(text: str) -> str:
    """Lower case, no accents, no points, hyphens as blanks: the form in which names are compared."""
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    letters = letters.replace("ø", "o").replace("ł", "l").replace("ı", "i")
    return " ".join(letters.replace("-", " ").replace(".", "").replace("'", "").replace(",", " ").split())


# ------------------------------------------------------------------------------------------------- reading attestations


def visits(path: pathlib.Path, lists: Lists) -> Iterator[Attestation]:
    """The visitors of a list of visits."""
    for visit in _jsonl(path):
        code = lists.visited(*visit["countries"][0])
        for visitor in re.split(rf" and (?={lists.title.pattern})", visit["visitor"].translate(_SIGNS)):
            title, name = _office_and_name(re.sub(r"(Minist|Prime)er?e?(?=[A-Z])|Minster", r"\1er ", visitor), lists)
            if code and name:
                yield Attestation(name, title, code, visit["start"], f"visits.jsonl {visit['id']}")


def _office_and_name(text: str, lists: Lists) -> tuple[str, tuple[str, ...]]:
    """ "Acting President Arpad Goncz" -> title and words of the name."""
    text = re.sub(r"\s+", " ", re.sub(r"- +", "-", text)).strip()
    prefix = re.match(r"(?:(Acting|Interim|Provisional|Federal|Junta Member|Premier &|Premier and) )?", text)
    text = text[prefix.end() :]  # type: ignore[union-attr]
    text = re.sub(r" of the (?:Presidency|Council of Ministers)|-(?:elect|designate|Elect)|-Prince", "", text)
    title = lists.title.match(text) or _HONOUR.match(text)
    rest = text[title.end() :].strip() if title else text
    second = lists.title.match(rest)
    rest = rest[second.end() :].strip() if second and second.end() < len(rest) else rest
    return (title or prefix)[0].strip(), tuple(_WORD.findall(_HONOUR.sub("", rest)))


def hosts(path: pathlib.Path, visitors: set[str]) -> Iterator[Attestation]:
    """Presidents of the United States, as those whom visitors met."""
    met = re.compile(r"(?<!Vice )\b(?:with|by|from|of) President(?:-elect)? ([A-Z][a-z]+)\b(?!'s)")
    found = defaultdict(list)
    for visit in _jsonl(path):
        source = f"visits.jsonl {visit['id']}"
        for name in met.findall(re.sub(r"\s+", " ", visit["text"])):
            found[name].append(Attestation((name,), "President", "US", visit["start"], source, name))
    for name, places in found.items():
        if len(places) > 1 and fold(name) not in visitors:
            yield from places


def notes(path: pathlib.Path, lists: Lists) -> Iterator[Attestation]:
    """Editors' notes on persons: "Ikeda, Hayato, Prime Minister of Japan"."""
    for document in _jsonl(path):
        for gloss in sorted({s.get("gloss", "") for s in document["spans"] if s["type"] == "persName"}):
            note = _note(gloss.translate(_SIGNS), lists)
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
    tail = [w for w in given if SUFFIX.fullmatch(w)]
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
                    self.mentions[fold(" ".join(name))].append(Mention(name, match[0], date, source))
                former = _FORMER.search(text[max(0, match.start() - 24) : match.start()])
                if code and date and is_full(name) and not former:
                    yield Attestation(name, match[0], code, date, source)
            for match in _COURTESY.finditer(text):
                name, _ = self._name(text, match.end())
                self.mentions[fold(" ".join(name))].append(Mention(name, "", date, source))

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
        common = all(fold(w) in self.everyday for w in name[:2])
        if not name or unfinished or common or fold(" ".join(name)) in self.lists.names:
            return (), ""
        return name, self._code(text, match, place, end)

    def _name(self, text: str, start: int) -> tuple[tuple[str, ...], int]:
        """The words of a name from a place on: capitals, initials, particles between them."""
        words: list[str] = []
        end = start
        while match := _WORD.match(text, end + bool(words)):
            word = match[0].removesuffix("'s")
            full = sum(len(w.rstrip(".")) > 1 for w in words)
            stops = self.common if full > 1 else self.plain if full else ()
            ends = fold(word) in stops and words[-1].lower() not in PARTICLES
            if ends or not (word[0].isupper() or (word in PARTICLES and full)):
                break
            words.append(word)
            end = match.end() - (len(match[0]) - len(word))
            if end != match.end() or text[end : end + 1] != " " or len(words) == 8:
                break
        while words and words[-1].lower() in PARTICLES:
            end -= len(words.pop()) + 1
        return tuple(words), end

    def _code(self, text: str, match: re.Match[str], place: re.Match[str] | None, end: int) -> str:
        """The party whose office it is: named after, before, or by the title itself."""
        title, before = match[0], text[max(0, match.start() - 600) : match.start()]
        if _LOCAL.fullmatch(title) and (title.startswith("Congress") or not self.lists.titles[title]):
            return ""
        after = self.of.match(text, end)
        ahead = self.ahead.search(before)
        if place or after:
            return self._held(title, self.lists.code_of[(place or after)[1]])  # type: ignore[index]
        if ahead:
            sent = _ENVOY.search(title) and _SENT.search(before[: ahead.start(1)])
            return "" if sent else self._held(title, self.lists.before[ahead[1]])
        if self.lists.titles[title]:
            return self._own(title, before)
        listed = self.comma.match(text, end) if _ITEM.search(before) else None
        return self.lists.code_of[listed[1]] if listed else ""

    def _held(self, title: str, code: str) -> str:
        """The code, unless it is a body's and the title is one that states give ("G20 Sherpa")."""
        of_state = self.lists.rank[title] < 2 and "Secretary" not in title and self.lists.titles[title] != code
        return "" if code in self.lists.bodies and of_state else code

    def _own(self, title: str, before: str) -> str:
        """The party to which a title belongs, unless the sentence speaks of a state or a country first."""
        own = self.lists.titles[title]
        proper = re.search(r"(?:^|[^\w\s]\s?|\b[a-z]\w*\s|\b(?:With|The|Readout of)\s)$", before[-30:])
        named = self.anywhere.findall(re.split(r"(?<=[a-z]{4})\. |\n", before)[-1])
        abroad = named and own not in self.lists.bodies and self.lists.before[named[-1]] not in (own, "")
        return own if proper and not abroad else ""


def _common_words(texts: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Words that texts write small more often than not, which end a name ("President Biden Announces"); much more
    often, which end it even after its first word; and at all, of which no name consists ("Pope Air Force Base")."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for word in re.findall(r"[A-Za-z]{2,}", text):
            (small if word.islower() else large)[word.lower()] += 1
    known = [w for w in small if w not in PARTICLES]
    return tuple(frozenset(w for w in known if small[w] > large[w] * times) for times in (1, 5, 0.05))


def texts(folder: pathlib.Path) -> Iterator[tuple[str, str, str]]:
    """Source, date and text of everything that is prose."""
    for name in ("whitehouse.jsonl", "frus.jsonl"):
        for document in _jsonl(folder / name):
            text = f"{document['title']}.\n{document['text']}".translate(_SIGNS)
            yield f"{name} {document['id']}", (document["date"] or "")[:10], text
    for path in sorted((folder.parent / "founding").glob("*.txt")):
        text = path.read_text(encoding="utf-8").translate(_SIGNS)
        yield path.name, _date(text, path.stem), text


def _date(text: str, stem: str) -> str:
    """The date printed under the title of a document, else the month in the name of its file."""
    printed = re.search(r"\b([A-Z][a-z]+) (\d{1,2}), (\d{4})\b", text[:400])
    if printed and printed[1] in _MONTHS:
        return f"{printed[3]}-{_MONTHS[printed[1]]:02}-{int(printed[2]):02}"
    month = re.search(r"(\d{4})-(\d{2})", stem)
    return f"{month[0]}-01" if month else ""


def _jsonl(path: pathlib.Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def key_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell persons apart, folded: no initials, particles, suffixes."""
    words = [w for w in name if not (SUFFIX.fullmatch(w) or INITIALS.fullmatch(w))]
    kept = [w for w in fold(" ".join(words)).split() if w not in PARTICLES or w == "ben"]
    return tuple(kept or fold(" ".join(name)).split())


def is_full(name: tuple[str, ...]) -> bool:
    """Whether a name has a surname and a given name or initials."""
    return len(name) > 1 and (len(key_of(name)) > 1 or bool(INITIALS.fullmatch(name[0])))
