"""How alike two passages are, and why: shared words weighed by rarity, names of one party counted as equal."""

from accord.likeness.passages import Passage, joined, likeness, matrix, passage

__all__ = ["Passage", "joined", "likeness", "matrix", "passage"]
