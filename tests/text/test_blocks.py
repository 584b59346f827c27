"""Blocks of plain text and Markdown: what each paragraph is, and where a page break tears one."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from tests.text.cases import TEXTS, blocks, kinds

from accord.records import Block
from accord.text import fold, segment

BODY = "The two leaders reaffirmed their commitment to peace and stability in the region."

KINDS = [
    ("# Joint Statement", "title", "the first heading is the title"),
    (f"{BODY}\n\n## Trade", "heading", "a heading of Markdown"),
    (f"{BODY}\n\n**Trade and Investment**", "heading", "bold"),
    (f"{BODY}\n\n*Trade and investment*", "heading", "italics"),
    (f"{BODY}\n\n***Trade and investment***", "heading", "bold italics"),
    (f"{BODY}\n\n**<u>Trade and Investment:</u>**", "heading", "bold and underlined"),
    (f"{BODY}\n\n*<u>\nTrade and Investment</u>*", "heading", "markup that opens on a line of its own"),
    (f'{BODY}\n\n<span style="text-decoration: underline">Trade</span>', "heading", "underlined by style"),
    (f"{BODY}\n\n**Trade", "heading", "markup that is left open"),
    (f"{BODY}\n\nTrade and Investment", "heading", "a short line in title case"),
    (f"{BODY}\n\nThe impact of the war in Ukraine", "heading", "a short line without the end of a sentence"),
    (f"{BODY}\n\nTRADE, INVESTMENT AND THE DIGITAL ECONOMY", "heading", "capitals"),
    (f"{BODY}\n\nII. TRADE AND INVESTMENT", "heading", "capitals with a Roman number"),
    (f"{BODY}\n\n3\\. Trade and Investment", "heading", "title case with a number"),
    (f"{BODY}\n\nII\\. *<u>Trade and Investment</u>*", "heading", "markup with a number"),
    (f"{BODY}\n\n**1. Trade and Investment**", "heading", "a number inside the markup"),
    (f"{BODY}\n\n**Rooting out bias.**", "heading", "a short label that ends in a full stop"),
    (f"{BODY}\n\n**The Governments of Japan and the United States announced the following:**", "body", "a sentence in bold"),
    (f"{BODY}\n\n**Strengthening and coordinating the resources of both governments abroad:**", "heading", "a long label"),
    (f"{BODY}\n\n*The leaders condemned the attack and offered condolences to its victims.*", "body", "one in italics"),
    (f"{BODY}\n\nThe meeting was held in the capital on the margins of the summit of the regional organization", "body",
     "a long line in lower case is no heading although its full stop is lost"),
    (f"{BODY}\n\nThe leaders agreed to:", "body", "a lead-in of a list is text"),
    (f"{BODY}\n\n- Japan will invest.", "bullet", "hyphen"),
    (f"{BODY}\n\n-   Japan will invest.", "bullet", "hyphen and several spaces"),
    (f"{BODY}\n\n-   \u00a0Japan will invest.", "bullet", "hyphen and a non-breaking space"),
    (f"{BODY}\n\n* Japan will invest.", "bullet", "asterisk"),
    (f"{BODY}\n\n+ Japan will invest.", "bullet", "plus"),
    (f"{BODY}\n\n• Japan will invest.", "bullet", "dot"),
    (f"{BODY}\n\n•Japan will invest.", "bullet", "dot without a space"),
    (f"{BODY}\n\n▪ Japan will invest.", "bullet", "square"),
    (f"{BODY}\n\n– Japan will invest.", "bullet", "dash"),
    (f"{BODY}\n\no Japan will invest.", "bullet", "the letter o"),
    (f"{BODY}\n\n    - Japan will invest.", "bullet", "indented"),
    (f"{BODY}\n\n- **Japan will invest**", "bullet", "bold inside a bullet"),
    (f"{BODY}\n\n12. We reaffirm our commitment.", "body", "a numbered paragraph is text"),
    (f"{BODY}\n\n2\\. We reaffirm our commitment.", "body", "with its number escaped"),
    (f"{BODY}\n\n(a) We reaffirm our commitment.", "body", "with a letter"),
    (f"{BODY}\n\nJ. Smith of the Secretariat took part.", "body", "an initial is no number"),
    (f"*February 7, 2025*\n\n{BODY}", "dateline", "date"),
    (f"Washington, D.C., February 7, 2025\n\n{BODY}", "dateline", "place and date"),
    (f"Hiroshima, 20 May 2023\n\n{BODY}", "dateline", "day first"),
    (f"New Delhi , July 8, 1951—8 p. m.\n\n{BODY}", "dateline", "with a time of day"),
    (f"Washington, June 21, 1957, 8:30 a.m.\n\n{BODY}", "dateline", "with a time of day after a comma"),
    (f"**Bali, Indonesia, 15-16 November 2022**\n\n{BODY}", "dateline", "of several days"),
    (f"**November 16-17, 2023**\n\n{BODY}", "dateline", "of several days, month first"),
    (f"(Luleå, Sweden, 31 May 2023)\n\n{BODY}", "dateline", "in brackets, and with another alphabet's letters"),
    (f"Friday, 7 Feb. 2025\n\n{BODY}", "dateline", "day of the week"),
    (f"2:20 P.M. EEST\n\n{BODY}", "dateline", "time alone"),
    (f"On February 7, 2025, the leaders met.\n\n{BODY}", "body", "a sentence with a date is text"),
    (f"{BODY}\n\n\\###", "residue", "the end of a press release"),
    (f"{BODY}\n\n**\\###**", "residue", "in bold"),
    (f"{BODY}\n\n# # #", "residue", "spaced"),
    (f"{BODY}\n\n-30-", "residue", "the newspapers' end"),
    (f"{BODY}\n\n* * *", "residue", "a rule"),
    (f"{BODY}\n\n___", "residue", "another rule"),
    (f"{BODY}\n\n12", "residue", "a page number"),
    (f"{BODY}\n\n- 12 -", "residue", "between hyphens"),
    (f"{BODY}\n\nPage 3 of 12", "residue", "spelled out"),
    (f"{BODY}\n\n3/12", "residue", "of a total"),
    (f"{BODY}\n\n(more)", "residue", "announcement of another page"),
    (f"{BODY}\n\nEND", "residue", "end in words"),
    (f"{BODY}\n\n(2)", "residue", "a number that lost its paragraph"),
    (f"{BODY}\n\n**", "residue", "markup that lost its words"),
    (f"{BODY}\n\n<!-- -->", "residue", "an empty comment"),
    (f'{BODY}\n\n<figure> <img src="https://x.gov/a.png" alt="Anchor" /> </figure>', "residue", "a picture"),
    (f"{BODY}\n\n<table> <tr> <td>Japan</td> <td>5</td> </tr> </table>", "residue", "a table: its cells are no sentences"),
    (f"{BODY}\n\n[Here follows a list of those present.]", "note", "an editor's words in brackets"),
    (f"{BODY}\n\n\\[1\\] Data is from the Ministry.", "note", "a footnote"),
    (f"{BODY}\n\nPhoto: Cabinet Public Affairs Office", "caption", "credit of a picture"),
    (f"{BODY}\n\nLeaders at the summit. From left: Prime Minister ISHIBA and President Trump.", "caption", "who is where"),
    (f"{BODY}\n\nPrime Minister Ishiba (left) shakes hands with President Trump (right).", "caption", "who is where, in brackets"),
    (f"{BODY}\n\nImages of the attack shocked the leaders.", "body", "a sentence about pictures is text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "why"), KINDS, ids=[why for *_, why in KINDS])
def test_kind(text: str, kind: str, why: str) -> None:
    """A paragraph is known by its signs and its shape."""
    found = kinds(text)
    assert kind in (found if kind == "dateline" or len(found) == 1 else found[-1:]), why


PARAGRAPHS = [
    (f"{BODY}\n{BODY}", [BODY, BODY], "an unwrapped line that ends a sentence ends its paragraph"),
    ("The leaders agreed\nto meet.", ["The leaders agreed\nto meet."], "one that does not runs on"),
    (f"{BODY}\r\n\r\n{BODY}\r\n", [BODY, BODY], "Windows line ends"),
    (f"{BODY}\r\r{BODY}", [BODY, BODY], "old Macintosh line ends"),
    (f"{BODY}\u2029\u2029{BODY}", [BODY, BODY], "paragraph separators"),
    (f"\n \t\n{BODY}\n \u00a0 \n\u200b\n{BODY}\n\n", [BODY, BODY], "blank lines may hold white space and invisible characters"),
    (f"\ufeff   {BODY}", [BODY], "a byte order mark and indentation stay outside"),
    ("- one thing;\n- another", ["- one thing;", "- another"], "each bullet"),
    ("- one thing\n  and more\n  - a part", ["- one thing\n  and more", "- a part"], "bullets with wrapped lines and parts"),
    ("We agree:\n• to meet\n• to talk", ["We agree:", "• to meet", "• to talk"], "bullets right below their lead-in"),
    ("1.  Japan\n2.  Korea\n3.  India", ["1.  Japan", "2.  Korea", "3.  India"], "numbers in sequence"),
    ("(a) to meet\n(b) to talk", ["(a) to meet", "(b) to talk"], "letters in sequence"),
    ("They cited Article\n5. The rest is history.", ["They cited Article\n5. The rest is history."], "a number out of sequence"),
    ("Trade grew\n– by half –\nin a year.", ["Trade grew\n– by half –\nin a year."], "a dash at the margin is no bullet"),
    ("**Trade**\nThe leaders met.", ["**Trade**", "The leaders met."], "a bold line is a heading without a blank line"),
    ("## Trade\nThe leaders met.", ["## Trade", "The leaders met."], "so is one of Markdown"),
    ("**Statement**  \n*May 3, 2023*  \nThe leaders met.", ["**Statement**", "*May 3, 2023*", "The leaders met."], "line breaks of Markdown"),
    ("Office of the Secretary  \nTokyo Office  \nof the Bank", ["Office of the Secretary", "Tokyo Office  \nof the Bank"], "but not within a sentence"),
    ("**Japan:** The leaders met.", ["**Japan:**", "The leaders met."], "a bold lead-in is a heading of its own"),
    ("**Japan**: The leaders met.", ["**Japan**:", "The leaders met."], "with the colon outside"),
    ("***Cyber security.*** Japan will act.", ["***Cyber security.***", "Japan will act."], "in bold italics"),
    ("**<u>Trade</u> –** Japan will act.", ["**<u>Trade</u> –**", "Japan will act."], "with a dash"),
    ("<u>Trade</u>: Japan will act.", ["<u>Trade</u>:", "Japan will act."], "underlined"),
    ("- **Trade.** Japan will act.", ["- **Trade.**", "Japan will act."], "in a bullet"),
    ("**Japan** will act.", ["**Japan** will act."], "bold words inside a sentence are no lead-in"),
    ("**11 ENDORSING** the plan.", ["**11 ENDORSING** the plan."], "nor is a bold participle"),
    ("**The United States will invest in the health systems of all its partners.** It will do so in 2025.",
     ["**The United States will invest in the health systems of all its partners.** It will do so in 2025."], "nor a bold sentence"),
    ("The leaders met.\n\\###", ["The leaders met.", "\\###"], "signs on a line of their own"),
    ("- to act; and\n\n<!-- -->\n\n- to meet", ["- to act; and", "<!-- -->", "- to meet"], "an empty comment between bullets"),
    ("---\n", ["---"], "a rule is no front matter"),
    ("---\ntitle: A\n---\nB is a letter.", ["---\ntitle: A\n---", "B is a letter."], "front matter"),
    ("---\n\nThe leaders met.\n\n---\n\nThey left.", ["---", "The leaders met.", "---", "They left."], "rules are no front matter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), PARAGRAPHS, ids=[why for *_, why in PARAGRAPHS])
def test_paragraphs(text: str, expected: list[str], why: str) -> None:
    """Blocks are cut at blank lines, finished lines, list items, headings and lead-ins."""
    assert [words for _, words in blocks(text)] == expected, why


WRAPPED = """The two leaders affirmed that bilateral economic cooperation, including
on economic security, forms an indispensable part of Alliance cooperation.
They also resolved to continue discussions on aligning policies to further
promote and protect critical and sensitive technologies.

