"""The vocabulary, as data that a researcher edits, and the matcher that finds it in text."""

from accord.lexicon.lexicon import ActRule, Lexicon, Name, NounRule, Person, Profile, Rank, Verb
from accord.lexicon.load import built_in, load

__all__ = ["ActRule", "Lexicon", "Name", "NounRule", "Person", "Profile", "Rank", "Verb", "built_in", "load"]
