"""Clauses: which predicates of a sentence say what a party does, whose they are, and how far each reaches.

A predicate is a finite verb group. It counts when its subject can speak (a unit P) and no complementizer, relative
pronoun, preposition or verb governs it; or when it is coordinated with a predicate that counts and has no subject of
its own. What a "that" clause holds belongs to the predicate that governs it.
"""

from __future__ import annotations

import re

from msgspec import Struct

from accord.extract.units import Line, Unit
from accord.lexicon import Lexicon

_CORE = r"[JX]?P+(?:\([^()]{0,9}\))?(?:od?J?P+(?:\([^()]{0,9}\))?)*"
_SUBJECT = re.compile(rf"{_CORE}(?:(?:,d?{_CORE})+,?&d?{_CORE}|(?:,?&o?d?{_CORE})*)")
_GAP = re.compile(r"(?:[,(\-][^;:\"]{1,30}?[,)\-])?[an]*|(?:p[xXdJa#P&o']{1,9})?[an]*")
_ASIDE = r"(?:[an]|,a+,)*"
_GROUP = re.compile(
    rf"[an]*(?:M{_ASIDE}(?:H[an]*)?(?:E[an]*)?[BDNGH]?|H{_ASIDE}(?:E[an]*)?[DNGH]?|O[an]*B"
    rf"|E{_ASIDE}(?:E[an]*)?[DNG]?|[DBZNH])"
)
_NAMED = re.compile(r",?X{1,5}(?=[an]*[DZHEM])")
"""A name in apposition: "the Prime Minister of India, Shri Arun Mehta, paid"."""
_RELATIVE = re.compile(r",w[^,;:]{1,24},(?=[an]*[MHEODBZ])")
"""A relative clause between a subject and its verb: "Japan, which holds the presidency, welcomed"."""
_PLACED = re.compile(r"a*pd?[xXJ#'P]{1,6}(?=[an]*[MHEODZB])")
"""Where or with whom, between a subject and its verb: "the President today at the White House launched"."""
_ADJECTIVES = re.compile(r"[dJ'][xa]+,\Z")
"""What stands before the second of two adjectives: "their strong, shared commitment"."""
_MAIN_AFTER = re.compile(r",[an]*d?P[an:]*[MHEDBZ]")
"""A clause of its own after a fronted participle ("Noting the progress, the leaders agreed")."""
_OURSELVES = re.compile(r"P,d?P")
_LEAD = re.compile(r"a*:(?=[an]*[MHEODBZ])")
"""What stands between a subject and its list of verbs: "The Ministers: (a) agreed ...", "we hereby: commit ..."."""
_OPENING = frozenset(("we", "they", "it"))
"""Pronouns that open a clause after "and" and are not coordinated with the name before it."""
_CHAIN = re.compile(r"[an]*T[an]*B")
_OTHER = re.compile(r"[dxXJ#a'opPG&,\-()N]{0,24}?(?:[xXPJ)DNG])(?=[an]*[MEHZD])")
_CONNECTOR = re.compile(r"[,;:&\"(-][,;:&a\"w(-]*\Z|w\Z")
_STATE_VERB = re.compile(
    r"[an]*(?:M[an]*(?:H[an]*)?(?:E[an]*)?[BDNG]?|H[an]*(?:E[an]*)?[DNG]?|E[an]*(?:E[an]*)?[DNG]?|[ZDB])"
)


class Predicate(Struct, gc=False):
    """A finite verb group that counts, with its subject; numbers are indices into the units of the sentence."""

    link: str
    """main, coordinated, relative, headless, item, impersonal or state."""
    subject: tuple[int, int] | None
    group: tuple[int, int]
    """From the first auxiliary or adverb to the main verb, half-open."""
    verb: int
    """The main verb."""
    base: str
    form: str
    """past, present, perfect, will, modal, be."""
    start: int
    """Where its clause begins."""
    end: int = 0
    negative: bool = False
    passive: bool = False


def find(lexicon: Lexicon, sentence: Line, *, item: bool = False) -> list[Predicate]:
    """The predicates of a sentence that count, in order, each with the end of its clause.

    ``item``: the sentence is an item of a list whose lead-in governs it, so that it may open with a bare verb.
    """
    found: list[Predicate] = []
    i = 0
    opening = _item(lexicon, sentence) if item else None
    if opening is not None:
        found.append(opening)
        i = opening.verb + 1
    while i < len(sentence.units):
        predicate = _at(lexicon, sentence, i, found)
        if predicate is None:
            i += 1
            continue
        found.append(predicate)
        i = max(predicate.verb, i) + 1
    for k, here in enumerate(found):
        here.end = _clause_end(sentence, here, found[k + 1] if k + 1 < len(found) else None)
    return found


