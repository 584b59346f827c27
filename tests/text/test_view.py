"""Folding, and the way back from every folded character to the original."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.cases import TEXTS

from accord.text import View, fold

FOLDED = [
    ("Japan’s “golden age”", 'Japan\'s "golden age"', "curly quotes are straight"),
    ("5′ 6″ «x» ‚y„ `z´", "5' 6\" \"x\" 'y\" 'z'", "so are primes, guillemets, low quotes and grave accents"),
    ("Hawaiʻi", "Hawai'i", "and the okina"),
    ("2023–24 — the U.S.‑Japan − one", "2023-24 - the U.S.-Japan - one", "every dash is a hyphen"),
    ("‣ a ▪ b ● c", "• a • b • c", "every bullet sign is one sign"),
    ("a \t\u00a0\u202f b\u3000c", "a b c", "a run of white space of any sort is one space"),
    ("the construction\nof the\r\nFacility", "the construction of the Facility", "a hard line wrap is a space"),
    ("the construction of\n\nthe Facility", "the construction of the Facility", "so is a page scar"),
    ("construction of\f\nthe Facility", "construction of the Facility", "and a form feed"),
    ("co-\noperation", "co-operation", "a word hyphenated at a line's end is one word"),
    ("U.S.-\r\nJapan", "U.S.-Japan", "so is a compound"),
    ("FY 2023-\n2025", "FY 2023-2025", "and a range of years"),
    ("medium-\nand long-term", "medium- and long-term", "a suspended hyphen keeps its space"),
    ("the leaders -\nall of them", "the leaders - all of them", "a dash keeps its spaces"),
    ("*Names:* **Ishiba**, ***both***", "Names: Ishiba, both", "asterisks of emphasis go"),
    ("_Names:_ __Ishiba__ (_ibid._) “_both_”", 'Names: Ishiba (ibid.) "both"', "underscores of emphasis go"),
    ("file_name and a __b", "file_name and a b", "an underscore inside a word stays"),
    ("Signed: ____ (date)", "Signed: ____ (date)", "a line to sign on stays"),
    ("\\### \\[1\\] \\(a\\) 2\\.", "### [1] (a) 2.", "backslashes that escape a sign go"),
    ("source\\_url", "source_url", "an escaped underscore is an underscore"),
    ("one\\\ntwo", "one two", "a backslash that breaks a line goes"),
    ("C:\\temp", "C:\\temp", "any other backslash stays"),
    ("<u>Trade</u> <b>and</b> x<sup>2</sup>", "Trade and x2", "tags go"),
    ('<span style="text-decoration: underline">Trade</span>', "Trade", "with their attributes"),
    ("one<br>two<br/>three", "one two three", "a tag that breaks the line is a space"),
    ("<td>a</td><td>b</td>", " a b ", "so is the edge of a cell"),
    ("a<!-- -->b <!-- note --> c", "ab c", "comments go"),
    ("if a < b and c > d", "if a < b and c > d", "signs of comparison stay"),
    ("x <b and c> y", "x <b and c> y", "so do brackets that are no tag"),
    ("<https://www.mofa.go.jp/>", "<https://www.mofa.go.jp/>", "and addresses"),
    ("[announced](https://x.gov/a_(b)) it", "announced it", "a link is its words"),
    ("[here](#n1), [mail](mailto:a@b.c), [x](/y)", "here, mail, x", "so is one within a page or site"),
    ("[sic] (see [1]) [a] (b)", "[sic] (see [1]) [a] (b)", "other brackets stay"),
    ("Fish &amp; Wildlife, AT&amp;T", "Fish & Wildlife, AT&T", "the entity of an ampersand is one"),
    ("the&nbsp;leaders &#160;met", "the leaders met", "a non-breaking space is a space, as an entity too"),
    ("co\u00adoperation COVID-\u206019 \ufeffx\u200by ✔\ufe0f", "cooperation COVID-19 xy ✔", "invisible characters go"),
    ("Café Ⅲ ① ﬁ 日本", "Café Ⅲ ① ﬁ 日本", "letters, digits and case are left as they are"),
    ("", "", "nothing is nothing"),
    ("**", "", "signs alone are nothing"),
    (" \n ", " ", "white space alone is one space"),
]


@pytest.mark.parametrize(("text", "folded", "why"), FOLDED, ids=[why for *_, why in FOLDED])
def test_folding(text: str, folded: str, why: str) -> None:
    """Typography and markup are folded, words are not."""
    assert fold(text).text == folded, why


def test_position_and_origin_lead_to_and_fro() -> None:
    """A found stretch leads back to the words as printed, markup at its edges left out."""
    text = "The **two\nleaders** “oppose”\u00ad any\n\nattempts."
    view = fold(text)
    start = view.text.index('leaders "oppose" any attempts')
    span = view.span(start, start + len('leaders "oppose" any attempts'))
    assert text[span.start : span.end] == "leaders** “oppose”\u00ad any\n\nattempts"
    assert view.position(text.index("attempts")) == view.text.index("attempts")
    assert view.position(text.index("** “")) == view.text.index(' "oppose'), "an offset in a sign is the next character"
    assert view.position(len(text)) == len(view.text)


@given(TEXTS)
def test_origins_are_inside_the_text_and_in_order(text: str) -> None:
    """Every character of the view stands for one of the text, and in the same order."""
    view = fold(text)
    origins = [view.origin(i) for i in range(len(view.text))]
    assert all(0 <= o < len(text) for o in origins)
    assert all(a < b for a, b in pairwise(origins))


@given(TEXTS)
def test_folded_characters_correspond(text: str) -> None:
    """A character of the view is the original's own, folded; a space stands for white space or what is like it."""
    view = fold(text)
    for i, char in enumerate(view.text):
        original = text[view.origin(i)]
        if char == " ":
            assert original.isspace() or original in "<&", "a tag that breaks the line, or the entity of a space"
        else:
            assert fold(original).text == char or original == char


