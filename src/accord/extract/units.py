"""Units: a sentence as the clause grammar sees it.

Names and phrases are one unit each; every unit has a one-letter tag.

P party, person, office, organ, collective or pronoun that may speak      J adjective of a party ("Japanese")
M modal   H have   E be   O do   B base   Z -s form   D past   N participle   G -ing      (verbs)
T to   o of   p other preposition   & coordination   c that   w which   s while, as, if   d determiner
a adverb   n not   # number   ' possessive mark   X capitalized word   x other word   , ; : ( ) " . - signs
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from accord.lexicon import Lexicon, Name
from accord.lexicon.match import name_at, phrase_at
from accord.text.tokens import TOKEN

_VERB_TAGS = "DBZGN"
_SIGNS = frozenset(',;:()".!?[]')
_PARTICLES = frozenset(
    ("al", "bin", "bint", "van", "von", "der", "de", "da", "dos", "del", "di", "la", "le", "el", "ibn", "y")
)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|VI|XIV|XVI)\Z")
_ENUMERATOR = re.compile(r"(?:[a-z]|[ivx]{1,5}|\d{1,2})\Z")
_PARTY_KINDS = ("party", "adjective", "capital")
_COMPOUND = re.compile(r"-(?=[A-Z])")


class Unit(Struct, gc=False):
    """One unit: its words, its place in the view, its tag and what it stands for."""

    word: str
    """Lower case; words of a phrase joined by one space."""
    start: int
    end: int
    tag: str
    kind: str = ""
    """Of a P or J: party, capital, person, office, organ, collective, pronoun, adjective; of an X: place."""
    refs: tuple[str, ...] = ()
    """Codes of the parties it names."""
    base: str = ""
    """Base form, where the word can be a verb."""
    text: str = ""
    """The words as they stand in the view."""
    rank: str = ""
    """Of a person or an office: head, minister, official or style."""


class _Found(Struct, gc=False):
    """What the unit at a token is: how many tokens it takes, tag, kind, codes."""

    tokens: int
    tag: str
    kind: str = ""
    refs: tuple[str, ...] = ()
    rank: str = ""


class Line(Struct, gc=False):
    """A sentence under analysis: its units with their tags as one string, and its tokens with their places."""

    units: list[Unit]
    tags: str
    tokens: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]


def read_line(lexicon: Lexicon, view: str, start: int, end: int) -> Line:
    """A stretch of the folded text as units."""
    matches = list(TOKEN.finditer(view, start, end))
    tokens = [m.group() for m in matches]
    lows = [t.lower() for t in tokens]
    units: list[Unit] = []
    i = 0
    while i < len(tokens):
        token, first = tokens[i], matches[i].start()
        plain = lexicon.plain.get(token)
        if plain is not None:
            units.append(Unit(token, first, matches[i].end(), plain[0], base=plain[1], text=token))
            i += 1
            continue
        found = _recognize(lexicon, tokens, lows, i)
        n, tag, base = found.tokens, found.tag, ""
        if tag == "x" and n == 1:
            tag, base = _open_class(lexicon, tokens, lows, i)
        last = matches[i + n - 1].end()
        word = lows[i] if n == 1 else " ".join(lows[i : i + n])
        text = token if n == 1 else view[first:last]
        units.append(Unit(word, first, last, tag, found.kind, found.refs, base, text, found.rank))
        i += n
    units = _with_organs(lexicon, _settled(lexicon, _without_enumerators(units)))
    tags = "".join(u.tag for u in units)
    return Line(units, tags, tokens, lows, [m.start() for m in matches], [m.end() for m in matches])


def _recognize(lexicon: Lexicon, tokens: Sequence[str], lows: Sequence[str], i: int) -> _Found:
    """The unit that starts at a token, the longest reading first."""
    token, low = tokens[i], lows[i]
    if not token[0].isalnum():
        return _Found(1, "'" if token[0] == "'" else token if token in _SIGNS else "-" if token in "-/" else "x")
    speaker = _speaker(lexicon, tokens, lows, i) if i + 1 < len(lows) else None
    if speaker is not None:
        return speaker
    if low in lexicon.phrases:
        phrase = phrase_at(lexicon, lows, i)
        if phrase:
            return _Found(phrase[0], phrase[1])
    name = name_at(lexicon, tokens, i)
    if name is not None:
        return _named(lexicon, tokens, i, name)
    tag = lexicon.tags.get(low)
    if tag is not None:
        return _Found(1, tag, "pronoun" if tag == "P" else "")
    if "-" in token and _COMPOUND.search(token):
        length, refs = _compound(lexicon, tokens, i, i)
        if refs:
            return _Found(length, "X", "compound", refs)
    if token[0].isupper() and i + 1 < len(tokens) and _COMPOUND.search(tokens[i + 1]):  # "United States-Japan"
        length, refs = _compound(lexicon, tokens, i, i + 1)
        if refs:
            return _Found(length, "X", "compound", refs)
    return _Found(1, "#" if token[0].isdigit() else "x")


def _speaker(lexicon: Lexicon, tokens: Sequence[str], lows: Sequence[str], i: int) -> _Found | None:
    """A collective, one of the parties ("neither party"), or a body by its short name ("the Council")."""
    speakers = lexicon.speakers
    length = _collective(lexicon, lows, i) if lows[i] in speakers.determiners else _bare(lexicon, tokens, lows, i)
    if length:
        return _Found(length, "P", "collective")
    if lows[i] in speakers.distributive and lows[i + 1] in speakers.singular:
        return _Found(2, "P", "collective")
    if lows[i] == "the" and lows[i + 1] in ("two", "three") and _acts_in_past(lexicon, lows, i + 2):
        return _Found(2, "P", "collective")  # "The two discussed"
    if lows[i] != "the" or not tokens[i + 1][0].isupper() or tokens[i + 2 : i + 3] == ["of"]:
        return None
    if lows[i + 1] in speakers.events:  # "The Summit reaffirmed"
        return _Found(2, "P", "collective")
    return _Found(2, "P", "body") if lows[i + 1] in speakers.bodies else None


def _acts_in_past(lexicon: Lexicon, lows: Sequence[str], i: int) -> bool:
    """Whether the word at a place is the past form of a verb of the rules, an adverb aside."""
    i += lexicon.tags.get(lows[i] if i < len(lows) else "") == "a"
    verb = lexicon.verbs.get(lows[i]) if i < len(lows) else None
    return verb is not None and "D" in verb.forms and verb.base in lexicon.acts and lows[i] not in lexicon.adjectival


def _bare(lexicon: Lexicon, tokens: Sequence[str], lows: Sequence[str], i: int) -> int:
    """Length of a collective without a determiner at the head of a sentence; 0 where there is none."""
    if i or not tokens[0][0].isupper():
        return 0
    return next((n for n in (5, 2, 1) if " ".join(lows[:n]) in lexicon.speakers.bare), 0)


def _open_class(lexicon: Lexicon, tokens: Sequence[str], lows: Sequence[str], i: int) -> tuple[str, str]:
    """Tag and base form of a word of an open class: a verb form, an adverb, a capitalized or another word."""
    capital = tokens[i][0].isupper()
    opens = i == 0 or tokens[i - 1] in ':;"•([)'
    verb = lexicon.verbs.get(lows[i])
    if verb is not None and (not capital or opens):
        return next(t for t in _VERB_TAGS if t in verb.forms), verb.base
    if lows[i].endswith("ly") and not capital:
        return "a", ""
    return ("X" if capital and not opens else "x"), ""


def _compound(lexicon: Lexicon, tokens: Sequence[str], i: int, joined: int) -> tuple[int, tuple[str, ...]]:
    """Length and codes of the parties that a hyphenated word joins ("U.S.-Japan", "United States-Indonesia-EU").

    The word stands at ``joined``, its first part begins at ``i``. None unless every part names a party.
    """
    *parts, last = _COMPOUND.split(tokens[joined])
    named = [[*tokens[i:joined], parts[0]], *([part] for part in parts[1:]), [last, *tokens[joined + 1 : joined + 6]]]
    refs: list[str] = []
    length = 0
    for words in named:
        name = name_at(lexicon, words, 0)
        if name is None or not name.ref or name.kind not in _PARTY_KINDS or (not refs and len(name.words) < len(words)):
            return 0, ()
        refs.append(name.ref)
        length = len(name.words)
    return joined - i + length, tuple(refs)


def _named(lexicon: Lexicon, tokens: Sequence[str], i: int, name: Name) -> _Found:
    """A unit that a name of the lists opens."""
    n, refs = len(name.words), (name.ref,) if name.ref else ()
    if name.kind == "title":
        return _titled(lexicon, tokens, i, name)
    if name.kind == "adjective":
        return _Found(n, "J", "adjective", refs)
    if name.kind in ("party", "capital", "organ"):
        return _Found(n, "P", name.kind, refs)
    return _Found(n, "X", name.kind, refs)


def _titled(lexicon: Lexicon, tokens: Sequence[str], i: int, name: Name) -> _Found:
    """One or more titles with the name that follows are a person; without a name they are an office."""
    refs = (name.ref,) if name.ref else ()
    rank = name.rank
    j = i + len(name.words)
    while j < len(tokens):
        second = name_at(lexicon, tokens, j)
        if second is None or second.kind != "title":
            break
        j += len(second.words)
        rank = second.rank if rank == "style" else rank
    end = _name_end(lexicon, tokens, j)
    if end > j:
        if "plural" in name.rank:
            return _Found(_second_name(lexicon, tokens, end) - i, "P", "persons", refs, rank)
        return _Found(end - i, "P", "person", refs, rank)
    return _Found(j - i, "P", "office plural" if "plural" in name.rank else "office", refs, rank)


def _second_name(lexicon: Lexicon, tokens: Sequence[str], end: int) -> int:
    """Where "Presidents A and B" ends: after the second name, where there is one."""
    if tokens[end : end + 1] != ["and"]:
        return end
    return max(_name_end(lexicon, tokens, end + 1), end) if _name_end(lexicon, tokens, end + 1) > end + 1 else end


def _name_end(lexicon: Lexicon, tokens: Sequence[str], i: int) -> int:
    """Where a personal name that starts at a token ends; the same token where none starts."""
    j = i
    while j < len(tokens):
        token, following = tokens[j], tokens[j + 1] if j + 1 < len(tokens) else ""
        initial = len(token) == 1 and following == "."
        if token[0].isupper() and (initial or token.lower() not in lexicon.tags):
            known = name_at(lexicon, tokens, j)
            if known is not None and known.kind != "place" and (j == i or known.kind != "capital"):
                break
            verb = lexicon.verbs.get(token.lower())
            if verb is not None and "G" in verb.forms:  # a title in capitals: "President Biden Welcoming Finland"
                break
        elif not _inside_name(tokens, i, j, following):
            break
        j += 1
    return j


def _inside_name(tokens: Sequence[str], i: int, j: int, following: str) -> bool:
    """Whether a token without a capital goes on a name: "van der", the stop of an initial, the comma before "Jr."."""
    if tokens[j].lower() in _PARTICLES:
        return following[:1].isupper() or following in _PARTICLES
    if j == i:
        return False
    if tokens[j] == ".":
        return len(tokens[j - 1]) == 1 or bool(_SUFFIX.match(tokens[j - 1]))
    return tokens[j] == "," and bool(_SUFFIX.match(following))


def _collective(lexicon: Lexicon, lows: Sequence[str], i: int) -> int:
    """Length of "the two leaders", "both sides", "our foreign and defense ministers"; 0 where none starts."""
    speakers = lexicon.speakers
    j = i + 1
    while j < len(lows) and (lows[j] in speakers.numbers or (j < i + 3 and lows[j] in ("of", "the", "our", "these"))):
        j += 1
    k = j
    while k < len(lows) and k < j + 4 and (lows[k] in speakers.between or (lows[k] == "and" and k > j)):
        k += 1
    for start in (k, j):
        for length in (5, 4, 3, 2, 1):
            if start + length <= len(lows) and " ".join(lows[start : start + length]) in speakers.collective:
                return start + length - i
    return 0


def _without_enumerators(units: list[Unit]) -> list[Unit]:
    """The units without "(a)", "(ii)", "(3)", which number the parts of a sentence and say nothing."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        if (
            units[i].tag == "("
            and i + 2 < len(units)
            and units[i + 2].tag == ")"
            and _ENUMERATOR.match(units[i + 1].word)
        ):
            i += 3
        else:
            out.append(units[i])
            i += 1
    return out