def _at(lexicon: Lexicon, sentence: Line, i: int, found: list[Predicate]) -> Predicate | None:
    """The predicate whose subject or verb group starts at a unit."""
    tags = sentence.tags
    last = found[-1] if found else None
    if tags[i] in "PJX":
        subject = _SUBJECT.match(tags, i)
        if subject and not _inside_phrase(tags, i) and (last is None or i > last.verb):
            spoken = _with_subject(lexicon, sentence, subject.start(), subject.end(), last)
            if spoken is not None:
                return spoken
    if last is not None and tags[i] in "anMHEODBZN" and _after_connector(tags, i):
        return _coordinated(lexicon, sentence, i, last)
    if last is None and tags[i] in "DZG" and not tags[:i].strip('a"-'):
        headless = _headless(lexicon, sentence, i)
        if headless is not None:
            return headless
    if last is None or _opens_sentence_part(tags, i):
        return _state(lexicon, sentence, i, last)
    return None


def _item(lexicon: Lexicon, sentence: Line) -> Predicate | None:
    """The verb with which an item of a list opens ("Expand cooperation on ...")."""
    i = len(sentence.tags) - len(sentence.tags.lstrip('a"-•x')) if sentence.tags[:1] != "x" else 0
    if sentence.tags[i : i + 1] != "B":
        return None
    if sentence.units[i].word in lexicon.adjectival and sentence.tags[i + 1 : i + 2] != "d":
        return None
    predicate = _group(lexicon, sentence, i)
    if predicate is not None:
        predicate.link = "item"
    return predicate


def _headless(lexicon: Lexicon, sentence: Line, i: int) -> Predicate | None:
    """A sentence or item that opens with its verb: "Launched a dialogue", "Condemns the attacks;", "Recalling ...,".

    A participle counts only in a preamble, where no other clause follows.
    """
    tags = sentence.tags
    if (
        sentence.units[i].base not in lexicon.acts
        or tags[i + 1 : i + 2] in ("", ",")
        or _MAIN_AFTER.search(tags, i + 1)
    ):
        return None
    if tags[i] == "G":
        if tags[-1] not in ",;" and re.search(r"[MHEZ]", tags[i:]):
            return None
        predicate = Predicate("headless", None, (i, i + 1), i, sentence.units[i].base, "present", i)
    else:
        found = _group(lexicon, sentence, i)
        if found is None:
            return None
        follows = sentence.units[found.verb + 1 : found.verb + 2]
        if tags[i] == "D" and follows and follows[0].tag == "p" and not _governed(lexicon, found.base, follows[0].word):
            return None
        predicate = found
    predicate.link = "headless"
    return predicate


def _inside_phrase(tags: str, i: int) -> bool:
    """Whether a possible subject goes on one that began before, or is the possessor of another noun."""
    return i > 0 and tags[i - 1] in "JXP" and tags[i] != "P"


def _with_subject(lexicon: Lexicon, sentence: Line, start: int, end: int, last: Predicate | None) -> Predicate | None:
    """A predicate with a speaking subject at ``start:end``, or None where none follows or something governs it."""
    units = sentence.units
    predicate = _after_subject(lexicon, sentence, start, end)
    if predicate is None or predicate.subject is None:
        return None
    stop = predicate.subject[1]
    head = _subject_head(sentence, start, stop)
    if _impersonal(lexicon, sentence, head, predicate):
        predicate.link, predicate.subject, predicate.start = "impersonal", None, head
        return predicate
    link = _link(lexicon, sentence, head, predicate, last)
    if link is None:
        return None
    predicate.link, predicate.subject = link, (head, stop)
    predicate.negative = predicate.negative or units[head].word.startswith("neither")
    predicate.start = _clause_start(units, head, link)
    return predicate


def _after_subject(lexicon: Lexicon, sentence: Line, start: int, end: int) -> Predicate | None:
    """The verb group of a subject within ``start:end``, the longest subject that has one first."""
    for stop in _subject_ends(sentence.tags, start, end):
        gap = _gap(sentence, start, stop)
        predicate = _group(lexicon, sentence, gap) if gap is not None else None
        if predicate is not None:
            predicate.subject = (start, stop)
            return predicate
    return None


