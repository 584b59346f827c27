"""Finding the lexicon's names and phrases in a run of tokens: longest match at each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from accord.lexicon.lexicon import Lexicon, Name, PhraseTable
from accord.text.tokens import words as tokenized

_KeyT = TypeVar("_KeyT")


def name_at(lexicon: Lexicon, tokens: Sequence[str], i: int) -> Name | None:
    """The longest name of the lists that starts at a token, case and all; None where there is none.

    A token in capitals also matches a name that is not ("UNITED STATES").
    """
    for name in lexicon.names.get(tokens[i], ()):
        if _starts_with(tokens, i, name.words):
            return name
    if tokens[i].isupper() and len(tokens[i]) > 3:
        return _shouted(lexicon, tokens, i)
    return None


def _shouted(lexicon: Lexicon, tokens: Sequence[str], i: int) -> Name | None:
    for name in lexicon.names.get(tokens[i].capitalize(), ()):
        if tuple(tokens[i : i + len(name.words)]) == tuple(word.upper() for word in name.words):
            return name
    return None


def phrase_at(lexicon: Lexicon, lows: Sequence[str], i: int) -> tuple[int, str] | None:
    """Length and tag of the longest function phrase at a token ("as well as")."""
    for words, tag in lexicon.phrases.get(lows[i], ()):
        if _starts_with(lows, i, words):
            return len(words), tag
    return None


def _starts_with(tokens: Sequence[str], i: int, words: tuple[str, ...]) -> bool:
    n = len(words)
    return n == 1 or (i + n <= len(tokens) and tuple(tokens[i : i + n]) == words)


def phrase_table(entries: Iterable[tuple[str, str]]) -> PhraseTable:
    """A table of phrases and what they stand for; what equal phrases stand for is joined by bars."""
    exact: dict[str, dict[tuple[str, ...], str]] = {}
    prefixes: dict[str, str] = {}
    for phrase, value in entries:
        if phrase.endswith("*"):
            _join(prefixes, phrase[:-1].lower(), value)
            continue
        key = tuple(tokenized(phrase.lower()))
        if key:
            _join(exact.setdefault(key[0], {}), key, value)
    ordered = {k: tuple(sorted(v.items(), key=lambda e: (-len(e[0]), e[0]))) for k, v in exact.items()}
    return PhraseTable(ordered, tuple(sorted(prefixes)), prefixes)


def _join(table: dict[_KeyT, str], key: _KeyT, value: str) -> None:
    known = table.get(key)
    if known is None:
        table[key] = value
    elif value not in known.split("|"):
        table[key] = f"{known}|{value}"


def phrases_in(table: PhraseTable, lows: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Place, length in tokens and value of the phrases in a run of lower-case tokens, the longest at each place."""
    i, n = 0, len(lows)
    while i < n:
        length = 1
        for words, value in table.exact.get(lows[i], ()):
            if _starts_with(lows, i, words):
                length = len(words)
                yield i, length, value
                break
        else:
            if table.prefixes and lows[i].startswith(table.prefixes):
                prefix = max((p for p in table.prefixes if lows[i].startswith(p)), key=len)
                yield i, 1, table.prefix_values[prefix]
        i += length
