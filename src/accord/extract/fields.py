"""The further fields of a provision: times, money, modifiers, instruments, bodies, places, subjects, firmness."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.extract.units import Line
from accord.lexicon import Lexicon
from accord.lexicon.match import phrases_in

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:19|20)\d\d"
_FISCAL = rf"(?:FY|JFY|fiscal year|Fiscal Year|financial year)\s?'?(?:{_YEAR}|\d\d)(?:[-/]\d\d(?:\d\d)?)?"
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?!\d)(?:,?\s+{_YEAR})?|\d{{1,2}}\s+{_MONTH}(?:\s+{_YEAR})?|{_MONTH}(?:\s+{_YEAR})?"
    rf"|{_FISCAL}|{_YEAR})"
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty)"
_UNIT = r"(?:day|week|month|year|decade|quarter)s?"
_PART = (
    r"(?:the\s+)?(?:end|beginning|middle|first half|second half|first quarter|second quarter|third quarter"
    r"|fourth quarter|early|late|mid)"
)
_AT = (
    r"(?:no\s+later\s+than|not\s+later\s+than|well\s+before|until\s+at\s+least|by|before|until|through|in|during|from|since"
    r"|as\s+of|beyond|beginning\s+in|starting\s+in|on|for)"
)
_PERIOD = r"(?:decade\b|century\b|(?:this|next|the|the\s+current)\s+(?:year|decade|month|century)\b)"
_TIME = re.compile(
    rf"""\b(?:
      (?:[Bb]eginning|[Ss]tarting|[Ff]rom)\s+(?:in\s+)?{_DATE}\s+(?:and\s+ending\s+in|to|through|until)\s+{_DATE}
    | {_AT}\s+(?:at\s+least\s+)?(?:{_PART}[\s-]+(?:of\s+)?(?:the\s+)?)?(?:{_DATE}|{_PERIOD})
    | (?:over|within|in|during|for|for\s+the)\s+(?:the\s+)?(?:next|coming|following|past|last)
        \s+(?:{_NUMBER}\s+(?:to\s+{_NUMBER}\s+)?)?{_UNIT}
    | within\s+(?:the\s+)?{_NUMBER}\s+{_UNIT}
    | (?:this|next)\s+(?:coming\s+)?(?:{_MONTH}|year|month|week|summer|fall|autumn|winter|spring)
    | (?:later|early|earlier)\s+(?:this|next)\s+(?:year|month|week)
    )""",
    re.VERBOSE,
)
_DATED = re.compile(rf"\d|\b(?:year|month|week|decade|century|quarter|summer|fall|autumn|winter|spring|{_MONTH})")
_CURRENCY = r"(?:US\$|U\.S\.\s?\$|A\$|C\$|NZ\$|S\$|\$|€|£|¥|₹|₩)"
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|bn|mn|m|b|k)\b)?"
_CODE = r"(?:USD|EUR|JPY|GBP|AUD|CAD)"
_WORDS = (
    r"(?:U\.?S\.?\s+)?(?:dollars|euros?|pounds(?:\s+sterling)?|yen|yuan|renminbi|won|rupees|pesos|rubles|roubles|francs"
    rf"|rand|kroner|kronor|{_CODE})\b"
)
_ABOUT = r"(?:more\s+than|over|up\s+to|nearly|almost|approximately|around|about|some|an\s+additional)"
_MONEY = re.compile(
    rf"""(?:(?:no\s+less\s+than|at\s+least|{_ABOUT})\s+)?
      (?:{_CURRENCY}\s?\d[\d,]*(?:\.\d+)?{_SCALE}
        |{_CODE}\s?\d[\d,]*(?:\.\d+)?{_SCALE}
        |\d[\d,]*(?:\.\d+)?{_SCALE}\s+{_WORDS})
      (?:\s+(?:per\s+year|a\s+year|annually|per\s+annum))?""",
    re.VERBOSE,
)
_VAGUE = re.compile(rf"{_ABOUT}\s+", re.IGNORECASE)
_SCALES = {"thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "billion": 9, "bn": 9, "b": 9, "trillion": 12}
_SYMBOLS = {
    "US$": "USD",
    "$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "S$": "SGD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
}
_NAMES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "won": "KRW",
    "rupee": "INR",
}
_LINKING = frozenset(("of", "on", "for", "and", "the", "to", "in", "against", "with"))

Found = tuple[str, int, int, str | None, str | None]
"""Field, start and end in the view, ref, value."""


def read(lexicon: Lexicon, line: Line, text: str) -> list[Found]:
    """The fields of a sentence in text order; ``text`` is the view that the line was read from."""
    start, end = line.starts[0], line.ends[-1]
    found: list[Found] = []
    if _DATED.search(text, start, end):
        found += _times(text, start, end)
        found += _money(text, start, end)
    taken = [(f[1], f[2]) for f in found if f[0] == "time"]
    for i, n, value in phrases_in(lexicon.mentions, line.lows):
        first, last = line.starts[i], line.ends[i + n - 1]
        for mention in value.split("|"):
            field, _, ref = mention.partition(":")
            if field != "time" or not any(a < last and first < b for a, b in taken):
                found.append((field, first, last, ref or None, None))
    found += _instruments(lexicon, line)
    found += [("place", u.start, u.end, u.refs[0] if u.refs else None, None) for u in line.units if u.kind == "place"]
    return sorted(found, key=lambda f: (f[1], f[2], f[0]))


def _times(text: str, start: int, end: int) -> Iterator[Found]:
    """Times in a stretch of the view, with their value where one can be computed."""
    for match in _TIME.finditer(text, start, end):
        yield "time", match.start(), match.end(), None, _time_value(match.group())


def _time_value(words: str) -> str | None:
    years = re.findall(_YEAR, words)
    fiscal = "FY" if re.search(r"FY|[Ff]iscal|financial", words) else ""
    return "/".join(f"{fiscal}{y}" for y in years) or None


def _money(text: str, start: int, end: int) -> Iterator[Found]:
    """Amounts of money: the words with a bound that belongs to them ("no less than"), value as currency and number."""
    for match in _MONEY.finditer(text, start, end):
        vague = _VAGUE.match(match.group())
        begin = match.start() + (vague.end() if vague else 0)
        yield "money", begin, match.end(), None, _money_value(text[begin : match.end()])


def _money_value(words: str) -> str | None:
    number = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    if number is None:
        return None
    scale = re.match(r"\s?(thousand|million|billion|trillion|bn|mn|m|b|k)\b", words[number.end() :])
    whole, _, part = number.group().replace(",", "").partition(".")
    shift = _SCALES[scale.group(1)] if scale else 0
    value = int(whole + part.ljust(shift, "0")[:shift] if shift else whole)
    symbol = next((c for s, c in sorted(_SYMBOLS.items(), key=lambda x: -len(x[0])) if s in words), None)
    named = next((c for n, c in _NAMES.items() if n in words), None)
    code = re.search(r"\b(?:USD|EUR|JPY|GBP|AUD|CAD)\b", words)
    currency = symbol or named or (code.group() if code else "")
    return f"{currency} {value}".strip()


def _instruments(lexicon: Lexicon, line: Line) -> Iterator[Found]:
    """Instruments and bodies that no list names: capitalized phrases around a head noun."""
    done = 0
    for i, token in enumerate(line.tokens):
        kind_of_head = lexicon.heads.get(token)
        if kind_of_head is None or i < done:
            continue
        first, last = _phrase_around(line.tokens, i, done)
        done = last + 1
        if last > first:
            yield kind_of_head, line.starts[first], line.ends[last], None, None


def _phrase_around(tokens: list[str], i: int, low: int) -> tuple[int, int]:
    """First and last token of the capitalized phrase around a head noun ("Treaty of Mutual Cooperation")."""
    first = i
    while first > low and (tokens[first - 1][0].isupper() or tokens[first - 1] in "&-"):
        first -= 1
    while first < i and tokens[first].lower() in ("the", "in", "on", "at", "as", "through", "this"):
        first += 1
    last = j = i
    while j + 1 < len(tokens):
        if tokens[j + 1][0].isupper() and j == last:
            last = j = j + 1
        elif tokens[j + 1] in _LINKING and j - last < 2:
            j += 1
        elif tokens[j + 1][0].isupper() and tokens[i] not in ("Group", "Dialogue", "Council"):
            last = j = j + 1
        else:
            break
    return first, last