def _impersonal(lexicon: Lexicon, sentence: Line, head: int, predicate: Predicate) -> bool:
    """Whether a clause is "it was agreed that ...": all parties speak."""
    follows = sentence.tags[predicate.verb + 1 : predicate.verb + 2]
    return sentence.units[head].word == "it" and predicate.passive and follows == "c" and predicate.base in lexicon.acts


def _subject_ends(tags: str, start: int, end: int) -> list[int]:
    """Where a subject may end: after the whole run first, then after shorter ones that end in a P."""
    ends = [j for j in range(end, start, -1) if tags[j - 1] in "P)"]
    return ends[:4]


def _subject_head(sentence: Line, start: int, stop: int) -> int:
    """Where the subject really begins: "In Japan, the leaders and the ministers" begins after the comma.

    A pronoun after "and" opens a clause of its own.
    """
    tags = sentence.tags
    before = tags[start - 1] if start else "^"
    if stop - start > 1 and tags[stop - 2] == "&" and sentence.units[stop - 1].word in _OPENING:
        return stop - 1  # "held in Berlin and we look forward"
    comma = tags.find(",", start, stop)
    if comma >= 0 and before in "po" and "P" in tags[comma:stop]:
        return comma + 1
    return start


def _gap(sentence: Line, start: int, stop: int) -> int | None:
    """Where a verb group may start after a subject: at once, or after an aside between commas or brackets."""
    tags = sentence.tags
    if stop >= len(tags):
        return None
    if tags[stop] in "anMHEODBZN":
        return stop
    if tags[stop] == "," and _OURSELVES.match(tags, start) and tags[stop + 1 : stop + 2] in tuple("anMHEODBZ"):
        return stop + 1  # "We, the leaders of the G7, met"
    lead = _LEAD.match(tags, stop)
    if lead:
        return lead.end()
    apposed = _NAMED.match(tags, stop)
    if apposed:
        return apposed.end()
    if tags[stop : stop + 2] == ",w":
        past = _RELATIVE.match(tags, stop)
        if past:
            return past.end()
    if tags[stop] in ",(-":
        close = {",": ",", "(": ")", "-": "-"}[tags[stop]]
        end = tags.find(close, stop + 1, stop + 30)
        if (
            end > 0
            and end + 1 < len(tags)
            and tags[end + 1] in "anMHEODBZN"
            and not re.search(r"[MHEO;:cw]|P[an]*[DBZ]", tags[stop:end])
        ):
            return end + 1
    aside = _PLACED.match(tags, stop)
    if aside and tags[aside.end() - 1] in "xXP#":
        return aside.end()
    return None


def _group(lexicon: Lexicon, sentence: Line, i: int) -> Predicate | None:
    """The verb group at a unit, read; a chain like "will continue to support" counts as one group."""
    tags, units = sentence.tags, sentence.units
    match = _GROUP.match(tags, i)
    if match is None:
        return None
    verb = match.end() - 1
    first = next(j for j in range(i, match.end()) if tags[j] not in "an")
    if tags[verb] in "anM":
        verb = next((j for j in range(verb, i - 1, -1) if tags[j] in "MEHODBZNG"), verb)
    if tags[first] == "N":
        return None
    form = _form(tags, units, first, verb)
    return Predicate(
        link="main", subject=None, group=(i, match.end()), verb=verb, base=_base(units[verb]), form=form, start=i,
        negative="n" in tags[i : match.end()] or any(u.word == "cannot" for u in units[i : match.end()]),
        passive=any(tags[j] == "E" for j in range(first, verb)) and tags[verb] in "DN",
    )  # fmt: skip


def _base(unit: Unit) -> str:
    if unit.tag == "E":
        return "be"
    return "have" if unit.tag == "H" else unit.base


def _form(tags: str, units: list[Unit], first: int, verb: int) -> str:
    tag = tags[first]
    if tag == "M":
        return "will" if units[first].word in ("will", "shall", "'ll") else "modal"
    if tag == "H":
        return "perfect" if first != verb else "past" if units[first].word == "had" else "present"
    if tag == "E":
        return "progressive" if tags[verb] == "G" else "be"
    if tag == "O":
        return "past" if units[first].word == "did" else "present"
    return "past" if tag == "D" else "present"


