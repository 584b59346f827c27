"""Reading lexicon files: TOML for rules, CSV for lists, in layers. A later layer adds to the earlier ones."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from accord.errors import LexiconError
from accord.lexicon.forms import add_forms
from accord.lexicon.lexicon import (
    ActRule,
    Instrument,
    KindRule,
    Lexicon,
    Modifier,
    Name,
    NounRule,
    Person,
    Profile,
    Rank,
    SoftTime,
    Speakers,
    Topic,
    Verb,
)
from accord.lexicon.match import phrase_table
from accord.text.tokens import words

DATA = Path(__file__).parent / "data"
OWN_RANKS = "accord"
"""The rank profile from which obligations are read, and by which provisions are ranked unless another is chosen."""

_TAGS = {
    "modal": "M", "have": "H", "be": "E", "do": "O", "negation": "n", "to": "T", "of": "o", "and": "&", "that": "c",
    "which": "w", "subordinator": "s", "determiner": "d", "preposition": "p", "adverb": "a", "pronoun_plural": "P",
    "pronoun_singular": "P", "pronoun_thing": "P", "not_adverb": "x",
}  # fmt: skip
_WORD_LISTS = frozenset(
    ("chaining", "bare_infinitive", "adjectival", "working", "benefits", "helping", "abbreviations")
)
_RuleT = TypeVar("_RuleT")


@lru_cache(maxsize=1)
def built_in() -> Lexicon:
    """The lexicon that ships with Accord."""
    return load(())


def load(layers: tuple[Path, ...], *, rank_profile: str = OWN_RANKS) -> Lexicon:
    """The built-in lexicon with folders laid over it; provisions are ranked by a profile of ranks.toml.

    Raises LexiconError with file and place when a file cannot be used, or when there is no such profile.
    """
    folders = (DATA, *layers)
    function_words = _function_words(folders)
    tags, phrases = _tag_tables(function_words)
    acts, verbs = _acts_and_verbs(folders)
    names, party_names, aliases = _names(folders)
    people = _people(folders)
    speakers = _speakers(folders)
    ranks = _rules(folders, "ranks.toml", "rank", Rank)
    if rank_profile not in {r.profile for r in ranks}:
        known = ", ".join(sorted({r.profile for r in ranks}))
        raise LexiconError(f"there is no rank profile “{rank_profile}”; choose one of: {known}")
    nouns = _rules(folders, "nouns.toml", "noun", NounRule)
    modifiers = _rules(folders, "modifiers.toml", "modifier", Modifier)
    topics = _rules(folders, "topics.toml", "topic", Topic)
    instruments = _rules(folders, "instruments.toml", "mention", Instrument)
    soft_times = _rules(folders, "times.toml", "time", SoftTime)
    profiles = _rules(folders, "profiles.toml", "profile", Profile)
    frequencies = [(r["word"], r["stem"], int(r["documents"])) for r in _rows(folders, "frequencies.csv")]
    return Lexicon(
        tags=tags,
        phrases=phrases,
        verbs=verbs,
        plain=_plain(tags, verbs, speakers.determiners.union(speakers.distributive, phrases, names)),
        chaining=frozenset(function_words["chaining"]),
        adjectival=frozenset(function_words["adjectival"]),
        working=frozenset(function_words["working"]),
        benefits=frozenset(function_words["benefits"]),
        helping=frozenset(function_words["helping"]),
        bare_infinitive=frozenset(function_words["bare_infinitive"]),
        acts=acts,
        nouns={n: rule for rule in nouns for n in rule.noun.split("|")},
        names=names,
        organs=frozenset(row["noun"].lower() for row in _rows(folders, "organs.csv")),
        title_words=frozenset(
            w
            for row in _rows(folders, "titles.csv")
            for w in f"{row['title']} {row['plural']}".lower().replace("|", " ").split()
        ),
        people=people,
        heads_of=_heads(people),
        bodies=frozenset(row["code"] for row in _rows(folders, "parties.csv") if row["kind"] == "body"),
        party_names=party_names,
        aliases=aliases,
        mentions=phrase_table(
            [
                *((w, f"modifier:{m.kind}") for m in modifiers for w in m.words),
                *((w, f"subject:{t.topic}") for t in topics for w in t.words),
                *((w, "time:") for t in soft_times for w in t.words),
                *((w, f"{m.kind}:") for m in instruments for w in m.names),
            ]
        ),
        topic_weights={t.topic: t.weight for t in topics},
        topic_priorities={t.topic: t.priority for t in topics},
        heads={h: m.kind for m in instruments for h in m.heads},
        rules=(
            *(r for rules in acts.values() for r in rules),
            *nouns,
            *modifiers,
            *topics,
            *instruments,
            *soft_times,
            *profiles,
        ),
        ranks=ranks,
        rank_profile=rank_profile,
        profiles=profiles,
        kinds=_rules(folders, "kinds.toml", "kind", KindRule),
        issuers={p.issuer.lower(): p.issuer_code for p in profiles if p.issuer},
        speakers=speakers,
        abbreviations=frozenset(function_words["abbreviations"]),
        stems={word: stem for word, stem, _ in frequencies},
        frequencies={stem: documents for _, stem, documents in frequencies},
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {error}; mend the TOML there") from error


def _rules(folders: tuple[Path, ...], name: str, key: str, kind: type[_RuleT]) -> tuple[_RuleT, ...]:
    """The rules of one file through all layers."""
    out: list[_RuleT] = []
    for path in _paths(folders, name):
        tables = _toml(path)
        entries = tables.pop(key, [])
        if tables or not isinstance(entries, list):
            raise LexiconError(f"{path}: {next(iter(tables), key)}: write every entry of this file under [[{key}]]")
        for number, entry in enumerate(entries, 1):
            try:
                out.append(msgspec.convert(entry, kind))
            except msgspec.ValidationError as error:
                raise LexiconError(f"{path}: {key} number {number}: {error}") from error
    return tuple(out)


def _paths(folders: tuple[Path, ...], name: str) -> Iterator[Path]:
    """The files of one name; a layer holds what it adds, the built-in lexicon is whole."""
    return (folder / name for folder in folders if folder == DATA or (folder / name).exists())


def _rows(folders: tuple[Path, ...], name: str) -> Iterator[dict[str, str]]:
    """The rows of one list through all layers; all have the columns of the built-in list."""
    columns: list[str] = []
    for path in _paths(folders, name):
        for line, cells in _cells(path):
            if line == 1:
                columns = columns or cells
                if cells != columns:
                    raise LexiconError(f"{path}:1: {','.join(cells)}: the columns must be {','.join(columns)}")
                continue
            if len(cells) != len(columns):
                raise LexiconError(
                    f"{path}:{line}: {len(cells)} cells where the header has {len(columns)}; "
                    "quote cells that hold commas"
                )
            yield dict(zip(columns, cells, strict=True))


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of the rows of a CSV file, with or without the byte order mark of a spreadsheet."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        try:
            yield from ((lines.line_num, cells) for cells in lines)
        except (UnicodeDecodeError, csv.Error) as error:
            raise LexiconError(f"{path}:{lines.line_num + 1}: {error}; save it as CSV in UTF-8") from error


def _function_words(folders: tuple[Path, ...]) -> dict[str, list[str]]:
    return _lists(folders, "words.toml", frozenset(_TAGS) | _WORD_LISTS)


def _lists(folders: tuple[Path, ...], name: str, known: frozenset[str]) -> dict[str, list[str]]:
    """The word lists of one file through all layers."""
    out: dict[str, list[str]] = defaultdict(list)
    for path in _paths(folders, name):
        for key, value in _toml(path).items():
            if key not in known:
                raise LexiconError(f"{path}: {key}: there is no such list; choose one of: {', '.join(sorted(known))}")
            if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
                raise LexiconError(f'{path}: {key}: write a list of words, as {key} = ["...", "..."]')
            out[key].extend(value)
    return out


def _tag_tables(
    lists: dict[str, list[str]],
) -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Single function words with their tags, and phrases by their first word, longest first."""
    tags: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for key, tag in _TAGS.items():
        for entry in lists[key]:
            parts = tuple(words(entry))
            if len(parts) == 1:
                tags.setdefault(entry, tag)
            else:
                phrases[parts[0]].append((parts, tag))
    return tags, {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r))) for first, rows in phrases.items()}


