"""Blocks: which stretch of a text is title, dateline, heading, body, bullet, residue, and where a page break tears it.

Works on plain text and Markdown alike. A paragraph is a run of lines up to a blank line; a line break inside it
starts a new block only after a finished sentence, and not in a text that is wrapped at a fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from accord.records import Block, BlockKind, Span
from accord.text.view import INVISIBLE, TAG

Line = tuple[int, int]
"""Where a line's first and last visible characters stand, half-open; start and end are equal for a blank line."""

_LETTER = re.compile(r"[^\W_]")
_MARGIN = re.compile(rf"[\s{INVISIBLE}]*+")
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?=[\w-]+:).*?\n---[ \t]*\r?(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:", re.MULTILINE)

_BULLET = r"(?:(?:\\?[-+–—‒o✓➢]|\*(?!\*))[^\S\n]+|[•·▪◦‣●∙■□➤][^\S\n]*)(?=\S)"
_NUMBER = (
    r"(?:\\?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|I|[IVX]{2,5})\\?[.)]|\\?\([A-Z]\\?\)|\d{1,3}\.\d{1,2}\.?)[^\S\n]+(?=\S)"
)
_BULLETED = re.compile(rf"\s*+{_BULLET}")
_NUMBERED = re.compile(rf"\s*+({_NUMBER})")
_MARKER = re.compile(rf"\s*+(?:{_BULLET})?(?:{_NUMBER})?")
_DASHED = re.compile(r"[-–—o]\s+[a-z]")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_DAY}(?:\s+{_MONTH})?\s*[-–—]\s*)?{_DAY}\s+{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+{_DAY}(?:\s*[-–—]\s*(?:{_MONTH}\s+)?{_DAY})?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
)
_TIME = r"\d{1,2}(?:[:.]\d\d)?\s*(?i:[ap]\.?\s?m\b\.?|noon\b)(?:\s+[A-Z]{2,4}\b)?"
_PLACE = r"(?:[^\W\d_a-z][\w.'’ -]*,\s+)"
_DATELINE = re.compile(
    rf"[\s*_#(\\<u>]*+(?:{_PLACE}*(?:\w+day,?\s+)?{_DATE}(?:[\s,—–]+{_TIME}(?:\s*[-–]\s*{_TIME})?)?|{_TIME})[\s*_.)\\/<u>]*\Z"
)

_HEADING = re.compile(r"#{1,6}\s")
_OPENING = re.compile(rf"(?:[\s*_\\#{INVISIBLE}]|{TAG})*+")
_LAST_TAG = re.compile(rf"(?:{TAG})\Z")
_FINISHED = re.compile(r"""[.!?:;…](?:["'”’)\]*_\s\\]|</?[a-z]{1,6}>|\\?\[\d{1,3}\\?\])*\Z""")
_PAUSED = re.compile(r"[.!?:;,…][\"'”’)*_]*\Z")
_CLOSED = re.compile(r"[.!?;,][\"'”’)]*\Z")
_LEAD_IN = re.compile(
    r"((?:\*|_|<(?:u|b|strong|em|span)\b[^<>]*+>)++)([^*_<>]{2,240}+)((?:[*_\s]|[–—-](?=\*)|</\w++>)++[.:]?)(\s*[-–—]+\s)?\s*"
)
_TABLE = re.compile(r"<(?:table|tbody|thead|colgroup|tr|td|figure|img|iframe)\b")
_RESIDUE = re.compile(r"(?i:end|more|page \d{1,4}(?: of \d{1,4})?)|\d{1,4}(?:/\d{1,4})?|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5}")
_PAGE = re.compile(r"(?i:page )?\d{1,4}(?:(?: of |/)\d{1,4})?")
_NOTE = re.compile(r"\\?\[(?:\^?\d{1,3}\\?\]:?\s|[^\[\]]{12,}+\]\Z)")
_CAPTION = re.compile(
    r"(?i:\A\W*(?:photo(?:graph)?s?|picture|caption|image|figure)\s*(?:\d+\s*)?(?:[:.)(–—]|by\b|courtesy\b|credit)"
    r"|\b(?:from|on the) (?:the )?(?:left|right):"
    r"|\((?:at |on )?(?:the )?(?:far |second from |third from )?(?:left|right)\))"
)

