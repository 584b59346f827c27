"""The comparison: laws, the founding pair, and one statement in two publishers' clothes."""

import re
import textwrap
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.cases import register

from accord.compare import compare
from accord.demo import paths
from accord.extract import extract
from accord.lexicon import built_in
from accord.read import read
from accord.read.profiles import document
from accord.records import Comparison, Document, Register, Row, Source

MIRRORED = {"a_adds": "b_adds", "b_adds": "a_adds"}
SENTENCES = st.sampled_from(
    [
        "The two leaders reaffirmed their commitment to the complete denuclearization of the DPRK.",
        "They opposed any attempts to change the status quo by force.",
        "Japan will invest 1 trillion dollars by 2027.",
        "The United States welcomed Japan's plan to expand LNG exports.",
        "Both sides agreed to hold talks at an early date, and discussed energy security.",
        "They shared the view that peace and stability across the Taiwan Strait matters.",
        "President Trump accepted an invitation to visit Japan in the near future.",
        "The leaders condemned North Korea's missile launches and called on China to act.",
    ]
)


@cache
def founding() -> tuple[Register, Register]:
    """The registers of the founding pair: the Japanese account, then the American one."""
    a, b = (extract(d, built_in()) for d in read(paths(), built_in()) if isinstance(d, Document))
    return a, b


def mirrored(row: Row) -> tuple[object, ...]:
    """A row as it must look when the accounts change places."""
    differences = sorted((d.kind, sorted((1 - i, q) for i, q in d.quotes)) for d in row.differences)
    return row.topic, MIRRORED.get(row.relation, row.relation), row.cells[::-1], row.rank, differences


def plain(row: Row) -> tuple[object, ...]:
    """A row without what depends on how differences are put in words."""
    differences = sorted((d.kind, sorted(d.quotes)) for d in row.differences)
    return row.topic, row.relation, row.cells, row.rank, differences


def assert_mirror(a: Register, b: Register) -> None:
    """Assert that swapped accounts give the mirror image, row for row."""
    forth, back = compare(a, b, built_in()), compare(b, a, built_in())
    assert [mirrored(row) for row in forth.rows] == [plain(row) for row in back.rows]


def test_swapping_the_founding_accounts_mirrors_the_result() -> None:
    """The result does not depend on which account comes first."""
    assert_mirror(*founding())


@settings(max_examples=60)
@given(st.lists(SENTENCES, max_size=6), st.lists(SENTENCES, max_size=6))
def test_swapping_mirrors(a: list[str], b: list[str]) -> None:
    """Mirror law for arbitrary accounts."""
    assert_mirror(register(" ".join(a)), register(" ".join(b)))


@settings(max_examples=60)
@given(st.lists(SENTENCES, max_size=6), st.lists(SENTENCES, max_size=6))
def test_every_provision_stands_in_a_row(a: list[str], b: list[str]) -> None:
    """Nothing is lost: each provision of each account is in some row, and what is linked is in no one-sided row."""
    comparison = compare(register(" ".join(a)), register(" ".join(b)), built_in())
    for side, account in enumerate(comparison.accounts):
        shown = [p for row in comparison.rows for p in row.cells[side]]
        assert set(account.provisions) == set(shown)
        alone = {p for row in comparison.rows if row.relation == "only" for p in row.cells[side]}
        linked = {p for row in comparison.rows if row.relation != "only" for p in row.cells[side]}
        assert not alone & linked


def white_house(text: str) -> str:
    """The DCPD text in the clothes of the White House page: curly quotes, hard wraps, bold headings, no editors' lines."""
    body = text[: text.index("NOTE:")]
    body = re.sub(r"(construction of|opposed any)\n\n", r"\1 ", body)
    body = re.sub(r'"([^"]*)"', r"“\1”", body).replace("'", "’")
    paragraphs = []
    for paragraph in body.strip().split("\n\n"):
        words = " ".join(paragraph.split())
        words = re.sub(r"^#*\s*\*([^*]+)\*$", r"**\1**", words)
        paragraphs.append(textwrap.fill(words, 80))
    return "\n\n".join(paragraphs) + "\n\n\\###\n"


def test_one_statement_in_two_publishers_clothes_has_no_difference() -> None:
    """Typography, line breaks, markup and editors' lines are no differences; the editors' additions are named."""
    dcpd = founding()[1]
    source = Source("", "whitehouse.md", "text/markdown", "test", "1")
    other = extract(
        document(built_in(), id="whitehouse", source=source, text=white_house(dcpd.document.text), given={}), built_in()
    )
    comparison = compare(other, dcpd, built_in())
    assert {row.relation for row in comparison.rows} == {"same"}
    assert [d for row in comparison.rows for d in row.differences] == []
    assert [n.exact.strip("*").partition(":")[0] for n in dcpd.document.notes] == [
        "NOTE",
        "Categories",
        "Names",
        "Subjects",
        "DCPD Number",
    ]
    assert other.document.notes == ()


@cache
def dozen() -> tuple[Comparison, list[str]]:
    """The comparison of the founding pair, and its first dozen rows, each as one line of text."""
    comparison = compare(*founding(), built_in())
    lines = []
    for row in comparison.rows[:12]:
        said = [
            f"{label}: {p.quote.exact}" for label, cell in zip(comparison.labels, row.cells, strict=True) for p in cell
        ]
        lines.append(" | ".join([row.relation, *said, *(f"{d.kind}: {d.text}" for d in row.differences)]))
    return comparison, lines


FINDINGS = [
    ("the trillion dollars, only Japan", r"only \| .*Japan: .*1 trillion dollars"),
    ("the PRC named as the one who is opposed", r"object: United States: names China"),
    ("Taiwan's participation, only United States", r"only \| .*United States: .*Taiwan's meaningful participation"),
    (
        "peaceful resolution, only United States",
        r"only \| .*United States: .*peaceful resolution of cross-Strait issues",
    ),
    ("FY 2027, only United States", r"time: United States: .*FY 2027"),
    ("the Senkakus, only United States", r"only \| .*United States: .*administration of the Senkaku Islands"),
    (
        "commitment against importance",
        r"strength: Japan: confirmed their commitment; United States: confirmed the vital importance",
    ),
    ("invited against accepted", r"act: Japan: invited.*United States: accepted"),
    ("early timing against near future", r"time: Japan: “at an early timing”; United States: “in the near future”"),
    ("the 2+2 instruction, only United States", r"only \| .*United States: .*Security Consultative Committee"),
    ("asked against reiterated its determination", r"act: Japan: asked.*United States: reiterated its determination"),
    ("concurred against will seek to", r"act: Japan: concurred.*United States: will seek"),
]


def test_the_first_dozen_rows_hold_what_an_analyst_would_report() -> None:
    """Each finding of the founding pair is among the first dozen rows."""
    _, lines = dozen()
    missing = [what for what, pattern in FINDINGS if not any(re.search(pattern, line, re.DOTALL) for line in lines)]
    assert missing == []


def test_quotes_of_differences_are_exact() -> None:
    """Every quote of every difference stands in the account that it names."""
    comparison, _ = dozen()
    for row in comparison.rows:
        for d in row.differences:
            for i, q in d.quotes:
                assert comparison.accounts[i].document.text[q.start : q.end] == q.exact