@given(TEXTS)
def test_round_trip(text: str) -> None:
    """The way to the original and back ends where it began."""
    view = fold(text)
    assert [view.position(view.origin(i)) for i in range(len(view.text))] == list(range(len(view.text)))


@given(TEXTS, st.data())
def test_every_stretch_has_a_span(text: str, data: st.DataObject) -> None:
    """The span of a stretch is inside the text, grows with it, and folds to it but for what stands at its edges."""
    view = fold(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    span, whole = view.span(start, end), view.span(0, len(view.text))
    assert 0 <= whole.start <= span.start < span.end <= whole.end <= len(text)
    assert view.position(span.start) == start
    assert start < view.position(span.end - 1) + 1 == end


@given(st.text("ab .,;’“—*\n\u00ad\u200b", max_size=60), st.data())
def test_a_span_folds_to_its_stretch(text: str, data: st.DataObject) -> None:
    """The words as printed fold to the words that were found."""
    view = fold(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    span = view.span(start, end)
    assert fold(text[span.start : span.end]).text.strip() == view.text[start:end].strip()


@given(TEXTS)
def test_positions_never_go_back(text: str) -> None:
    """A later offset of the text never has an earlier position."""
    view = fold(text)
    positions = [view.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)
    assert positions[-1] == len(view.text)


@given(TEXTS)
def test_one_space_at_a_time(text: str) -> None:
    """The view holds no white space but single spaces, and no invisible character."""
    folded = fold(text).text
    assert not re.search(r"[^\S ]|  |[\u00ad\u200b-\u200f\u2060\ufeff]", folded)


@given(st.text("abcXYZ019 .,;:?!()'\"-", max_size=80))
def test_plain_text_is_its_own_view(text: str) -> None:
    """Text without typography, markup and runs of spaces is left as it is."""
    text = re.sub(" +", " ", text)
    assert fold(text) == View(text, (0,), (0,))
