"""Files to documents: what is read, and what is said of what cannot be."""

import json
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.lexicon import built_in
from accord.read import read
from accord.records import Document, Problem

STATEMENT = "Japan and the United States agreed to meet."
Make = Callable[[str, str | bytes], str]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Writes a file into a folder of its own, in which the test then stands."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> str:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return write


def results(*names: str) -> tuple[list[Document], list[Problem]]:
    """What comes of files: documents and problems. Every problem is one line with a place and what to do."""
    documents, problems = [], []
    for result in read(names, built_in()):
        if isinstance(result, Document):
            documents.append(result)
        else:
            problems.append(result)
            assert "\n" not in result.where + result.message
            assert result.where
            assert any(sign in result.message for sign in (";", ","))
    return documents, problems


def row(**fields: object) -> str:
    """A line of JSON."""
    return json.dumps({"id": "a", "text": STATEMENT, **fields})


UNALTERED = [
    (b"Japan agreed.\r\nKorea agreed.\r\n", "Windows line ends"),
    (b"\xef\xbb\xbfJapan agreed.\n", "a byte order mark"),
    (b"\n\n  Japan \xc2\xa0 agreed.  \n\n", "white space"),
    ("Japan’s co\u00adoperation \u200b “plan”".encode(), "typography and invisible characters"),
    (b"---\ntitle: A\n---\n\nJapan agreed.\n\n\\###\n", "front matter and markup"),
    ("Cafe\u0301 e\u0301, São Tomé".encode(), "combining accents"),
]


@pytest.mark.parametrize(("data", "why"), UNALTERED, ids=[why for _, why in UNALTERED])
def test_the_text_is_the_decoded_file(make: Make, data: bytes, why: str) -> None:
    """The text of a document is the decoded file, unaltered."""
    for name in ("a.txt", "a.md"):
        (document,), _ = results(make(name, data))
        assert document.text == data.decode("utf-8"), why
        assert all(document.text[q.start : q.end] == q.exact for q in document.notes)


def test_the_text_of_a_line_is_its_value(make: Make) -> None:
    """The text of a JSON Lines document is the value of its field, unaltered."""
    text = "\ufeff Japan agreed.\r\n\r\n“Yes” \u00a0\n"
    (document,), problems = results(make("a.jsonl", row(text=text)))
    assert document.text == text
    assert not problems


def test_source(make: Make) -> None:
    """A document says which bytes it comes from."""
    documents, _ = results(make("a.txt", STATEMENT), make("b.MD", STATEMENT), make("c.jsonl", row() + "\n"))
    assert [(d.id, d.source.name, d.source.media_type, d.source.encoding) for d in documents] == [
        ("a", "a.txt", "text/plain", "utf-8"),
        ("b", "b.MD", "text/markdown", "utf-8"),
        ("a", "c.jsonl#a", "application/jsonl", "utf-8"),
    ]
    assert documents[0].source.sha256 == documents[1].source.sha256 != documents[2].source.sha256


REFUSED = [
    ("empty.txt", b"", "is empty", "an empty file"),
    ("blank.txt", b"\xef\xbb\xbf \r\n\t", "is empty", "white space alone"),
    ("digits.txt", b"1 2 3 ...", "holds no words", "digits alone"),
    ("japanese.txt", "日本国とアメリカ合衆国は、協力を確認した。".encode(), "is not in a Latin script", "Japanese"),
    ("russian.txt", "Президент Biden встретился с президентом.".encode(), "is not in a Latin script", "Russian"),
    ("binary.txt", b"\x00\x01\x02", "is binary", "bytes that are no text"),
    ("paper.pdf", b"%PDF-1.7", "is a PDF", "a PDF"),
    ("page.html", b"<!doctype html>", "is an HTML page", "an HTML page"),
    ("large.txt", b"Japan agreed. " * 1_500_000, "has more than 16 MB", "20 MB"),
]


