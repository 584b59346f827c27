"""Registers of made-up and quoted sentences, for the tests of the extraction."""

from accord.extract import extract
from accord.lexicon import built_in
from accord.read.profiles import document
from accord.records import Provision, Register, Source

SOURCE = Source("", "case.txt", "text/plain", "case", "1")


def register(text: str, title: str = "Joint Statement of Japan and the United States") -> Register:
    """The register of a text under a title that names the parties."""
    return extract(document(built_in(), id="case", source=SOURCE, text=text, given={"title": title}), built_in())


def provisions(text: str, title: str = "Joint Statement of Japan and the United States") -> list[Provision]:
    """The provisions of a text that are not statements about the world."""
    return [p for p in register(text, title).provisions if p.act != "state"]
