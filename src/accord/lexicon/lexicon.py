"""What a lexicon holds once its files are read: rules and lists as frozen records, with the tables that find them."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, field

from accord.records import Act, Kind, Obligation


class ActRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What a verb does when a party is its subject (acts.toml)."""

    verb: str
    """Base form."""
    act: Act
    governs: str = field(default="", name="with")
    """Words that must follow, adjectives skipped: ``view|views that``; see docs/how-to/add-to-the-lexicon.md."""
    noun: bool = False
    """The provision takes the class of an act noun that the verb governs ("expressed concern")."""
    promise: bool = False
    """A promise in the that-clause makes it commit ("confirmed that they will")."""
    commissive: bool | Literal["infinitive"] = False
    past: bool = False
    """The rule holds for what is done (past, perfect) only."""
    perfect: bool = False
    """The rule holds for the perfect only."""
    progressive: bool = False
    """It holds for the present progressive too ("is announcing")."""
    swap: bool = False
    """The one who acts stands behind "from" ("gained full support from the President")."""
    subject: Literal["party", "event"] = "party"
    yes: tuple[str, ...] = ()
    """Sentences in which the rule decides, of two parties named Japan and the United States, or of the ones named."""
    no: tuple[str, ...] = ()
    """Sentences in which it does not."""

    @property
    def id(self) -> str:
        """Name of the rule, as it stands in a provision's ``because``."""
        return f"act:{self.verb}+{self.governs}" if self.governs else f"act:{self.verb}"


class NounRule(Struct, frozen=True, forbid_unknown_fields=True):
    """An act noun (nouns.toml)."""

    noun: str
    act: Act
    commissive: bool = False
    continued: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    """Verbs under which alone it counts; all with ``noun = true`` where empty."""
    not_verbs: tuple[str, ...] = ()
    own: bool = False
    """It counts only where it is the actor's own ("reaffirmed its role")."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Name of the rule, as it stands in a provision's ``because``."""
        return f"noun:{self.noun.partition('|')[0]}"


