"""What the tests of pages share: a page taken apart again, and documents to make pages of."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from accord.records import Abstention, Act, Block, BlockKind, Document, Field, Provision, Reason, Register, Source, Span

NAMES = {"JP": "Japan", "US": "United States"}
KINDS: tuple[BlockKind, ...] = (
    "title",
    "heading",
    "body",
    "bullet",
    "caption",
    "note",
    "index line",
    "page scar",
    "residue",
)
FIELDS = ("operative", "actor", "party", "money", "time", "modifier", "subject", "body")
EVIL = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='alert(1)"
"""Markup that must stay text."""


class Element(Struct):
    """An element of a page with all the text inside it."""

    tag: str
    attrs: dict[str, str]
    inside: tuple[Element, ...]
    text: str = ""

    def has(self, *classes: str) -> bool:
        return set(classes) <= set(self.attrs.get("class", "").split())

    def within(self, tag: str, *classes: str) -> Element | None:
        return next((e for e in reversed(self.inside) if e.tag == tag and e.has(*classes)), None)


class Page(HTMLParser):
    """The elements of a page in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        assert not self.open, "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {k: v or "" for k, v in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in ("meta", "input"):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str, *classes: str) -> list[Element]:
        return [e for e in self.elements if e.tag == tag and e.has(*classes)]

    def blocks(self) -> list[str]:
        """The text of each source, from its blocks."""
        blocks = [e for e in self.elements if e.has("block")]
        return ["".join(b.text for b in blocks if article in b.inside) for article in self.all("article", "text")]


def document(
    name: str, text: str, blocks: Iterable[tuple[BlockKind, int, int]] | None = None, title: str | None = None
) -> Document:
    marked = [("body", 0, len(text))] if blocks is None else list(blocks)
    source = Source(f"{len(text):064}", f"{name}.txt", "text/plain", "text", "1")
    return Document(name, source, text, tuple(Block(k, Span(s, e)) for k, s, e in marked), title=title)  # type: ignore[arg-type]


def provision(d: Document, words: str, trigger: str, act: Act = "affirm", **more: object) -> Provision:
    start = d.text.index(words)
    at = d.text.index(trigger, start)
    p = Provision(
        f"{d.id}:{start}-{start + len(words)}",
        d.quote(start, start + len(words)),
        d.quote(at, at + len(trigger)),
        act,
        ("JP",),
    )
    return replace(p, **more)


def field(d: Document, name: str, words: str, ref: str | None = None) -> Field:
    start = d.text.index(words)
    return Field(name, start, start + len(words), words, ref)


def bare(text: str) -> str:
    return "".join(text.split())


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """A text with any blocks in order, and any provisions and fields, overlapping or not; every other one unread."""
    text = draw(st.text(alphabet="ab <&\"'>*#\n\u00e9\u200b\U0001f5fe", min_size=1, max_size=60))
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(sorted).map(tuple).filter(lambda s: s[0] < s[1])
    cuts = sorted(draw(st.lists(place, max_size=8)))
    blocks = [(draw(st.sampled_from(KINDS)), s, e) for s, e in zip(cuts[::2], cuts[1::2], strict=False)]
    d = document("d", text, blocks)
    provisions = tuple(
        Provision(f"d:{s}-{e}", d.quote(s, e), d.quote(s, s + 1), "affirm", ())
        for s, e in sorted(draw(st.sets(spans, max_size=6)))
    )
    kept = tuple(
        replace(
            p,
            fields=tuple(
                Field(draw(st.sampled_from(FIELDS)), s, e, text[s:e]) for s, e in draw(st.lists(spans, max_size=4))
            ),
            because=tuple(Reason("rule", s, e) for s, e in draw(st.lists(spans, max_size=2))),
        )
        for p in provisions
    )
    return Register(d, (), kept, tuple(Abstention(p.quote, "unread") for p in provisions[1::2]))
