"""Tokens: words, numbers and signs of a folded text, with their places."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}(?:-(?:(?:[A-Za-z]\.)+|\w+))*       # U.S.  D.C.  U.S.-Japan
    | \d[\d,]*(?:\.\d+)?(?:st|nd|rd|th|%)?(?![\w])          # 1.45  1,000  21st  5%
    | \w+(?:[-/&.](?:(?:[A-Za-z]\.){2,}|\w+)|'(?!s\b)\w+)*  # words: Japan-U.S.-ROK  O'Brien  AUKUS/Quad
    | 's\b|'(?=[\s,.;:)])                                   # possessive marks
    | [^\w\s]
    """,
    re.VERBOSE,
)


def words(text: str) -> list[str]:
    """The tokens of a folded text, without their places."""
    return TOKEN.findall(text)
