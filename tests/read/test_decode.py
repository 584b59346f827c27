"""From bytes to text: encodings, and what is no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.read.decode import Undecodable, decode

TEXT = "The two leaders’ “golden age” – café.\r\nJapan\n"

DECODED = [
    (TEXT.encode(), TEXT, "utf-8", None, "UTF-8 is read without a word, line ends as they are"),
    (
        codecs.BOM_UTF8 + TEXT.encode(),
        "\ufeff" + TEXT,
        "utf-8",
        "byte order mark",
        "its mark stays, for offsets count it",
    ),
    (TEXT.encode("utf-16"), TEXT, "utf-16", "UTF-16", "UTF-16 by its mark"),
    (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, "utf-16", "UTF-16", "in either byte order"),
    (TEXT.encode("utf-32"), TEXT, "utf-32", "UTF-32", "UTF-32, whose mark starts like that of UTF-16"),
    (
        TEXT.encode("cp1252"),
        TEXT,
        "cp1252",
        "is not UTF-8 (byte 16); read as Windows-1252",
        "Windows-1252 with its quotes",
    ),
    (
        "Café de la Régence, Brazil.".encode("latin-1"),
        "Café de la Régence, Brazil.",
        "cp1252",
        "check the accents",
        "Latin-1",
    ),
    (b"", "", "utf-8", None, "nothing"),
    (b"Japan\x1b and\x0c Korea", "Japan\x1b and\x0c Korea", "utf-8", None, "escape and form feed are text"),
]


@pytest.mark.parametrize(("data", "text", "encoding", "remark", "why"), DECODED, ids=[why for *_, why in DECODED])
def test_decoded(data: bytes, text: str, encoding: str, remark: str | None, why: str) -> None:
    """Text is decoded unaltered, and an odd encoding is remarked on."""
    found, by, said = decode(data)
    assert (found, by) == (text, encoding), why
    assert said is None if remark is None else remark in str(said)


REFUSED = [
    (b"%PDF-1.7\n", "is a PDF", "PDF"),
    (b"PK\x03\x04\x14\x00", "is a ZIP archive or an Office file", "ZIP, DOCX, XLSX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Office file", "DOC"),
    (b"{\\rtf1\\ansi Japan}", "is an RTF file", "RTF"),
    (b"\r\n<!DOCTYPE html><p>Japan", "is an HTML page", "HTML"),
    (codecs.BOM_UTF8 + b"<html lang='en'>", "is an HTML page", "HTML with a byte order mark"),
    (b'<?xml version="1.0"?><TEI>', "is an XML file", "XML"),
    (b"\x89PNG\r\n\x1a\n", "is a picture", "PNG"),
    (b"\xff\xd8\xff\xe0", "is a picture", "JPEG"),
    (b"\x1f\x8b\x08\x00", "is a gzip archive", "gzip"),
    (b"\x00\x01\x02Japan", "is binary", "control characters"),
    ("Japan".encode("utf-16-le"), "is binary", "UTF-16 without its mark"),
    (codecs.BOM_UTF16_LE + b"J\x00a", "starts like UTF-16 but breaks at byte 5", "half a character"),
    (codecs.BOM_UTF8 + b"Japan\xff", "starts like UTF-8 but breaks at byte 9", "a mark and then no UTF-8"),
    ("Japan\x81".encode("latin-1"), "is neither UTF-8 nor Windows-1252 (byte 6)", "a byte that Windows-1252 has not"),
    ("日本とアメリカ".encode("shift-jis"), "is neither UTF-8 nor Windows-1252", "Japanese in its own encoding"),
    ("Президент встретился".encode("cp1251"), "is neither UTF-8 nor Windows-1252", "Russian in its own encoding"),
    ("Japan’s view".encode() + b" \xff", "is UTF-8 that breaks at byte 16", "UTF-8 with one wrong byte is not mangled"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "message", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_refused(data: bytes, message: str, why: str) -> None:
    """What is no text is refused in one line that says what it is and what to do."""
    with pytest.raises(Undecodable) as refusal:
        decode(data)
    said = str(refusal.value)
    assert said.startswith(message), why
    assert "; " in said and "save" in said
    assert "\n" not in said


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are text that encodes to them again, or are refused in one line."""
    try:
        text, encoding, _ = decode(data)
    except Undecodable as refusal:
        assert "\n" not in str(refusal)
    else:
        if encoding in ("utf-8", "cp1252"):
            assert text.encode(encoding) == data
