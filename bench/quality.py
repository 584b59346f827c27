"""How well Accord reads and compares, by its command line, against the gold; and what baselines make of the same pairs.

The founding pair is measured from this repository alone; where ../shared/gold exists, its development sets too.
Figures are those of the scorers in scorers/. The same source gives the same figures, on any machine.
"""

from __future__ import annotations

import argparse
import importlib
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import baselines

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "scorers"))
spans = importlib.import_module("spans")
score_extract = importlib.import_module("score_extract")
score_compare = importlib.import_module("score_compare")

FROZEN = HERE / "frozen" / "quality.json"
SHARED = HERE.parent.parent / "shared" / "gold"
DEMO = HERE.parent / "src" / "accord" / "demo"
FOUNDING = (DEMO / "japan-2025-02-summit.txt", DEMO / "dcpd202500238.txt")

# The thresholds with the best mean link F1 over all three pairs; --sweep shows them all. A baseline is thus tuned on
# the very pairs that it is measured on, which Accord is not.
METHODS: dict[str, tuple[baselines.Method, float]] = {
    "TF-IDF": (baselines.tfidf, 0.25),
    "difflib": (baselines.ratios, 0.5),
}
MEASURES = {
    "extract": ("found", "act", "actors", "commissive", "clause", "by_money", "addressees", "strict"),
    "compare": ("link", "relation", "only", "only_found"),
}
WIDTH = 100

Record = dict[str, Any]
Figures = dict[str, dict[str, Record]]
Errors = dict[str, list[str]]


class Texts(NamedTuple):
    """Documents whose provisions a reader has marked."""

    name: str
    files: tuple[Path, ...]
    gold: Path


class Pair(NamedTuple):
    """Two accounts whose links a reader has marked, account A first."""

    name: str
    a: Path
    b: Path
    links: Path
    only: Path


def texts() -> list[Texts]:
    sets = [Texts("founding", FOUNDING, HERE / "gold" / "founding" / "provisions.jsonl")]
    others = HERE / "gold" / "others"
    sets += [
        Texts(part, (others / f"{part}.jsonl",), others / f"{part}.provisions.jsonl") for part in ("learn", "measure")
    ]
    if (SHARED / "dev").is_dir():
        sets.append(Texts("dev", tuple(sorted((SHARED / "dev").glob("d*.txt"))), SHARED / "dev" / "provisions.jsonl"))
    return sets


def pairs() -> list[Pair]:
    gold = HERE / "gold" / "founding"
    sets = [Pair("founding", *FOUNDING, gold / "links.jsonl", gold / "only.jsonl")]
    align = SHARED / "dev-align"
    for q in ("q1", "q2") if align.is_dir() else ():
        parts = ("a.txt", "b.txt", "links.jsonl", "only.jsonl")
        sets.append(Pair(q, *(align / f"{q}.{part}" for part in parts)))
    return sets


# ---------------------------------------------------------------------------------------------------------- measuring


def accord(*arguments: str | Path, out: Path) -> Path:
    """Run the command line that is installed beside this Python; its standard output goes to a file."""
    command = [Path(sys.executable).parent / "accord", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"accord {' '.join(map(str, arguments))}\nfailed:\n{done.stderr.decode()}")
    out.write_bytes(done.stdout)
    return out


def scored(scorer: Any, *arguments: Path) -> Record:
    """The figures that a scorer prints."""
    printed = io.StringIO()
    with patch.object(sys, "argv", [scorer.__name__, *map(str, arguments)]), redirect_stdout(printed):
        scorer.main()
    figures: Record = json.loads(printed.getvalue())
    return figures


def measure(folder: Path) -> tuple[Figures, Errors]:
    """All figures of all sets, and the errors by class."""
    figures: Figures = {}
    errors: Errors = {}
    for t in texts():
        said = accord("extract", *t.files, "--json", out=folder / f"{t.name}.extract.jsonl")
        figures.setdefault(t.name, {})["extract"] = scored(score_extract, t.gold, said)
        collect(errors, t.name, extract_errors(t, said))
    for p in pairs():
        said = accord("compare", p.a, p.b, "--json", out=folder / f"{p.name}.compare.json")
        figures.setdefault(p.name, {})["compare"] = scored(score_compare, p.links, said, p.only)
        collect(errors, p.name, compare_errors(p, said))
        for method, (_, least) in METHODS.items():
            figures[p.name][method] = {"least": least, **baseline(p, method, least, folder)}
    return figures, errors


