"""Tokens of a folded text."""

import pytest
from hypothesis import given
from tests.text.cases import TEXTS

from accord.text import fold
from accord.text.tokens import TOKEN, words

CASES = [
    ("Japan-U.S.-ROK trilateral", ["Japan-U.S.-ROK", "trilateral"], "a compound is one word"),
    ("U.S.-Japan, D.C. and U.S.", ["U.S.-Japan", ",", "D.C.", "and", "U.S."], "abbreviations keep their stops"),
    ("the leaders.", ["the", "leaders", "."], "the full stop of a sentence is a token"),
    ("$1.45 billion, 1,000 or 5%", ["$", "1.45", "billion", ",", "1,000", "or", "5%"], "numbers"),
    ("the 21st century, FY2027", ["the", "21st", "century", ",", "FY2027"], "ordinals, and numbers in a name"),
    (
        "Japan's and the States' view",
        ["Japan", "'s", "and", "the", "States", "'", "view"],
        "possessive marks are tokens",
    ),
    ("O'Brien's Côte d'Ivoire", ["O'Brien", "'s", "Côte", "d'Ivoire"], "apostrophes inside names are not"),
    ("AUKUS/Quad R&D co-production", ["AUKUS/Quad", "R&D", "co-production"], "slash, ampersand and hyphen join"),
    ("2030 (the “goal”)", ["2030", "(", "the", '"', "goal", '"', ")"], "signs"),
    ("São Paulo, 日本", ["São", "Paulo", ",", "日本"], "letters of any alphabet"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_tokens(text: str, expected: list[str], why: str) -> None:
    """A text is words, numbers and signs."""
    assert words(fold(text).text) == expected, why


@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    """Tokens come in order and leave out white space only."""
    view = fold(text).text
    spans = [m.span() for m in TOKEN.finditer(view)]
    assert "".join(view[a:b] for a, b in spans) == "".join(view.split())
