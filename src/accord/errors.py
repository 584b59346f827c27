"""Exceptions are for bugs and for refusing to start; bad input is a ``Problem`` in the output.

AccordError
├── CannotStart      the command cannot do its work at all (exit code 2)
└── LexiconError     a lexicon file is wrong: file, place, what to do (exit code 2)
"""

from __future__ import annotations


class AccordError(Exception):
    """Base of everything that Accord raises on purpose; its message is one line for the user."""


class CannotStart(AccordError):  # noqa: N818 - reads as what happened, and is what the command line reports
    """The command cannot start; the message says what to do."""


class LexiconError(AccordError):
    """A lexicon file cannot be used; the message names the file and the place."""