def baseline(p: Pair, method: str, least: float, folder: Path) -> Record:
    a, b = (path.read_text(encoding="utf-8") for path in (p.a, p.b))
    said = folder / f"{p.name}.{method}.json"
    said.write_text(json.dumps(baselines.compare(a, b, METHODS[method][0], least)), encoding="utf-8")
    return scored(score_compare, p.links, said, p.only)


def sweep(folder: Path) -> Iterator[str]:
    """Link F1 of the baselines at every threshold, with the mean over the pairs."""
    sets = pairs()
    yield f"{'baseline':<10}{'least':>6}" + "".join(f"{p.name:>10}" for p in sets) + f"{'mean':>10}"
    for method in METHODS:
        for step in range(0, 100, 5):
            f1 = [baseline(p, method, step / 100, folder)["link"]["f1"] for p in sets]
            yield f"{method:<10}{step / 100:>6.2f}" + "".join(f"{x:>10.4f}" for x in (*f1, sum(f1) / len(f1)))


# ---------------------------------------------------------------------------------------------------------- the table


def rows(figures: Figures) -> Iterator[tuple[str, str, Record | float | None]]:
    """Set and name of each measure, and what was measured; a baseline has the measures of a comparison."""
    for name, groups in figures.items():
        for group, result in groups.items():
            yield from (
                (name, f"{group}: {key}", result[key])
                for key in MEASURES["extract" if group == "extract" else "compare"]
            )


def table(figures: Figures, frozen: Figures) -> Iterator[str]:
    yield f"{'set':<10}{'measure':<22}{'P':>8}{'R':>8}{'figure':>8}{'frozen':>8}"
    then = {(name, label): value for name, label, value in rows(frozen)}
    last = ""
    for name, label, value in rows(figures):
        if name != last != "":
            yield ""
        was = cell(then[name, label]) if (name, label) in then else ""
        p, r = (f"{value[k]:.3f}" if isinstance(value, dict) else "" for k in "pr")
        yield f"{name if name != last else '':<10}{label:<22}{p:>8}{r:>8}{cell(value):>8}{was:>8}".rstrip()
        last = name
    yield ""
    least = " and ".join(f"{least:.2f} ({method})" for method, (_, least) in METHODS.items())
    yield "figure: F1 where there are precision and recall, else the share. TF-IDF, difflib: sentences that"
    yield f"are each other's best and alike by at least {least}; relation: always `adds`."


def cell(value: Record | float | None) -> str:
    """F1 where there is one, else the share itself; a dash where there was nothing to measure."""
    number = value["f1"] if isinstance(value, dict) else value
    return "-" if number is None else f"{number:.3f}"


# --------------------------------------------------------------------------------------------------------- the errors


def collect(errors: Errors, name: str, found: Iterator[tuple[str, str]]) -> None:
    for kind, line in found:
        errors.setdefault(kind, []).append(f"{name} {line}")


def show(record: Record, words: str = "") -> str:
    where = f"{record['doc']} " if "doc" in record else ""
    return f"{where}[{record['start']},{record['end']}] {words or ' '.join(record['quote'].split())}"


def extract_errors(t: Texts, said: Path) -> Iterator[tuple[str, str]]:
    """What differs from the gold: the class of the error, and where."""
    gold, pred = spans.read_jsonl(t.gold), spans.read_jsonl(said)
    stated = {id(r): r for r in (*gold, *pred) if r["act"] == "state" and not r.get("optional")}
    counted = [[r for r in side if id(r) not in stated] for side in (gold, pred)]
    _, matches, missed, extra = score_extract.score(*counted)
    for g in missed:
        there = any(meets(g, p) for p in pred if id(p) in stated)
        yield f"missed {g['act']}, {'read as state' if there else 'no clause found'}", show(g)
    for p in extra:
        there = any(meets(p, g) for g in gold if id(g) in stated)
        yield f"extra {p['act']}, {'state in the gold' if there else 'not in the gold'}", show(p)
    for g, p in matches:
        yield from field_errors(g, p)


def meets(one: Record, other: Record) -> bool:
    """Whether the triggers of two provisions of one document share a character."""
    mine, its = score_extract.trigger(one), score_extract.trigger(other)
    return one["doc"] == other["doc"] and bool(spans.overlap(mine, its))


