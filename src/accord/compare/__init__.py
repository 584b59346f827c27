"""Two accounts of one event side by side; pure: registers and a lexicon in, a comparison out."""

from accord.compare.compare import account_labels, compare

__all__ = ["account_labels", "compare"]
