"""Text as the rules see it: matching views with offset maps, blocks, sentences. The document is never altered."""

from accord.text.blocks import segment
from accord.text.sentences import split
from accord.text.view import View, fold

__all__ = ["View", "fold", "segment", "split"]
