"""Give the rules of acts.toml and nouns.toml real examples from public-domain texts.

Usage: mine_examples.py CORPUS.jsonl... (reads and rewrites the files in src/accord/lexicon/data)

For each rule without an example the shortest clear sentences are taken in which it decides, at most two, from two
documents, and one in which its verb stands and the rule does not decide. A rule that decides nowhere is named; it has
no place in the lexicon until somebody finds it in a text.
"""

from __future__ import annotations

import json
import pathlib
import re
import sys
from collections import defaultdict

import msgspec

from accord.extract import extract
from accord.extract.examples import example_provisions
from accord.lexicon import ActRule, Lexicon, NounRule, built_in
from accord.read.profiles import document
from accord.records import Source
from accord.text import fold

DATA = pathlib.Path("src/accord/lexicon/data")
_CLEAR = re.compile(r"[A-Z][A-Za-z0-9 ,.'’“”\"$%&/-]+[.]\Z")


def main(*corpora: str) -> None:
    lexicon = built_in()
    wanted = {r.id: r for r in lexicon.rules if isinstance(r, (ActRule, NounRule))}
    yes: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    no: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for corpus in corpora:
        with pathlib.Path(corpus).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                _collect(lexicon, json.loads(line), number, yes, no)
    _rewrite(lexicon, wanted, yes, no)


def _collect(lexicon: Lexicon, row: dict[str, str], number: int, yes: dict, no: dict) -> None:  # type: ignore[type-arg]
    if not row.get("text"):
        return
    source = Source("", row["id"], "text/plain", "mine", "1")
    register = extract(
        document(lexicon, id=row["id"], source=source, text=row["text"], given={"title": row.get("title", "")}), lexicon
    )
    text = row["text"]
    for p in register.provisions:
        start = (
            text.rfind(". ", 0, p.quote.start) + 2
            if text.rfind(". ", 0, p.quote.start) > text.rfind("\n", 0, p.quote.start)
            else text.rfind("\n", 0, p.quote.start) + 1
        )
        stop = text.find(".", p.quote.end)
        sentence = fold(text[start : stop + 1]).text.strip()
        if not 45 < len(sentence) < 190 or not _CLEAR.match(sentence):
            continue
        key = (len(sentence) + (0 if p.act != "state" else 500) + number % 7, row["id"], sentence)
        rules = {r.rule for r in p.because}
        for rule in rules:
            if rule.startswith(("act:", "noun:")) and p.act != "state" and len(yes[rule]) < 400:
                yes[rule].append(key)
        base = next((r.partition("+")[0] for r in rules if r.startswith("act:")), None)
        if base and len(no[base]) < 200:
            no[base].append((*key, frozenset(rules)))  # type: ignore[arg-type]


def _rewrite(lexicon: Lexicon, wanted: dict, yes: dict, no: dict) -> None:  # type: ignore[type-arg]
    for name, key in (("acts.toml", "act"), ("nouns.toml", "noun")):
        path = DATA / name
        head = "\n".join(
            line for line in path.read_text(encoding="utf-8").split("\n[[")[0].split("\n") if line.startswith("#")
        )
        entries = msgspec.toml.decode(path.read_bytes())[key]
        out = [head, ""]
        for entry in entries:
            rule = msgspec.convert(entry, ActRule if key == "act" else NounRule)
            found = list(rule.yes) or _pick(lexicon, rule, yes[rule.id], True)
            if not found:
                print("never decides:", rule.id, rule.act)
            against = (
                list(rule.no)
                or _pick(lexicon, rule, [k[:3] for k in no[rule.id.partition("+")[0]] if rule.id not in k[3]], False)[
                    :1
                ]
            )
            fields = [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in entry.items() if k not in ("yes", "no")]
            lists = [
                f"{k} = [\n" + "".join(f"  {json.dumps(s, ensure_ascii=False)},\n" for s in v) + "]"
                for k, v in (("yes", found), ("no", against))
                if v
            ]
            out += [f"[[{key}]]", *fields, *lists, ""]
        path.write_text("\n".join(out), encoding="utf-8")


def _pick(lexicon: Lexicon, rule: ActRule | NounRule, keys: list[tuple[int, str, str]], holds: bool) -> list[str]:
    """At most two sentences of two documents for which the rule does, or does not, decide when they stand alone."""
    out: list[str] = []
    documents: set[str] = set()
    for _, name, sentence in sorted(set(keys)):
        if name in documents or sentence in out:
            continue
        provisions = example_provisions(lexicon, sentence)
        decided = any(p.act != "state" and any(r.rule == rule.id for r in p.because) for p in provisions)
        if decided == holds and provisions:
            out.append(sentence)
            documents.add(name)
        if len(out) == 2:
            break
    return out


if __name__ == "__main__":
    main(*sys.argv[1:])
