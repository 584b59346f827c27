"""Who is who: parties from title and lead, and what pronouns, offices, names and collectives stand for."""

import pytest
from tests.extract.cases import SOURCE, provisions, register

from accord.extract import extract
from accord.lexicon import built_in
from accord.read.profiles import document

PARTIES = [
    pytest.param("Joint Statement of Kenya and the United States", "They met.", "KE US", id="title"),
    pytest.param(
        "", "President A. Mwale of Malawi met with Prime Minister B. Sato of Japan in Tokyo.", "JP MW", id="lead"
    ),
    pytest.param("U.S.-Iraq Joint Statement", "The two sides met.", "IQ US", id="compound in the title"),
    pytest.param(
        "G7 Leaders’ Statement on Ukraine", "We met in Bari.", "G7", id="a body speaks for itself; the subject does not"
    ),
    pytest.param(
        "Joint Statement of India, Israel, the United Arab Emirates, and the United States (I2U2)",
        "They met.",
        "AE IL IN US",
        id="the name of a format beside its members",
    ),
    pytest.param("United States-Indonesia-EU Joint Statement", "They met.", "EU ID US", id="compound of two words"),
    pytest.param(
        "Joint Statement by President Biden and President von der Leyen",
        "They met.",
        "EU US",
        id="names with particles",
    ),
    pytest.param(
        "Statement from President Joe Biden Welcoming Finland to NATO",
        "The pact grows.",
        "US",
        id="whom one welcomes",
    ),
    pytest.param("", "The governments of Peru and Chile agreed to meet.", "CL PE", id="organs of two parties"),
]


@pytest.mark.parametrize(("title", "text", "parties"), PARTIES)
def test_parties(title: str, text: str, parties: str) -> None:
    """The parties come from the title, else from the opening sentences."""
    assert " ".join(register(text, title).parties) == parties


def test_a_fact_sheet_of_one_issuer_speaks_for_it_alone() -> None:
    """Whom a government helps is no party to its fact sheet, unless the title tells of partners."""
    lexicon = built_in()
    text = "The United States and Kenya launched a fund. We will host the next round."
    for title, parties in (("U.S. Strategy on Wildlife", ("US",)), ("U.S. Partnership on Wildlife", ("KE", "US"))):
        given = {"title": f"Fact Sheet: {title}", "issuer": "The White House", "kind": "fact sheet"}
        read = extract(document(lexicon, id="case", source=SOURCE, text=text, given=given), lexicon)
        assert read.parties == parties


def actors(text: str) -> list[str]:
    """Actors of each provision of a statement of Japan and the United States."""
    return [" ".join(p.actors) for p in provisions(text)]


RESOLVED = [
    pytest.param("Both sides welcomed the visit.", ["JP US"], id="collective"),
    pytest.param("We welcome the visit.", ["JP US"], id="we"),
    pytest.param("Japan welcomed the visit. It agreed to return.", ["JP", "JP"], id="it"),
    pytest.param("The Japanese side explained its plan.", ["JP"], id="side of a party"),
    pytest.param("U.S. and Japanese law enforcement agencies will share data.", ["JP US"], id="organs with adjectives"),
    pytest.param(
        "Prime Minister Kenta Mori of Japan met President Ann Doe of the United States. "
        "The Prime Minister thanked the President. He invited her to Kyoto.",
        ["JP US", "JP", "JP"],
        id="offices and pronouns after unknown names",
    ),
    pytest.param(
        "They welcomed Japan's plan, which the United States supported.", ["JP US", "US"], id="relative clause"
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_actors(text: str, expected: list[str]) -> None:
    """Each subject stands for the parties that a reader would name."""
    assert actors(text) == expected


def test_a_name_that_nobody_attests_leads_the_party_that_is_left() -> None:
    """Of two heads one of whom is known, the other leads the other party."""
    text = "Prime Minister Kenta Mori of Japan met with President Zyx Qwerty. President Qwerty thanked Japan."
    assert actors(text) == ["JP US", "US"]


def test_more_than_six_parties_are_a_star() -> None:
    """More than six parties are written with a star."""
    title = "Joint Statement by Chile, Peru, Brazil, Mexico, Japan, India and Kenya"
    assert [p.actors for p in provisions("We agreed to meet.", title)] == [("*",)]


def test_who_speaks_for_nobody_makes_a_statement() -> None:
    """An act of somebody who can stand for no party is a statement about the world."""
    assert actors("The committee of the trade union welcomed the visit.") == []
