"""What Accord's links are measured against: sentences that are each other's best, by TF-IDF or by difflib.

Both take plain texts, know nothing of provisions, and give what `accord compare A B --json` gives, as far as the
scorer reads it: rows with two cells for linked sentences, with one for the rest. The relation of a link is always
`both_add`: most links of the gold have an account that adds.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

Sentences = list[tuple[int, int, str]]
Scores = list[list[float]]
Method = Callable[[Sequence[str], Sequence[str]], Scores]

_BETWEEN = re.compile(r"(?<![ .][A-Z][.])(?<=[.!?])\s+(?=[\"“(]?[A-Z])|\s*\n\s*|\Z")
_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")


def sentences(text: str) -> Sentences:
    """Start, end and words of every sentence: it ends at a line's end, or at a full stop before a capital."""
    out, start = [], 0
    for gap in _BETWEEN.finditer(text):
        if gap.start() > start:
            out.append((start, gap.start(), text[start : gap.start()]))
        start = gap.end()
    return out


def tfidf(a: Sequence[str], b: Sequence[str]) -> Scores:
    """Cosine of word counts weighed by inverse document frequency, a sentence of either text being a document."""
    counts = [Counter(_WORD.findall(s.lower())) for s in (*a, *b)]
    documents = Counter(w for c in counts for w in c)
    n = len(counts)
    vectors = [_unit({w: k * math.log((n + 1) / (documents[w] + 1)) for w, k in c.items()}) for c in counts]
    return [[_dot(x, y) for y in vectors[len(a) :]] for x in vectors[: len(a)]]


def _unit(vector: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(v * v for v in vector.values()))
    return {w: v / norm for w, v in vector.items()} if norm else {}


def _dot(x: dict[str, float], y: dict[str, float]) -> float:
    if len(y) < len(x):
        x, y = y, x
    return sum(v * y[w] for w, v in x.items() if w in y)


def ratios(a: Sequence[str], b: Sequence[str]) -> Scores:
    """Share of matching characters, by difflib."""
    out = [[0.0] * len(b) for _ in a]
    for j, y in enumerate(b):
        matcher = SequenceMatcher(None, b=y, autojunk=False)  # it keeps what it learns of its second sequence
        for i, x in enumerate(a):
            matcher.set_seq1(x)
            out[i][j] = matcher.ratio()
    return out


def mutual_best(scores: Scores, least: float) -> list[tuple[int, int]]:
    """Pairs that are the best for both sides and reach the threshold."""
    if not scores or not scores[0]:
        return []
    best_b = [max(range(len(scores)), key=lambda i: scores[i][j]) for j in range(len(scores[0]))]
    best_a = [max(range(len(row)), key=row.__getitem__) for row in scores]
    return [(i, j) for i, j in enumerate(best_a) if best_b[j] == i and scores[i][j] >= least]


def compare(a: str, b: str, method: Method, least: float) -> dict[str, Any]:
    """Two texts laid side by side, in the shape that the scorer reads."""
    left, right = sentences(a), sentences(b)
    links = mutual_best(method([s for *_, s in left], [s for *_, s in right]), least)
    linked_a, linked_b = {i for i, _ in links}, {j for _, j in links}
    rows = [_row("both_add", [left[i]], [right[j]]) for i, j in links]
    rows += [_row("only", [s], []) for i, s in enumerate(left) if i not in linked_a]
    rows += [_row("only", [], [s]) for j, s in enumerate(right) if j not in linked_b]
    return {"rows": rows}


def _row(relation: str, a: Sentences, b: Sentences) -> dict[str, Any]:
    cells = [[{"start": start, "end": end, "quote": words} for start, end, words in cell] for cell in (a, b)]
    return {"relation": relation, "cells": cells}
