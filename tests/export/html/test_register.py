"""The page of a register is its document, whole and unaltered, with every provision marked at its place and explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.conftest import ROOT
from tests.export.pages import EVIL, NAMES, Element, Page, bare, document, field, provision, registers

from accord.export.html import register_page
from accord.extract import extract
from accord.lexicon import built_in
from accord.read import read
from accord.records import Abstention, Document, Field, Firmness, Identifier, Provision, Reason, Register

TEXT = """**Joint Statement**

Japan reiterated its *unwavering* commitment to invest 1 trillion dollars by 2027, which the United States welcomed.
The proposed agenda covers trade. Officials also spoke.

NOTE: No original was available.
"""


def example() -> Register:
    """A document with a provision that binds, one that answers it, a statement, an unread sentence and a note."""
    at = TEXT.index
    d = document(
        "us",
        TEXT,
        [
            ("title", 0, 19),
            ("body", 21, at("\n\nNOTE")),
            ("page scar", at("\nThe"), at("The")),
            ("note", at("NOTE"), len(TEXT) - 1),
        ],
        title="Joint Statement",
    )
    d = replace(d, date="2025-02-07", issuer="Government of Japan", identifiers=(Identifier("DCPD", "DCPD202500238"),))
    commits = provision(
        d, TEXT[21 : at(", which")], "reiterated", commissive=True, firmness=Firmness("undertaking", ("amount", "date"), (), "obligation 3 of 4"),
        money="1 trillion dollars", by="by 2027",
        fields=(
            field(d, "actor", "Japan", "JP"), field(d, "party", "Japan", "JP"), field(d, "modifier", "reiterated", "repeated"),
            field(d, "operative", "reiterated its *unwavering* commitment"), field(d, "modifier", "unwavering", "stronger"),
            field(d, "subject", "invest", "Economy"), field(d, "money", "1 trillion dollars"), field(d, "time", "by 2027"),
        ),
        because=(Reason("act:reiterate", 27, 37), Reason("noun:commitment", at("commitment"), at("commitment") + 10)),
        heading="### *Growth*", subjects=("Economy",), sentence=1,
    )  # fmt: skip
    welcomed = provision(
        d, "which the United States welcomed", "welcomed", "support", actors=("US",), addressees=("JP",), about=commits.id,
        polarity="negative", sentence=1,
    )  # fmt: skip
    covers = provision(d, "The proposed agenda covers trade", "covers", "state", actors=(), sentence=2)
    spoke = Abstention(d.quote(at("Officials"), at("spoke.") + 6), "carries the act word “spoke”")
    return Register(d, ("JP", "US"), (commits, welcomed, covers), (spoke,), 4)


def page_of(register: Register) -> Page:
    return Page(register_page(register, NAMES))


def blocks(page: Page) -> str:
    return "".join(page.blocks())


def rows(page: Page) -> list[Element]:
    return [e for e in page.all("tr") if e.attrs.get("id", "").startswith("row-")]


def notes(page: Page) -> list[Element]:
    return [e for e in page.all("li") if e.attrs.get("id", "").startswith("note-")]


def inside(page: Page, of: Element, tag: str, *classes: str) -> list[str]:
    """The texts of the elements within another."""
    return [" ".join(e.text.split()) for e in page.all(tag, *classes) if of in e.inside]


def assert_verbatim(register: Register) -> None:
    """The laws of the page: the text whole, each provision once at its place, in the table and beside the text."""
    page = page_of(register)
    text, shown = register.document.text, blocks(page)
    assert text.startswith(shown)
    assert not text[len(shown) :].strip()
    quoted = [e.text for e in page.all("a", "quote") if e.within("td")]
    assert quoted == [p.quote.exact for p in register.provisions]
    assert len(rows(page)) == len(notes(page)) == len(register.provisions)
    exact = {
        table: [e.text for e in page.all("span", "exact") if e.within("table", table)] for table in ("rules", "fields")
    }
    assert exact["rules"] == [text[r.start : r.end] for p in register.provisions for r in p.because]
    assert set(exact["fields"]) <= {f.exact for p in register.provisions for f in p.fields}
    ids = [e.attrs["id"] for e in page.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    assert {e.attrs["href"] for e in page.all("a")} <= {f"#{i}" for i in ids}


@given(registers())
def test_nothing_is_lost_or_doubled(register: Register) -> None:
    """Whatever the blocks and however provisions and fields overlap, the document and every quotation are whole."""
    assert_verbatim(register)


@given(registers())
def test_fields_are_marked_where_they_stand(register: Register) -> None:
    """However fields overlap, the words marked as money are all the words of money and no others."""
    page = page_of(register)
    shown = "".join(e.text for e in page.elements if e.has("money") and e.within("article"))
    covered = {i for p in register.provisions for f in p.named("money") for i in range(f.start, f.end)}
    assert bare(shown) == bare("".join(register.document.text[i] for i in sorted(covered)))


@pytest.mark.parametrize("path", [
    "src/accord/demo/dcpd202500238.txt",  # headings, page scars, a note and index lines
    "src/accord/demo/japan-2025-02-summit.txt",  # a caption
    "bench/gold/others/learn.jsonl#o02",  # a declaration in capitals, with items
    "bench/gold/others/measure.jsonl#o09",  # residue
])  # fmt: skip
def test_real_documents(path: str) -> None:
    """On real documents nothing is lost and everything is linked."""
    lexicon = built_in()
    d = next(iter(read([str(ROOT / path)], lexicon)))
    assert isinstance(d, Document)
    assert_verbatim(extract(d, lexicon))


@pytest.mark.gold
def test_fact_sheet(shared: Path) -> None:
    """A fact sheet whose paragraphs open with a heading in bold is shown whole."""
    lexicon = built_in()
    d = next(iter(read([str(shared / "gold/dev/d11.txt")], lexicon)))
    assert isinstance(d, Document)
    assert_verbatim(extract(d, lexicon))


def test_head() -> None:
    """The head says what the document is, who takes part, what acts it holds, and how much of it was read."""
    page = page_of(example())
    assert [e.text for e in page.all("h1")] == ["Joint Statement"]
    assert [e.text for e in page.all("p", "date")] == ["7 February 2025"]
    facts = [e.text for e in page.all("dd") if e.within("dl", "facts")]
    assert {"Government of Japan", "7 February 2025", "other", "DCPD202500238", "Japan, United States"} <= set(facts)
    assert "4 sentences, 3 provisions, 1 abstention" in facts
    acts = [
        (e.text, dd.text) for e, dd in zip(page.all("dt"), page.all("dd"), strict=True) if e.within("section", "acts")
    ]
    assert acts == [("affirm", "1, of which 1 bind"), ("state", "1"), ("support", "1")]


def test_marks_in_the_text() -> None:
    """Operative words, parties, modifiers, amounts, times and page breaks are marked; each provision as what it is."""
    page = page_of(example())
    provisions = [(e.attrs["class"], " ".join(e.text.split())) for e in page.all("span") if "data-numbers" in e.attrs]
    assert provisions == [
        ("binding", "Japan reiterated its *unwavering* commitment to invest 1 trillion dollars by 2027"),
        ("saying", "which the United States welcomed"),
        ("stating", "The proposed agenda covers trade"),
        ("abstained", "Officials also spoke."),
    ]
    marks = [
        (e.tag, e.attrs["class"], e.text, e.attrs.get("title", ""))
        for e in page.elements
        if e.within("article")
        and "data-numbers" not in e.attrs
        and e.tag in ("b", "span")
        and any(x.has("block") for x in e.inside)
    ]
    assert marks == [
        ("span", "markup", "**", ""),
        ("span", "markup", "**", ""),
        ("span", "actor", "Japan", "actor: Japan"),
        ("b", "operative repeated", "reiterated", "repeats"),
        ("b", "operative", " its ", ""),
        ("b", "markup operative", "*", ""),
        ("b", "operative stronger", "unwavering", "strengthens"),
        ("b", "markup operative", "*", ""),
        ("b", "operative", " commitment", ""),
        ("span", "money", "1 trillion dollars", "money: 1 trillion dollars"),
        ("span", "time", "by 2027", "time: by 2027"),
        ("b", "operative", "welcomed", ""),
        ("span", "scar", "\n", "page break in the source"),
        ("b", "operative", "covers", ""),
    ]


def test_notes_beside_the_text() -> None:
    """Beside each paragraph stands what its provisions are; beside an unread sentence, why it was not read."""
    page = page_of(example())
    said = [inside(page, n, "li") for n in notes(page)]
    assert [[x for x in items if not x.startswith("explain")] for items in said] == [
        ["affirm", "Japan", "binds (undertaking)", "amount 1 trillion dollars", "when by 2027"],
        ["support", "United States to Japan", "denied", "answers 1"],
        ["state"],
    ]
    assert [" ".join(e.text.split()) for e in page.all("li", "unread")] == ["?not read: carries the act word “spoke”"]


def test_explanation() -> None:
    """A provision is explained by its rules with the exact words they fired on, and by its fields with theirs."""
    page = page_of(example())
    first = page.all("details")[0]
    assert [(th, td) for th, td in zip(inside(page, first, "th"), inside(page, first, "td"), strict=True)] == [
        ("act:reiterate", "“reiterated” 27–37"),
        ("noun:commitment", f"“commitment” {TEXT.index('commitment')}–{TEXT.index('commitment') + 10}"),
        ("verb", "obligation 3 of 4"),
        ("names", "amount, date"),
        ("actor", "“Japan” Japan"),
        ("modifier", "“reiterated” repeated"),
        ("modifier", "“unwavering” stronger"),
        ("time", "“by 2027”"),
        ("money", "“1 trillion dollars”"),
        ("subject", "“invest” Economy"),
    ]


def test_table_and_text_lead_to_each_other() -> None:
    """A row leads to its words in the text and these lead back to the row."""
    page = page_of(example())
    by_id = {e.attrs["id"]: e for e in page.elements if "id" in e.attrs}
    assert len(rows(page)) == 3
    for row in rows(page):
        quote = next(e for e in page.all("a", "quote") if row in e.inside)
        sign = by_id[quote.attrs["href"][1:]]
        assert sign.has("sign")
        assert sign.attrs["href"] == f"#{row.attrs['id']}"
        assert sign.inside[-1].text == quote.text
    cells = [" ".join(e.text.split()) for e in page.all("td") if rows(page)[0] in e.inside]
    assert cells[:5] == ["affirm", "Japan", "undertaking", "by 2027", "1 trillion dollars"]
    assert [e.text for e in page.all("th") if e.within("tr", "heading")] == ["Growth"]


def test_what_is_left_out_is_said() -> None:
    """A note is dim and labelled, and the end of the page counts what was not read."""
    page = page_of(example())
    left = page.all("div", "left")
    assert [inside(page, e, "p", "notes") for e in left] == [["Left out: note"]]
    lead = page.all("p", "lead")[0].text
    assert lead.startswith("Of 4 sentences, 2 hold provisions, 1 carries an act word that no rule could read")
    assert lead.endswith("being no running text: 1 title and 1 note.")
    assert [e.text for e in page.all("p", "why")] == ["carries the act word “spoke”"]


def test_a_document_without_provisions() -> None:
    """Where nothing was found, the page says so and shows the document."""
    page = page_of(Register(document("d", "Nothing of note."), (), ()))
    assert blocks(page) == "Nothing of note."
    assert "No provision was found in it." in [e.text for e in page.all("p", "none")]
    assert not page.all("form")


def test_asks_nothing_of_any_other_place() -> None:
    """The page loads nothing: links stay on it, and its policy forbids all else."""
    html = register_page(example(), NAMES)
    page = Page(html)
    assert not re.search(r"https?://|url\(|@import|//[a-z]+\.", html)
    assert not [e for e in page.elements if {"src", "srcset", "action", "data", "poster"} & set(e.attrs)]
    assert {e.tag for e in page.elements}.isdisjoint({"link", "img", "iframe", "object", "embed", "base"})
    policy = next(e.attrs["content"] for e in page.all("meta") if "http-equiv" in e.attrs)
    assert policy.startswith("default-src 'none';")


def test_same_bytes_each_time() -> None:
    """The page depends on the register and the names alone, not on their order."""
    assert register_page(example(), NAMES) == register_page(example(), dict(reversed(NAMES.items())))
    turned = replace(example(), provisions=tuple(reversed(example().provisions)))
    assert register_page(turned, NAMES) == register_page(example(), NAMES)


def test_hostile_text_is_text() -> None:
    """Markup in a text, a title, a rule or a field is shown and never becomes part of the page."""
    d = replace(document(EVIL, f"Japan agreed {EVIL}.", title=EVIL), issuer=EVIL, date=EVIL, url=EVIL, language=EVIL)
    hostile: Provision = provision(
        d, f"agreed {EVIL}", "agreed", by=EVIL, money=EVIL, actors=(EVIL,), heading=EVIL, subjects=(EVIL,), commissive=True,
        firmness=Firmness(precision=(EVIL,), rank=EVIL), because=(Reason(EVIL, 6, len(d.text)),),
        fields=(Field(EVIL, 13, 30, d.text[13:30], EVIL, EVIL), Field("modifier", 6, 20, d.text[6:20], EVIL)),
    )  # fmt: skip
    html = register_page(Register(d, (EVIL,), (hostile,), (Abstention(d.quote(0, 5), EVIL),)), {EVIL: EVIL})
    page = Page(html)
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not page.all("img")
    assert not [a for e in page.elements for a in e.attrs if a.startswith("on")]
    assert blocks(page) == d.text
