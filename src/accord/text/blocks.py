"""Blocks: which stretch of a text is title, dateline, heading, body, bullet, residue, and where a page break tears it.

Works on plain text and Markdown alike. A paragraph is a run of lines up to a blank line; a line break inside it
starts a new block only after a finished sentence, and not in a text that is wrapped at a fixed width.
"""

from __future__ import annotations

import re

from accord.records import Block, BlockKind, Span

_LINE = re.compile(r"[^\n]*\n?")
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*\r?(?:\n|\Z)", re.DOTALL)
_SIGNS = r"(?:\*|_|#|</?u>|\\|\s)*"
_FINISHED = re.compile(r"""[.!?:;]["'”’)\]*_]*(?:</u>)?[*_\s\\]*\Z""")
_BULLET = re.compile(r"[ \t]*(?:[-•·▪◦‣–o]|\*(?!\*)|\+)[ \t]+(?=\S)")
_ENUMERATOR = re.compile(r"[ \t]*(?:\\?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\\?[.)]|\d{1,3}\.\d{1,2}\.?)[ \t]+(?=\S)")
_RESIDUE = re.compile(r"\s*(?:\\?#[\s\\#]*|(?:[-*_=~]\s*){3,}|END|\d{1,4}|(?i:page \d+(?: of \d+)?))\s*\Z")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
_DATELINE = re.compile(rf"{_SIGNS}(?:[A-Z][\w.'’ -]+,\s+)*(?:\w+day,?\s+)?{_DATE}[\s*_.\\]*\Z")
_HEADING = re.compile(r"\s*#{1,6}\s")
_EMPHASIZED = re.compile(r"\s*(\*\*\*|\*\*|\*|__|_|<u>)\s*(?:<u>|\*|_|\s)*[^*_<]+(?:</u>|\*|_|\s)*\Z")
_LEAD_IN = re.compile(r"[ \t]*(\*\*|__)(?=\S)([^*\n]{2,120}?)\1[ \t]*(?::|[-–—])?[ \t]*|[ \t]*<u>([^<\n]{2,120})</u>:?[ \t]*")
_CAPTION = re.compile(r"(?i)\A\W*(?:photo(?:graph)?s?\b|caption\b|image\b|figure \d)|\b(?:from|on the) (?:the )?(?:left|right):")
_DANGLING = frozenset(
    "a an and any as at both but by for from her his in including into its no of on or our such than that the their these"
    " this those to under upon via which with within without president minister secretary prime".split()
)
_TAIL = re.compile(r"([A-Za-z'’-]+)[*_\s]*\Z")


