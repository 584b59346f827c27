"""What every page shares: the templates and the ways of putting things into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from accord import __version__
from accord.export.html.marked import MARKUP, flat, kinds, note

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@cache
def template(name: str) -> Template:
    """A template of this package; what is put into it is text, never markup."""
    env = Environment(
        loader=PackageLoader("accord.export.html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    words: dict[str, Callable[..., object]] = {
        "clip": clip, "count": count, "day": day, "flat": flat, "kinds": kinds, "note": note, "plain": plain,
    }  # fmt: skip
    env.filters |= words
    env.globals |= {"version": __version__}
    return env.get_template(name)


def number(n: int) -> str:
    """A small number in words, as at the beginning of a sentence."""
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def count(n: int, noun: str) -> str:
    """So many of something ("1 provision", "2 provisions")."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def day(iso: str | None) -> str:
    """A calendar date in words; as it stands where it is none."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso or "")
    if not found or not 1 <= int(found[2]) <= len(_MONTHS):
        return iso or ""
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"


def clip(words: str, length: int) -> tuple[str, bool]:
    """The first whole words, and whether any were left out; a few words more than the length are not worth a cut."""
    line = flat(words)
    return (line, False) if len(line) <= 1.3 * length else (line[: length + 1].rsplit(" ", 1)[0][:length], True)


def plain(words: str) -> str:
    """A heading without the signs of markup."""
    return flat(MARKUP.sub("", words)).rstrip(":")


def names(codes: Iterable[str], party_names: Mapping[str, str]) -> str:
    """Parties by name; the codebook's "*" stands for more than six."""
    return ", ".join(party_names.get(code, "many parties" if code == "*" else code) for code in codes)