def _plain(tags: dict[str, str], verbs: dict[str, Verb], opening: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Tag and base form of the words that can be read without looking at what follows."""
    plain = {w: (next(t for t in "DBZGN" if t in v.forms), v.base) for w, v in verbs.items()}
    plain.update((w, (tag, "")) for w, tag in tags.items() if tag != "P")
    return {w: found for w, found in plain.items() if w not in opening and "-" not in w}


def _acts_and_verbs(folders: tuple[Path, ...]) -> tuple[dict[str, tuple[ActRule, ...]], dict[str, Verb]]:
    acts: dict[str, list[ActRule]] = defaultdict(list)
    for rule in _rules(folders, "acts.toml", "act", ActRule):
        acts[rule.verb].append(rule)
    verbs: dict[str, Verb] = {}
    for row in _rows(folders, "verbs.csv"):
        add_forms(verbs, row["base"], row["past"], row["participle"])
    for base in acts:
        add_forms(verbs, base)
    ordered = {
        base: tuple(sorted(rules, key=lambda r: (-len(r.governs.split()), not r.past, not r.perfect)))
        for base, rules in acts.items()
    }
    return ordered, verbs


def _names(folders: tuple[Path, ...]) -> tuple[dict[str, tuple[Name, ...]], dict[str, str], dict[str, str]]:
    """Names by their first token (longest first), the usual name of each party, and the code of each name."""
    names: dict[tuple[str, ...], Name] = {}
    party_names: dict[str, str] = {}
    aliases: dict[str, str] = {}

    def put(text: str, kind: str, ref: str = "", rank: str = "") -> None:
        key = tuple(words(text))
        if key:
            names.setdefault(key, Name(key, kind, ref, rank))

    for row in _rows(folders, "parties.csv"):
        party_names[row["code"]] = row["name"]
        for kind, cell in (
            ("party", row["name"]),
            ("party", row["also"]),
            ("adjective", row["adjectives"]),
            ("capital", row["capitals"]),
        ):
            for text in filter(None, cell.split("|")):
                put(text, kind, row["code"])
                aliases.setdefault(text.lower(), row["code"])
    for row in _rows(folders, "organs_named.csv"):
        for text in filter(None, (row["name"], *row["also"].split("|"))):
            put(text, "organ", row["code"])
    for row in _rows(folders, "titles.csv"):
        put(row["title"], "title", row["country"], row["rank"])
        for text in filter(None, row["plural"].split("|")):
            put(text, "title", row["country"], row["rank"] + " plural")
    for row in _rows(folders, "places.csv"):
        for text in filter(None, (row["name"], *row["also"].split("|"))):
            put(text, "place", row["ref"])
    table: dict[str, list[Name]] = defaultdict(list)
    for key, name in names.items():
        table[key[0]].append(name)
    return {k: tuple(sorted(v, key=lambda n: (-len(n.words), n.words))) for k, v in table.items()}, party_names, aliases


def _people(folders: tuple[Path, ...]) -> dict[str, tuple[Person, ...]]:
    table: dict[str, list[Person]] = defaultdict(list)
    for row in _rows(folders, "people.csv"):
        person = Person(row["name"], row["surname"], row["code"], row["title"], row["first"], row["last"])
        for surname in row["surname"].split("|"):
            table[surname.lower()].append(person)
    return {surname: tuple(people) for surname, people in table.items()}


def _heads(people: dict[str, tuple[Person, ...]]) -> dict[str, frozenset[str]]:
    titles: dict[str, set[str]] = defaultdict(set)
    for namesakes in people.values():
        for person in namesakes:
            titles[person.code].add(person.title.lower())
    return {code: frozenset(found) for code, found in titles.items()}


def _speakers(folders: tuple[Path, ...]) -> Speakers:
    return msgspec.convert(_lists(folders, "speakers.toml", frozenset(Speakers.__struct_fields__)), Speakers)
