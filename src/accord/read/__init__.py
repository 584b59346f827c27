"""From bytes to documents: plain text, Markdown and JSON Lines, with publishers' profiles as data."""

from accord.read.files import read

__all__ = ["read"]