_DANGLING = re.compile(
    r"(?i:an?|and|any|as|at|both|but|by|for|from|her|his|in|including|into|its|no|of|on|or|our|such|than|that|the|their"
    r"|these|this|those|to|under|upon|via|which|with|within|without)"
)
_TITLE_BEFORE_NAME = re.compile(r"\b[a-z’']+\s+(?:President|Prime|Minister|Secretary|Chancellor)\Z")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an|to|s)\s+\w+\Z")
_AND_NEXT = re.compile(r"[;:]\s+(?:and|or)\W*\Z")
_TAIL = re.compile(r"([A-Za-z'’]+)[*_\s]*\Z")
_CLAUSE = re.compile(
    r"(?:The|These|This|Those|Today|We|Our|It|They|In|On|As|Since|To|With|Under|During|After|At)\b"
    r"|.*\b(?:is|are|was|were|has|have|had|will|would|shall|can|must|should|may)\b",
    re.DOTALL,
)
_SHORT = 400
"""Code points of the longest paragraph that is looked at for what its shape says."""


def segment(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; every visible character lies in one (a page scar lies inside another)."""
    front = _FRONT_MATTER.match(text)
    blocks: list[Block] = []
    if front:
        blocks.append(Block("front matter", Span(0, len(front.group().rstrip()))))
    for span in _mended(text, _paragraphs(text, front.end() if front else 0), blocks):
        blocks.extend(_classify(text[span.start : span.end], span.start))
    if not (front and _FRONT_TITLE.search(front.group())):
        blocks = _with_title(text, blocks)
    return tuple(sorted(blocks, key=lambda b: (b.span.start, -b.span.end)))


def after_marker(text: str, span: Span) -> int:
    """Where the words of a block begin: behind the sign of a bullet and the number of an item."""
    marker = _MARKER.match(text, span.start, span.end)
    return marker.end() if marker else span.start


# --- lines to paragraphs ----------------------------------------------------------------------------------------------


def _lines(text: str, start: int) -> Iterator[Line]:
    for line in text[start:].splitlines(keepends=True):
        words = line.rstrip()
        margin = _MARGIN.match(words)
        yield start + (margin.end() if margin else 0), start + len(words)
        start += len(line)


def _paragraphs(text: str, start: int) -> list[Span]:
    """Paragraphs: cut at blank lines, before bullets and headings, and after finished lines of an unwrapped text."""
    lines = list(_lines(text, start))
    wrapped = _is_wrapped(text, lines)
    out: list[Span] = []
    paragraph: list[Line] = []
    for line in lines:
        blank = line[0] == line[1]
        if paragraph and (blank or _breaks(text, paragraph, line, wrapped)):
            out.append(Span(paragraph[0][0], paragraph[-1][1]))
            paragraph = []
        if not blank:
            paragraph.append(line)
    if paragraph:
        out.append(Span(paragraph[0][0], paragraph[-1][1]))
    return out


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether lines break at a fixed width: most that another follows are 50 to 110 long and break off a sentence."""
    inner = [text[b:e] for (b, e), (c, d) in pairwise(lines) if e > b and d > c and not _opens(text[c : c + 12])]
    fitting = [line for line in inner if 50 <= len(line) <= 110]
    return len(inner) > 2 and len(fitting) * 10 >= len(inner) * 6 and sum(map(_is_finished, fitting)) * 2 < len(fitting)


def _breaks(text: str, paragraph: list[Line], line: Line, wrapped: bool) -> bool:
    """Whether a line opens a paragraph although no blank line stands above it."""
    (opened, until), (begin, end) = paragraph[0], paragraph[-1]
    first, above, below = text[opened : min(until, opened + _SHORT)], text[begin:end], text[slice(*line)]
    finished = _is_finished(above)
    if _is_signs(below):
        return not _is_signs(above)
    if _DASHED.match(below) and not finished and not _BULLETED.match(first):
        return False  # a dash inside a sentence that came to stand at the margin
    number = _NUMBERED.match(below) and (finished or _follows(first, below))
    lead_in = below.startswith(("**", "<u>", "__")) and (finished or not wrapped) and _LEAD_IN.match(below)
    if _opens(below) or number or lead_in or _stands_alone(above, below, only=len(paragraph) == 1):
        return True
    hard = text[end - 1] == "\\" or "  " in text[end : line[0]].partition("\n")[0]  # a line break of Markdown
    return (hard and not below[0].islower()) or (not wrapped and (finished or _is_dateline(below)))


def _stands_alone(above: str, below: str, *, only: bool) -> bool:
    """Whether a line closes its paragraph: a heading, a date, signs; ``only`` where no line stands above it."""
    if _HEADING.match(above):
        return True
    if _is_signs(above):
        return below[-1] not in "*_>"  # "*<u>" opens the heading that stands on the next line
    return only and (_is_emphasized(above, closed=True) or _is_dateline(above))


def _opens(line: str) -> bool:
    return bool(_BULLETED.match(line) or _HEADING.match(line))


def _follows(first: str, line: str) -> bool:
    """Whether a line carries the number after that with which a paragraph opens ("1. ...", "2. ...")."""
    before, here = (match.group(1).strip("\\(). \t") if match else "" for match in map(_NUMBERED.match, (first, line)))
    if before.isdecimal() and here.isdecimal():
        return int(here) == int(before) + 1
    return len(before) == len(here) == 1 and ord(here) == ord(before) + 1


def _mended(text: str, paragraphs: list[Span], blocks: list[Block]) -> list[Span]:
    """Paragraphs with those joined that a page break tears; the tears are added to the blocks as page scars."""
    out: list[Span] = []
    for span in paragraphs:
        if len(out) > 1 and _is_page_number(text, out[-1]) and _is_torn(text, out[-2], span):
            out.pop()
        elif not (out and _is_torn(text, out[-1], span)):
            out.append(span)
            continue
        blocks.append(Block("page scar", Span(out[-1].end, span.start)))
        out[-1] = Span(out[-1].start, span.end)
    return out


def _is_torn(text: str, above: Span, below: Span) -> bool:
    """Whether a sentence runs on from one paragraph to the next."""
    length = above.end - above.start
    if length <= 40:
        return False
    head = text[below.start : min(below.end, below.start + _SHORT)]
    tail = text[max(above.start, above.end - _SHORT) : above.end]
    if _is_finished(tail) or _AND_NEXT.search(tail):
        return False
    if _opens(head) or _NUMBERED.match(head) or _is_emphasized(head) or _is_signs(head) or _is_page_number(text, below):
        return False
    if length <= _SHORT and (_HEADING.match(tail) or _is_emphasized(tail) or _is_dateline(tail)):
        return False
    if length > 60 and _is_dangling(tail):
        return True
    heading = length <= 120 and tail[-1] not in ",-" and _is_title_case(tail)
    return head[0].islower() and not text[above.start].islower() and not heading


# --- what a line or paragraph looks like ------------------------------------------------------------------------------


def _is_finished(words: str) -> bool:
    return bool(_FINISHED.search(words[-80:]))


def _is_signs(paragraph: str) -> bool:
    """Whether a paragraph holds no letter and no digit but in tags: a rule, "###", an empty comment, lost markup."""
    opening = _OPENING.match(paragraph)
    return not _LETTER.search(paragraph, opening.end() if opening else 0)


def _is_dateline(paragraph: str) -> bool:
    return len(paragraph) < 120 and bool(_DATELINE.match(paragraph))


def _is_page_number(text: str, span: Span) -> bool:
    return span.end - span.start < 40 and bool(_PAGE.fullmatch(text[span.start : span.end].strip(" -–—*_|")))


def _is_dangling(words: str) -> bool:
    """Whether words break off where no paragraph can end: after "of", "and", or a title that a name must follow."""
    tail = _TAIL.search(words[-80:])
    if tail is None:
        return False
    untitled = _TITLE_BEFORE_NAME.search(words) and not _ARTICLE_BEFORE.search(words)
    return bool(_DANGLING.fullmatch(tail.group(1)) or untitled)


def _core(paragraph: str) -> str:
    """A short paragraph without the markup at its ends."""
    opening = _OPENING.match(paragraph)
    words = paragraph[opening.end() :] if opening else paragraph
    while True:
        words = words.rstrip(" \t\r\n\xa0*_\\#")
        tag = _LAST_TAG.search(words) if words.endswith(">") else None
        if tag is None:
            return words
        words = words[: tag.start()]


def _is_emphasized(paragraph: str, *, closed: bool = False) -> bool:
    """Whether a paragraph is one run of bold, italics or underline; it may be left open unless ``closed``."""
    if len(paragraph) > _SHORT or paragraph[:1] not in ("*", "_", "<") or (closed and paragraph[-1] not in "*_>"):
        return False
    core, sign = _core(paragraph), "**" if paragraph.startswith("**") else paragraph[0]
    return bool(core) and sign not in core and "<" not in core and not core.startswith("http")


def _is_title_case(words: str) -> bool:
    """Whether most of the longer words after the first have a capital."""
    longer: list[str] = re.findall(r"[^\W\d_]{4,}", words)[1:]
    return sum(w[0].isupper() for w in longer) * 3 > len(longer) * 2


def _is_sentence(core: str) -> bool:
    """Whether words in bold are text and no label: long, in lower case, and closed or with subject or auxiliary."""
    if len(core) < 60 or _is_title_case(core):
        return False
    return _CLOSED.search(core) is not None or _CLAUSE.match(core) is not None


def _is_heading(paragraph: str) -> bool:
    """A paragraph that is marked as a heading, or short and without the end of a sentence."""
    if _HEADING.match(paragraph):
        return True
    if _is_emphasized(paragraph):
        core = _core(paragraph)
        return not (_PAUSED.search(core) and _is_sentence(core))
    short = len(paragraph) <= 80 or (len(paragraph) <= 120 and _is_title_case(paragraph))
    if not short or "\n" in paragraph or not paragraph[0].isupper():
        return False
    return not _is_dangling(paragraph) and not _PAUSED.search(paragraph)


# --- paragraphs to blocks ---------------------------------------------------------------------------------------------


def _classify(paragraph: str, start: int) -> list[Block]:
    """The block or blocks that one paragraph makes; a bold lead-in becomes a heading of its own."""
    end = start + len(paragraph)
    kind = _special(paragraph)
    if kind is not None:
        return [Block(kind, Span(start, end))]
    marker = _MARKER.match(paragraph)
    skip = marker.end() if marker else 0
    words = paragraph[skip:]
    kind = "bullet" if _BULLETED.match(paragraph) else "body"
    numbered_heading = kind == "body" and skip and _is_heading(words) and _is_title_case(words)
    if numbered_heading or (not skip and _is_heading(paragraph)):
        return [Block("heading", Span(start, end))]
    lead = _LEAD_IN.match(words)
    if lead and lead.end() < len(words) and _is_label(words, lead):
        cut = start + skip + lead.end()
        return [Block("heading", Span(start, start + skip + len(lead.group().rstrip()))), Block(kind, Span(cut, end))]
    return [Block(kind, Span(start, end))]


def _special(paragraph: str) -> BlockKind | None:
    """What a paragraph is that is neither heading nor text."""
    if _is_signs(paragraph) or (paragraph[0] == "<" and _TABLE.match(paragraph)):
        return "residue"
    if paragraph[0] in "[\\" and _NOTE.match(paragraph):
        return "note"
    if len(paragraph) > _SHORT * 2:
        return None
    if _is_dateline(paragraph):
        return "dateline"
    if len(paragraph) < 60 and _RESIDUE.fullmatch(paragraph.strip(" \t-–—=~()[].|#*_\\")):
        return "residue"
    return "caption" if _CAPTION.search(paragraph) else None


def _is_label(words: str, lead: re.Match[str]) -> bool:
    """Whether a bold lead-in is a label: it stands on a line of its own, or ends in punctuation before a capital."""
    label, between, after = lead.group(2).strip(), lead.group(3), words[lead.end() :]
    if _is_sentence(_core(lead.group().rstrip(" -–—\n"))):
        return False
    pauses = label[-1:] in ".:-–—" or any(c in ".:–—-" for c in between) or lead.group(4) is not None
    return "\n" in between or (pauses and after[0].isupper())


def _with_title(text: str, blocks: list[Block]) -> list[Block]:
    """The first heading, where nothing but front matter and datelines stands above it, is the title."""
    for i, block in enumerate(blocks):
        if block.kind == "heading" and "\n" not in text[block.span.start : block.span.end].strip():
            return [*blocks[:i], Block("title", block.span), *blocks[i + 1 :]]
        if block.kind not in ("front matter", "dateline", "residue", "page scar"):
            break
    return blocks
