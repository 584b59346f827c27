"""From a document to its register of provisions; pure: a document and a lexicon in, a register out."""

from accord.extract.extract import extract

__all__ = ["extract"]