def field_errors(g: Record, p: Record) -> Iterator[tuple[str, str]]:
    """The fields in which a found provision differs from the gold."""
    if g["act"] != p["act"]:
        yield f"act {g['act']}, said {p['act']}", show(g)
    for field in ("actors", "addressees"):
        want, got = sorted(g.get(field) or []), sorted(p.get(field) or [])
        if want != got:
            yield field, f"{show(g)[:40]}... {want}, said {got}"
    if g["commissive"] != p["commissive"]:
        yield f"commissive {g['commissive']}, said {p['commissive']}", show(g)
    for field in ("by", "money"):
        if score_extract.norm(g.get(field)) != score_extract.norm(p.get(field)):
            yield field, f"{show(g)[:40]}... {g.get(field)!r}, said {p.get(field)!r}"
    if spans.iou(score_extract.span(g), score_extract.span(p)) < 0.8:
        yield "clause", f"{show(g, '')} | said [{p['start']},{p['end']}]"


def compare_errors(p: Pair, said: Path) -> Iterator[tuple[str, str]]:
    """Links missed and too many, and relations read otherwise."""
    comparison = json.loads(said.read_text(encoding="utf-8"))
    cells = [[(c["start"], c["end"]) for r in comparison["rows"] for c in r["cells"][side]] for side in (0, 1)]
    gold = score_compare.pairs(spans.read_jsonl(p.links))
    pred = score_compare.pairs(score_compare.predicted(comparison))
    words = [path.read_text(encoding="utf-8") for path in (p.a, p.b)]
    for g in gold:
        relations = [score_compare.coarse(q[2]) for q in pred if score_compare.same(g, q)]
        if not relations:
            yield f"link missed, {missing(g, cells, pred)}", link(g, words)
        elif score_compare.coarse(g[2]) not in relations:
            yield f"relation {score_compare.coarse(g[2])}, said {relations[0]}", link(g, words)
    for q in pred:
        if not any(score_compare.same(q, g) for g in gold):
            linked = [any(spans.alike(q[side], g[side]) for g in gold) for side in (0, 1)]
            yield f"link too many, the gold links {('neither', 'one', 'either')[sum(linked)]} otherwise", link(q, words)


def missing(g: Any, cells: list[list[Any]], pred: list[Any]) -> str:
    """Why a link of the gold may have been missed."""
    there = [any(spans.alike(g[side], c) for c in cells[side]) for side in (0, 1)]
    if not all(there):
        return "no such provision in " + " or ".join(name for name, found in zip("AB", there, strict=True) if not found)
    taken = any(spans.alike(g[side], q[side]) for q in pred for side in (0, 1))
    return "linked to another" if taken else "both in rows of their own"


def link(p: Any, words: list[str]) -> str:
    sides = (show({"start": s, "end": e, "quote": words[side][s:e][:200]}) for side, (s, e) in enumerate(p[:2]))
    return " <> ".join(x if len(x) <= 40 else x[:38] + " …" for x in sides)


def listing(errors: Errors) -> Iterator[str]:
    """The errors, the class with the most first."""
    for kind, lines in sorted(errors.items(), key=lambda e: (-len(e[1]), e[0])):
        yield f"\n{kind} ({len(lines)})"
        yield from (f"  {line}"[:WIDTH] for line in lines)


# --------------------------------------------------------------------------------------------------------- the program


def freeze(figures: Figures, frozen: Figures) -> None:
    """Keep the figures as those of the last run; never lose those of a set that was not measured."""
    if lost := set(frozen) - set(figures):
        sys.exit(f"--freeze: {', '.join(sorted(lost))} not measured, and would be lost; ../shared/gold is needed")
    write(FROZEN, figures)


def write(path: Path, figures: Figures) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", action="store_true", help="list the errors by class")
    options.add_argument("--sweep", action="store_true", help="only: the baselines at every threshold")
    options.add_argument("--json", metavar="FILE", type=Path, help="write the figures")
    options.add_argument("--freeze", action="store_true", help="write the figures to frozen/quality.json")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if given.sweep:
            print("\n".join(sweep(Path(name))))
            return
        figures, errors = measure(Path(name))
    frozen: Figures = json.loads(FROZEN.read_text(encoding="utf-8")) if FROZEN.exists() else {}
    print("\n".join(table(figures, frozen)))
    if given.errors:
        print("\n".join(listing(errors)))
    if given.json:
        write(given.json, figures)
    if given.freeze:
        freeze(figures, frozen)


if __name__ == "__main__":
    main()
