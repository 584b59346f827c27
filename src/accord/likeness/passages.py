"""Passages as weighed words.

A word weighs what it tells: its inverse document frequency in a background of official statements (Sparck Jones 1972),
so that "denuclearization" counts and "cooperation" hardly does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from accord.lexicon import Lexicon
from accord.text import fold
from accord.text.tokens import words

_RARE = 5
"""Documents that hold a word which the background does not list (the list starts at ten)."""
_OWN = 0.8
"""Weight of the name of a party to the document."""
_PAIR = 0.35
"""Weight of two neighbouring words found together, as a part of the sum of their own weights."""


class Passage(Struct, frozen=True):
    """Terms of a passage with their weights; terms of parties start with ``@``, pairs of neighbours hold a space."""

    terms: dict[str, float]
    total: float


def passage(lexicon: Lexicon, pieces: Iterable[tuple[str, str]], *, own: frozenset[str] = frozenset()) -> Passage:
    """The passage of pieces of text, each with the codes of the parties that it names (comma-separated) or "".

    ``own`` are the codes of the parties whose document it is: their names tell next to nothing there.
    """
    terms: dict[str, float] = {}
    last = ""
    for text, codes in pieces:
        for term in [f"@{c}" for c in codes.split(",")] if codes else _terms(lexicon, text):
            weight = _OWN if term[1:] in own and term[0] == "@" else _weight(lexicon, term)
            terms[term] = max(terms.get(term, 0.0), weight)
            if last and weight and not term.startswith("@"):
                terms[f"{last} {term}"] = _PAIR * (weight + terms.get(last, 0.0))
            last = term
    return Passage(terms, sum(terms.values()))


def joined(first: Passage, other: Passage, share: float) -> Passage:
    """A passage with the terms of another added at a share of their weight."""
    terms = dict(first.terms)
    for term, weight in other.terms.items():
        terms[term] = max(terms.get(term, 0.0), weight * share)
    return Passage(terms, sum(terms.values()))


def _terms(lexicon: Lexicon, text: str) -> list[str]:
    """Codes of the parties named by one word, and stems of the words that carry content."""
    out: list[str] = []
    for token in words(fold(text).text):
        if not token[0].isalnum():
            continue
        parties = _parties(lexicon, token) if token[0].isupper() else []
        low = token.lower()
        if parties:
            out += parties
        elif low not in lexicon.tags and (len(low) > 1 or low.isdigit()):
            out.append(lexicon.stems.get(low, low))
    return out


def _parties(lexicon: Lexicon, token: str) -> list[str]:
    """Codes of the parties that a word names, alone or joined ("Japan-U.S."); empty unless every part names one."""
    codes = [lexicon.aliases.get(part.lower()) for part in token.split("-")]
    return [f"@{c}" for c in codes] if all(codes) else []


def _weight(lexicon: Lexicon, term: str) -> float:
    """Inverse document frequency of a term; a party weighs as a fairly rare word."""
    if term.startswith("@"):
        return 2.5
    n = lexicon.frequencies["*"]
    return math.log((n + 1) / (lexicon.frequencies.get(term, _RARE) + 1))


def likeness(a: Passage, b: Passage) -> float:
    """0 to 1: the mean of the cosine and of the part of the lighter passage that the heavier one holds."""
    if not a.total or not b.total:
        return 0.0
    if len(a.terms) > len(b.terms):
        a, b = b, a
    shared = [(w, b.terms[t]) for t, w in a.terms.items() if t in b.terms]
    if not shared:
        return 0.0
    product = sum(v * w for v, w in shared)
    norms = math.sqrt(sum(w * w for w in a.terms.values()) * sum(w * w for w in b.terms.values()))
    contained = sum(min(v, w) for v, w in shared) / min(a.total, b.total)
    return 0.6 * product / norms + 0.4 * contained


def matrix(a: list[Passage], b: list[Passage]) -> list[list[float]]:
    """Likeness of every passage of one side with every one of the other."""
    return [[likeness(x, y) for y in b] for x in a]