class Modifier(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that strengthen, weaken, repeat or condition (modifiers.toml)."""

    kind: str = field(name="class")
    words: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """A heading under which the rows of a comparison are grouped (topics.toml)."""

    topic: str
    words: tuple[str, ...]
    """Words and phrases, lower case; a final ``*`` matches any ending."""
    weight: float = 1.0
    """What one of its words counts when the topic of a row is decided."""
    priority: float = 0.0
    """What it adds to the rank of a row in which the accounts differ."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Instrument(Struct, frozen=True, forbid_unknown_fields=True):
    """Head nouns of instruments, bodies and the like, and names that have no such head (instruments.toml)."""

    kind: Literal["instrument", "body"]
    heads: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class SoftTime(Struct, frozen=True, forbid_unknown_fields=True):
    """Times in words (times.toml)."""

    words: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class ProfileLine(Struct, frozen=True, forbid_unknown_fields=True):
    """A line that a publisher adds to the text."""

    starts: str
    """How the line begins, markup aside ("NOTE:", "Categories:")."""
    kind: Literal["note", "index line", "caption", "residue"]
    into: str = ""
    """The field of the document that takes its value: categories, names, subjects, identifier."""
    separator: str = ";"


class Rank(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of a scale of verb ranks (ranks.toml)."""

    profile: str
    scale: str
    step: int
    """From 1, the weakest."""
    words: frozenset[str]
    """Base forms of verbs, and nouns and adjectives as they stand."""
    source: str
    obligation: Obligation | None = None
    """Which obligation the step is, in a profile that ranks obligations."""


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """How one publisher's documents look (profiles.toml)."""

    id: str
    name: str
    detect: tuple[str, ...]
    """Regular expressions that must all be found in the text."""
    issuer: str = ""
    issuer_code: str = ""
    scheme: str = ""
    """Name of the identifier scheme that ``into = "identifier"`` fills."""
    lines: tuple[ProfileLine, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for expression in self.detect:
            try:
                re.compile(expression)
            except re.error as error:
                raise ValueError(f"detect: “{expression}” is no regular expression ({error})") from error


class KindRule(Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a document's kind is known (kinds.toml)."""

    kind: Kind
    words: tuple[str, ...]


class Speakers(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand for the parties (speakers.toml)."""

    determiners: frozenset[str]
    numbers: frozenset[str]
    collective: frozenset[str]
    """Heads that stand for all parties of the document ("leaders", "heads of state")."""
    between: frozenset[str]
    """Words that may stand between determiner and head."""
    measures: frozenset[str]
    """Last words of names in capitals that are no organs ("the American Families Plan"), lower case."""
    distributive: frozenset[str]
    """Determiners that take the parties one by one ("neither party")."""
    singular: frozenset[str]
    """Heads that follow such a determiner."""
    bare: frozenset[str]
    """Heads that stand for all parties without a determiner ("Ministers welcomed")."""
    bodies: frozenset[str]
    """Short names of bodies ("the Council")."""
    events: frozenset[str]
    """What takes place or is held between all parties."""
    own: frozenset[str]
    """Whom one directs, and does not request: one's own officials and bodies."""


class Verb(Struct, frozen=True):
    """A form of a verb: its base, and which forms it can be (B base, Z -s, D past, N participle, G -ing)."""

    base: str
    forms: str


class Name(Struct, frozen=True):
    """A name of the lists, as the tokens it is written with."""

    words: tuple[str, ...]
    kind: str
    """party, adjective, capital, title, organ, place, person."""
    ref: str = ""
    """Code of the party it stands for, where it stands for one."""
    rank: str = ""
    """Of a title: head, minister, official, style; ``plural`` is appended where the form is the plural."""


class Person(Struct, frozen=True):
    """A person attested in the sources (people.csv)."""

    name: str
    surname: str
    code: str
    title: str
    first: str
    last: str


Rule = ActRule | NounRule | Modifier | Topic | Instrument | SoftTime | Profile


class PhraseTable(Struct, frozen=True):
    """Words and phrases, lower case, with what each stands for."""

    exact: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First token -> phrases that start with it, longest first, with their values."""
    prefixes: tuple[str, ...] = ()
    """Beginnings of words that match any ending ("abduction*")."""
    prefix_values: dict[str, str] = {}


class Lexicon(Struct, frozen=True):
    """All vocabulary, ready to be looked up."""

    tags: dict[str, str]
    """Function word -> tag of the clause grammar."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word -> function phrases of several words, longest first, with their tags."""
    verbs: dict[str, Verb]
    """Word form -> verb."""
    plain: dict[str, tuple[str, str]]
    """Lower-case word that opens no name, phrase or collective -> its tag, and the base form where it is a verb."""
    chaining: frozenset[str]
    """Verbs that count as one group with the infinitive after them ("continue to support")."""
    adjectival: frozenset[str]
    """Verbs that are more often adjectives ("clean energy")."""
    working: frozenset[str]
    """Act verbs that stand in infinitives more often than they say something."""
    benefits: frozenset[str]
    """Of whose these one speaks, that one is the addressee ("the sovereignty of Ukraine")."""
    helping: frozenset[str]
    """Verbs and nouns whose object is the addressee of a joint promise."""
    bare_infinitive: frozenset[str]
    """Verbs that take an infinitive without "to" ("help build")."""
    acts: dict[str, tuple[ActRule, ...]]
    """Base form -> rules, the most specific first."""
    nouns: dict[str, NounRule]
    names: dict[str, tuple[Name, ...]]
    """First token -> names, longest first."""
    organs: frozenset[str]
    """Head nouns of state organs ("government", "agencies")."""
    title_words: frozenset[str]
    """Words of the titles and their plurals, lower case."""
    people: dict[str, tuple[Person, ...]]
    """Surname -> people."""
    heads_of: dict[str, frozenset[str]]
    """Code -> titles, lower case, that people of that party bear in the list ("king", "prime minister")."""
    bodies: frozenset[str]
    """Codes of parties that are bodies of several states."""
    party_names: dict[str, str]
    """Code -> usual English name."""
    aliases: dict[str, str]
    """Lower-case name of a party -> code."""
    mentions: PhraseTable
    """Phrase -> fields that it is, as ``field:value`` joined by bars: modifier and class, subject and topic, time."""
    topic_weights: dict[str, float]
    """Topic -> weight of its words; of topics that weigh the same the first counts."""
    topic_priorities: dict[str, float]
    """Topic -> what it adds to the rank of a row."""
    heads: dict[str, str]
    """Head noun, with its capital -> ``instrument`` or ``body``."""
    rules: tuple[Rule, ...]
    """Every rule that carries examples, for ``accord lexicon check``."""
    ranks: tuple[Rank, ...]
    """Verb ranks of all profiles."""
    rank_profile: str
    """The profile by which provisions are ranked."""
    profiles: tuple[Profile, ...]
    kinds: tuple[KindRule, ...]
    issuers: dict[str, str]
    """Name of a publisher, lower case -> code of the party that it belongs to."""
    speakers: Speakers
    abbreviations: frozenset[str]
    stems: dict[str, str]
    """Word, lower case -> its stem, of the words that the background corpus holds ten times and more."""
    frequencies: dict[str, int]
    """Stem -> number of background documents that hold it; ``*`` is the number of documents."""
