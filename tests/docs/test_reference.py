"""The reference pages are those that the code gives; run scripts/build_reference.py where one is not."""

import importlib.util
from pathlib import Path

import pytest

from accord.lexicon.load import DATA

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("build_reference", ROOT / "scripts" / "build_reference.py")
assert _spec is not None
assert _spec.loader is not None
build_reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(build_reference)
PAGES = build_reference.pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_reference_is_what_the_code_gives(name: str) -> None:
    """A reference page is byte for byte what the program writes today."""
    assert (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == PAGES[name]


def test_every_lexicon_file_is_described() -> None:
    """docs/lexicon.md has a row for every file of the lexicon."""
    page = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
    missing = [f.name for f in DATA.iterdir() if f.suffix in (".csv", ".toml") and f"`{f.name}`" not in page]
    assert missing == []