def segment(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; every visible character lies in one (a page scar lies inside another)."""
    front = _FRONT_MATTER.match(text)
    blocks: list[Block] = []
    if front:
        blocks.append(Block("front matter", Span(0, len(front.group().rstrip()))))
    for start, end in _mended(text, _paragraphs(text, front.end() if front else 0), blocks):
        blocks.extend(_classify(text, start, end))
    return tuple(sorted(_with_title(text, blocks), key=lambda b: (b.span.start, -b.span.end)))


def _paragraphs(text: str, start: int) -> list[Span]:
    """Paragraphs: cut at blank lines, before bullets and headings, and after finished lines of an unwrapped text."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, start) if m.end() > m.start()]
    wrapped = _is_wrapped(text, lines)
    out: list[Span] = []
    opened: int | None = None
    last = start
    for begin, end in lines:
        line = text[begin:end]
        if not line.strip():
            if opened is not None:
                out.append(Span(opened, last))
            opened = None
            continue
        if opened is not None and _breaks(text[opened:last], line, wrapped):
            out.append(Span(opened, last))
            opened = None
        opened = begin if opened is None else opened
        last = begin + len(line.rstrip())
    if opened is not None:
        out.append(Span(opened, last))
    return out


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines break at a fixed width: most of the lines that another follows are between 50 and 110 long."""
    inner = [e - b for (b, e), (c, f) in zip(lines, lines[1:], strict=False) if e - b > 1 and text[c:f].strip()]
    return len(inner) > 2 and sum(50 <= n <= 110 for n in inner) * 10 >= len(inner) * 6


def _breaks(above: str, line: str, wrapped: bool) -> bool:
    """Whether a line opens a paragraph although no blank line stands above it."""
    if _BULLET.match(line) or _HEADING.match(line) or _HEADING.match(above):
        return True
    if _ENUMERATOR.match(line) and _FINISHED.search(above):
        return True
    if _LEAD_IN.match(line) and line.lstrip().startswith("**") and (_FINISHED.search(above) or not wrapped):
        return True
    if above.rstrip().endswith(("  ", "\\")) or above.endswith("  "):
        return True
    return not wrapped and bool(_FINISHED.search(above) or _DATELINE.match(line) or _is_emphasized(above))


def _mended(text: str, paragraphs: list[Span], blocks: list[Block]) -> list[tuple[int, int]]:
    """Paragraphs with those joined that a page break tears; the tears are added to the blocks as page scars."""
    out: list[tuple[int, int]] = []
    for span in paragraphs:
        if out and _torn(text[out[-1][0] : out[-1][1]], text[span.start : span.end]):
            blocks.append(Block("page scar", Span(out[-1][1], span.start)))
            out[-1] = (out[-1][0], span.end)
        else:
            out.append((span.start, span.end))
    return out


def _torn(above: str, below: str) -> bool:
    """Whether a sentence runs on from one paragraph to the next."""
    if _FINISHED.search(above) or _RESIDUE.match(above) or _is_heading(above.strip()):
        return False
    if _BULLET.match(below) or _HEADING.match(below) or _ENUMERATOR.match(below) or _is_emphasized(below):
        return False
    if below[:1].islower() and len(above) > 40:
        return True
    tail = _TAIL.search(above)
    return len(above) > 60 and tail is not None and tail.group(1).lower() in _DANGLING


def _is_emphasized(paragraph: str) -> bool:
    return bool(_EMPHASIZED.match(paragraph)) and len(paragraph) < 300


def _is_heading(paragraph: str) -> bool:
    """A paragraph that is marked as a heading, or short and without the end of a sentence."""
    if _HEADING.match(paragraph):
        return True
    if _is_emphasized(paragraph):
        return not re.search(r"[.;,]\W*\Z", paragraph) or len(paragraph) < 60
    tail = _TAIL.search(paragraph)
    dangling = tail is not None and tail.group(1).lower() in _DANGLING
    short = len(paragraph) <= 120 and "\n" not in paragraph.strip()
    return short and paragraph[:1].isupper() and not dangling and not re.search(r"[.!?:;,][\"'”’)*_]*\Z", paragraph)


def _classify(text: str, start: int, end: int) -> list[Block]:
    """The block or blocks that one paragraph makes; a bold lead-in becomes a heading of its own."""
    paragraph = text[start:end]
    if _RESIDUE.match(paragraph):
        return [Block("residue", Span(start, end))]
    if _DATELINE.match(paragraph) and len(paragraph) < 120:
        return [Block("dateline", Span(start, end))]
    kind: BlockKind = "body"
    marker = _BULLET.match(paragraph) or _ENUMERATOR.match(paragraph)
    if marker and not _HEADING.match(paragraph):
        kind = "bullet" if _BULLET.match(paragraph) else "body"
        start, paragraph = start + marker.end(), paragraph[marker.end() :]
    elif _is_heading(paragraph):
        return [Block("heading", Span(start, end))]
    if kind == "body" and _CAPTION.search(paragraph):
        return [Block("caption", Span(start, end))]
    lead = _LEAD_IN.match(paragraph)
    if lead and lead.end() < len(paragraph) and _opens_sentence(paragraph, lead):
        inner = Block("heading", Span(start, start + len(lead.group().rstrip())))
        return [inner, Block(kind, Span(start + lead.end(), end))]
    return [Block(kind, Span(start, end))]


def _opens_sentence(paragraph: str, lead: re.Match[str]) -> bool:
    """Whether a bold lead-in is a label: it or what stands between ends in punctuation, and a capital follows."""
    label = lead.group().strip(" \t*_<u>/")
    return label[-1:] in ".:-–—" and paragraph[lead.end()].isupper()


def _with_title(text: str, blocks: list[Block]) -> list[Block]:
    """The first heading, where nothing but front matter and datelines stands above it, is the title."""
    for i, block in enumerate(blocks):
        if block.kind == "heading" and "\n" not in text[block.span.start : block.span.end].strip():
            return [*blocks[:i], Block("title", block.span), *blocks[i + 1 :]]
        if block.kind not in ("front matter", "dateline", "residue", "page scar"):
            break
    return blocks
