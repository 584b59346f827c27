"""Passages as weighed words. A word weighs what it tells: its inverse document frequency in a background of official
statements (Sparck Jones 1972), so that "denuclearization" counts and "cooperation" hardly does.
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
_PAIR = 0.35
"""Weight of two neighbouring words found together, as a part of the sum of their own weights."""


class Passage(Struct, frozen=True):
    """Terms of a passage with their weights; terms of parties start with ``@``, pairs of neighbours hold a space."""

    terms: dict[str, float]
    total: float


def passage(lexicon: Lexicon, pieces: Iterable[tuple[str, str]], *, extra: Passage | None = None, share: float = 0.0) -> Passage:
    """The passage of pieces of text, each with the codes of the parties that it names (comma-separated) or "".

    ``extra`` adds the terms of another passage at a share of their weight: what a provision answers.
    """
    terms: dict[str, float] = {}
    last = ""
    for text, codes in pieces:
        for term in [f"@{c}" for c in codes.split(",")] if codes else _terms(lexicon, text):
            weight = _weight(lexicon, term)
            terms[term] = max(terms.get(term, 0.0), weight)
            if last and weight and not term.startswith("@"):
                terms[f"{last} {term}"] = _PAIR * (weight + terms.get(last, 0.0))
            last = term
    for term, weight in (extra.terms if extra else {}).items():
        terms[term] = max(terms.get(term, 0.0), weight * share)
    return Passage(terms, sum(terms.values()))


def _terms(lexicon: Lexicon, text: str) -> list[str]:
    """Stems of the words that carry content."""
    return [lexicon.stems.get(w, w) for w in (t.lower() for t in words(fold(text).text)) if _counts(lexicon, w)]


def _counts(lexicon: Lexicon, word: str) -> bool:
    return word[0].isalnum() and word not in lexicon.tags and (len(word) > 1 or word.isdigit())


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