def _link(lexicon: Lexicon, sentence: Line, head: int, predicate: Predicate, last: Predicate | None) -> str | None:
    """How a clause with a subject hangs in its sentence; None where something governs it."""
    tags, units = sentence.tags, sentence.units
    j = head - 1
    while j >= 0 and (tags[j] in "ad" and units[j].word != "as"):
        j -= 1
    opens = last is not None and units[head].word in _OPENING
    while (
        j > 0
        and not opens
        and tags[j] == "&"
        and tags[j - 1] in "P)"
        and tags[: j - 1].rstrip("JdPo").endswith(tuple("psco"))
    ):
        j = len(tags[: j - 1].rstrip("JdPo")) - 1  # "as the United States and Kenya commemorate": one subject
    if j < 0:
        return "main"
    before = tags[j]
    if before == "w":
        comma = tags[j - 1 : j] == "," or tags[max(0, j - 2) : j] == ",p"  # ", which" and ", in which"
        relative = units[j].word in ("which", "where", "whom") and comma
        return "relative" if relative and predicate.base in lexicon.acts else None
    if before in "cspoDBZNGTMEHOn":
        return None
    if before in "xXPJ'#)" and (last is not None or _MAIN_AFTER.search(tags, predicate.verb)):
        return None
    if before in "&," and last is not None:
        return "main" if _independent(lexicon, sentence, j, predicate, last) else None
    return "main"


def _independent(lexicon: Lexicon, sentence: Line, j: int, predicate: Predicate, last: Predicate) -> bool:
    """Whether a clause after a comma or "and" stands beside the last predicate and not inside its that-clause."""
    reported = "c" in sentence.tags[last.verb : j] or _zero_that(sentence, last, j)
    act = predicate.base in lexicon.acts
    if not reported:
        return act or predicate.form == "will" or sentence.tags[j] == "&" or "," in sentence.tags[last.verb : j]
    return act and predicate.form == last.form and predicate.form != "will"


def _zero_that(sentence: Line, last: Predicate, j: int) -> bool:
    """Whether a clause without "that" follows the last verb ("agreed the presence helped")."""
    return bool(re.match(r"[an]*d?[PJ]", sentence.tags[last.verb + 1 : j])) and bool(
        re.search(r"P[an]*[MHEZD]", sentence.tags[last.verb + 1 : j])
    )


def _clause_start(units: list[Unit], head: int, link: str) -> int:
    """The first unit of a clause: its subject with determiner and adjectives; the pronoun of a relative clause."""
    start = head
    while start > 0 and (units[start - 1].tag in "dJ" or units[start - 1].word in ("both", "neither")):
        start -= 1
    if link == "relative" and units[start - 1].word != "where":
        return start - 1
    return start


def _after_connector(tags: str, i: int) -> bool:
    """Whether a verb group stands straight after a comma, "and", a semicolon or ", which"."""
    return i > 0 and tags[i - 1] in ",&;w"


def _coordinated(lexicon: Lexicon, sentence: Line, i: int, last: Predicate) -> Predicate | None:
    """A predicate without a subject of its own that shares the last one's."""
    tags = sentence.tags
    predicate = _group(lexicon, sentence, i)
    if predicate is None or predicate.verb <= last.verb:
        return None
    if tags[i - 1] == "w":
        return _relative(lexicon, sentence, i, predicate)
    if last.link == "state" and last.subject is None:
        return None
    if _joins(lexicon, sentence, predicate, last):
        predicate.link, predicate.subject = "coordinated", last.subject
        predicate.start = predicate.group[0]
        if last.form == "will" and predicate.form == "present":
            predicate.form = "will"
        return predicate
    return None


def _relative(lexicon: Lexicon, sentence: Line, i: int, predicate: Predicate) -> Predicate | None:
    """A predicate after ", who": the speaker before it is its subject."""
    tags = sentence.tags
    if (
        sentence.units[i - 1].word == "who"
        and i > 2
        and tags[i - 2] == ","
        and tags[i - 3] == "P"
        and predicate.base in lexicon.acts
    ):
        predicate.link, predicate.subject, predicate.start = "relative", (i - 3, i - 2), i - 1
        return predicate
    return None


class _Join(Struct, gc=False):
    """A verb group after a connector, and what it may go on."""

    predicate: Predicate
    last: Predicate
    between: str
    """Tags from the last verb to the verb group."""
    act: bool
    """Whether the lexicon has rules for its verb."""
    reported: bool
    """Whether a that-clause or a relative clause stands between."""
    comma: bool
    """Whether a comma belongs to the connector."""
    after: str
    """The word after the verb, and its tag."""
    following: str


