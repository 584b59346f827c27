"""Two readings of the same texts: how well they agree, and the gold that both stand behind.

Usage: agreement.py FOLDER (with learn.jsonl and measure.jsonl, the texts, and reader_a.jsonl and reader_b.jsonl); writes
learn.provisions.jsonl and measure.provisions.jsonl there. What both readers mark
with the same act, actors and binding force is gold, in the words of reader A; what they read differently, or one alone
marks, is optional: neither missed nor extra.
"""

from __future__ import annotations

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "scorers"))
from score_extract import pair, score
from spans import read_jsonl


def main(folder: str) -> None:
    base = pathlib.Path(folder)
    a, b = read_jsonl(str(base / "reader_a.jsonl")), read_jsonl(str(base / "reader_b.jsonl"))
    print("agreement:", json.dumps(score(_acts(a), _acts(b))[0]))
    gold = []
    for doc in sorted({r["doc"] for r in a}):
        mine, theirs = [r for r in a if r["doc"] == doc], [r for r in b if r["doc"] == doc]
        matches = pair(mine, theirs)
        sure = {r["id"] for r, s in matches if _same(r, s) and not r.get("optional") and not s.get("optional")}
        matched = {s["id"] for _, s in matches}
        rows = [*mine, *(s for s in theirs if s["id"] not in matched)]
        gold += [
            {**r, "optional": r["id"] not in sure} for r in sorted(rows, key=lambda r: (r["start"], r["end"], r["id"]))
        ]
    for part in ("learn", "measure"):
        docs = {r["id"] for r in read_jsonl(str(base / f"{part}.jsonl"))}
        rows = [r for r in gold if r["doc"] in docs]
        text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        (base / f"{part}.provisions.jsonl").write_text(text, encoding="utf-8")
        print(f"{part}: {sum(not r['optional'] for r in rows)} provisions, {sum(r['optional'] for r in rows)} optional")


def _acts(rows: list[dict]) -> list[dict]:  # type: ignore[type-arg]
    return [r for r in rows if r["act"] != "state" and not r.get("optional")]


def _same(r: dict, s: dict) -> bool:  # type: ignore[type-arg]
    return (r["act"], sorted(r["actors"]), bool(r["commissive"])) == (
        s["act"],
        sorted(s["actors"]),
        bool(s["commissive"]),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
