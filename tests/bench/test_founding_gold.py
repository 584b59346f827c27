"""The figures of the founding pair against its gold do not fall below the bar; the scorers are those of bench/."""

import importlib
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from accord.compare import compare
from accord.demo import paths
from accord.export.wire import comparison, provision_line
from accord.extract import extract
from accord.lexicon import built_in
from accord.read import read
from accord.records import Document, Register

BENCH = Path(__file__).resolve().parents[2] / "bench"
GOLD = BENCH / "gold" / "founding"


@pytest.fixture(scope="module")
def scorers() -> SimpleNamespace:
    """The modules of the scorers, which live outside the package."""
    sys.path.insert(0, str(BENCH / "scorers"))
    try:
        names = ("compare", "extract")
        return SimpleNamespace(**{name: importlib.import_module(f"score_{name}") for name in names})
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def registers() -> list[Register]:
    """The registers of the Japanese account and the American one."""
    return [extract(d, built_in()) for d in read(paths(), built_in()) if isinstance(d, Document)]


def rows(path: Path) -> list[dict[str, object]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_extraction(scorers: SimpleNamespace, registers: list[Register]) -> None:
    """Strict F1 and clause overlap of the founding pair; its amount and both its times are right."""
    found = [json.loads(provision_line(r.document.id, p)) for r in registers for p in r.provisions]
    gold = [g for g in rows(GOLD / "provisions.jsonl") if g["act"] != "state" or g.get("optional")]
    result = scorers.extract.score(gold, [p for p in found if p["act"] != "state"])[0]
    assert result["strict"]["f1"] >= 0.95
    assert result["clause"] >= 0.95
    assert (result["by_money"], result["valued"]) == (1.0, 3)


def test_comparison(scorers: SimpleNamespace, registers: list[Register]) -> None:
    """Link F1 of the founding pair, and what only one side says."""
    made = json.loads(comparison(compare(registers[0], registers[1], built_in())))
    gold = scorers.compare.pairs(rows(GOLD / "links.jsonl"))
    found = scorers.compare.pairs(scorers.compare.predicted(made))
    right = [p for p in found if any(scorers.compare.same(p, g) for g in gold)]
    hit = [g for g in gold if any(scorers.compare.same(p, g) for p in found)]
    precision, recall = len(right) / len(found), len(hit) / len(gold)
    assert 2 * precision * recall / (precision + recall) >= 0.88
    only = rows(GOLD / "only.jsonl")
    shown = {
        (side, p["start"], p["end"])
        for row in made["rows"]
        if row["relation"] == "only"
        for side, cell in zip("ab", row["cells"], strict=True)
        for p in cell
    }
    assert sum((o["side"], o["start"], o["end"]) in shown for o in only) / len(only) >= 0.8
