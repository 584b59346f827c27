"""Inflection of English verbs by rule; irregular forms come from the list."""

from __future__ import annotations

import re

from accord.lexicon.lexicon import Verb

_DOUBLING = re.compile(r"(?:[^aeiou]|\A|qu)[aeiou][bdgklmnprst]\Z")
_SYLLABLES = re.compile(r"[aeiouy]+")
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3}i)ze\Z"), "se"),  # emphasise
    (re.compile(r"yze\Z"), "yse"),  # analyse
    (re.compile(r"(?<=(?:lab|hon|arb|fav|eav))or\Z"), "our"),  # honour
    (re.compile(r"(?<=(?:lfi|sti|nro))ll\Z"), "l"),  # fulfil
)


def inflect(base: str, past: tuple[str, ...] = (), participle: tuple[str, ...] = ()) -> dict[str, str]:
    """Form -> letters of what it can be (B base, Z -s, D past, N participle, G -ing)."""
    regular = () if past else _past(base)
    letters = (("B", (base,)), ("Z", (_third(base),)), ("G", _ing(base)))
    forms: dict[str, str] = {}
    for letter, written in (*letters, ("D", (*regular, *past)), ("N", (*regular, *participle))):
        for form in written:
            forms[form] = forms.get(form, "") + letter
    return forms


def spellings(base: str) -> tuple[str, ...]:
    """A base form and its British twin ("emphasize", "emphasise")."""
    twins = (ending.sub(british, base) for ending, british in _SPELLINGS)
    return base, *(twin for twin in twins if twin != base)


def add_forms(table: dict[str, Verb], base: str, past: str = "", participle: str = "") -> None:
    """Put all forms of a verb, in both spellings, into a table of word forms; a verb that it holds keeps its own."""
    if not past and base in table and "B" in table[base].forms:
        return
    pasts, participles = (tuple(p for p in cell.split("|") if p) for cell in (past, participle))
    for spelling in spellings(base):
        for form, letters in inflect(spelling, pasts, participles).items():
            if form not in table:
                table[form] = Verb(base, letters)


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if _consonant_y(base) else base + "s"


def _past(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if _consonant_y(base):
        return (base[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(base))


def _ing(base: str) -> tuple[str, ...]:
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return (base[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(base))


def _stems(base: str) -> tuple[str, ...]:
    """What stands before -ed and -ing.

    A short word doubles its last letter ("planned"); of a longer one both are taken, for that depends on its stress
    and on the country ("committed", "travelled", "traveled"), and the wrong one is no other word.
    """
    if base.endswith("ic"):
        return (base + "k",)
    if not _DOUBLING.search(base):
        return (base,)
    doubled = base + base[-1]
    return (doubled,) if len(_SYLLABLES.findall(base)) == 1 else (base, doubled)


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in "aeiou"
