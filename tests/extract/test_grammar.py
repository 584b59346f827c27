"""The clause grammar, as a specification: sentence, then act, actors, binding and quote of each provision in it."""

import pytest
from tests.extract.cases import provisions

CASES = [
    pytest.param(
        "The two leaders reaffirmed that the Treaty applies to the islands, and reiterated their strong opposition to coercion.",
        [
            ("affirm", "JP US", False, "The two leaders reaffirmed that the Treaty applies to the islands"),
            ("oppose", "JP US", False, "reiterated their strong opposition to coercion"),
        ],
        id="coordinated acts share a subject and each is its own provision",
    ),
    pytest.param(
        "Japan reiterated its unwavering commitment to reinforce its defenses, which the United States welcomed.",
        [
            ("affirm", "JP", True, "Japan reiterated its unwavering commitment to reinforce its defenses"),
            ("support", "US", False, "which the United States welcomed"),
        ],
        id="a relative clause with its own act is its own provision",
    ),
    pytest.param(
        "In order to keep the peace, the two leaders confirmed that they intend to hold talks.",
        [("commit", "JP US", True, "the two leaders confirmed that they intend to hold talks")],
        id="a reported layer counts once, with the class of the whole; a purpose clause before the subject is left out",
    ),
    pytest.param(
        "They agreed the presence of forces helped contribute to stability.",
        [("agree", "JP US", False, "They agreed the presence of forces helped contribute to stability")],
        id="a that-clause without that belongs to the verb before it",
    ),
    pytest.param(
        "The two leaders will seek to: promote investment; strengthen their industries; and counter coercion.",
        [
            (
                "commit",
                "JP US",
                True,
                "The two leaders will seek to: promote investment; strengthen their industries; and counter coercion",
            )
        ],
        id="a list under one verb of intending is one provision",
    ),
    pytest.param(
        "We will build resilience in our societies, accelerate efforts to tackle the crisis, and advance data flows.",
        [
            ("commit", "JP US", True, "We will build resilience in our societies"),
            ("commit", "JP US", True, "accelerate efforts to tackle the crisis"),
            ("commit", "JP US", True, "advance data flows"),
        ],
        id="several verbs under one will, each with its own object",
    ),
    pytest.param(
        "The leaders asked their trade ministers to report back before the end of the year.",
        [
            (
                "direct",
                "JP US",
                True,
                "The leaders asked their trade ministers to report back before the end of the year",
            )
        ],
        id="a request to one's own officials is an order",
    ),
    pytest.param(
        "Both sides underscored the importance of dialogue and, in this context, they welcomed the visit.",
        [
            ("affirm", "JP US", False, "Both sides underscored the importance of dialogue"),
            ("support", "JP US", False, "they welcomed the visit"),
        ],
        id="an adverbial between connector and subject belongs to neither",
    ),
    pytest.param(
        "Industries of both countries continue to play a vital role.",
        [],
        id="what no party says is a statement and not an act",
    ),
    pytest.param(
        "The two leaders did not agree on a date.",
        [("agree", "JP US", False, "The two leaders did not agree on a date")],
        id="a denied act is the act with negative polarity",
    ),
    pytest.param(
        "Japan and the United States are committed to deepening trade, and remain committed to the Charter.",
        [
            ("commit", "JP US", True, "Japan and the United States are committed to deepening trade"),
            ("affirm", "JP US", True, "remain committed to the Charter"),
        ],
        id="committed to doing is a commitment, committed to a thing a position that binds",
    ),
    pytest.param(
        "The two leaders shared the view that talks should go on and shared views on energy.",
        [
            ("agree", "JP US", False, "The two leaders shared the view that talks should go on"),
            ("inform", "JP US", False, "shared views on energy"),
        ],
        id="a shared view that is agreement, shared views on are an exchange",
    ),
    pytest.param(
        "They deplore the losses at sea, and note with concern the number of wrecks and call for restraint.",
        [
            ("oppose", "JP US", False, "They deplore the losses at sea"),
            ("oppose", "JP US", False, "note with concern the number of wrecks"),
            ("request", "JP US", False, "call for restraint"),
        ],
        id="verbs with their preposition go on after and",
    ),
    pytest.param(
        "They welcomed the outcome of the conference held in Lima and we look forward to the next one.",
        [
            ("support", "JP US", False, "They welcomed the outcome of the conference held in Lima"),
            ("expect", "JP US", False, "we look forward to the next one"),
        ],
        id="a pronoun after and opens a clause, whatever name stands before",
    ),
    pytest.param(
        "The two sides recall the importance of forests and continue to support the wardens.",
        [
            ("affirm", "JP US", False, "The two sides recall the importance of forests"),
            ("support", "JP US", False, "continue to support the wardens"),
        ],
        id="what a verb chains to decides whether it goes on",
    ),
    pytest.param(
        "The two condemned the raid.",
        [("oppose", "JP US", False, "The two condemned the raid")],
        id="a number alone stands for the parties before a past act",
    ),
    pytest.param(
        "The United States continues its commitment to the wetlands.",
        [("affirm", "US", True, "The United States continues its commitment to the wetlands")],
        id="a stance that goes on takes the class of its noun",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_provisions_of_a_sentence(text: str, expected: list[tuple[str, str, bool, str]]) -> None:
    """A sentence gives the provisions that a careful reader would mark."""
    found = [(p.act, " ".join(p.actors), p.commissive, p.quote.exact) for p in provisions(text)]
    assert found == expected


def test_a_denied_act_has_negative_polarity() -> None:
    """Negation is a field of the provision and does not change its class."""
    assert [p.polarity for p in provisions("The two leaders did not agree on a date.")] == ["negative"]


def test_an_answer_names_what_it_answers() -> None:
    """The relative clause points to the provision that it answers, and its addressee is that one's actor."""
    first, answer = provisions(
        "Japan reiterated its commitment to reinforce its defenses, which the United States welcomed."
    )
    assert answer.about == first.id
    assert answer.addressees == ("JP",)


def test_items_of_a_list_are_fields() -> None:
    """The items of a list inside one provision are kept, each with its words."""
    (p,) = provisions("The two leaders will seek to: promote investment; strengthen industries; and counter coercion.")
    assert [f.exact for f in p.named("item")] == ["promote investment", "strengthen industries", "counter coercion"]


def test_bullets_share_the_group_of_their_lead_in() -> None:
    """A lead-in with a colon governs its bullets: they take its class and actors and name it as their group."""
    lead, first, second = provisions(
        "The two sides agreed to the following steps:\n\n- Expand cooperation on energy\n- Hold talks each year\n"
    )
    assert {first.group, second.group} == {lead.id}
    assert [(p.act, p.actors) for p in (first, second)] == [("agree", ("JP", "US"))] * 2
