"""From bytes to text: which encoding, and whether it is text at all. Nothing is repaired or replaced."""

from __future__ import annotations

import codecs
import re

_BOMS = (  # UTF-32 first: its mark starts with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_DASH_OR_QUOTE = re.compile(rb"\xe2\x80[\x90-\xa6]")
_FORMATS = (
    (rb"%PDF", "a PDF"),
    (rb"PK\x03\x04", "a ZIP archive or an Office file"),
    (rb"\xd0\xcf\x11\xe0", "an old Office file"),
    (rb"\{\\rtf", "an RTF file"),
    (rb"(?i:<!doctype html|<html)", "an HTML page"),
    (rb"<\?xml", "an XML file"),
    (rb"\x89PNG|\xff\xd8\xff", "a picture"),
    (rb"\x1f\x8b", "a gzip archive"),
)


class Undecodable(ValueError):  # noqa: N818 - says what the bytes are
    """The bytes are not text; the message says what they are and what to do."""


def decode(data: bytes) -> tuple[str, str, str | None]:
    """Text, encoding, and a remark for the user where the encoding is odd.

    A byte order mark of UTF-8 stays in the text, so that offsets are those of the file decoded as UTF-8.
    Raises Undecodable with what to do.
    """
    for magic, what in _FORMATS:
        if re.match(magic, data[:64].removeprefix(codecs.BOM_UTF8).lstrip()):
            raise Undecodable(f"is {what}, not text; save its text as UTF-8 first")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding)
    if _CONTROL.search(data[:65536]):
        raise Undecodable("is binary, not text; save its text as UTF-8 first")
    try:
        return data.decode("utf-8"), "utf-8", None
    except UnicodeDecodeError as error:
        return _legacy(data, f"byte {error.start + 1}")


def _legacy(data: bytes, place: str) -> tuple[str, str, str | None]:
    """Text of an older encoding: Windows-1252 where that gives words, for it gives letters for nearly every byte."""
    if _UTF8_DASH_OR_QUOTE.search(data):
        raise Undecodable(f"is UTF-8 that breaks at {place}; mend that place, or save it as UTF-8 again")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = [c for c in text if c.isalpha()]
    if sum(c > "\x7f" for c in letters) * 5 >= len(letters):
        raise Undecodable(f"is neither UTF-8 nor Windows-1252 ({place}); save it as UTF-8")
    return text, "cp1252", f"is not UTF-8 ({place}); read as Windows-1252, check the accents"


def _with_bom(data: bytes, encoding: str) -> tuple[str, str, str | None]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"starts like {encoding.upper()} but breaks at byte {error.start + 1}; save it as UTF-8"
        raise Undecodable(message) from None
    if encoding == "utf-8":
        return text, encoding, "starts with a byte order mark, which counts as one character of the text"
    return text, encoding, f"is {encoding.upper()}; offsets are those of the decoded text"
