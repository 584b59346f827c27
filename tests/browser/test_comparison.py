"""The page of a comparison in a browser: it works from a file, without JavaScript, and calls nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import opened

from accord.export.html import comparison_page
from accord.records import Act, Block, Comparison, Document, Provision, Register, Row, Source, Span

pytestmark = pytest.mark.browser

JAPAN = """Prime Minister Ishiba conveyed his willingness to invest 1 trillion dollars.

The two leaders reaffirmed the importance of peace and stability across the Taiwan Strait.
"""
AMERICA = """The two leaders reaffirmed the importance of peace and stability across the Taiwan Strait.

President Trump instructed the foreign minister to convene a meeting of the Security Consultative Committee.

Japan welcomed efforts to diversify supply chains.
"""


def account(name: str, text: str, acts: dict[str, Act], actors: list[tuple[str, ...]]) -> Register:
    """An account of which every sentence is a provision, by its verb."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r".+(?=\.)", text)]
    d = Document(name, Source("0" * 64, name, "text/plain", "text", "1"), text, tuple(Block("body", s) for s in spans))
    provisions = []
    for span, (verb, act), who in zip(spans, acts.items(), actors, strict=True):
        at = text.index(verb, span.start)
        money = "1 trillion dollars" if "1 trillion dollars" in text[span.start : span.end] else None
        id_ = f"{name}:{span.start}-{span.end}"
        quote, trigger = d.quote(span.start, span.end), d.quote(at, at + len(verb))
        provisions.append(Provision(id_, quote, trigger, act, who, money=money))
    return Register(d, ("JP", "US"), tuple(provisions), (), len(spans))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """One row of the same substance, one that Japan alone has, and two that the United States alone have."""
    japan = account("japan", JAPAN, {"conveyed": "commit", "reaffirmed": "affirm"}, [("JP",), ("JP", "US")])
    acts: dict[str, Act] = {"reaffirmed": "affirm", "instructed": "direct", "welcomed": "support"}
    america = account("america", AMERICA, acts, [("JP", "US"), ("US",), ("JP",)])
    (invest, peace), (also, convene, chains) = japan.provisions, america.provisions
    rows = (
        Row("Economy", "only", ((invest,), ())),
        Row("Security", "only", ((), (convene,))),
        Row("Economy", "only", ((), (chains,))),
        Row("Security", "same", ((peace,), (also,))),
    )
    return Comparison((japan, america), ("Japan", "United States"), rows)


@pytest.fixture(scope="module")
def address(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(comparison_page(comparison, {"JP": "Japan", "US": "United States"}), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, opened."""
    with opened(browser, address) as page:
        yield page


def test_works_without_javascript(browser: Browser, address: str, comparison: Comparison) -> None:
    """Rows, sources and links are all there; what needs JavaScript is not."""
    with opened(browser, address, scripts=False) as page:
        expect(page.locator("#comparison tbody:visible")).to_have_count(len(comparison.rows))
        expect(page.locator("#filters")).to_be_hidden()
        expect(page.locator(".copy")).to_have_count(0)
        page.locator("td .quote", has_text="1 trillion").click()
        expect(page.locator(":target")).to_have_text(re.compile("1 trillion dollars"))
        expect(page.locator(":target")).to_be_in_viewport()


def test_a_quotation_leads_to_its_source_and_back(page: Page) -> None:
    """The place in the source is shown among the words around it, and leads back to its row."""
    quote = page.locator("td .quote", has_text="Security Consultative Committee")
    words = quote.text_content()
    quote.click()
    target = page.locator("#sources :target")
    expect(target).to_have_text(words or "")
    expect(target).to_be_in_viewport()
    target.click()
    expect(page.locator("tbody:target")).to_contain_text(words or "")


def test_filters(page: Page, comparison: Comparison) -> None:
    """Each filter leaves the rows that have what it asks for, and says how many."""
    rows = page.locator("#comparison tbody:visible")
    topic, act = comparison.rows[0].topic, next(p.act for cell in comparison.rows[0].cells for p in cell)
    for name, value, count in (
        ("topic", topic, sum(r.topic == topic for r in comparison.rows)),
        ("act", act, sum(any(p.act == act for cell in r.cells for p in cell) for r in comparison.rows)),
        ("relation", "Same substance", sum(r.relation == "same" for r in comparison.rows)),
        (
            "party",
            "US",
            sum(any("US" in (*p.actors, *p.addressees) for cell in r.cells for p in cell) for r in comparison.rows),
        ),
    ):
        assert 0 < count < len(comparison.rows)
        page.select_option(f"#filters [name={name}]", value)
        expect(rows).to_have_count(count)
        page.get_by_role("button", name="Show all").click()
        expect(rows).to_have_count(len(comparison.rows))
    page.get_by_label("Only differences").check()
    expect(rows).to_have_count(3)
    page.get_by_label("Words").fill("TRILLION  dollars")
    expect(rows).to_have_count(1)
    expect(page.locator("#filters output")).to_have_text(f"1 of {len(comparison.rows)} rows")
    page.get_by_label("Words").fill("no such words")
    expect(page.locator("#nothing")).to_be_visible()


def test_a_link_to_a_hidden_row_shows_it(page: Page) -> None:
    """Filters never make a link lead nowhere."""
    page.get_by_label("Words").fill("trillion")
    hidden = page.locator(".outline li", has_text="Security Consultative Committee").locator("a.to")
    hidden.click()
    expect(page.locator("tbody:target")).to_be_in_viewport()


def test_copies_a_quotation_with_its_citation(page: Page, comparison: Comparison) -> None:
    """What is copied says whose words they are and at which characters they stand."""
    p = next(p for r in comparison.rows for cell in r.cells for p in cell if p.money)
    page.locator("blockquote", has_text="1 trillion").get_by_role("button", name="copy").click()
    expect(page.locator("blockquote", has_text="1 trillion").locator(".copy")).to_have_text("copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{p.quote.exact}” (")
    assert copied.endswith(f"characters {p.quote.start}–{p.quote.end})")


def test_keyboard_reaches_the_comparison_first(page: Page) -> None:
    """The first stop of the keyboard is the way past the head."""
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the comparison")
    expect(page.locator(":focus")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_fits_any_width(page: Page, width: int) -> None:
    """Nothing has to be scrolled sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_prints_the_sources_when_asked(page: Page) -> None:
    """On paper stand the rows, without the filters, and the sources for those who want them."""
    page.emulate_media(media="print")
    expect(page.locator("#comparison tbody:visible")).to_have_count(4)
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("#sources")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("Print the sources too").check()
    page.emulate_media(media="print")
    expect(page.locator("#sources")).to_be_visible()
