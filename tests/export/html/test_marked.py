"""A text cut at its blocks and marks is the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.export.pages import document, registers

from accord.export.html.marked import Mark, Part, field, grouped, kinds, note, parts, pieces
from accord.records import Field, Register

TEXT = "They invest 1 trillion dollars."


@given(st.lists(st.tuples(st.integers(0, 31), st.integers(0, 31), st.sampled_from("abc")), max_size=8))
def test_pieces_are_the_text(spans: list[tuple[int, int, str]]) -> None:
    """However marks overlap, the pieces in order are the text, and each knows every mark that covers it."""
    marks = [Mark(s, e, kind) for s, e, kind in spans if s < e]
    cut = pieces(TEXT, 0, len(TEXT), marks)
    assert "".join(p.text for p in cut) == TEXT
    at = 0
    for p in cut:
        for i in range(at, at + len(p.text)):
            assert set(p.marks) == {m for m in marks if m.start <= i < m.end}
        at += len(p.text)


@given(registers())
def test_parts_are_the_text(register: Register) -> None:
    """The parts of a document in order are its text up to the white space at its end; every anchor begins in one."""
    d = register.document
    anchors = [Mark(p.quote.start, p.quote.end, "binding", id=p.id) for p in register.provisions]
    cut = list(parts(d, anchors))
    shown = "".join(piece.text for part in cut for run in part.runs for piece in run.pieces)
    assert d.text.startswith(shown)
    assert not d.text[len(shown) :].strip()
    assert sorted(m.id for part in cut for m in part.begins) == sorted(p.id for p in register.provisions)
    assert [part for _, group in grouped(cut) for part in group] == cut


def test_what_no_block_holds_is_residue() -> None:
    """Words between two blocks are shown as a part of their own, the sign of a list item with its item."""
    text = "First.\n\nlost words here\n\n- second"
    cut = list(parts(document("d", text, [("body", 0, 6), ("bullet", 27, 33)]), ()))
    assert [part.kind for part in cut] == ["body", "residue", "bullet"]
    cut = list(parts(document("d", "First.\n- second", [("body", 0, 6), ("bullet", 9, 15)]), ()))
    assert [(part.kind, part.runs[0].pieces[0].text) for part in cut] == [("body", "First."), ("bullet", "\n- second")]


def test_groups() -> None:
    """Items of a list are drawn together, and so are the publisher's additions."""
    cut = [Part(kind, "", (),) for kind in ("body", "bullet", "bullet", "note", "index line", "title")]  # fmt: skip
    assert [(sort, len(its)) for sort, its in grouped(cut)] == [("text", 1), ("list", 2), ("editors", 2), ("text", 1)]


def test_marks_say_what_they_mean() -> None:
    """A field is marked as what it is, a modifier by its class; what covers a piece is said once."""
    strong = field(Field("modifier", 0, 4, "firm", "stronger"))
    own = field(Field("modifier", 0, 4, "firm", "a class of the user's"))
    money = field(Field("money", 5, 9, "ten\nyen", None, None))
    party = field(Field("actor", 0, 4, "they", "JP,US"), "Japan, United States")
    assert [m.kind for m in (strong, own, money, party)] == ["stronger", "modifier", "money", "actor"]
    assert [m.note for m in (strong, money, party)] == ["strengthens", "money: ten yen", "actor: Japan, United States"]
    assert kinds([money, strong, money]) == "money stronger"
    assert note([money, strong, money]) == "money: ten yen; strengthens"
