"""Registers and comparisons as lines of text for a terminal; 80 columns are enough."""

from __future__ import annotations

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping

from accord.records import Comparison, Provision, Register, Row

_RELATIONS = {"same": "same substance", "both_add": "both add", "differs": "they differ"}


def width() -> int:
    """Columns to write in: those of the terminal, at least 40 and at most 100."""
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def register_lines(
    register: Register, names: Mapping[str, str], *, explain: bool = False, at: int | None = None
) -> Iterator[str]:
    """A register: a head, then every provision with what it is and its words, or only the one at an offset."""
    document = register.document
    parties = ", ".join(names.get(p, p) for p in register.parties) or "unknown"
    yield from _wrapped(document.title or document.id, "", "  ")
    yield from _wrapped(
        f"{document.kind}; {document.date or 'undated'}; parties: {parties}; {len(register.provisions)} provisions, "
        f"{len(register.abstentions)} abstentions in {register.sentences} sentences",
        "  ",
        "  ",
    )
    for number, p in enumerate(register.provisions, 1):
        if at is None or p.quote.start <= at < p.quote.end:
            yield ""
            yield from _wrapped(f"{number:>3}  {_what(p, names)}", "", "     ")
            yield from _wrapped(f"“{' '.join(p.quote.exact.split())}”", "     ", "     ")
            yield from _reasons(register, p) if explain else ()
    for a in register.abstentions:
        if at is None or a.quote.start <= at < a.quote.end:
            yield ""
            yield from _wrapped(f"  ?  {a.why}:", "", "     ")
            yield from _wrapped(f"“{' '.join(a.quote.exact.split())}”", "     ", "     ")
    yield ""


def _reasons(register: Register, p: Provision) -> Iterator[str]:
    """The rules that decided, each with the words on which it did, and the fields with theirs."""
    for reason in p.because:
        words = " ".join(register.document.text[reason.start : reason.end].split())
        yield from _wrapped(f"{reason.rule}  ← “{words}” at {reason.start}", "     because ", "       ")
    for field in p.fields:
        meaning = " ".join(x for x in (field.ref, field.value) if x)
        words = " ".join(field.exact.split())
        yield from _wrapped(f"{field.field}: “{words}” {meaning}".rstrip(), "     ", "       ")


def _what(p: Provision, names: Mapping[str, str]) -> str:
    """Act, actors and the fields that a reader looks for first, in one line."""
    parts = [p.act, ", ".join("all parties" if a == "*" else names.get(a, a) for a in p.actors)]
    if p.addressees:
        parts.append("to " + ", ".join(names.get(a, a) for a in p.addressees))
    if p.commissive:
        parts.append(f"binds ({p.firmness.obligation})")
    if p.polarity == "negative":
        parts.append("negative")
    parts += [f"by: {p.by}"] if p.by else []
    parts += [f"money: {p.money}"] if p.money else []
    return " · ".join(x for x in parts if x)


def comparison_lines(comparison: Comparison, names: Mapping[str, str]) -> Iterator[str]:
    """A comparison: a head, then every row with its quotations and differences."""
    yield from _head(comparison)
    for number, row in enumerate(comparison.rows, 1):
        yield ""
        yield from _wrapped(f"{number:>3}  {row.topic} — {_relation(row, comparison)}", "", "     ")
        for label, cell in zip(comparison.labels, row.cells, strict=True):
            for p in cell:
                yield from _wrapped(f"{label}: “{' '.join(p.quote.exact.split())}”", "     ", "       ")
        for d in row.differences:
            yield from _wrapped(f"≠ {d.kind}: {d.text}", "     ", "       ")
    yield from _notes(comparison)
    yield ""


def _head(comparison: Comparison) -> Iterator[str]:
    for label, register in zip(comparison.labels, comparison.accounts, strict=True):
        title = register.document.title or register.document.id
        yield from _wrapped(f"{label}: {title} ({len(register.provisions)} provisions)", "", "  ")
    counts = Counter(_relation(row, comparison) for row in comparison.rows)
    yield from _wrapped(
        "; ".join(f"{n} {what}" for what, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))), "", "  "
    )


def _notes(comparison: Comparison) -> Iterator[str]:
    """What the editors of an account added: shown, never compared."""
    for label, register in zip(comparison.labels, comparison.accounts, strict=True):
        for note in register.document.notes:
            yield ""
            yield from _wrapped(f"{label}, editors' addition: {' '.join(note.exact.split())}", "     ", "       ")


def _relation(row: Row, comparison: Comparison) -> str:
    if row.relation == "only":
        side = next(i for i, cell in enumerate(row.cells) if cell)
        return f"only {comparison.labels[side]}"
    if row.relation in ("a_adds", "b_adds"):
        return f"{comparison.labels[0 if row.relation == 'a_adds' else 1]} adds"
    return _RELATIONS[row.relation]


def highlight_lines(comparison: Comparison, path: str) -> Iterator[str]:
    """The dozen rows of the highest rank in short, and where the page with all of them is."""
    yield from _head(comparison)
    yield ""
    yield "What stands out:"
    for number, row in enumerate(comparison.rows[:12], 1):
        yield ""
        yield from _wrapped(f"{number:>2}. {row.topic} — {_relation(row, comparison)}", "", "    ")
        yield from _gist(row, comparison)
    yield ""
    yield f"The page with all {len(comparison.rows)} rows and both sources: {path}"


def _gist(row: Row, comparison: Comparison) -> Iterator[str]:
    """A row in few words: its differences, or the beginning of what one side alone says."""
    if row.relation == "only":
        for p in (p for cell in row.cells for p in cell):
            yield from _wrapped(f"“{_snippet(p)}”", "    ", "     ")
        return
    for label, cell in zip(comparison.labels, row.cells, strict=True):
        words = " ".join(cell[-1].quote.exact[cell[-1].trigger.start - cell[-1].quote.start :].split())
        yield from _wrapped(f"{label}: “{_cut(words, 110)}”", "    ", "      ")
    telling = [d for d in row.differences if d.kind != "addition"] or row.differences
    for d in telling[:4]:
        yield from _wrapped(f"≠ {d.kind}: {d.text}", "    ", "      ")


def _snippet(p: Provision, most: int = 150) -> str:
    """The beginning of a provision; its end, where an amount or a time stands there and would be cut off."""
    words = " ".join(p.quote.exact.split())
    telling = " ".join((p.money or p.by or "").split())
    if len(words) <= most:
        return words
    if telling and words.find(telling) + len(telling) > most:
        stop = words.find(telling) + len(telling)
        return "… " + words[stop - most : stop].split(" ", 1)[1] + (" …" if stop < len(words) else "")
    return _cut(words, most)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [first]
