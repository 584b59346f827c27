"""What a text says of itself: publishers' own lines, title, date, kind, issuer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.lexicon import built_in
from accord.read import read
from accord.read.profiles import document, issuer_code, kind_of
from accord.records import Document, Identifier, Source

SOURCE = Source("", "case.txt", "text/plain", "case", "1")


def said(text: str, **given: str) -> Document:
    """The document of a text, with what its source says of it."""
    return document(built_in(), id="case", source=SOURCE, text=text, given=given)


def test_presidential_document(shared: Path) -> None:
    """The Daily Compilation prints its own index below the text: it is read and kept apart."""
    (joint,) = read([str(shared / "founding/dcpd202500238.txt")], built_in())
    assert isinstance(joint, Document)
    assert joint.title == "Joint Statement by President Trump and Prime Minister Shigeru Ishiba of Japan"
    assert (joint.date, joint.kind, joint.issuer_code) == ("2025-02-07", "joint statement", "US")
    assert joint.issuer == "Office of the Federal Register, National Archives and Records Administration"
    assert joint.identifiers == (Identifier("DCPD", "DCPD202500238"),)
    assert joint.categories == ("Joint Statements : Japan, Prime Minister Ishiba",)
    assert joint.names == ("Ishiba, Shigeru",)
    assert len(joint.subjects) == 18
    assert joint.subjects[4] == "Japan, defense relationship with U.S."
    labels = [b.label for b in joint.blocks if b.kind in ("note", "index line")]
    assert labels == ["NOTE", "Categories", "Names", "Subjects", "DCPD Number"]
    assert joint.notes[0].exact.startswith("NOTE: An original was not available")
    assert joint.text[joint.blocks[-6].span.start :].startswith("President Trump accepted an invitation")


def test_japanese_account(shared: Path) -> None:
    """The account of the Government of Japan is known as such; its caption is no text."""
    (account,) = read([str(shared / "founding/japan-2025-02-summit.txt")], built_in())
    assert isinstance(account, Document)
    assert (account.issuer, account.issuer_code) == ("Government of Japan", "JP")
    (caption,) = [b.span for b in account.blocks if b.kind == "caption"]
    assert account.text[caption.start : caption.end].startswith(
        "Leaders of Japan and the U.S. at the summit meeting. From left:"
    )


FRONT_MATTER = """---
date: '2023-07-17'
modified_time: 2023-07-18 16:26:48-04:00
source_url: https://bidenwhitehouse.archives.gov/2023/07/17/readout/
tags: statements-releases
title: "Readout of President Joe\\_Biden\\u2019s Call with Prime Minister of\\
  \\ Israel and His \\"Team\\" in
  Jerusalem"
---

President Biden spoke today with Prime Minister Netanyahu of Israel.

