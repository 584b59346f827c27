"""Laws of the extraction, on the founding texts and on arbitrary ones."""

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.extract.cases import register

from accord.demo import paths
from accord.export.wire import provision_line
from accord.extract import extract
from accord.lexicon import built_in
from accord.read import read
from accord.records import Document, Register

FRAGMENTS = """The two leaders|they|Japan|the United States|, which|welcomed|reaffirmed|their commitment to|and|that|will|invest|$5 million
by 2027|“|”|’s|.|,|;|:|- |**|*|\\#|U.S.-Japan|D.C.|opposed any|—|(|)|President Biden|not|the|of|to|in|its|strong|é|日本|1.|support
agreed to|continue to"""
WORDS = st.sampled_from([*FRAGMENTS.replace("\n", "|").split("|"), "\n", "\n\n", "\u00ad", "\u200b"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def holds(register: Register) -> None:
    """Assert the quote law for every quote and field of a register, also through its JSON."""
    text = register.document.text
    for p in register.provisions:
        for q in (p.quote, p.trigger):
            assert text[q.start : q.end] == q.exact
        for f in p.fields:
            assert text[f.start : f.end] == f.exact
        assert p.quote.start <= p.trigger.start < p.trigger.end <= p.quote.end
        for reason in p.because:
            assert 0 <= reason.start < reason.end <= len(text)
        row = json.loads(provision_line("case", p))
        assert text[row["start"] : row["end"]] == row["quote"]
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        assert all(text[f["start"] : f["end"]] == f["exact"] for f in row["fields"])
    for a in register.abstentions:
        assert text[a.quote.start : a.quote.end] == a.quote.exact


@given(TEXTS)
def test_quote_law(text: str) -> None:
    """Whatever the text, every claim carries its exact words."""
    holds(register(text))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text makes the extraction fail."""
    holds(register(text))


def test_quote_law_on_the_founding_pair() -> None:
    """The law holds for the founding pair."""
    for document in read(paths(), built_in()):
        assert isinstance(document, Document)
        holds(extract(document, built_in()))


@given(TEXTS)
def test_determinism(text: str) -> None:
    """The same text gives the same register."""
    assert register(text) == register(text)
