"""How firmly a provision binds, and its verb's rank."""

import pytest
from tests.extract.cases import provisions

from accord.errors import LexiconError
from accord.lexicon import load

CASES = [
    pytest.param("The Parties shall enter into consultations.", "binding", id="shall"),
    pytest.param("The two leaders agreed to convene a meeting.", "undertaking", id="agree to"),
    pytest.param("The two leaders confirmed that they intend to meet.", "intention", id="the promise inside decides"),
    pytest.param("The two leaders will seek to promote investment.", "aspiration", id="the weakest word decides"),
    pytest.param("The two leaders look forward to the summit.", "aspiration", id="expectation"),
    pytest.param("The two leaders welcomed the summit.", "none", id="nothing binds"),
]


@pytest.mark.parametrize(("text", "obligation"), CASES)
def test_obligation(text: str, obligation: str) -> None:
    """Obligation follows the words of the predicate."""
    assert [p.firmness.obligation for p in provisions(text)] == [obligation]


def test_precision_and_delegation() -> None:
    """A tasked provision names who acts, when, through which body."""
    (p,) = provisions("The two leaders instructed their ministers to convene the Trade Committee by March 2026.")
    assert p.firmness.precision == ("date", "measure", "body")
    assert p.firmness.delegation == ("their ministers",)


def test_an_unknown_rank_profile_refuses_to_start() -> None:
    """A profile that no file holds is named with those that exist."""
    with pytest.raises(LexiconError, match="gruenberg-2009"):
        load((), rank_profile="nobody")
