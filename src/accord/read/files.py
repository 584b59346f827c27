"""Files named on the command line to documents; what cannot be read becomes a problem, and the rest still comes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from accord.lexicon import Lexicon
from accord.read.decode import Undecodable, decode
from accord.read.profiles import document
from accord.records import Document, Problem, Source

LIMIT = 16_000_000
"""Bytes of the largest single document that is read; the longest communiqués have less than a hundredth of that."""

_VERSION = "1"
_MARKDOWN = (".md", ".markdown")
_FIELDS = ("title", "date", "issuer", "kind", "url")
_JSON_LINES = re.compile(r"(.*?\.(?:jsonl|ndjson))(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_TOO_LARGE = "has more than 16 MB, more than one statement can have"


class _Id(msgspec.Struct):
    """What is decoded of a line until its document is known to be wanted."""

    id: Any = None


_ID = msgspec.json.Decoder(_Id)


def read(names: Iterable[str], lexicon: Lexicon) -> Iterator[Document | Problem]:
    """The documents of files, in the order given. ``FILE.jsonl#ID`` names one document of a JSON Lines file."""
    names = list(names)
    identities = _identities(names)
    for name in names:
        lines = _JSON_LINES.fullmatch(name)
        try:
            if lines:
                yield from _lines(Path(lines.group(1)), lines.group(2), lexicon)
            else:
                yield from _single(name, identities[name], lexicon)
        except OSError as error:
            yield Problem(_shown(name) or ".", _refusal(error))


def _identities(names: list[str]) -> dict[str, str]:
    """The id of each single document: its file's stem, with as much of its path and suffix as tells it from others."""
    paths = {name: Path(name) for name in names if not _JSON_LINES.fullmatch(name)}
    stems = Counter(path.stem for path in paths.values())
    places = Counter(path.with_suffix("").as_posix() for path in paths.values() if path.name)
    out: dict[str, str] = {}
    for name, path in paths.items():
        place = path.with_suffix("").as_posix() if path.name else path.as_posix()
        out[name] = path.stem if stems[path.stem] == 1 else place if places[place] == 1 else path.as_posix()
    return out


def _shown(words: str) -> str:
    """A name or id as it stands in a message: on one line."""
    return " ".join(words.split())


def _refusal(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name the files in it"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    return f"cannot be read ({error.strerror or error}); try a copy"


def _single(name: str, identity: str, lexicon: Lexicon) -> Iterator[Document | Problem]:
    """One document a file."""
    where = _shown(name)
    with Path(name).open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        yield Problem(where, f"{_TOO_LARGE}; split it, or give it as JSON Lines")
        return
    try:
        text, encoding, remark = decode(data)
    except Undecodable as error:
        yield Problem(where, str(error))
        return
    refusal = _unreadable(text)
    if refusal:
        yield Problem(where, refusal)
        return
    if remark:
        yield Problem(where, remark, "warning")
    media = "text/markdown" if Path(name).suffix.lower() in _MARKDOWN else "text/plain"
    source = Source(hashlib.sha256(data).hexdigest(), name, media, "text", _VERSION, encoding)
    yield document(lexicon, id=identity, source=source, text=text, given={})


def _unreadable(text: str) -> str | None:
    """Why a text cannot be read by the English grammar; None where it can."""
    if not text.strip("\ufeff \t\r\n"):
        return "is empty; remove it, or name another file"
    letters = [c for c in text[:20000] if c.isalpha()]
    if not letters:
        return "holds no words; name another file"
    if sum(c < "\u0250" for c in letters) * 2 < len(letters):
        return "is not in a Latin script; Accord reads English texts, give it the English version"
    return None


def _lines(path: Path, wanted: str | None, lexicon: Lexicon) -> Iterator[Document | Problem]:
    """The documents of a JSON Lines file, one line at a time; a bad line is a problem, the others still come."""
    seen: set[str] = set()
    some = False
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number == 1 and (b"\0" in line or line.startswith((b"\x1f\x8b", b"PK\x03\x04"))):
                yield Problem(_shown(str(path)), "is not text in UTF-8; save it as UTF-8, unpacked")
                return
            if not line.strip() or (wanted is not None and not _is_wanted(line, wanted)):
                continue
            some = True
            result = _line(f"{_shown(str(path))}:{number}", path, line, lexicon, seen)
            yield result
            if wanted is not None and isinstance(result, Document):
                return
    if not some:
        missing = f"has no document with the id “{_shown(wanted)}”; check the id" if wanted is not None else None
        yield Problem(_shown(str(path)), missing or "holds no documents; name another file")


def _is_wanted(line: bytes, wanted: str) -> bool:
    """Whether a line holds the wanted document; a broken line does where the id stands in it as written."""
    try:
        return bool(_ID.decode(line.removeprefix(b"\xef\xbb\xbf")).id == wanted)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return wanted != "" and wanted.encode(errors="surrogateescape") in line


def _line(where: str, path: Path, line: bytes, lexicon: Lexicon, seen: set[str]) -> Document | Problem:
    """The document of one line, or what is wrong with it; its id is added to those seen."""
    if len(line) > LIMIT:
        return Problem(where, f"{_TOO_LARGE}; split it")
    try:
        row: Any = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Problem(where, f"is not a line of JSON ({error}); mend or remove it")
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) and row[key] for key in ("id", "text")):
        return Problem(where, "needs “id” and “text” as strings; add them")
    if row["id"] in seen:
        return Problem(where, f"repeats the id “{_shown(row['id'])}”; give each document its own")
    refusal = _unreadable(row["text"])
    if refusal:
        return Problem(f"{where} ({_shown(row['id'])})", refusal)
    seen.add(row["id"])
    source = Source(hashlib.sha256(line).hexdigest(), f"{path}#{row['id']}", "application/jsonl", "jsonl", _VERSION)
    given = {k: row[k] for k in _FIELDS if isinstance(row.get(k), str) and row[k]}
    return document(lexicon, id=row["id"], source=source, text=row["text"], given=given)