@pytest.mark.parametrize(("name", "data", "message", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_refused(make: Make, name: str, data: bytes, message: str, why: str) -> None:
    """A file that cannot be read is a problem in one line; the other files still come."""
    documents, (problem,) = results(make(name, data), make("good.txt", STATEMENT))
    assert problem.where == name
    assert problem.message.startswith(message), why
    assert problem.severity == "error"
    assert [d.id for d in documents] == ["good"]


def test_names_without_a_file(make: Make) -> None:
    """A missing file, a folder and a name inside a file are problems that say what to do."""
    make("folder/a.txt", STATEMENT)
    make("folder.jsonl/a.txt", STATEMENT)
    names = ["missing.txt", "missing.jsonl#a", "folder", "folder.jsonl", "folder/a.txt/b.txt", "", "odd\nname.txt"]
    documents, problems = results(*names)
    assert not documents
    assert [p.message.partition(";")[0].partition("(")[0].strip() for p in problems] == [
        "there is no such file",
        "there is no such file",
        "is a folder",
        "is a folder",
        "cannot be read",
        "is a folder",
        "there is no such file",
    ]


def test_odd_encodings_are_remarked_on(make: Make) -> None:
    """A file in another encoding is read, with a warning before it."""
    documents, problems = results(
        make("a.txt", "Japan’s café agreed.".encode("cp1252")), make("b.txt", STATEMENT.encode("utf-16"))
    )
    assert [p.severity for p in problems] == ["warning", "warning"]
    assert [d.source.encoding for d in documents] == ["cp1252", "utf-16"]


IDENTITIES = [
    (["a.txt", "b.md"], ["a", "b"], "the stem"),
    (["x/a.txt", "y/a.txt", "b.txt"], ["x/a", "y/a", "b"], "with the folder where stems collide"),
    (["x/a.txt", "x/a.md"], ["x/a.txt", "x/a.md"], "with the suffix where folders do too"),
    (["a.v1.txt", "a.v2.txt"], ["a.v1", "a.v2"], "only the last suffix goes"),
    (["a.txt", "a.txt"], ["a", "a"], "the same file twice is the same document"),
    (["no#5.txt", "no#6.txt"], ["no#5", "no#6"], "a number sign in an ordinary name"),
    (["#draft", "README"], ["#draft", "README"], "no suffix"),
]


@pytest.mark.parametrize(("names", "ids", "why"), IDENTITIES, ids=[why for *_, why in IDENTITIES])
def test_identities(make: Make, names: list[str], ids: list[str], why: str) -> None:
    """A document is named by its file's stem, with as much of the path as it takes to tell it from the others."""
    documents, problems = results(*(make(name, STATEMENT) for name in names))
    assert [d.id for d in documents] == ids, why
    assert not problems


LINES = [
    (row(), [], "one document"),
    ("\ufeff" + row() + "\r\n\r\n" + row(id="b") + "\r\n", [], "byte order mark, Windows line ends, blank lines"),
    (row() + "\n" + row(), ["f.jsonl:2: repeats the id “a”"], "an id that comes twice"),
    (row() + "\n{\n" + row(id="b"), ["f.jsonl:2: is not a line of JSON"], "a line that is no JSON"),
    (row() + '\n{"id": "b", "text": "\\ud800"}', ["f.jsonl:2: is not a line of JSON"], "half a character"),
    ("[1]\n" + row(), ["f.jsonl:1: needs “id” and “text”"], "a line that is no object"),
    ('{"text": "Japan agreed."}\n' + row(), ["f.jsonl:1: needs “id” and “text”"], "no id"),
    ('{"id": "b"}\n' + row(), ["f.jsonl:1: needs “id” and “text”"], "no text"),
    ('{"id": 5, "text": "Japan agreed."}\n' + row(), ["f.jsonl:1: needs “id” and “text”"], "a number for an id"),
    (
        row(id="x\ny", text="日本国とアメリカ合衆国") + "\n" + row(),
        ["f.jsonl:1 (x y): is not in a Latin script"],
        "an id of two lines",
    ),
    ("\n\n", ["f.jsonl: holds no documents"], "blank lines alone"),
    ("", ["f.jsonl: holds no documents"], "an empty file"),
]


@pytest.mark.parametrize(("content", "messages", "why"), LINES, ids=[why for *_, why in LINES])
def test_json_lines(make: Make, content: str, messages: list[str], why: str) -> None:
    """A bad line is a problem that names its line; the others still come."""
    documents, problems = results(make("f.jsonl", content))
    assert [f"{p.where}: {p.message}"[: len(m)] for p, m in zip(problems, messages, strict=True)] == messages, why
    assert "a" in [d.id for d in documents] or "holds" in messages[0]


def test_json_lines_in_latin_bytes(make: Make) -> None:
    """A line that is not UTF-8 is a problem; a whole file that is not is one problem, not one a line."""
    documents, (problem,) = results(make("f.jsonl", row().encode() + b"\n" + b'{"id": "caf\xe9", "text": "x"}\n'))
    assert problem.where == "f.jsonl:2"
    assert [d.id for d in documents] == ["a"]
    for content in ((row() + "\n" + row(id="b")).encode("utf-16"), b"\x1f\x8b\x08\x00\n\n\n"):
        documents, (problem,) = results(make("g.jsonl", content))
        assert problem.message.startswith("is not text in UTF-8")
        assert not documents


def test_a_large_line_is_refused(make: Make) -> None:
    """A single document of 20 MB is refused in JSON Lines too, and the next one read."""
    documents, (problem,) = results(make("f.jsonl", row(text="Japan agreed. " * 1_500_000) + "\n" + row(id="b")))
    assert problem.message.startswith("has more than 16 MB")
    assert [d.id for d in documents] == ["b"]


WANTED = [
    ("b", "b", "an id"),
    ("é/“x”", "é/“x”", "one that JSON escapes"),
    ("a#b", "a#b", "one with a number sign"),
    ("x.jsonl", "x.jsonl", "one that looks like a file"),
]


@pytest.mark.parametrize(("wanted", "found", "why"), WANTED, ids=[why for *_, why in WANTED])
def test_one_document_of_a_file(make: Make, wanted: str, found: str, why: str) -> None:
    """``FILE.jsonl#ID`` names one document, however its id is written in the file; other lines do not matter."""
    lines = [row(text=f"{STATEMENT} {wanted} and b"), "{", *(row(id=w) for w, *_ in WANTED)]
    documents, problems = results(f"{make('d#1/f.jsonl', chr(10).join(lines))}#{wanted}")
    assert [d.id for d in documents] == [found], why
    assert not problems


def test_one_document_that_is_not_there(make: Make) -> None:
    """An id that the file does not hold is a problem; so is one whose line is broken."""
    name = make("f.jsonl", row() + "\n" + '{"id": "b", "text": "Japan')
    _, (missing,) = results(f"{name}#c")
    assert missing.message == "has no document with the id “c”; check the id"
    _, (broken,) = results(f"{name}#b")
    assert broken.where == "f.jsonl:2"
    _, (empty,) = results(f"{name}#")
    assert empty.message.startswith("has no document")


def test_lines_are_read_one_at_a_time(make: Make) -> None:
    """Memory does not grow with the length of a JSON Lines file."""
    name = make("f.jsonl", "".join(row(id=f"d{n}", text=STATEMENT * 400) + "\n" for n in range(400)))
    stream = read([name], built_in())
    next(stream)
    tracemalloc.start()
    try:
        assert sum(isinstance(result, Document) for result in stream) == 399
        assert tracemalloc.get_traced_memory()[1] < 2_000_000  # the file has 7 MB
    finally:
        tracemalloc.stop()


def test_one_document_of_the_corpus_is_found_fast(shared: Path) -> None:
    """The last document of a file of 21 MB is found without reading the others."""
    corpus = shared / "corpus/whitehouse.jsonl"
    last = json.loads(corpus.read_bytes().splitlines()[-1])
    start = time.process_time()
    documents, problems = results(f"{corpus}#{last['id']}")
    assert time.process_time() - start < 1.0  # all of its lines take ten times as long
    assert [d.text for d in documents] == [last["text"]]
    assert not problems
