"""Inflection of English verbs by rule; irregular forms come from the list."""

from __future__ import annotations

import re

from accord.lexicon.lexicon import Verb

_DOUBLED = re.compile(r"(?:[^aeiou]|^)[aeiou][bdgmnprt]\Z")
_SYLLABLES = re.compile(r"[aeiouy]+")
_STRESSED_LAST = frozenset(
    ["commit", "recommit", "permit", "submit", "admit", "refer", "prefer", "defer", "deter", "occur", "concur", "incur", "recur", "control", "compel", "expel", "regret", "begin", "transfer", "confer", "equip"]
)


def inflect(base: str, past: tuple[str, ...] = (), participle: tuple[str, ...] = ()) -> dict[str, str]:
    """Form -> letters of what it can be (B base, Z -s, D past, N participle, G -ing)."""
    forms: dict[str, str] = {base: "B"}
    for form, letter in [(_third(base), "Z"), (_ing(base), "G")]:
        forms[form] = forms.get(form, "") + letter
    regular = () if past else (_past(base),)
    for form in (*regular, *past):
        forms[form] = forms.get(form, "") + "D"
    for form in (*regular, *participle):
        forms[form] = forms.get(form, "") + "N"
    return forms


def spellings(base: str) -> tuple[str, ...]:
    """A base form and its British or American twin ("emphasize", "emphasise")."""
    if base.endswith("ize") and len(base) > 5:
        return base, base[:-2] + "se"
    return (base, "endeavour") if base == "endeavor" else (base, "honour") if base == "honor" else (base,)


def add_forms(table: dict[str, Verb], base: str, past: str = "", participle: str = "") -> None:
    """Put all forms of a verb, in both spellings, into a table of word forms."""
    pasts, participles = (tuple(p for p in cell.split("|") if p) for cell in (past, participle))
    for spelling in spellings(base):
        for form, letters in inflect(spelling, pasts, participles).items():
            if form not in table:
                table[form] = Verb(base, letters)


def _doubles(base: str) -> bool:
    one_syllable = len(_SYLLABLES.findall(base)) == 1
    return (
        (bool(_DOUBLED.search(base))
        and (one_syllable or base in _STRESSED_LAST))
        or base in ("control", "compel", "expel")
    )


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if _consonant_y(base) else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if _consonant_y(base):
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in "aeiou"
