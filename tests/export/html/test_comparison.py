"""The page of a comparison holds every word of its accounts, unaltered, and asks nothing of any other place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.export.pages import EVIL, NAMES, Page, bare, document, field, provision, registers

from accord.compare import compare
from accord.export.html import comparison_page
from accord.extract import extract
from accord.lexicon import built_in
from accord.read import read
from accord.records import Abstention, Comparison, Difference, Document, Register, Relation, Row

JAPAN = (
    "The two leaders met. Japan conveyed its willingness to invest 1 trillion dollars. Japan did not agree to talks."
)
AMERICA = (
    "# The statement\n\nThe United States welcomed\n\nthe investment. They will\tmeet by June. Officials also spoke."
)


def example() -> Comparison:
    """Two accounts with a row that differs and rows that one of them has alone."""
    a = replace(document("jp", JAPAN), date="2025-02-07", issuer="Government of Japan")
    b = document(
        "us", AMERICA, [("heading", 0, 15), ("body", 17, len(AMERICA)), ("page scar", 43, 45)], title="The statement"
    )
    invest = provision(
        a, "Japan conveyed its willingness to invest 1 trillion dollars", "conveyed", "commit",
        money="1 trillion dollars", commissive=True, fields=(field(a, "money", "1 trillion dollars"),),
    )  # fmt: skip
    refused = provision(a, "Japan did not agree to talks", "did not agree", "agree", polarity="negative")
    welcomed = provision(
        b, "The United States welcomed\n\nthe investment", "welcomed", "support", actors=("US",), addressees=("JP",)
    )
    meet = provision(b, "They will\tmeet by June", "will\tmeet", "commit", by="by June", actors=("JP", "US"))
    differing = (
        Difference("act", "Japan: conveyed; United States: welcomed", ((0, invest.trigger), (1, welcomed.trigger))),
        Difference("addition", "Japan: “1 trillion”", ((0, a.quote(62, 71)),)),
        Difference("addition", "Japan: “dollars”", ((0, a.quote(73, 80)),)),
        Difference("addition", "United States: “the investment”", ((1, b.quote(45, 59)),)),
    )
    rows = (
        Row("Economy", "differs", ((invest,), (welcomed,)), differing, 3.0, ("names an amount",)),
        Row("Meetings", "only", ((), (meet,)), (), 2.0),
        Row("Economy", "only", ((refused,), ()), (), 1.0),
    )
    missed = Abstention(b.quote(85, len(AMERICA) - 1), "no rule finds who acts")
    registers = (
        Register(a, ("JP", "US"), (invest, refused), (), 3),
        Register(b, ("JP", "US"), (welcomed, meet), (missed,), 3),
    )
    return Comparison(registers, ("Japan", "United States"), rows)


def test_quotations_are_verbatim() -> None:
    """The quotations of the rows are, character for character, those of the provisions."""
    comparison = example()
    shown = [e.text for e in Page(comparison_page(comparison, NAMES)).all("a", "quote") if e.within("td")]
    assert sorted(shown) == sorted(p.quote.exact for row in comparison.rows for cell in row.cells for p in cell)


def test_links_lead_somewhere() -> None:
    """Every link leads to one element of the page; a quotation leads to its place in the source and that leads back."""
    page = Page(comparison_page(example(), NAMES))
    ids = [e.attrs["id"] for e in page.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    assert {e.attrs["href"] for e in page.all("a")} <= {f"#{i}" for i in ids}
    by_id = {e.attrs["id"]: e for e in page.elements if "id" in e.attrs}
    for quote in (e for e in page.all("a", "quote") if e.within("td")):
        place = by_id[quote.attrs["href"][1:]]
        row = quote.within("tbody")
        assert place.text == quote.text
        assert row is not None
        assert place.attrs["href"] == f"#{row.attrs['id']}"


def test_sources_are_whole() -> None:
    """The blocks of a source hold all its characters, in order, once."""
    comparison = example()
    assert [bare(t) for t in Page(comparison_page(comparison, NAMES)).blocks()] == [bare(JAPAN), bare(AMERICA)]


@pytest.mark.gold
@pytest.mark.parametrize("folder, a, b", [
    ("founding", "japan-2025-02-summit.txt", "dcpd202500238.txt"),
    ("gold/dev-align", "q1.a.txt", "q1.b.txt"),
])  # fmt: skip
def test_founding_pair(shared: Path, folder: str, a: str, b: str) -> None:
    """On real documents nothing of the sources is lost, and every quotation is verbatim and linked."""
    lexicon = built_in()
    one, other = (
        extract(d, lexicon)
        for d in read([str(shared / folder / name) for name in (a, b)], lexicon)
        if isinstance(d, Document)
    )
    comparison = compare(one, other, lexicon)
    page = Page(comparison_page(comparison, lexicon.party_names))
    assert [bare(t) for t in page.blocks()] == [bare(r.document.text) for r in comparison.accounts]
    shown = [e.text for e in page.all("a", "quote") if e.within("td")]
    assert sorted(shown) == sorted(p.quote.exact for row in comparison.rows for cell in row.cells for p in cell)
    ids = [e.attrs["id"] for e in page.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    assert {e.attrs["href"] for e in page.all("a")} <= {f"#{i}" for i in ids}


@given(registers())
def test_no_character_is_lost_or_doubled(register: Register) -> None:
    """Whatever the blocks and however spans overlap, a source is shown whole and every place is there once."""
    rows = tuple(Row("Other", "only", ((p,), ())) for p in register.provisions[::2])
    comparison = Comparison((register, Register(document("e", "x"), (), ())), ("One", "Other"), rows)
    page = Page(comparison_page(comparison, {}))
    assert [bare(t) for t in page.blocks()] == [bare(r.document.text) for r in comparison.accounts]
    places = [e.attrs["id"] for e in page.elements if e.attrs.get("id", "").startswith("source-0-")]
    assert sorted(places) == sorted(
        f"source-0-{p.quote.start}-{p.quote.end}" for p in comparison.accounts[0].provisions
    )
    assert [e.text for e in page.all("a", "quote") if e.within("td")] == [
        p.quote.exact for row in comparison.rows for p in row.cells[0]
    ]


def test_marks_in_quotations() -> None:
    """The words that carry the act, amounts, page breaks, and the words that differ are marked, as what they are."""
    page = Page(comparison_page(example(), NAMES))
    marks = [
        (e.tag, e.attrs["class"], e.text)
        for e in page.elements
        if "class" in e.attrs and e.within("a", "quote") and e.within("td")
    ]
    assert marks == [
        ("mark", "differs operative", "conveyed"),
        ("mark", "alone money", "1 trillio"),
        ("span", "money", "n "),
        ("mark", "alone money", "dollars"),
        ("mark", "differs operative", "welcomed"),
        ("span", "scar", "\n\n"),
        ("mark", "alone", "the investment"),
        ("b", "operative", "did not agree"),
        ("b", "operative", "will\tmeet"),
    ]


def test_differences_stand_in_words_under_their_accounts() -> None:
    """What one account alone has is drawn together by kind; what both have stands side by side."""
    page = Page(comparison_page(example(), NAMES))
    contrasts = [
        [c.text for c in page.elements if c.tag in ("th", "td") and row in c.inside]
        for row in page.all("tr", "contrast")
    ]
    assert contrasts == [["act", "conveyed", "welcomed"], ["addition", "“1 trillion” · “dollars”", "“the investment”"]]


def test_a_difference_that_names_no_account_is_shown_as_it_is() -> None:
    """Words that are not laid out by account are not lost."""
    row = replace(example().rows[0], differences=(Difference("object", "another ship", ()),))
    page = Page(comparison_page(replace(example(), rows=(row,)), NAMES))
    assert [e.text for e in page.all("td", "whole")] == ["another ship"]


def test_rows_by_topic() -> None:
    """Topics stand by their best row, rows are numbered as they stand, and what stands out is told by rank."""
    page = Page(comparison_page(example(), NAMES))
    assert [e.text for e in page.all("h3") if e.within("section", "topic")] == ["Economy", "Meetings"]
    assert [e.attrs["id"] for e in page.all("tbody")] == ["row-1", "row-2", "row-3"]
    assert [e.attrs["href"] for e in page.all("a", "to")] == ["#row-1", "#row-3", "#row-2"]
    assert sum(e.text == "No corresponding passage" for e in page.all("p", "none")) == 2


@pytest.mark.parametrize("relation, words", [
    ("same", "Same substance"),
    ("a_adds", "Japan adds"),
    ("b_adds", "United States adds"),
    ("both_add", "Both add"),
    ("differs", "Differ"),
])  # fmt: skip
def test_relation_in_words(relation: Relation, words: str) -> None:
    """A relation is said with the names of the accounts."""
    row = replace(example().rows[0], relation=relation)
    page = Page(comparison_page(replace(example(), rows=(row,)), NAMES))
    assert [e.text for e in page.all("span", "relation") if e.within("tbody")] == [words]


def test_head_says_what_the_accounts_say_of_themselves() -> None:
    """Title, date, issuer and coverage come from the accounts; what is not given is said to be not given."""
    page = Page(comparison_page(example(), NAMES))
    assert [e.text for e in page.all("h1")] == ["The statement"]
    assert [e.text for e in page.all("p", "date")] == ["7 February 2025"]
    facts = [e.text for e in page.all("dd") if e.within("header")]
    assert "Government of Japan" in facts
    assert "3 sentences, 2 provisions, 1 abstention" in facts
    assert "not given in the source" in facts
    assert [e.text for e in page.all("li") if e.within("section", "tally")] == [
        "0 same substance", "0 same core, more said", "1 differ", "1 only Japan", "1 only United States",
    ]  # fmt: skip


def test_abstentions_are_shown() -> None:
    """A sentence that was not read stands at the end with the reason, and leads to its place."""
    page = Page(comparison_page(example(), NAMES))
    quote = next(e for e in page.all("a", "quote") if e.attrs["href"].startswith("#source-abstention"))
    assert quote.text == "Officials also spoke"
    assert "no rule finds who acts" in [e.text for e in page.all("p", "why")]


def test_three_accounts() -> None:
    """Each account has its column."""
    two = example()
    third = Register(document("ph", "Nothing."), (), ())
    rows = tuple(replace(row, cells=(*row.cells, ())) for row in two.rows)
    page = Page(comparison_page(Comparison((*two.accounts, third), (*two.labels, "Philippines"), rows), NAMES))
    assert [sum(passages in td.inside for td in page.all("td")) for passages in page.all("tr", "passages")] == [3, 3, 3]
    assert page.all("p", "kicker")[0].text == "Three accounts of one event"


def test_nothing_to_compare() -> None:
    """A comparison without rows is a page with its sources."""
    page = Page(comparison_page(replace(example(), rows=()), NAMES))
    assert not page.all("tbody")
    assert [bare(t) for t in page.blocks()] == [bare(JAPAN), bare(AMERICA)]


def test_asks_nothing_of_any_other_place() -> None:
    """The page loads nothing: links stay on it, and its policy forbids all else."""
    html = comparison_page(example(), NAMES)
    page = Page(html)
    assert not re.search(r"https?://|url\(|@import|//[a-z]+\.", html)
    assert not [e for e in page.elements if {"src", "srcset", "action", "data", "poster"} & set(e.attrs)]
    assert {e.tag for e in page.elements}.isdisjoint({"link", "img", "iframe", "object", "embed", "base"})
    policy = next(
        e.attrs["content"] for e in page.all("meta") if e.attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")


def test_address_of_a_document_is_text() -> None:
    """Where a document was published is told, not linked."""
    two = example()
    first = replace(two.accounts[0], document=replace(two.accounts[0].document, url="urn:document:1?b=1&c"))
    page = Page(comparison_page(replace(two, accounts=(first, two.accounts[1])), NAMES))
    assert "urn:document:1?b=1&c" in [e.text for e in page.all("dd")]
    assert all(e.attrs["href"].startswith("#") for e in page.all("a"))


def test_same_bytes_each_time() -> None:
    """The page depends on the comparison alone."""
    assert comparison_page(example(), NAMES) == comparison_page(example(), dict(reversed(NAMES.items())))


def test_hostile_text_is_text() -> None:
    """Markup in a document, a title, a name or a difference is shown and never becomes part of the page."""
    evil = EVIL
    d = replace(document(evil, f"Japan agreed {evil}.", title=evil), issuer=evil, date=evil, url=evil, language=evil)
    p = provision(d, f"agreed {evil}", "agreed", by=evil, money=evil, actors=(evil,))
    row = Row(evil, "both_add", ((p,), (p,)), (Difference("object", f"{evil}: {evil}", ((0, p.quote),)),), 1.0, (evil,))
    register = Register(d, (), (p,), (Abstention(d.quote(0, 20), evil),))
    page = Page(comparison_page(Comparison((register, register), (evil, "Other"), (row,)), {evil: evil}))
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not page.all("img")
    assert not [a for e in page.elements for a in e.attrs if a.startswith("on")]
    assert [bare(t) for t in page.blocks()] == [bare(d.text)] * 2
