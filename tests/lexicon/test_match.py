"""Finding names and phrases in tokens: the longest at each place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.lexicon import built_in
from accord.lexicon.match import name_at, phrase_at, phrase_table, phrases_in
from accord.text.tokens import words

NAMES = [
    ("Japan agreed", "JP", 1, "a state"),
    ("United States of America", "US", 4, "the longest name counts"),
    ("United States and Japan", "US", 2, "and the shorter one where the longer is not there"),
    ("Republic of Korea", "KR", 3, "a name of several words"),
    ("U.S. forces", "US", 1, "an abbreviation"),
    ("UNITED STATES", "US", 2, "capitals at the end of a line"),
    ("UNITED STATES OF AMERICA", "US", 4, "the longest in capitals"),
    ("REPUBLIC OF KOREA AND JAPAN", "KR", 3, "with a small word in capitals"),
    ("JAPAN", "JP", 1, "one word in capitals"),
    ("united states", None, 0, "small letters are no name"),
    ("States", None, 0, "a part of a name is none"),
    ("UNITED NATIONAL", None, 0, "nor is another name in capitals"),
]


@pytest.mark.parametrize(("text", "code", "length", "why"), NAMES, ids=[why for *_, why in NAMES])
def test_names(text: str, code: str | None, length: int, why: str) -> None:
    """The longest name of the lists is found, case and all, and in capitals."""
    name = name_at(built_in(), words(text), 0)
    assert (name.ref if name else None, len(name.words) if name else 0) == (code, length), why


def test_function_phrases() -> None:
    """A function phrase is found whole or not at all."""
    lexicon = built_in()
    assert phrase_at(lexicon, words("as well as trade"), 0) == (3, "&")
    assert phrase_at(lexicon, words("in order that they"), 0) == (3, "s")
    assert phrase_at(lexicon, words("as well"), 1) is None
    assert phrase_at(lexicon, words("no longer"), 0) == (2, "n")
    assert phrase_at(lexicon, words("no long"), 0) is None


TABLE = phrase_table(
    [
        ("supply chain", "trade"),
        ("supply", "aid"),
        ("Supply Chain", "second"),
        ("free and open Indo-Pacific", "region"),
        ("as appropriate", "weaker"),
        ("nuclear*", "arms"),
        ("nuclear energy", "energy"),
        ("nuc*", "other"),
        ("", "nothing"),
    ]
)
PHRASES = [
    (
        "supply chains and supply chain",
        [(0, 1, "aid"), (3, 2, "trade|second")],
        "the longest phrase, with what all equal ones stand for",
    ),
    ("a free and open indo-pacific", [(1, 4, "region")], "several words and a compound"),
    ("nuclear energy", [(0, 2, "energy")], "a whole phrase goes before a beginning of a word"),
    ("nuclear-armed nuclei", [(0, 1, "arms"), (1, 1, "other")], "the longest beginning counts"),
    ("supply chain supply", [(0, 2, "trade|second"), (2, 1, "aid")], "they do not overlap"),
    ("as", [], "a part of a phrase is none"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PHRASES, ids=[why for *_, why in PHRASES])
def test_phrases(text: str, expected: list[tuple[int, int, str]], why: str) -> None:
    """Phrases are found from left to right, the longest at each place."""
    assert list(phrases_in(TABLE, words(text))) == expected, why


LOWS = [
    "supply",
    "chain",
    "chains",
    "free",
    "and",
    "open",
    "indo-pacific",
    "as",
    "appropriate",
    "nuclear",
    "energy",
    "x",
]
CAPITALS = [
    "United",
    "States",
    "UNITED",
    "STATES",
    "of",
    "OF",
    "America",
    "AMERICA",
    "Republic",
    "REPUBLIC",
    "KOREA",
    "x",
]


@given(st.lists(st.sampled_from(LOWS), max_size=30))
def test_phrases_do_not_overlap(lows: list[str]) -> None:
    """Whatever the words, phrases come in order, inside the text, and do not overlap."""
    end = 0
    for start, length, _ in phrases_in(TABLE, lows):
        assert end <= start < start + length <= len(lows)
        end = start + length


@given(st.lists(st.sampled_from(CAPITALS), max_size=8))
def test_a_name_is_inside_the_text(tokens: list[str]) -> None:
    """A name that is found stands there, letter for letter or in capitals."""
    for i in range(len(tokens)):
        name = name_at(built_in(), tokens, i)
        if name is not None:
            printed = tuple(tokens[i : i + len(name.words)])
            assert printed in (name.words, tuple(word.upper() for word in name.words))
