"""Build ``verbs.csv`` and ``frequencies.csv`` of the lexicon from a corpus of official statements.

Usage: build_verbs.py CORPUS.jsonl IRREGULAR.csv VERBS.csv FREQUENCIES.csv

A verb is a word that stands at least three times straight after a modal ("will strengthen"), adverbs skipped. Its
forms are made by rule (accord.lexicon.forms) unless the table of irregular verbs gives them. A frequency is the
number of documents that hold a word or another word of its stem; words of fewer than 10 documents are left out. Stems
are those of the Snowball project's English stemmer (package snowballstemmer, BSD licence).
"""

from __future__ import annotations

import csv
import json
import pathlib
import re
import sys
from collections import Counter

import snowballstemmer

_AFTER_MODAL = re.compile(
    r"\b(?:will|would|can|could|must|should|may|shall|cannot)\s+(?:not\s+)?(?:\w+ly\s+)?([a-z]{2,})\b"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NEVER = frozenset(
    [
        "also",
        "not",
        "be",
        "have",
        "has",
        "do",
        "then",
        "now",
        "never",
        "only",
        "even",
        "always",
        "both",
        "all",
        "still",
        "again",
        "so",
        "continue",
        "the",
        "a",
        "an",
        "and",
        "to",
        "in",
        "of",
        "soon",
        "we",
        "they",
        "he",
        "she",
        "it",
        "you",
        "further",
        "together",
        "jointly",
        "therefore",
        "i",
        "this",
        "that",
        "there",
        "these",
        "those",
        "each",
        "no",
        "or",
    ]
)


def main(corpus: str, irregular: str, verbs: str, frequencies: str) -> None:
    after_modal: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    of_stem: Counter[str] = Counter()
    stem = snowballstemmer.stemmer("english").stemWord
    stems: dict[str, str] = {}
    n = 0
    with pathlib.Path(corpus).open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"].replace("’", "'")
            after_modal.update(m for m in _AFTER_MODAL.findall(text) if m not in _NEVER and not m.endswith("ly"))
            words = set(_WORD.findall(text.lower()))
            documents.update(words)
            stems.update((w, stem(w)) for w in words if w not in stems)
            of_stem.update({stems[w] for w in words})
            n += 1
    with pathlib.Path(irregular).open(encoding="utf-8", newline="") as file:
        odd = {row["base"]: row for row in csv.DictReader(file)}
    found = {w for w, k in after_modal.items() if k >= 3} | set(odd) | {"continue"}
    name = pathlib.Path(corpus).name
    with pathlib.Path(verbs).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["base", "past", "participle", "source"])
        for word in sorted(found):
            row = odd.get(word, {"past": "", "participle": ""})
            out.writerow(
                [
                    word,
                    row["past"],
                    row["participle"],
                    f"after a modal in {name}" if word not in odd else "irregular verb",
                ]
            )
    with pathlib.Path(frequencies).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["word", "stem", "documents", "source"])
        out.writerow(["*", "*", n, name])
        out.writerows([w, stems[w], of_stem[stems[w]], name] for w, k in sorted(documents.items()) if k >= 10)


if __name__ == "__main__":
    main(*sys.argv[1:])