def _settled(lexicon: Lexicon, units: list[Unit]) -> list[Unit]:
    """Words that can be verb or noun get the tag that their neighbours ask for."""
    for i, unit in enumerate(units):
        if i and unit.tag == "x" and unit.word.isalpha() and _after(units, i, "M"):
            unit.tag, unit.base = "B", unit.word
        elif i and unit.tag == "x" and unit.word.endswith("ed") and _after(units, i, "HE"):
            unit.tag, unit.base = "N", unit.word
        elif i and (_is_gerund(units, i) or (unit.base and unit.tag in "BZDN" and _is_nominal(lexicon, units, i))):
            unit.tag = "x"
        elif unit.tag == "&" and i and units[i - 1].tag == "a" and units[i + 1 : i + 2] and units[i + 1].tag == "a":
            unit.tag = "a"
        elif unit.word == "that" and i and units[i - 1].tag == "p" and i + 1 < len(units) and units[i + 1].tag in "xXG":
            unit.tag = "d"  # "in that proceeding"
        elif unit.word in ("each", "all") and i and units[i - 1].tag in "PH" and units[i + 1 : i + 2]:
            unit.tag = "a" if units[i + 1].tag in "DBZMHE" else unit.tag
        elif unit.word == "both" and i + 1 < len(units):
            if units[i + 1].tag in "xXPJ'dG#" or units[i + 1].word == "of":
                unit.tag = "d"
            elif i and units[i - 1].tag in "MTEHDBZ":
                unit.tag = "a"
    return units


