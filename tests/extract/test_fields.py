"""Times and amounts: the words, and what they come to."""

import pytest
from tests.extract.cases import provisions

TIMES = [
    pytest.param("by the end of 2024", "2024", id="end of a year"),
    pytest.param("by FY 2027", "FY2027", id="fiscal year"),
    pytest.param("no later than March 2025", "2025", id="latest date"),
    pytest.param("within 90 days", None, id="a span from an unnamed day has no calendar value"),
    pytest.param("over the next three years", None, id="a span of years"),
    pytest.param("at an early date", None, id="a soft time stays words"),
    pytest.param("this year", None, id="the year of the document, unknown here"),
]
AMOUNTS = [
    pytest.param("$130 million", "USD 130000000", id="symbol and scale"),
    pytest.param("1 trillion dollars", "USD 1000000000000", id="number and unit in words"),
    pytest.param("no less than $1.45 billion per year", "USD 1450000000", id="a bound belongs to the amount"),
    pytest.param("€600,000", "EUR 600000", id="thousands separator"),
]


@pytest.mark.parametrize(("words", "value"), TIMES)
def test_times(words: str, value: str | None) -> None:
    """A time for a promised action is its exact words, with a value where the calendar gives one."""
    (p,) = provisions(f"The two leaders agreed to complete the work {words}.")
    assert p.by == words
    assert [f.value for f in p.named("time")] == [value]


@pytest.mark.parametrize(("words", "value"), AMOUNTS)
def test_amounts(words: str, value: str) -> None:
    """An amount is its exact words, with currency and number."""
    (p,) = provisions(f"The United States will invest {words} in the plant.")
    assert p.money == words
    assert [f.value for f in p.named("money")] == [value]


def test_percentages_and_counts_are_not_money() -> None:
    """Percentages and counts of things are not amounts of money."""
    (p,) = provisions("The United States will send 500 troops, 5 percent more than before.")
    assert p.money is None
