"""The founding pair: two official records of one summit, shipped with Accord."""

from __future__ import annotations

from importlib.resources import files

NAMES = ("japan-2025-02-summit.txt", "dcpd202500238.txt")


def paths() -> list[str]:
    """The files of the two accounts."""
    folder = files("accord.demo")
    return [str(folder / name) for name in NAMES]