def _joins(lexicon: Lexicon, sentence: Line, predicate: Predicate, last: Predicate) -> bool:
    """Whether a verb group after a connector goes on the last predicate and not something inside its clause."""
    tags, units = sentence.tags, sentence.units
    i, n = predicate.group[0], predicate.verb + 1
    between = tags[last.verb + 1 : i]
    if between == "&" and last.base != "meet":  # "welcome and support": one object, one provision
        return False
    join = _Join(
        predicate,
        last,
        between,
        _acts(lexicon, sentence, predicate),
        "c" in between or "w" in between or _zero_that(sentence, last, i),
        "," in tags[max(0, i - 2) : i],
        units[n].word if n < len(units) else "",
        tags[n : n + 1],
    )
    tag = tags[next(j for j in range(i, n) if tags[j] not in "an")]
    if tag in "MHE":
        return not join.reported and (join.act or predicate.form == "will")
    if tag in "DN":
        return _joins_past(lexicon, sentence, join)
    if tag == "Z":
        return _joins_present(lexicon, sentence, join)
    return tag == "B" and _joins_base(lexicon, sentence, join)


def _acts(lexicon: Lexicon, sentence: Line, predicate: Predicate) -> bool:
    """Whether the lexicon has rules for a verb group, or for what it chains to ("continue to support")."""
    chain = _CHAIN.match(sentence.tags, predicate.verb + 1) if predicate.base in lexicon.chaining else None
    base = sentence.units[chain.end() - 1].base if chain else predicate.base
    stance = predicate.passive and _governed(lexicon, "be", sentence.units[predicate.verb].word)
    return stance or base in lexicon.acts


def _joins_past(lexicon: Lexicon, sentence: Line, join: _Join) -> bool:
    """Whether "..., and reiterated" goes on: after a past, and no participle or adjective ("and shared values")."""
    predicate, last = join.predicate, join.last
    i, n = predicate.group[0], predicate.verb + 1
    adjective = join.following in ("x", "X") and _ADJECTIVES.search(sentence.tags, last.verb + 1, i)
    if adjective or join.after == "by":
        return False
    word = sentence.units[predicate.verb].word
    if (
        word in lexicon.adjectival
        and join.following not in "dPc'"
        and not _governed(lexicon, join.predicate.base, join.after)
    ):
        return False
    if sentence.tags[i - 1] == "," and join.following == "p" and not _governed(lexicon, predicate.base, join.after):
        return False  # "the dialogue, launched in June"
    past = predicate.form == "past" and last.form in ("past", "perfect", "be")
    return past and join.act and sentence.tags[i:n].strip("an") == "D"


def _joins_present(lexicon: Lexicon, sentence: Line, join: _Join) -> bool:
    """Whether "..., and opposes" goes on: after a present, or where a comma and an object show that it is a verb."""
    if not join.act or _is_plural(sentence, join.last):
        return False
    if join.last.form in ("present", "be"):
        return not join.reported or (join.comma and join.predicate.base not in lexicon.working)
    return not join.reported and join.comma and join.following != "" and join.following in "dPJ"


def _is_plural(sentence: Line, last: Predicate) -> bool:
    """Whether a subject is of more than one, so that no verb in -s goes with it."""
    if last.subject is None:
        return False
    units = sentence.units[slice(*last.subject)]
    return any(
        u.tag == "&" or u.kind in ("collective", "office plural", "persons") or u.word in ("we", "they", "both")
        for u in units
    )


def _joins_base(lexicon: Lexicon, sentence: Line, join: _Join) -> bool:
    """Whether "will build ..., and advance ..." goes on: no infinitive may stand open between."""
    tags, last, i = sentence.tags, join.last, join.predicate.group[0]
    governed = _governed(lexicon, join.predicate.base, join.after)
    says = join.act and join.comma and join.predicate.base not in lexicon.working
    called = join.following == "p" and (governed or says)  # "and call on", ", and note with"
    if last.link == "item" or ":" in join.between or not (called or join.following in tuple("dPXxJc#TGa'D")):
        return False
    if sentence.units[join.predicate.verb].word in lexicon.adjectival and join.following != "d":
        return False
    infinitive = _CHAIN.search(tags, last.verb + 1, i) is not None and not _chained(lexicon, sentence, last, i)
    if last.form == "will":
        in_list = last.link == "coordinated" and tags[last.group[0] - 1] == "," and join.comma and tags[i - 1] == "&"
        return not join.reported and (not infinitive or in_list)
    saying = join.act and _acts(lexicon, sentence, last) and "w" not in join.between
    apart = join.comma or tags[i] == "a"  # "have ended the ban, and call for", "ended the ban and strongly condemn"
    return (
        (last.form in ("present", "be") or (last.form in ("past", "perfect") and apart))
        and saying
        and (not infinitive or join.predicate.base not in lexicon.working or join.following == "T")
    )


