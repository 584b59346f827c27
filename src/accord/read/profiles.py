"""Publishers' profiles and what a text says of itself: title, date, kind, issuer, index lines."""

from __future__ import annotations

import re

from accord.lexicon import Lexicon, Profile
from accord.lexicon.lexicon import ProfileLine
from accord.lexicon.match import name_at
from accord.records import Block, Document, Identifier, Kind, Quote, Source, Span
from accord.text import fold, segment
from accord.text.tokens import words

_MONTHS = "january february march april may june july august september october november december".split()
_DATE_US = re.compile(r"\b([A-Z][a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})\b")
_DATE_EU = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]+)\.?,?\s+(\d{4})\b")
_DATE_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_FRONT = re.compile(r"^([A-Za-z_]+):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_MARKUP = " \t\r\n*_#<>/u\\"


def document(lexicon: Lexicon, *, id: str, source: Source, text: str, given: dict[str, str]) -> Document:  # noqa: A002 - the field's name
    """The document of a text; what the source says of it (``given``) goes before what the text says of itself."""
    profile = next((p for p in lexicon.profiles if all(re.search(d, text) for d in p.detect)), None)
    blocks = _profiled(text, segment(text), profile)
    front = _front_matter(text, blocks)
    title = given.get("title") or front.get("title") or _title(text, blocks)
    issuer = given.get("issuer") or front.get("issuer") or (profile.issuer if profile else None)
    index = _index_lines(text, blocks, profile)
    return Document(
        id=id,
        source=source,
        text=text,
        blocks=blocks,
        title=title,
        date=_iso(given.get("date") or front.get("date") or _dateline(text, blocks)),
        kind=kind_of(lexicon, given.get("kind") or front.get("kind") or title or ""),
        issuer=issuer,
        issuer_code=issuer_code(lexicon, issuer) or (profile.issuer_code if profile and not given.get("issuer") else None),
        identifiers=tuple(Identifier(profile.scheme, v) for v in index.get("identifier", ()) if profile),
        categories=index.get("categories", ()),
        names=index.get("names", ()),
        subjects=index.get("subjects", ()),
        notes=tuple(
            Quote(id, b.span.start, b.span.end, text[b.span.start : b.span.end])
            for b in blocks
            if b.kind in ("note", "index line")
        ),
        url=given.get("url"),
    )


def kind_of(lexicon: Lexicon, words: str) -> Kind:
    """The kind that a title or a corpus's name for it says; ``other`` where it says none."""
    low = words.lower()
    return next((rule.kind for rule in lexicon.kinds if any(w in low for w in rule.words)), "other")


def issuer_code(lexicon: Lexicon, issuer: str | None) -> str | None:
    """The code of the party that an issuer's words name ("Government of Japan", "The White House")."""
    if not issuer:
        return None
    known = lexicon.issuers.get(issuer.lower())
    if known:
        return known
    tokens = words(fold(issuer).text)
    names = (name_at(lexicon, tokens, i) for i in range(len(tokens)))
    return next((n.ref for n in names if n is not None and n.ref and n.kind in ("party", "adjective", "organ")), None)


def _profiled(text: str, blocks: tuple[Block, ...], profile: Profile | None) -> tuple[Block, ...]:
    """The blocks with the publisher's own lines marked as what they are."""
    if profile is None:
        return blocks
    return tuple(_marked(text, block, profile.lines) for block in _rejoined(text, blocks, profile.lines))


def _rejoined(text: str, blocks: tuple[Block, ...], lines: tuple[ProfileLine, ...]) -> tuple[Block, ...]:
    """Blocks with a label that was taken for a heading ("*Names:*") put back before what it labels."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if last is not None and last.kind == "heading" and _line(text, last, lines) and block.kind == "body":
            out[-1] = Block("body", Span(last.span.start, block.span.end))
        else:
            out.append(block)
    return tuple(out)


def _line(text: str, block: Block, lines: tuple[ProfileLine, ...]) -> ProfileLine | None:
    words = text[block.span.start : block.span.end].lstrip(_MARKUP)
    return next((line for line in lines if words.startswith(line.starts)), None)


def _marked(text: str, block: Block, lines: tuple[ProfileLine, ...]) -> Block:
    line = _line(text, block, lines) if block.kind in ("body", "heading", "bullet") else None
    return Block(line.kind, block.span, line.starts.rstrip(":")) if line else block


def _index_lines(text: str, blocks: tuple[Block, ...], profile: Profile | None) -> dict[str, tuple[str, ...]]:
    """The values of the publisher's index lines by the field that takes them."""
    out: dict[str, tuple[str, ...]] = {}
    for line in profile.lines if profile else ():
        for block in blocks:
            if line.into and block.label == line.starts.rstrip(":"):
                words = fold(text[block.span.start : block.span.end]).text.partition(":")[2].strip().rstrip(".")
                out[line.into] = tuple(v.strip() for v in words.split(line.separator) if v.strip())
    return out


def _front_matter(text: str, blocks: tuple[Block, ...]) -> dict[str, str]:
    """Keys and values of YAML front matter that stand on one line each."""
    first = blocks[0] if blocks else None
    if first is None or first.kind != "front matter":
        return {}
    return {k.lower(): v.strip("'\"") for k, v in _FRONT.findall(text[: first.span.end]) if v}


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    block = next((b for b in blocks if b.kind == "title"), None)
    return " ".join(text[block.span.start : block.span.end].strip(_MARKUP).split()) if block else None


def _dateline(text: str, blocks: tuple[Block, ...]) -> str | None:
    block = next((b for b in blocks if b.kind == "dateline"), None)
    return text[block.span.start : block.span.end] if block else None


def _iso(words: str | None) -> str | None:
    """ISO 8601 date from a date in words; None where it names no day of the calendar."""
    if not words:
        return None
    iso = _DATE_ISO.search(words)
    if iso:
        return iso.group()
    us, eu = _DATE_US.search(words), _DATE_EU.search(words)
    if us and us.group(1).lower() in _MONTHS:
        return f"{us.group(3)}-{_MONTHS.index(us.group(1).lower()) + 1:02}-{int(us.group(2)):02}"
    if eu and eu.group(2).lower() in _MONTHS:
        return f"{eu.group(3)}-{_MONTHS.index(eu.group(2).lower()) + 1:02}-{int(eu.group(1)):02}"
    return None
