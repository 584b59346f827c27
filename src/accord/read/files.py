"""Files named on the command line to documents; what cannot be read becomes a problem, and the rest still comes."""

from __future__ import annotations

import hashlib
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
_TEXT = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", "": "text/plain", ".text": "text/plain"}
_FIELDS = ("title", "date", "issuer", "kind", "url")


def read(names: Iterable[str], lexicon: Lexicon) -> Iterator[Document | Problem]:
    """The documents of files, in the order given. ``FILE.jsonl#ID`` names one document of a JSON Lines file."""
    names = list(names)
    stems = [Path(_path_and_id(n)[0]).stem for n in names]
    for name in names:
        path, wanted = _path_and_id(name)
        collides = stems.count(Path(path).stem) > 1
        try:
            if Path(path).suffix.lower() in (".jsonl", ".ndjson"):
                yield from _lines(Path(path), wanted, lexicon)
            else:
                yield from _single(name, Path(path), collides, lexicon)
        except OSError as error:
            yield Problem(name, _refusal(error))


def _path_and_id(name: str) -> tuple[str, str | None]:
    """A file name and the document that it names inside the file; a "#" of the file's own name stays."""
    head, sign, tail = name.partition("#")
    if sign and Path(head).suffix.lower() in (".jsonl", ".ndjson"):
        return head, tail
    return name, None


def _refusal(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name the files in it"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    return f"cannot be read ({error.strerror or error}); try a copy"


def _single(name: str, path: Path, collides: bool, lexicon: Lexicon) -> Iterator[Document | Problem]:
    """One document a file."""
    if path.is_file() and path.stat().st_size > LIMIT:
        size = path.stat().st_size // 1_000_000
        yield Problem(name, f"has {size} MB, more than one statement can have (limit 16 MB); split it, or give it as JSON Lines")
        return
    data = path.read_bytes()
    try:
        text, encoding, remark = decode(data)
    except Undecodable as error:
        yield Problem(name, str(error))
        return
    refusal = _unreadable(text)
    if refusal:
        yield Problem(name, refusal)
        return
    if remark:
        yield Problem(name, remark, "warning")
    media = _TEXT.get(path.suffix.lower(), "text/plain")
    source = Source(hashlib.sha256(data).hexdigest(), name, media, "text", _VERSION, encoding)
    identity = path.with_suffix("").as_posix() if collides else path.stem
    yield document(lexicon, id=identity, source=source, text=text, given={})


def _unreadable(text: str) -> str | None:
    """Why a text cannot be read by the English grammar; None where it can."""
    if not text.strip("\ufeff \t\r\n"):
        return "is empty; nothing to read"
    letters = [c for c in text[:20000] if c.isalpha()]
    if not letters:
        return "holds no words; nothing to read"
    if sum(c < "\u0250" for c in letters) * 2 < len(letters):
        return "is not in a Latin script; Accord reads English texts, give it the English version"
    return None


def _lines(path: Path, wanted: str | None, lexicon: Lexicon) -> Iterator[Document | Problem]:
    """The documents of a JSON Lines file, one line at a time; a bad line is a problem, the others still come."""
    seen: set[str] = set()
    some = False
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip() or (wanted is not None and wanted.encode() not in line):
                continue
            where = f"{path}:{number}"
            for result in _line(where, path, line, lexicon, wanted):
                if isinstance(result, Document):
                    if result.id in seen:
                        result = Problem(where, f"repeats the id “{result.id}”; give each document its own")
                    else:
                        seen.add(result.id)
                some = True
                yield result
    if not some:
        missing = f"has no document with the id “{wanted}”" if wanted is not None else "holds no documents"
        yield Problem(f"{path}", f"{missing}; check the file")


def _line(where: str, path: Path, line: bytes, lexicon: Lexicon, wanted: str | None) -> Iterator[Document | Problem]:
    try:
        row: Any = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Problem(where, f"is not a line of JSON ({error}); mend or remove it")
        return
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
        if wanted is None:
            yield Problem(where, "needs “id” and “text” as strings; see the reference of the JSON Lines reader")
        return
    if wanted is not None and row["id"] != wanted:
        return
    refusal = _unreadable(row["text"])
    if refusal:
        yield Problem(f"{where} ({row['id']})", refusal)
        return
    source = Source(hashlib.sha256(line).hexdigest(), f"{path}#{row['id']}", "application/jsonl", "jsonl", _VERSION)
    given = {k: row[k] for k in _FIELDS if isinstance(row.get(k), str) and row[k]}
    yield document(lexicon, id=row["id"], source=source, text=row["text"], given=given)
