"""The commands as a user meets them: output, one line for each bad input, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from accord.demo import paths

JAPAN, DCPD = paths()


def accord(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as its own process."""
    command = [sys.executable, "-c", "from accord.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False, encoding="utf-8")


def test_extract_json_is_provisions_in_text_order() -> None:
    """Standard output holds only provisions, one a line, each with its exact words."""
    result = accord("extract", DCPD, "--json")
    text = Path(DCPD).read_bytes().decode()
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert [r["start"] for r in rows] == sorted(r["start"] for r in rows)
    assert all(text[r["start"] : r["end"]] == r["quote"] for r in rows)
    assert {r["doc"] for r in rows} == {"dcpd202500238"}


def test_compare_json_is_one_object() -> None:
    """A comparison is one JSON object with the accounts in the order given."""
    result = accord("compare", JAPAN, DCPD, "--json")
    comparison = json.loads(result.stdout)
    assert [a["label"] for a in comparison["accounts"]] == ["Japan", "United States"]
    assert {len(row["cells"]) for row in comparison["rows"]} == {2}


def test_demo_writes_the_page_and_names_it(tmp_path: Path) -> None:
    """The demo says where the page is and what stands out, within 80 columns."""
    result = accord("demo", cwd=tmp_path)
    assert result.returncode == 0
    assert "accord-demo.html" in result.stdout
    assert "1 trillion dollars" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert (tmp_path / "accord-demo.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [p.name for p in tmp_path.iterdir()] == ["accord-demo.html"]


BAD = [
    pytest.param("empty.txt", b"", 1, "empty", id="empty file"),
    pytest.param("binary.txt", bytes(range(256)) * 20, 1, "binary", id="binary file"),
    pytest.param("scan.pdf", b"%PDF-1.7 ...", 1, "PDF", id="a PDF"),
    pytest.param("japanese.txt", "日米首脳会談が行われた。".encode() * 40, 1, "English", id="Japanese text"),
    pytest.param("noact.txt", b"The weather was fine. It had rained before.", 0, "no act", id="a text without any act"),
    pytest.param(
        "latin.txt",
        "Japan and the United States met in Córdoba.".encode("cp1252"),
        0,
        "Windows-1252",
        id="odd encoding",
    ),
    pytest.param("big.txt", b"The two leaders met. " * 1_000_000, 1, "16 MB", id="a 20 MB text"),
]


@pytest.mark.parametrize(("name", "data", "code", "word"), BAD)
def test_bad_input_is_one_line(tmp_path: Path, name: str, data: bytes, code: int, word: str) -> None:
    """Bad input gets one clear line with the file's name, and the other inputs still come out."""
    (tmp_path / name).write_bytes(data)
    result = accord("extract", name, DCPD, "--json", cwd=tmp_path)
    lines = [line for line in result.stderr.splitlines() if name in line]
    assert result.returncode == code
    assert len(lines) == 1
    assert word in lines[0]
    assert '"doc":"dcpd202500238"' in result.stdout


def test_missing_file_is_one_line() -> None:
    """A path that does not exist is said once."""
    result = accord("extract", "nowhere.txt", DCPD, "--json")
    assert result.returncode == 1
    assert result.stderr.splitlines() == ["accord: nowhere.txt: there is no such file; check the name"]
    assert result.stdout


def test_a_folder_that_cannot_be_written_refuses_to_start(tmp_path: Path) -> None:
    """Where the page cannot be written the command says so and leaves with 2; nothing half-written stays."""
    result = accord("compare", JAPAN, DCPD, "--html", str(tmp_path / "no" / "page.html"))
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_comparison_of_one_document_is_refused() -> None:
    """A comparison takes two documents; what cannot be read is said, and nothing is written."""
    result = accord("compare", JAPAN, "nowhere.txt", "--json")
    assert result.returncode == 1
    assert result.stdout == ""


def test_report_holds_coverage(tmp_path: Path) -> None:
    """The report names dropped blocks and counts, as JSON Lines."""
    accord("extract", DCPD, "--json", "--report", "report.jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()]
    coverage = next(r["coverage"] for r in rows if "coverage" in r)
    assert coverage["doc"] == "dcpd202500238"
    assert {"note", "index line", "heading"} <= {b["kind"] for b in coverage["dropped_blocks"]}


def test_same_bytes_for_any_order(tmp_path: Path) -> None:
    """The records of a document do not depend on the inputs beside it."""
    forth = accord("extract", JAPAN, DCPD, "--json").stdout.splitlines()
    back = accord("extract", DCPD, JAPAN, "--json").stdout.splitlines()
    assert sorted(forth) == sorted(back)


def test_import_is_late() -> None:
    """A comparison imports neither the page's template engine nor a web framework."""
    code = (
        "import sys; from accord.cli import cli; "
        f"cli(['compare', {JAPAN!r}, {DCPD!r}, '--json'], standalone_mode=False); "
        "print([m for m in ('jinja2', 'rich', 'asyncio', 'sqlite3', 'numpy') if m in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stderr.strip() == "[]"
