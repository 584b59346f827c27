"""Pages put dates, numbers and names into words, and leave alone what they do not understand."""

from __future__ import annotations

import pytest

from accord.export.html.page import clip, count, day, names, number, plain


@pytest.mark.parametrize("iso, words", [
    ("2025-02-07", "7 February 2025"),
    ("2025-13-07", "2025-13-07"),  # no such month: as it stands
    ("February 2025", "February 2025"),
    (None, ""),
])  # fmt: skip
def test_day(iso: str | None, words: str) -> None:
    """A calendar date is said in words."""
    assert day(iso) == words


@pytest.mark.parametrize("words, length, cut", [
    ("The two\nleaders met", 40, ("The two leaders met", False)),
    ("The two leaders met", 16, ("The two leaders met", False)),  # a few words are not worth a cut
    ("The two leaders met and then they parted", 12, ("The two", True)),
])  # fmt: skip
def test_clip(words: str, length: int, cut: tuple[str, bool]) -> None:
    """Whole words are shown, and whether there are more."""
    assert clip(words, length) == cut


@pytest.mark.parametrize("printed, words", [
    ("### *Growth and\nProsperity*", "Growth and Prosperity"),
    ("**Strengthen Labor Cooperation**:", "Strengthen Labor Cooperation"),
    ("Maritime Cooperation", "Maritime Cooperation"),
])  # fmt: skip
def test_plain(printed: str, words: str) -> None:
    """A heading is told without the signs of markup."""
    assert plain(printed) == words


def test_names() -> None:
    """Parties are named where the name is known; more than six are many."""
    assert names(["JP", "XX"], {"JP": "Japan"}) == "Japan, XX"
    assert names(["*"], {}) == "many parties"


def test_numbers() -> None:
    """Numbers agree with what they count."""
    assert [number(2), number(12)] == ["Two", "12"]
    assert [count(1, "provision"), count(2, "provision"), count(0, "provision")] == [
        "1 provision",
        "2 provisions",
        "0 provisions",
    ]
