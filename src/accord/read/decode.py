"""From bytes to text: which encoding, and whether it is text at all. Nothing is repaired or replaced."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)


class Undecodable(ValueError):  # noqa: N818 - says what the bytes are
    """The bytes are not text; the message says what they are and what to do."""


def decode(data: bytes) -> tuple[str, str, str | None]:
    """Text, encoding, and a remark for the user where the encoding is odd.

    A byte order mark of UTF-8 stays in the text, so that offsets are those of the file decoded as UTF-8.
    Raises Undecodable with what to do.
    """
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise Undecodable(f"is {what}, not text; save its text as UTF-8 first")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding)
    if _CONTROL.search(data[:65536]):
        raise Undecodable("is binary, not text; save its text as UTF-8 first")
    try:
        return data.decode("utf-8"), "utf-8", None
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
    try:
        return data.decode("cp1252"), "cp1252", f"is not UTF-8 ({place}); read as Windows-1252, check the accents"
    except UnicodeDecodeError:
        raise Undecodable(f"is neither UTF-8 nor Windows-1252 ({place}); save it as UTF-8") from None


def _with_bom(data: bytes, encoding: str) -> tuple[str, str, str | None]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"starts like {encoding.upper()} but breaks at byte {error.start + 1}; save it as UTF-8") from None
    if encoding == "utf-8":
        return text, encoding, "starts with a byte order mark, which counts as one character of the text"
    return text, encoding, "is UTF-16; offsets are those of the decoded text"
