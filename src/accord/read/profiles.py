"""Publishers' profiles and what a text says of itself: title, date, kind, issuer, index lines."""

from __future__ import annotations

import re
from datetime import date

from accord.lexicon import Lexicon, Profile
from accord.lexicon.lexicon import ProfileLine
from accord.lexicon.match import name_at
from accord.records import Block, Document, Identifier, Kind, Quote, Source, Span
from accord.text import fold, segment
from accord.text.tokens import words

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_US = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s+(?:\d{1,2}\s*[-–—]\s*)?(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DATE_EU = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})\b")
_DATE_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)")
_FRONT = re.compile(r"^([A-Za-z_]+):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_BLOCK_SCALAR = re.compile(r"[>|][+-]?\s*\n")
_YAML_BREAK = re.compile(r"\\\r?\n[ \t]*")
_YAML_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_YAML_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "_": "\u00a0", "N": "\u0085", "0": ""}
_FINAL_STOP = re.compile(r"(?<![A-Z])\.\Z")


def document(lexicon: Lexicon, *, id: str, source: Source, text: str, given: dict[str, str]) -> Document:
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
        kind=_kind(lexicon, given.get("kind") or front.get("kind"), title),
        issuer=issuer,
        issuer_code=issuer_code(lexicon, issuer)
        or (profile.issuer_code if profile and issuer == profile.issuer else None),
        identifiers=tuple(Identifier(profile.scheme, v) for v in index.get("identifier", ()) if profile),
        categories=index.get("categories", ()),
        names=index.get("names", ()),
        subjects=index.get("subjects", ()),
        notes=tuple(
            Quote(id, b.span.start, b.span.end, text[b.span.start : b.span.end])
            for b in blocks
            if b.kind in ("note", "index line")
        ),
        url=given.get("url") or front.get("url") or front.get("source_url"),
    )


def kind_of(lexicon: Lexicon, words: str) -> Kind:
    """The kind that a title or a corpus's name for it says; ``other`` where it says none."""
    low = words.lower()
    return next((rule.kind for rule in lexicon.kinds if any(w in low for w in rule.words)), "other")


def _kind(lexicon: Lexicon, said: str | None, title: str | None) -> Kind:
    """What the source calls the text, and where that is no kind known here ("summit_other"), what its title says."""
    kind = kind_of(lexicon, said or "")
    return kind if kind != "other" or said == "other" else kind_of(lexicon, title or "")


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
    words = fold(text[block.span.start : min(block.span.end, block.span.start + 80)]).text.lstrip(" #")
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
                words = fold(text[block.span.start : block.span.end]).text.partition(":")[2].strip()
                words = _FINAL_STOP.sub("", words)  # "Ishiba, Shigeru." but "relations with U.S."
                out[line.into] = tuple(v.strip() for v in words.split(line.separator) if v.strip())
    return out


def _front_matter(text: str, blocks: tuple[Block, ...]) -> dict[str, str]:
    """The keys and values of YAML front matter."""
    first = blocks[0] if blocks else None
    if first is None or first.kind != "front matter":
        return {}
    found = _FRONT.findall(text[: first.span.end].removesuffix("---"))
    return {key.lower(): " ".join(_scalar(value).split()) for key, value in found if value.strip()}


def _scalar(value: str) -> str:
    """A YAML scalar as text: quoted, with escapes and folded lines, or plain."""
    value = _BLOCK_SCALAR.sub("", value.strip(), count=1)
    if value.startswith("'"):
        return value[1:].removesuffix("'").replace("''", "'")
    if value.startswith('"'):
        return _YAML_ESCAPE.sub(_unescaped, _YAML_BREAK.sub("", value[1:].removesuffix('"')))
    return value.partition(" #")[0]


def _unescaped(escape: re.Match[str]) -> str:
    code, sign = escape.group(1) or escape.group(2) or escape.group(3), escape.group(4)
    if sign is not None:
        return _YAML_SIGNS.get(sign, sign)
    number = int(code, 16)
    return chr(number) if number < 0xD800 or 0xE000 <= number < 0x110000 else ""


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    block = next((b for b in blocks if b.kind == "title"), None)
    words = fold(text[block.span.start : block.span.end]) if block else None
    return words.text.strip(" #") if words else None


def _dateline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The first dated line above the text, or else the line that closes it ("Hiroshima, 20 May 2023")."""
    body = next((i for i, b in enumerate(blocks) if b.kind in ("body", "bullet")), len(blocks))
    last = [b for b in blocks if b.kind not in ("residue", "note", "index line")][-1:]
    lines = [text[b.span.start : b.span.end] for b in (*blocks[:body], *last) if b.kind == "dateline"]
    return next((line for line in lines if _iso(line)), None)


def _iso(words: str | None) -> str | None:
    """ISO 8601 date from a date in words, of several days the last; None where it names no day of the calendar."""
    if not words:
        return None
    iso, us, eu = _DATE_ISO.search(words), _DATE_US.search(words), _DATE_EU.search(words)
    if iso:
        return _day(*iso.groups())
    if us and us.group(1)[:3].lower() in _MONTHS:
        return _day(us.group(3), us.group(1), us.group(2))
    return _day(eu.group(3), eu.group(2), eu.group(1)) if eu else None


def _day(year: str, month: str, day: str) -> str | None:
    """A day of the calendar as ISO 8601; the month as number or name."""
    short = month[:3].lower()
    number = int(month) if month.isdecimal() else _MONTHS.index(short) + 1 if short in _MONTHS else 0
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
