"""Inflection by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.lexicon import Verb, built_in
from accord.lexicon.forms import add_forms, inflect, spellings

FORMS = [
    ("commit", "commits committed committing", "a stressed last syllable doubles"),
    ("concur", "concurs concurred concurring", "with r"),
    ("equip", "equips equipped equipping", "after qu"),
    ("underpin", "underpins underpinned underpinning", "in a compound"),
    ("travel", "travels traveled traveling travelled travelling", "with l in either spelling"),
    ("benefit", "benefits benefited benefiting benefitted", "and with t"),
    ("focus", "focuses focused focusing focussed", "and with s"),
    ("plan", "plans planned planning", "a short word doubles"),
    ("trek", "treks trekked trekking", "with k"),
    ("meet", "meets meeting", "not after two vowels"),
    ("support", "supports supported supporting", "not after another consonant"),
    ("allow", "allows allowed allowing", "not w"),
    ("deploy", "deploys deployed deploying", "nor y"),
    ("agree", "agrees agreed agreeing", "a final e"),
    ("pursue", "pursues pursued pursuing", "after u"),
    ("reaffirm", "reaffirms reaffirmed reaffirming", "regular"),
    ("deny", "denies denied denying", "y after a consonant"),
    ("convey", "conveys conveyed conveying", "y after a vowel"),
    ("discuss", "discusses discussed discussing", "a sibilant"),
    ("reach", "reaches reached reaching", "another"),
    ("veto", "vetoes vetoed vetoing", "a final o"),
    ("tie", "ties tied tying", "ie"),
    ("traffic", "traffics trafficked trafficking", "a final c"),
    ("be", "being", "be"),
]


@pytest.mark.parametrize(("base", "forms", "why"), FORMS, ids=[why for *_, why in FORMS])
def test_regular_forms(base: str, forms: str, why: str) -> None:
    """The forms of a verb follow the rules of spelling."""
    assert set(forms.split()) <= set(inflect(base)), why


WRONG = [
    ("plan", "planed", "the past of another verb"),
    ("meet", "meetting", "two vowels"),
    ("concur", "concurrs", "the third person never doubles"),
    ("deny", "denyed", "y after a consonant"),
    ("agree", "agreing", "a final e that is heard"),
    ("pursue", "pursueing", "one that is not"),
    ("tie", "tieing", "ie"),
    ("traffic", "trafficed", "a final c"),
]


@pytest.mark.parametrize(("base", "form", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_forms(base: str, form: str, why: str) -> None:
    """What is another word, or none, is not made."""
    assert form not in inflect(base), why


def test_letters() -> None:
    """Every form says what it can be: base, third person, past, participle, -ing."""
    assert inflect("agree") == {"agree": "B", "agrees": "Z", "agreeing": "G", "agreed": "DN"}
    assert inflect("take", ("took",), ("taken",)) == {
        "take": "B",
        "takes": "Z",
        "taking": "G",
        "took": "D",
        "taken": "N",
    }
    assert inflect("set", ("set",), ("set",)) == {"set": "BDN", "sets": "Z", "setting": "G"}


SPELLINGS = [
    ("emphasize", ("emphasize", "emphasise"), "-ize"),
    ("analyze", ("analyze", "analyse"), "-yze"),
    ("honor", ("honor", "honour"), "-or"),
    ("endeavor", ("endeavor", "endeavour"), "-or, again"),
    ("fulfill", ("fulfill", "fulfil"), "-ll"),
    ("enroll", ("enroll", "enrol"), "-oll"),
    ("seize", ("seize",), "a short word keeps its z"),
    ("prize", ("prize",), "so does this"),
    ("monitor", ("monitor",), "not every -or"),
    ("install", ("install",), "nor every -ll"),
    ("agree", ("agree",), "most verbs have one spelling"),
]


@pytest.mark.parametrize(("base", "expected", "why"), SPELLINGS, ids=[why for *_, why in SPELLINGS])
def test_spellings(base: str, expected: tuple[str, ...], why: str) -> None:
    """A verb has its British twin."""
    assert spellings(base) == expected, why


def test_both_spellings_are_one_verb() -> None:
    """Forms of either spelling lead to one base."""
    table: dict[str, Verb] = {}
    add_forms(table, "recognize")
    assert table["recognised"] == Verb("recognize", "DN")
    assert table["recognizing"] == Verb("recognize", "G")


def test_a_known_verb_keeps_its_forms() -> None:
    """A verb that the list of irregular verbs holds gets no regular forms beside them."""
    table: dict[str, Verb] = {}
    add_forms(table, "see", "saw", "seen")
    add_forms(table, "see")
    assert "seed" not in table
    assert table["saw"].forms == "D"
    add_forms(table, "saw", "sawed", "sawn|sawed")
    assert table["saw"].base == "see", "of two verbs the first counts"
    assert table["sawed"] == Verb("saw", "DN")


IRREGULAR = [
    ("met", "meet"), ("held", "hold"), ("took", "take"), ("taken", "take"), ("spoke", "speak"), ("spoken", "speak"),
    ("gave", "give"), ("undertook", "undertake"), ("undertaken", "undertake"), ("began", "begin"), ("sought", "seek"),
    ("agreed", "agree"), ("committed", "commit"), ("concurred", "concur"), ("emphasised", "emphasize"), ("led", "lead"),
    ("withdrew", "withdraw"), ("built", "build"), ("brought", "bring"), ("made", "make"), ("said", "say"), ("set", "set"),
]  # fmt: skip


def test_forms_of_the_built_in_lexicon() -> None:
    """The verbs of statements are known in their irregular forms."""
    verbs = built_in().verbs
    assert [(form, base) for form, base in IRREGULAR if form not in verbs or verbs[form].base != base] == []


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True))
def test_any_word(base: str) -> None:
    """Whatever is taken for a verb has each kind of form, and its base among them."""
    forms = inflect(base)
    assert "B" in forms[base]
    assert set("".join(forms.values())) == set("BZGDN")
    assert all(form.isalpha() for form in forms)
