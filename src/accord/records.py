"""The records that flow through Accord. Read from top to bottom they are an introduction to the domain.

    bytes --read--> Document --text--> Sentence --lexicon--> Mention --extract--> Provision
    Provisions of two or more accounts of one event --compare--> Comparison

Every record is frozen, holds tuples and never lists, and every claim carries its words: for a ``Quote`` of a
document, ``document.text[quote.start:quote.end] == quote.exact``. Offsets are Unicode code points into
``Document.text``, half-open.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Act = Literal[
    "meet", "inform", "affirm", "agree", "commit", "support", "oppose", "request", "direct", "accept", "enact",
    "expect", "state",
]  # fmt: skip
"""What a provision does; the 13 classes of the codebook."""

Kind = Literal[
    "joint statement", "communique", "declaration", "readout", "fact sheet", "press release", "press conference",
    "speech", "resolution", "treaty", "memorandum of conversation", "other",
]  # fmt: skip
"""What sort of text a document is."""

BlockKind = Literal[
    "front matter", "title", "dateline", "heading", "body", "bullet", "caption", "note", "index line", "page scar",
    "residue",
]  # fmt: skip
"""What a stretch of a document is. Provisions are read from ``body`` and ``bullet`` only."""

Relation = Literal["same", "a_adds", "b_adds", "both_add", "differs", "only"]
"""How the accounts of one row stand to each other; ``only`` when one account alone has it."""

DifferenceKind = Literal[
    "act", "actor", "strength", "modifier", "object", "amount", "time", "instrument", "addition", "omission"
]

Obligation = Literal["none", "aspiration", "intention", "undertaking", "binding"]

OBLIGATIONS: tuple[Obligation, ...] = ("none", "aspiration", "intention", "undertaking", "binding")
"""The obligations in the order of their force."""


class Span(Struct, frozen=True, order=True):
    """A stretch of ``Document.text``: code points, half-open."""

    start: int
    end: int


class Quote(Struct, frozen=True, order=True):
    """Words of a document at their place; ``document.text[start:end] == exact`` always holds.

    The fields are those of the W3C Web Annotation position and quote selectors.
    """

    document: str
    start: int
    end: int
    exact: str

    @property
    def span(self) -> Span:
        """Its place without its words."""
        return Span(self.start, self.end)


class Problem(Struct, frozen=True):
    """Something about an input that its user should know; bad input is a value, not an exception."""

    where: str
    """File, and place in it where there is one ("statements.jsonl:17")."""
    message: str
    """One line: what is wrong and what to do."""
    severity: Literal["error", "warning", "note"] = "error"


class Source(Struct, frozen=True):
    """The bytes as they were received."""

    sha256: str
    name: str
    """File name as given by the user, with ``#ID`` for one document of a JSONL file."""
    media_type: str
    """IANA media type, by content ("text/plain", "text/markdown", "application/jsonl")."""
    reader: str
    reader_version: str
    encoding: str = "utf-8"


class Block(Struct, frozen=True):
    """A stretch of a document and what it is. Blocks are in text order; a page scar lies inside the block it tears."""

    kind: BlockKind
    span: Span
    label: str = ""
    """What an index line or a note is called in the source ("Categories", "NOTE"), else empty."""


class Identifier(Struct, frozen=True):
    """A number that a publisher gives the document."""

    scheme: str
    value: str


class Document(Struct, frozen=True):
    """One text as read. ``text`` is frozen when read and never cleaned afterwards."""

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    date: str | None = None
    """ISO 8601 calendar date."""
    kind: Kind = "other"
    issuer: str | None = None
    """Who published it, in words ("Government of Japan")."""
    issuer_code: str | None = None
    """ISO 3166-1 alpha-2 code of the issuer's state, or the code of a body."""
    language: str = "en"
    identifiers: tuple[Identifier, ...] = ()
    categories: tuple[str, ...] = ()
    """The publisher's own index terms, where the source prints them; likewise ``names`` and ``subjects``."""
    names: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    notes: tuple[Quote, ...] = ()
    """Editors' additions (NOTE, index lines): shown, never read as provisions."""
    url: str | None = None

    def quote(self, start: int, end: int) -> Quote:
        """The words between two code points."""
        return Quote(self.id, start, end, self.text[start:end])