def _governed(lexicon: Lexicon, base: str, word: str) -> bool:
    """Whether a rule of the verb asks for the word after it ("shared views")."""
    return any(word in rule.governs.partition(" ")[0].lstrip("=").split("|") for rule in lexicon.acts.get(base, ()))


def _chained(lexicon: Lexicon, sentence: Line, last: Predicate, stop: int) -> bool:
    """Whether the only infinitive after the last verb is the one it chains to ("will continue to support")."""
    if sentence.units[last.verb].base not in lexicon.chaining or not _CHAIN.match(sentence.tags, last.verb + 1):
        return False
    return len(_CHAIN.findall(sentence.tags, last.verb + 1, stop)) == 1


def _opens_sentence_part(tags: str, i: int) -> bool:
    """Whether a new independent clause may open here: after ", and", or after a semicolon."""
    return i > 1 and (tags[i - 2 : i] == ",&" or tags[i - 1] == ";")


def _state(lexicon: Lexicon, sentence: Line, i: int, last: Predicate | None) -> Predicate | None:
    """A clause whose subject does not speak: a statement about the world, or an impersonal "it was agreed that"."""
    tags = sentence.tags
    if last is None and i > 0 and not (tags[i - 1] in ',:;"' or (i == 1 and tags[0] in 'a"')):
        return None
    if tags[i] in 'a,:;&"(-' or (tags[i] in "psTGN" and last is None and "," in tags[i:]):
        return None
    if last is not None and ("c" in tags[last.verb : i] or tags[i] not in "dP"):
        return None
    subject = _OTHER.match(tags, i)
    if subject is None:
        return None
    match = _STATE_VERB.match(tags, subject.end())
    if match is None or any(t in "cw;" for t in tags[i : subject.end()]):
        return None
    predicate = _group(lexicon, sentence, subject.end())
    if predicate is None:
        return None
    for head in range(i, subject.end()):
        if tags[head] in "PJX" and not _inside_phrase(tags, head):
            run = _SUBJECT.match(tags, head)
            spoken = _with_subject(lexicon, sentence, head, run.end(), last) if run else None
            if spoken is not None and spoken.verb <= predicate.verb:
                return spoken
    predicate.link, predicate.start = "state", i
    return predicate


def _clause_end(sentence: Line, here: Predicate, following: Predicate | None) -> int:
    """One past the last unit of a clause: the sentence's end, or where the next clause's connector starts."""
    tags, units = sentence.tags, sentence.units
    end = following.start if following else len(units)
    if following is not None and following.link in ("main", "state") and following.start > here.verb + 2:
        cut = _connector_before(tags, here.verb + 1, following.start)
        end = cut if cut else end
    speech = re.search(r':[a,]*"', tags[here.verb + 1 : end])
    if speech and "(" not in tags[here.verb : here.verb + 1 + speech.start()]:
        end = here.verb + 1 + speech.start()
    tail = _CONNECTOR.search(tags, here.verb + 1, end) if following else None
    end = tail.start() if tail else end
    while end > here.verb + 1 and tags[end - 1] in ",;:&.!?-(":
        end -= 1
    if tags[end - 1 : end] == '"' and tags[here.start : end].count('"') % 2 == 1:
        end -= 1
    while end > here.verb + 1 and tags[end - 1] in ",;:.!?":
        end -= 1
    return end


def _connector_before(tags: str, low: int, start: int) -> int:
    """Where the connector stands that opens the next clause, when an adverbial stands between it and the subject."""
    if tags[start - 1] != ",":
        return 0
    cut = max(tags.rfind(",&", low, start - 1), tags.rfind(";", low, start - 1))
    return cut if cut > low and start - cut < 25 else 0


def subject_and_group(lexicon: Lexicon, sentence: Line, i: int) -> Predicate | None:
    """The subject and verb group that stand at a unit, whatever governs them: the inside of a that-clause."""
    tags = sentence.tags
    start = i
    while start < len(tags) and tags[start] in "dJ":
        start += 1
    subject = _SUBJECT.match(tags, start)
    return _after_subject(lexicon, sentence, start, subject.end()) if subject else None
