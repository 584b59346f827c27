"""Where sentences end: cases from the texts, and laws."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from tests.text.cases import TEXTS, document, sentences, words

from accord.lexicon import built_in
from accord.text import fold, split
from accord.text.blocks import after_marker

BREAKS = [
    ("President Donald J. Trump met S. Jaishankar. | J. D. Vance was there.", "initials of a name"),
    ("U.S. Forces stay in Japan. | U.S. and Japanese forces train.", "an abbreviated state before a noun"),
    ("The EU-U.S. Privacy Shield and the ASEAN-U.S. Strategic Partnership stand.", "in a compound"),
    ("The leaders met in Washington, D.C. | The visit was the first.", "before a word that opens a sentence"),
    ("Japan works with the U.S. | They also agreed to meet.", "before a pronoun"),
    ("See resolution No. 1718 (2006) and No. 5. | Nos. 3 and 4 apply.", "numbers of things"),
    ("He said no. | The talks ended.", "the word no"),
    ("Under Art. V the Treaty applies. | Para. 5 and Sec. 2 stand.", "parts of a text"),
    ("They reaffirmed Article V. | Japan welcomed this.", "the number of an article is no initial"),
    ("They adopted Annex A. | The parties will act.", "nor is that of an annex"),
    ("President Joseph R. Biden, Jr. met him. | He thanked Joseph R. Biden, Jr. | The two leaders agreed.", "junior"),
    ("They met in St. Petersburg. | Mr. He and Ms. An met Dr. So.", "titles before names that are words too"),
    ("Mr. and Mrs. Smith met H.E. Sheikh Tahnoun, Lt. Gen. Jones and Sen. Lee.", "titles"),
    ("Partners, e.g. Japan, i.e. the closest, agreed vs. Russia.", "Latin abbreviations"),
    ("It overturned Roe v. Wade. | The leaders left (p. 28).", "single small letters"),
    ("They spoke at 11:00 a.m. EDT and left at 3 p. m. Tokyo time.", "times of day"),
    ("The call ended at 11 a.m. | The leaders had agreed.", "at the end of a sentence"),
    ("They met on Nov. 5 and in Dec. 2021. | Japan left in Jan. | The others stayed.", "months"),
    ("The Dalian Ocean Fishing Co., Ltd. and Oracle Inc. agreed.", "companies"),
    ("Growth reached 1.5 percent. | It cost $1.45 billion.", "decimals"),
    ("Visit www.mofa.go.jp. | The site is https://x.gov/a.b?c=d. | It works.", "addresses"),
    ("It was held in 2023. | 15 leaders took part.", "a number may open a sentence"),
    ("Élysée hosted it. | Évian was next. | Österreich agreed.", "capitals of other alphabets"),
    ("Will it last? | It will! | Both agreed.", "questions and exclamations"),
    ("“We agree.” | President Biden added: “We act.” | They left.", "a quotation that ends in a full stop"),
    ("“We agree.” said the President.", "one that goes on"),
    ("‘It is done.’ | (Applause.) | [Laughter.] | It was.", "brackets"),
    ("“It was good. [. . .] | Based on this, I act.”", "an ellipsis in brackets"),
    ("Well... the talks go on. | And on... | The end.", "dots"),
    ("It was hard… | The talks went on… and on.", "the sign of an ellipsis"),
    ("They endorsed it.\\[1\\] | It stands.[2] | Good.", "marks of footnotes"),
    ("They endorsed **the plan.** | *It stands.*", "markup"),
    ("The costs of the pandemic. |Extending relief is vital to all.", "a space that was lost"),
    ("Visit CHIPS.Gov today or GetInternet.gov now.", "an address is no lost space"),
    ("THE LEADERS OF THE U.S. AND JAPAN MET MR. AND MRS. LEE. | THEY AGREED IN WASHINGTON, D.C. | THE END.", "capitals"),
    ("They agreed to: (a) meet; (b) talk; and (c) act.", "a list inside a sentence is one sentence"),
    ("They will seek to: promote trade; strengthen industry; and invest.", "so is one without letters"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "why"), BREAKS, ids=[why for _, why in BREAKS])
def test_breaks(marked: str, why: str) -> None:
    """A sentence ends where its sign, the word before and the word after agree that it does."""
    expected = [part.strip(" *") for part in marked.split("|")]
    text = marked.replace(" | ", " ").replace(" |", "")
    assert [w.strip("*") for w in words(text)] == expected, why


ITEMS = [
    ("12. We reaffirm our commitment. We will act.", ["We reaffirm our commitment.", "We will act."], "a numbered paragraph"),
    ("1. The Ministers met. 2. The Ministers agreed.", ["The Ministers met.", "The Ministers agreed."], "numbers inside a paragraph"),
    ("- Japan will invest.", ["Japan will invest."], "a bullet"),
    ("- (a) Japan will invest.", ["Japan will invest."], "a bullet with a letter"),
    ("iv. Japan will invest.", ["Japan will invest."], "a Roman number"),
    ("1.2 Japan will invest.", ["Japan will invest."], "a number of two parts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ITEMS, ids=[why for *_, why in ITEMS])
def test_signs_of_items_stay_outside(text: str, expected: list[str], why: str) -> None:
    """The sign or number of an item is no part of its sentence."""
    assert words(text) == expected, why


def test_only_body_and_bullets_are_read() -> None:
    """Titles, headings, dates, captions, notes and residue hold no sentences; a heading is remembered below it."""
    text = (
        "**Statement**\n*May 3, 2023*\n\n**Trade:** Japan will invest.\n\n- Korea will invest.\n\n"
        "Photo: A. B.\n\n[An editor added this.]\n\n**<u>Peace</u>**\n\nThey agreed.\n\n\\###"
    )
    found = sentences(text)
    assert [text[s.span.start : s.span.end] for s in found] == [
        "Japan will invest.",
        "Korea will invest.",
        "They agreed.",
    ]
    assert [s.heading for s in found] == ["**Trade:**", "**Trade:**", "**<u>Peace</u>**"]
    assert [document(text).blocks[s.block].kind for s in found] == ["body", "bullet", "body"]


def test_a_torn_sentence_is_one() -> None:
    """A sentence that page breaks tear is one, with a piece for each page."""
    text = "They met. They confirmed the plan of the forces for the construction of\n\n12\n\nthe Facility and opposed any\n\nattempts."
    whole, torn = sentences(text)
    assert [text[p.start : p.end] for p in whole.pieces] == ["They met."]
    assert [text[p.start : p.end] for p in torn.pieces] == [
        "They confirmed the plan of the forces for the construction of",
        "the Facility and opposed any",
        "attempts.",
    ]


@given(TEXTS)
def test_laws(text: str) -> None:
    """Sentences lie in order inside their blocks, hold words, and their pieces make them up."""
    source = document(text)
    found = list(split(source, fold(text), built_in().abbreviations))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for s in found:
        block = source.blocks[s.block]
        assert block.kind in ("body", "bullet")
        assert block.span.start <= s.span.start < s.span.end <= block.span.end
        assert not text[s.span.start].isspace()
        assert (s.pieces[0].start, s.pieces[-1].end) == (s.span.start, s.span.end)
        assert all(a.end < b.start for a, b in pairwise(s.pieces))


@given(TEXTS)
def test_every_word_is_in_a_sentence(text: str) -> None:
    """Whatever stands in body and bullets but the signs and numbers of items is in one sentence or another."""
    source, view = document(text), fold(text)
    found = list(split(source, view, built_in().abbreviations))
    for number, block in enumerate(source.blocks):
        if block.kind in ("body", "bullet"):
            ends = [view.position(after_marker(text, block.span))]
            for s in found:
                if s.block == number:
                    between = view.text[ends[-1] : view.position(s.span.start)]
                    assert not any(c.isalpha() for c in between)
                    ends.append(view.position(s.span.end - 1) + 1)
            assert not view.text[ends[-1] : view.position(block.span.end)].strip()


def test_founding_texts(shared: Path) -> None:
    """The founding pair: as many sentences as a reader counts, none that starts or ends in the middle."""
    joint, account = (
        words((shared / f"founding/{name}.txt").read_text(encoding="utf-8"))
        for name in ("dcpd202500238", "japan-2025-02-summit")
    )
    assert joint[0].endswith("a violent and disorderly world.")
    assert any("construction of\n\nthe Futenma" in s and s.startswith("In order to maintain") for s in joint)
    assert account[0].startswith("In February 2025") and account[-1].endswith("Scott Bessent.")
    for s in (*joint, *account):
        assert s[0].isupper()
        assert s.rstrip("*”")[-1] in ".]"


def test_corpus_sentences_end_well(shared: Path) -> None:
    """In readouts, which are prose, hardly a sentence is a scrap or lacks its end."""
    total = odd = 0
    with (shared / "corpus/whitehouse.jsonl").open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            if number % 8 or row["kind"] != "readout":
                continue
            source = document(row["text"])
            for s in split(source, fold(source.text), built_in().abbreviations):
                if source.blocks[s.block].kind == "body":
                    total += 1
                    printed = source.text[s.span.start : s.span.end].rstrip("*_\\”\"')] ")
                    odd += (
                        len(printed) < 12
                        or printed[-1] not in ".?!:;]"
                        or not (printed[0].isalnum() or printed[0] in "“[*(_‘")
                    )
    assert total > 800
    assert odd * 25 < total
