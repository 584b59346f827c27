"""Draws provisions and sentences from the whole corpus, for a reader to judge: what no gold was ever made for.

Half of the provisions come from joint statements and readouts with foreign parties, half from everything; provisions
of the class ``state`` are left out, and of documents with the same text only the first is read. The sentences come
from joint statements, readouts and fact sheets with foreign parties, whatever was found in them. What is drawn
depends on ids and the seed alone. Judgements of one such draw are in gold/sample.jsonl.

    python bench/sample.py [--seed SEED] [--provisions N] [--sentences N]
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from accord.extract import extract
from accord.lexicon import Lexicon, built_in
from accord.read.profiles import document
from accord.records import Provision, Register, Sentence, Source
from accord.text import fold, split

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus" / "whitehouse.jsonl"
JOINT = ("joint_statement", "readout")
RECALL = (*JOINT, "fact_sheet")


class Drawn(NamedTuple):
    """A provision or a sentence with all that a reader needs to judge it."""

    key: str
    title: str
    parties: tuple[str, ...]
    sentence: str
    provisions: tuple[Provision, ...]
    foreign: bool
    """From a joint statement or readout with foreign parties."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Draws provisions and sentences of the corpus for a reader to judge.")
    parser.add_argument("--seed", default="accord")
    parser.add_argument("--provisions", type=int, default=100)
    parser.add_argument("--sentences", type=int, default=60)
    asked = parser.parse_args()
    provisions, sentences = _read(built_in())

    def rank(drawn: Drawn) -> str:
        return hashlib.sha256(f"{drawn.key}{asked.seed}".encode()).hexdigest()

    half = asked.provisions // 2
    first = _first(half, [d for d in provisions if d.foreign], rank)
    taken = {d.key for d in first}
    second = _first(asked.provisions - half, [d for d in provisions if d.key not in taken], rank)
    for number, drawn in enumerate((*first, *second), 1):
        print(f"## {number} {drawn.key}\n{drawn.title} {list(drawn.parties)}")
        print(_shown(drawn.provisions[0]))
        print(f"   in: {drawn.sentence}\n")
    for number, drawn in enumerate(_first(asked.sentences, sentences, rank), 1):
        print(f"## S{number} {drawn.key}\n{drawn.title} {list(drawn.parties)}\n   in: {drawn.sentence}")
        print(*(_shown(p) for p in drawn.provisions), "" if drawn.provisions else "   nothing\n", sep="\n")


def _read(lexicon: Lexicon) -> tuple[list[Drawn], list[Drawn]]:
    """All provisions but those of class ``state``, and the sentences of the kinds on which recall is judged."""
    provisions: list[Drawn] = []
    sentences: list[Drawn] = []
    for row in _rows():
        given = {k: row[k] for k in ("title", "date", "issuer", "kind")}
        read = document(lexicon, id=row["id"], source=Source("", "", "", "", ""), text=row["text"], given=given)
        register = extract(read, lexicon)
        around = list(split(read, fold(read.text), lexicon.abbreviations))
        foreign = row["foreign"] and row["kind"] in JOINT
        for p in register.provisions:
            if p.act != "state":
                provisions.append(_drawn(p.id, register, around[p.sentence], (p,), foreign))
        if row["foreign"] and row["kind"] in RECALL:
            for number, sentence in enumerate(around):
                held = tuple(p for p in register.provisions if p.sentence == number)
                key = f"{read.id}:{sentence.span.start}-{sentence.span.end}"
                sentences.append(_drawn(key, register, sentence, held, foreign))
    return provisions, sentences


def _drawn(key: str, register: Register, sentence: Sentence, held: tuple[Provision, ...], foreign: bool) -> Drawn:
    read = register.document
    words = " ".join(read.text[sentence.span.start : sentence.span.end].split())
    return Drawn(key, read.title or "", register.parties, words, held, foreign)


def _rows() -> Iterator[dict[str, Any]]:
    """The documents of the corpus, each text once."""
    seen: set[str] = set()
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["text"] not in seen:
            seen.add(row["text"])
            yield row


def _first(n: int, drawn: Iterable[Drawn], rank: Callable[[Drawn], str]) -> list[Drawn]:
    return sorted(drawn, key=rank)[:n]


def _shown(p: Provision) -> str:
    binds = " commissive" if p.commissive else ""
    words = " ".join(p.quote.exact.split())
    return f"   {p.act} {','.join(p.actors) or '-'}{binds} [{' '.join(p.trigger.exact.split())}]\n   quote: {words}"


if __name__ == "__main__":
    main()
