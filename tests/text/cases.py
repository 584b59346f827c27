"""Texts for the tests of blocks and sentences: a document of a text, its blocks and its sentences as words."""

from hypothesis import strategies as st

from accord.lexicon import built_in
from accord.records import Document, Sentence, Source
from accord.text import fold, segment, split

SOURCE = Source("", "case.txt", "text/plain", "case", "1")

SIGNS = r"""
“|”|‘|’|″|—|–|‑|-|-¶|*|**|***|_|__|\#|\*|\_|\[|\]|\|#|##|<u>|</u>|<br>|<br/>|<td>|<!-- -->|<|>|&amp;|&nbsp;|&|[a](https://x.y/z)
[|](|)|(|[. . .]|...|.|;|:|!|?| |  |¶|¶¶|•|o|1.|12)|(a)|ii.|é|ß|ﬁ|日本|👍🏽|U.S.|D.C.|Mr.|no.|p.|J.|Japan|the leaders|agreed|to|of
President|February 7, 2025|NOTE:|---|title: x|x_y"""
PIECES = [piece.replace("¶", "\n") for line in SIGNS.splitlines()[1:] for piece in line.split("|")]
PIECES += ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00a0", "\u2028", "\f", "\t", "\r\n", "e\u0301"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)
"""Texts in which everything that folding and cutting knows of comes in every order."""


def document(text: str) -> Document:
    """A document of a text, with its blocks only."""
    return Document("case", SOURCE, text, segment(text))


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and words of the blocks of a text."""
    return [(b.kind, text[b.span.start : b.span.end]) for b in segment(text)]


def kinds(text: str) -> list[str]:
    """The kinds of the blocks of a text."""
    return [b.kind for b in segment(text)]


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text."""
    return list(split(document(text), fold(text), built_in().abbreviations))


def words(text: str) -> list[str]:
    """The words of the sentences of a text."""
    return [text[s.span.start : s.span.end] for s in sentences(text)]