class Sentence(Struct, frozen=True):
    """One sentence of a body or bullet block; ``pieces`` are its parts where a page break tears it."""

    span: Span
    pieces: tuple[Span, ...]
    block: int
    """Index into ``Document.blocks``."""
    heading: str = ""
    """The nearest heading above, as printed."""


class Mention(Struct, frozen=True, order=True):
    """A party, person, body, instrument, place, time or amount named in the text."""

    start: int
    end: int
    kind: str
    ref: tuple[str, ...] = ()
    """Codes that it stands for: ISO 3166-1 alpha-2 of states, codes of bodies; empty when unknown."""


class Field(Struct, frozen=True, order=True):
    """One field of a provision with the words that carry it."""

    field: str
    """actor, addressee, modifier, time, money, instrument, body, place, subject, delegation, obligation."""
    start: int
    end: int
    exact: str
    ref: str | None = None
    """Code ("JP"), class of a modifier ("stronger"), or label from the lexicon."""
    value: str | None = None
    """Normalized value ("USD 1000000000000", "2027"), where there is one."""


class Reason(Struct, frozen=True, order=True):
    """A rule that decided something, and the words on which it decided."""

    rule: str
    start: int
    end: int


class Firmness(Struct, frozen=True):
    """How firmly a provision binds, after Abbott et al. 2000 (International Organization 54:401-419)."""

    obligation: Obligation = "none"
    precision: tuple[str, ...] = ()
    """Which of date, amount, measure, place, body, instrument it names."""
    delegation: tuple[str, ...] = ()
    """Who is to act when it is not the speakers themselves, in the text's words."""
    rank: str | None = None
    """Step of its verb on a scale of the chosen rank profile ("obligation 3 of 4", "instructive 5 of 7")."""


class Provision(Struct, frozen=True):
    """One act predicated of the parties, or of somebody who speaks for them (codebook, section 1)."""

    id: str
    """``document:start-end``."""
    quote: Quote
    trigger: Quote
    act: Act
    actors: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    commissive: bool = False
    polarity: Literal["positive", "negative"] = "positive"
    firmness: Firmness = Firmness()
    by: str | None = None
    """Exact words of the time for an action promised, tasked or welcomed."""
    money: str | None = None
    """Exact words of the first amount of money."""
    subjects: tuple[str, ...] = ()
    about: str | None = None
    """Id of the provision that this one answers ("..., which the United States welcomed")."""
    group: str | None = None
    """Id shared by the items of one list."""
    fields: tuple[Field, ...] = ()
    because: tuple[Reason, ...] = ()
    sentence: int = 0
    """Number of its sentence in the document, from 0."""
    heading: str = ""
    """The nearest heading above, as printed."""

    def named(self, field: str) -> tuple[Field, ...]:
        """The fields of one kind, in text order."""
        return tuple(f for f in self.fields if f.field == field)


class Abstention(Struct, frozen=True):
    """A sentence that carries an act which no rule could read, or a block that was left out: coverage, shown."""

    quote: Quote
    why: str


class Register(Struct, frozen=True):
    """What ``extract`` makes of one document."""

    document: Document
    parties: tuple[str, ...]
    provisions: tuple[Provision, ...]
    abstentions: tuple[Abstention, ...] = ()
    sentences: int = 0
    """How many sentences were read."""


class Difference(Struct, frozen=True):
    """One thing in which the accounts of a row differ, in the accounts' own words."""

    kind: DifferenceKind
    text: str
    """In words: "Japan: commitment to; United States: vital importance of"."""
    quotes: tuple[tuple[int, Quote], ...]
    """Account number (0-based) and the words that differ."""


class Row(Struct, frozen=True):
    """The linked provisions of the accounts, or what one account alone says."""

    topic: str
    relation: Relation
    cells: tuple[tuple[Provision, ...], ...]
    """One cell for each account, in the order of the accounts."""
    differences: tuple[Difference, ...] = ()
    rank: float = 0.0
    """How much the row matters to an analyst; larger is more."""
    because: tuple[str, ...] = ()
    """What made the rank and the link, in words."""


class Comparison(Struct, frozen=True):
    """Two accounts of one event, side by side; rows with the highest rank first."""

    accounts: tuple[Register, ...]
    labels: tuple[str, ...]
    """A short name for each account ("Japan", "United States"), unique within the comparison."""
    rows: tuple[Row, ...]
