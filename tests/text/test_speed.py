"""No text, however odd, takes more than linear time."""

import time
from collections.abc import Callable

import pytest
from tests.text.cases import SOURCE

from accord.lexicon import built_in
from accord.records import Document
from accord.text import fold, segment, split
from accord.text.tokens import TOKEN

UNITS = r"""
 |*|_|#|\|-|—|.|,|;|'|"|“|(|[|]|<|>|&|=|a|A|1|é|日|¶|⏎|→|<u><u>|</u>|<u>a</u>|<br>|<b |<!--|<td>|[a](|](http://|[a](http://a)|&amp;
&nbsp;|1.1.1.1|1,|A.|a.|A. |. |. A|.) |" |',|a'|a-|a-¶|a_| _|_a_ |*a|**a** |**A:** B |* |- |o |• |(a) |; (a) |1. |2) |i. |a¶|A b¶
a.¶|.¶|*¶|---¶|# ¶|¶#|- a¶|1. a¶|the¶¶|a¶¶- b|A, |Mr. |U.S. |U.S. The |No. 5 |p. 1|Monday, |12 May |May 12, 2023 |[1]|.[1] |[. . .]
… |? |Page 1 of |END |photo: |from left: |(left) |<https://a.b> |\### |title: x¶"""
ODD = [
    u.replace("¶", "\n").replace("⏎", "\r\n").replace("→", "\t")
    for line in UNITS.splitlines()[1:]
    for u in line.split("|")
]
ODD += ["\u00a0", "\u00ad", "\u00ad ", "\u200b ", "\u2028", "\f", "\r"]
MIXED = (
    ("word " * 12 + "\n", "lines of one width"),
    ("word " * 12 + "\n\n", "paragraphs without an end"),
    ("The word that stands there " * 4 + "and\n\nwith a word. ", "tears"),
    ("word " * 40 + ". The ", "sentences"),
)
SIZE = 40_000


def split_all(text: str) -> None:
    view, abbreviations = fold(text), built_in().abbreviations
    list(split(Document("case", SOURCE, text, segment(text)), view, abbreviations))


STEPS: list[Callable[[str], object]] = [fold, segment, TOKEN.findall, split_all]


def seconds(step: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    step(text)
    return time.process_time() - start


@pytest.mark.parametrize("step", STEPS, ids=["fold", "segment", "tokens", "split"])
def test_odd_text_takes_linear_time(step: Callable[[str], object]) -> None:
    """Long runs of any sign, with and without something before and after, are read at a megabyte in seconds."""
    slow = []
    for unit in [*ODD, *(unit for unit, _ in MIXED)]:
        for before, after in (("", ""), ("A ", "!"), ("**", " x")):
            text = before + unit * (SIZE // len(unit)) + after
            taken = seconds(step, text)
            if taken > 0.6:  # in linear time the worst of them takes 0.2 s
                slow.append((unit, round(taken, 1)))
    assert not slow


@pytest.mark.parametrize(("unit", "why"), MIXED, ids=[why for _, why in MIXED])
def test_time_grows_with_the_text(unit: str, why: str) -> None:
    """A text eight times as long takes no more than about eight times the time."""
    small, large = unit * (100_000 // len(unit)), unit * (800_000 // len(unit))
    quick, slow = ([seconds(split_all, text) for _ in range(2)] for text in (small, large))
    assert min(slow) < 24 * max(*quick, 0.02), why  # in quadratic time it is 64 times; a busy machine is no fault