def _after(units: list[Unit], i: int, tags: str) -> bool:
    """Whether an auxiliary stands before a word, adverbs aside: what follows it is a verb, known or not."""
    j = i - 1
    while j > 0 and units[j].tag in "an":
        j -= 1
    return units[j].tag in tags


def _is_gerund(units: list[Unit], i: int) -> bool:
    """Whether an -ing form is a noun: "the meeting", "Japan's hosting"."""
    return units[i].tag == "G" and units[i - 1].tag in "d'J"


def _is_nominal(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Whether a word that could be a verb is a noun or an adjective here."""
    before, tag = units[i - 1].tag, units[i].tag
    after = units[i + 1].tag if i + 1 < len(units) else "."
    if before in "d'J#po":
        return True
    if before in "DBZ":
        return units[i - 1].base not in lexicon.bare_infinitive or tag != "B"
    if before == "T":
        return tag in "ZD"
    if before in "xX":
        if i > 1 and units[i - 2].tag in "JP" and units[i - 1].word in lexicon.speakers.collective and after in "dTPGc":
            return False  # "Quad governments welcome the", but "U.S. officials support for"
        return tag == "B" or (tag == "Z" and after in "MHEO,&.;:)o")
    if before == "G":
        return tag in "BD" and after not in "dP"
    if before == "a":
        return tag == "D" and i > 1 and units[i - 2].tag in "d'po"
    if before == "P" and units[i - 1].kind in ("party", "capital", "organ"):
        short = units[i - 1].text.isupper()  # "U.S. support for", but "Japan and Korea support"
        return tag == "B" and (after in "o'" or (short and after in ",.&p"))
    return False


def _with_organs(lexicon: Lexicon, units: list[Unit]) -> list[Unit]:
    """Organs of a state as one unit: "U.S. and Mexican law enforcement agencies", "the Japanese government"."""
    tags = "".join(u.tag for u in units)
    out: list[Unit] = []
    i = 0
    while i < len(units):
        end = _organ_end(lexicon, units, tags, i)
        if end:
            refs = tuple(r for u in units[i:end] if u.tag in "JP" for r in u.refs)
            first, last = units[i], units[end - 1]
            word = " ".join(u.word for u in units[i:end])
            out.append(Unit(word, first.start, last.end, "P", "organ", refs, "", word))
            i = end
        else:
            out.append(units[i])
            i += 1
    return out


_OWNED = re.compile(r"[JP](?:,[JP])*(?:,?&[JP])*'?(?=[xXGNJ])")
_NAMED = re.compile(r"X(?:[X&o]{0,8}X)?(?=[\(]?[anMHEODBZ(])")
_BARE = re.compile(r"x{1,4}(?=[an]*[MHEDBZ])")
_BARE_OF = re.compile(r"x{1,4}(?=[op]d?J?P)")
"""Organs whose states follow: "senior officials from Peru and Chile"."""


def _organ_end(lexicon: Lexicon, units: list[Unit], tags: str, i: int) -> int:
    """One past the organ that starts at a unit; 0 where none does.

    An organ names its state and ends in an organ noun, or goes on in capitals to the verb ("U.S. Trade and Development
    Agency"); at the head of a sentence it may leave its state unsaid ("Law enforcement agencies will ...").
    """
    owned = _OWNED.match(tags, i) if units[i].kind in ("party", "adjective", "collective") else None
    if owned:
        reach = 3 if tags[owned.end() - 1] == "'" else 6  # "the two countries' foreign ministers"
        for j in range(owned.end(), min(owned.end() + reach, len(units))):
            if tags[j] not in "xXGNJ&":
                break
            following = tags[j + 1 : j + 2]
            head = units[j].word in lexicon.organs or units[j].word in lexicon.speakers.collective
            if tags[j] in "xX" and head and following not in ("x", "X"):
                return j + 1
        named = _NAMED.match(tags, owned.end()) if tags[owned.end() - 1] != "'" else None
        measure = named and units[named.end() - 1].word in lexicon.speakers.measures
        return named.end() if named and not measure and named.end() - owned.end() > 1 else 0
    if i == 0 or (i == 1 and tags[0] == "d" and units[0].word == "the") or (tags[i - 1] == "," and tags[i] == "x"):
        bare = _BARE.match(tags, i)
        if bare and units[bare.end() - 1].word in lexicon.organs:
            return bare.end() if i < 2 else 0
        of = _BARE_OF.match(tags, i)
        if of and units[of.end() - 1].word in lexicon.organs and units[of.end()].word in ("of", "from"):
            units[of.end()].tag = "o"
            return of.end()
    return 0