**Priorities for the Next Year in the Partnership of the United States
and Japan:**

-   Enhance efforts to counter and build resilience against economic
    coercion, including in the fields named above;
-   **Supply chains:** Strengthen industrial bases and collaborate to lead
    the world in developing critical technologies.
"""


def test_wrapped_text() -> None:
    """In a text that is wrapped at a fixed width a line's end says nothing."""
    for text in (WRAPPED, WRAPPED.replace("\n", "\r\n")):
        assert kinds(text) == ["body", "heading", "bullet", "heading", "bullet"]
        assert fold(blocks(text)[2][1]).text.endswith("economic coercion, including in the fields named above;")


TORN = [
    ("They confirmed the realignment of forces, including the construction of\n\nthe Futenma Facility at Henoko.", 1, "after a preposition"),
    ("They encouraged the peaceful resolution of issues, and opposed any\n\nattempts to change the status quo.", 1, "inside a noun phrase"),
    ("On recent developments on the peninsula, President Bush\n\nand Prime Minister Howard reiterated support.", 1, "before a conjunction"),
    ("We reiterate the value of the Asia-Pacific Economic Cooperation (APEC), which\n\nNew Zealand hosted in 2021.", 1, "before a name"),
    ("They agreed that the dialogue would be of great value to both countries. The\n\ntwo leaders welcomed it.", 1, "after an article"),
    ("The Prime Minister met the delegation that was led by Vice-Minister Kim and President\n\nYoon in Seoul.", 1, "between title and name"),
    ("They confirmed the realignment of forces, including the construction of\n\n12\n\nthe Futenma Facility.", 1, "around a page number"),
    ("They confirmed the realignment of forces, including the construction of\n\n\n\f\n\nthe Facility.", 1, "around a form feed"),
    ("They confirmed the plan of the forces for the construction of\n\nthe Facility and opposed any\n\nattempts.", 2, "twice"),
    (f"{BODY}\n\nattempts to change the status quo by force are opposed.", 0, "not after a full stop"),
    ("The leaders of the two countries expressed their view as follows:\n\nthe Treaty applies.", 0, "not after a colon"),
    ("**Promoting Economic Growth and Prosperity in the Region**\n\nthe leaders agreed to act.", 0, "not after a heading"),
    ("They confirmed the realignment of forces, including the construction of\n\n**Trade**\n\nthe Facility.", 0, "not across one"),
    ("They confirmed the realignment of forces, including the construction of\n\n- the Facility", 0, "not before a bullet"),
    ("They confirmed the realignment of forces, including the construction of\n\n1. the Facility", 0, "not before a number"),
    ("- to strengthen the alliance of the two countries in the region; and\n\nto promote trade", 0, "not between items of a list"),
    ("advancing the cooperation of all partners in the region,\n\npromoting trade and investment", 0, "nor of one without bullets"),
    ("Carmel Martin, Domestic Policy Advisor to the Office of the Vice President\n\nMr. Robert Komer", 0, "not between two persons"),
    ("They welcomed the good results of the talks for the Vice President\n\n\\###", 0, "not before the end"),
    ("Yours,\n\nthe secretary", 0, "not between short lines"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scars", "why"), TORN, ids=[why for *_, why in TORN])
def test_page_scars(text: str, scars: int, why: str) -> None:
    """A sentence that a page break tears is one block with the tear inside; an end of a paragraph is not mended."""
    found = segment(text)
    torn = [b for b in found if b.kind == "page scar"]
    assert len(torn) == scars, why
    for scar in torn:
        assert any(b.span.start < scar.span.start and scar.span.end < b.span.end for b in found if b is not scar)


@given(TEXTS)
def test_laws(text: str) -> None:
    """Every visible character lies in a block; blocks are in order, hold something, and only scars lie inside another."""
    check(text, segment(text))


def check(text: str, found: tuple[Block, ...]) -> None:
    """Assert the laws of blocks."""
    outer = [b for b in found if b.kind != "page scar"]
    assert list(found) == sorted(found, key=lambda b: (b.span.start, -b.span.end))
    assert all(a.span.end <= b.span.start for a, b in pairwise(outer))
    assert all(0 <= b.span.start < b.span.end <= len(text) for b in found)
    covered = bytearray(len(text))
    for b in outer:
        covered[b.span.start : b.span.end] = b"\1" * (b.span.end - b.span.start)
    invisible = (
        "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
    )
    left = [c for c, inside in zip(text, covered, strict=True) if not (inside or c.isspace() or c in invisible)]
    assert not [c for c in left if not ("\u2066" <= c <= "\u2069" or "\ufe00" <= c <= "\ufe0f")]


def test_founding_texts(shared: Path) -> None:
    """The founding pair: title, date, headings, the two tears, the caption; everything else is text."""
    joint = (shared / "founding/dcpd202500238.txt").read_text(encoding="utf-8")
    found = blocks(joint)
    assert [words for kind, words in found if kind == "page scar"] == ["\n\n", "\n\n"]
    assert [(kind, fold(words).text.strip("# ")) for kind, words in found if kind not in ("body", "page scar")][:7] == [
        ("title", "Joint Statement by President Trump and Prime Minister Shigeru Ishiba of Japan"),
        ("dateline", "February 7, 2025"),
        ("heading", "U.S.-Japan Cooperation for Peace"),
        ("heading", "U.S.-Japan Cooperation for Growth and Prosperity"),
        ("heading", "U.S.-Japan Coordination in the Indo-Pacific"),
        ("heading", "Invitation to Visit Japan"),
        ("heading", "Categories:"),
    ]
    account = (shared / "founding/japan-2025-02-summit.txt").read_text(encoding="utf-8")
    assert [kind for kind, _ in blocks(account)] == ["body", "caption", *["body"] * 9]


def test_torn_statement(shared: Path) -> None:
    """A transcript whose pages were cut without care: three tears, found where they are."""
    text = (shared / "gold/dev/d06.txt").read_text(encoding="utf-8")
    scars = [b.span for b in segment(text) if b.kind == "page scar"]
    assert [text[s.start - 6 : s.end + 6] for s in scars] == [
        "ensure\n\neconom",
        "a. The\n\ntwo le",
        "t Bush\n\nand Pr",
    ]


def test_laws_hold_for_the_corpus(shared: Path) -> None:
    """The laws hold for a tenth of the corpus of White House texts and of diplomatic papers."""
    for name in ("whitehouse", "frus"):
        with (shared / f"corpus/{name}.jsonl").open(encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % 10 == 0:
                    text = json.loads(line)["text"]
                    check(text, segment(text))
