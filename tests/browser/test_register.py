"""The page of a register in a browser: notes stand beside their words, and it works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tests.browser.conftest import opened
from tests.conftest import ROOT

from accord.export.html import register_page
from accord.extract import extract
from accord.lexicon import built_in
from accord.read import read
from accord.records import Document, Register

pytestmark = pytest.mark.browser

WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=800)


@pytest.fixture(scope="module")
def register() -> Register:
    """The joint statement of the demo."""
    document = next(iter(read([str(ROOT / "src/accord/demo/dcpd202500238.txt")], built_in())))
    assert isinstance(document, Document)
    return extract(document, built_in())


@pytest.fixture(scope="module")
def address(register: Register, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "register.html"
    file.write_text(register_page(register, {"JP": "Japan", "US": "United States"}), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened."""
    with opened(browser, address) as page:
        page.set_viewport_size(WIDE)
        yield page


def test_works_without_javascript(browser: Browser, address: str, register: Register) -> None:
    """Text, notes, explanations, table and links are all there; what needs JavaScript is not."""
    with opened(browser, address, scripts=False) as page:
        expect(page.locator(".notes > li:visible")).to_have_count(len(register.provisions) + len(register.abstentions))
        expect(page.locator("#filters")).to_be_hidden()
        expect(page.locator(".copy")).to_have_count(0)
        note = page.locator("#note-1")
        expect(note.locator(".rules")).to_be_hidden()
        note.get_by_text("explain").click()
        expect(note.locator(".rules")).to_contain_text(register.provisions[0].because[0].rule)
        page.locator("#row-3 .quote").click()
        expect(page.locator(".sign:target")).to_be_in_viewport()


def test_table_and_text_lead_to_each_other(page: Page) -> None:
    """A row leads to its words among the others, and their number leads back to the row."""
    page.locator("#row-16 .quote").click()
    place = page.locator(".sign:target")
    expect(place).to_be_in_viewport()
    expect(place.locator("..")).to_have_text(page.locator("#row-16 .quote").text_content() or "")
    place.click()
    expect(page.locator("#row-16:target")).to_be_in_viewport()


def test_notes_stand_beside_their_words(page: Page, register: Register) -> None:
    """On a wide screen each note begins at the line of its words or lower; none covers another."""
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("ol.notes > li")].map((note) => {
            const words = document.getElementById(note.dataset.place).parentElement.getClientRects()[0];
            const box = note.getBoundingClientRect();
            return [words.top, words.right, box.top, box.bottom, box.left];
        })"""
    )
    assert len(boxes) == len(register.provisions) + len(register.abstentions)
    for top, right, note_top, _, left in boxes:
        assert note_top >= top - 1
        assert left > right
    for above, below in pairwise(boxes):
        assert below[2] >= above[3] - 1
    assert sum(note_top - top < 2 for top, _, note_top, _, _ in boxes) > len(boxes) / 2


def test_notes_stand_below_on_a_narrow_screen(page: Page) -> None:
    """On a telephone the notes of a paragraph follow it."""
    page.set_viewport_size(NARROW)
    passage = page.locator(".passage", has=page.locator("#note-1"))
    text, notes = passage.locator(".block").bounding_box(), passage.locator(".notes").bounding_box()
    assert text is not None
    assert notes is not None
    assert notes["y"] >= text["y"] + text["height"]


def test_a_note_and_its_words_belong_together(page: Page) -> None:
    """A pointer that rests on one of them shows both."""
    page.locator("#note-5").hover()
    words = page.locator(".text .lit[data-numbers]")
    expect(words).to_have_attribute("data-numbers", "5")
    words.first.hover()
    expect(page.locator("#note-5")).to_have_class("binding lit")


def test_filters(page: Page, register: Register) -> None:
    """A filter leaves the rows and the notes that have what it asks for, and takes the colour of the others."""
    rows, notes = page.locator("#register [data-number]:visible"), page.locator(".notes > [data-number]:visible")
    total = len(register.provisions)
    for name, value, count in (
        ("act", "oppose", sum(p.act == "oppose" for p in register.provisions)),
        ("party", "US", sum("US" in (*p.actors, *p.addressees) for p in register.provisions)),
        ("subject", register.provisions[0].subjects[0], sum(register.provisions[0].subjects[0] in p.subjects for p in register.provisions)),
    ):  # fmt: skip
        assert 0 < count < total
        page.select_option(f"#filters [name={name}]", value)
        expect(rows).to_have_count(count)
        expect(notes).to_have_count(count)
        expect(page.locator(".text .off")).to_have_count(total - count)
        expect(page.locator("#filters output")).to_have_text(f"{count} of {total} provisions")
        page.get_by_role("button", name="Show all").click()
        expect(rows).to_have_count(total)
    page.get_by_label("Only what binds").check()
    expect(rows).to_have_count(sum(p.commissive for p in register.provisions))
    page.get_by_label("Words").fill("no such words")
    expect(page.locator("#nothing")).to_be_visible()


def test_explains_all(page: Page, register: Register) -> None:
    """One button opens every explanation, and closes them again."""
    button = page.get_by_role("button", name="Explain all")
    button.click()
    expect(page.locator(".rules:visible")).to_have_count(len(register.provisions))
    button.click()
    expect(page.locator(".rules:visible")).to_have_count(0)


def test_copies_a_quotation_with_its_citation(page: Page, register: Register) -> None:
    """What is copied says whose words they are and at which characters they stand."""
    p = register.provisions[0]
    page.locator("#row-1").get_by_role("button", name="copy").click()
    expect(page.locator("#row-1 .copy")).to_have_text("copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        f"“{p.quote.exact}” ({register.document.issuer}, {register.document.title}, 7 February 2025"
    )
    assert copied.endswith(f"characters {p.quote.start}–{p.quote.end})")


def test_keyboard_reaches_the_document_first(page: Page) -> None:
    """The first stop of the keyboard is the way past the head."""
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the document")
    expect(page.locator(":focus")).to_be_in_viewport()


def test_what_a_reader_hears(page: Page) -> None:
    """A provision is announced by its number before its words, which are otherwise the text alone."""
    expect(page.locator(".block", has=page.locator(".sign[href='#row-1']"))).to_match_aria_snapshot(
        """
        - paragraph:
          - link "Provision 1"
          - text: /^President/
        """
    )


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_fits_any_width(page: Page, width: int) -> None:
    """Nothing has to be scrolled sideways, with every explanation open."""
    page.get_by_role("button", name="Explain all").click()
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_prints(page: Page, register: Register) -> None:
    """On paper stand the document with its notes and the table, without what only works on a screen."""
    page.emulate_media(media="print")
    for hidden in ("#filters", ".contents", "summary", ".copy"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".notes > li:visible")).to_have_count(len(register.provisions) + len(register.abstentions))
    expect(page.locator("#register [data-number]:visible")).to_have_count(len(register.provisions))