\\###
"""


def test_front_matter() -> None:
    """Date, title and address come from the front matter of a Markdown file, which is a block of its own."""
    for text in (FRONT_MATTER, FRONT_MATTER.replace("\n", "\r\n"), "\ufeff" + FRONT_MATTER):
        readout = said(text)
        assert (
            readout.title
            == 'Readout of President Joe Biden’s Call with Prime Minister of Israel and His "Team" in Jerusalem'
        )
        assert (readout.date, readout.kind, readout.issuer) == ("2023-07-17", "readout", "The White House")
        assert readout.url == "https://bidenwhitehouse.archives.gov/2023/07/17/readout/"
        assert [b.kind for b in readout.blocks] == ["front matter", "body", "residue"]
        assert readout.blocks[0].span.start == 0


SCALARS = [
    ("title: Joint Statement", "Joint Statement", "plain"),
    ("title: Joint Statement # draft", "Joint Statement", "with a remark"),
    ("title: Joint\n  Statement of\n  Japan", "Joint Statement of Japan", "plain, on several lines"),
    ("title: 'Japan''s view: a\n  statement'", "Japan's view: a statement", "in single quotes"),
    ('title: "A\\x41 \\u0042 \\U00000043 \\\\ \\/ \\t."', "AA B C \\ / .", "with escapes"),
    ('title: "A\\ud800B"', "AB", "with half a character"),
    ("title: >-\n  Joint\n  Statement", "Joint Statement", "folded"),
    ("Title:   Joint Statement  ", "Joint Statement", "a key with a capital"),
    ("title:\ndate: 2023-01-01", "A Heading", "empty: the heading of the text counts"),
]


@pytest.mark.parametrize(("front", "title", "why"), SCALARS, ids=[why for *_, why in SCALARS])
def test_values_of_front_matter(front: str, title: str, why: str) -> None:
    """Values of front matter are read as YAML writes them."""
    text = f"---\nlang: en\n{front}\n---\n\n# A Heading\n\nJapan agreed to meet.\n"
    if "\ndate" in front:
        assert said(text).title is None, "a heading below front matter that has a title, if an empty one, is a heading"
    else:
        assert said(text).title == title, why


TITLES = [
    (
        "**Joint Statement by *Japan* and Vanuatu**\n\nJapan agreed.",
        "Joint Statement by Japan and Vanuatu",
        "markup goes, letters stay",
    ),
    ("# Joint Statement\n\nJapan agreed.", "Joint Statement", "the sign of a heading goes"),
    ("February 7, 2025\n\nJoint Statement\n\nJapan agreed.", "Joint Statement", "below the date"),
    ("Japan agreed to meet.\n\nJoint Statement\n\nThey met.", None, "a heading below text is no title"),
]


@pytest.mark.parametrize(("text", "title", "why"), TITLES, ids=[why for *_, why in TITLES])
def test_titles(text: str, title: str | None, why: str) -> None:
    """The title is the first heading, without its markup."""
    assert said(text).title == title, why


DATES = [
    ("February 7, 2025", "2025-02-07", "month first"),
    ("7 February 2025", "2025-02-07", "day first"),
    ("Feb. 7th, 2025", "2025-02-07", "abbreviated"),
    ("1st Sept 2023", "2023-09-01", "ordinal"),
    ("Hiroshima, 20 May 2023", "2023-05-20", "with a place"),
    ("15-16 November 2022", "2022-11-16", "of several days the last"),
    ("November 15–16, 2022", "2022-11-16", "month first"),
    ("2021-10-31", "2021-10-31", "ISO"),
    ("2021-10-31T10:00:00Z", "2021-10-31", "with a time"),
    ("February 30, 2025", None, "no day of the calendar"),
    ("2021-13-41", None, "nor is this"),
    ("Spring 7, 2025", None, "no month"),
    ("yesterday", None, "no date"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("words", "date", "why"), DATES, ids=[why for *_, why in DATES])
def test_dates(words: str, date: str | None, why: str) -> None:
    """A date in words is a day of the calendar, or none."""
    assert said("Japan agreed.", date=words).date == date, why


def test_date_of_a_text() -> None:
    """The line above the text dates it, or the one that closes it, but none in its middle."""
    body = "Japan and Korea agreed to meet again."
    assert said(f"Joint Statement\n\nTokyo, May 3, 2023\n\n{body}").date == "2023-05-03"
    assert said(f"9:30 A.M. EDT\n\nMay 3, 2023\n\n{body}").date == "2023-05-03"
    assert said(f"{body}\n\nTokyo, May 3, 2023\n\n\\###").date == "2023-05-03"
    assert said(f"{body}\n\nMay 3, 2023\n\n{body}").date is None


KINDS = [
    ({"kind": "fact_sheet"}, "fact sheet", "what a corpus calls it"),
    ({"kind": "summit_other", "title": "Joint Statement of Japan and Korea"}, "joint statement", "or else its title"),
    ({"title": "FACT SHEET: Japan"}, "fact sheet", "in capitals"),
    ({"title": "Readout of the Call"}, "readout", "readout"),
    ({"title": "G20 Bali Leaders’ Declaration"}, "declaration", "declaration"),
    ({"kind": "other", "title": "Joint Statement"}, "other", "other where the source says so"),
    ({"title": "Remarks by the President"}, "speech", "speech"),
    ({}, "other", "nothing is said"),
]


@pytest.mark.parametrize(("given", "kind", "why"), KINDS, ids=[why for *_, why in KINDS])
def test_kinds(given: dict[str, str], kind: str, why: str) -> None:
    """The kind is what the source calls the text, or its title."""
    assert said("Japan agreed.", **given).kind == kind, why


def test_issuers() -> None:
    """An issuer has the code of the party that its name names."""
    lexicon = built_in()
    assert issuer_code(lexicon, "Government of Japan") == "JP"
    assert issuer_code(lexicon, "The White House") == "US"
    assert issuer_code(lexicon, "Prime Minister of Australia: Howard, John") == "AU"
    assert issuer_code(lexicon, "A Publisher") is None
    assert issuer_code(lexicon, None) is None


def test_given_goes_first() -> None:
    """What the source says of a text goes before what the text says of itself."""
    own = said(FRONT_MATTER, title="Another", date="May 3, 2023", issuer="Government of Japan", url="https://x.jp/")
    assert (own.title, own.date, own.issuer, own.issuer_code, own.url) == (
        "Another", "2023-05-03", "Government of Japan", "JP", "https://x.jp/",
    )  # fmt: skip
    assert said(FRONT_MATTER, issuer="A Publisher").issuer_code is None


@given(st.text(max_size=300) | st.text("-:title\\_'\" \n#*date20é", max_size=200).map(lambda t: f"---\ntitle: {t}"))
def test_any_text(text: str) -> None:
    """No text makes the reading fail, and its notes are its own words."""
    read_text = said(text)
    assert read_text.text == text
    assert all(text[q.start : q.end] == q.exact for q in read_text.notes)
    assert kind_of(built_in(), text) is not None
