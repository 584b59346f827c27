"""From a document to its register: the pipeline of the extraction, one visible step after the other."""

from __future__ import annotations

import re

from accord.extract import acts, addressees, clauses, fields, firmness, frame
from accord.extract.acts import Reading
from accord.extract.clauses import Predicate
from accord.extract.fields import Found
from accord.extract.frame import Frame
from accord.extract.units import Line, Unit, read_line
from accord.lexicon import Lexicon
from accord.records import Abstention, Document, Field, Provision, Quote, Reason, Register, Sentence
from accord.text import View, fold, split

_GATHERING = frozenset(("meet", "gather"))
"""Verbs of which all parties are the subject, named or not, where no object follows."""
_TIMED = frozenset(("commit", "agree", "direct", "support"))
_AHEAD = re.compile(
    r"(?i)by|before|within|no later|not later|this|next|later|over the (?:next|coming)|at an early|in the coming"
    r"|beginning|starting"
)
_NOT_PAST = re.compile(
    r"(?i)(?!since|as of|(?:in|over|during|for) the (?:past|last|following)|beyond|following|from \d)"
)


def extract(document: Document, lexicon: Lexicon) -> Register:
    """The provisions of a document in text order, with what could not be read.

    Every quote and every field obeys ``document.text[start:end] == exact``.
    """
    view = fold(document.text)
    sentences = list(split(document, view, lexicon.abbreviations))
    lines = [_line(lexicon, view, s) for s in sentences]
    who = frame.build(lexicon, document, _title(lexicon, document), [line.units for line in lines])
    writer = _Writer(document, view, lexicon, who)
    for number, (sentence, line) in enumerate(zip(sentences, lines, strict=True)):
        if line.units:
            writer.number = number
            writer.read(sentence, frame.with_surnames(lexicon, who, line))
    return Register(document, who.parties, tuple(writer.provisions), tuple(writer.abstentions), len(sentences))


def _line(lexicon: Lexicon, view: View, sentence: Sentence) -> Line:
    start, end = view.position(sentence.span.start), view.position(sentence.span.end - 1) + 1
    return read_line(lexicon, view.text, start, end)


def _title(lexicon: Lexicon, document: Document) -> list[Unit]:
    if not document.title:
        return []
    folded = fold(document.title).text
    return read_line(lexicon, folded, 0, len(folded)).units


class _Writer:
    """Writes the provisions of one document; remembers what later sentences refer to."""

    def __init__(self, document: Document, view: View, lexicon: Lexicon, who: Frame) -> None:
        self.document, self.view, self.lexicon, self.who = document, view, lexicon, who
        self.provisions: list[Provision] = []
        self.abstentions: list[Abstention] = []
        self.number = 0
        """Number of the sentence that is being read."""
        self.block, self.item = -1, False
        """Block of the last sentence, and whether it is an item of a list."""
        self.lead: Provision | None = None
        """The provision with a colon at its end that governs the bullets which follow."""

    def read(self, sentence: Sentence, line: Line) -> None:
        """Add the provisions of one sentence, or say why there are none."""
        bullet = self._is_item(sentence)
        self.lead = self.lead if bullet else None
        found = clauses.find(self.lexicon, line, item=self.lead is not None)
        mentions = fields.read(self.lexicon, line, self.view.text) if found else []
        before = len(self.provisions)
        listed = line.tags.endswith(("T:", "T"))
        for predicate in found:
            reading = acts.read(self.lexicon, line, predicate)
            if predicate.link == "item" and reading.act == "state" and self.lead is not None:
                reading.act = self.lead.act
                reading.commissive = self.lead.commissive or self.lead.act in ("agree", "commit", "direct")
            if listed and predicate is found[-1] and reading.act == "agree":
                reading.commissive = True
            self.provisions.append(self._provision(sentence, line, predicate, reading, mentions))
        if len(self.provisions) == before:
            self._abstain(sentence, line)
        elif line.tags.endswith(":") and not bullet:
            self.lead = self.provisions[-1]

    def _is_item(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in an item of a list: a bullet, or a paragraph with a number before it."""
        if sentence.block != self.block:
            block = self.document.blocks[sentence.block]
            self.block = sentence.block
            self.item = block.kind == "bullet" or sentence.span.start > block.span.start
        return self.item

    def _abstain(self, sentence: Sentence, line: Line) -> None:
        act = next((u for u in line.units if u.base in self.lexicon.acts and u.tag in "DBZ"), None)
        if act is not None:
            quote = self.document.quote(sentence.span.start, sentence.span.end)
            self.abstentions.append(Abstention(quote, f"carries the act word “{act.text}”, but no rule finds who acts"))

    def _quote(self, start: int, end: int) -> Quote:
        span = self.view.span(start, end)
        return self.document.quote(span.start, span.end)

    def _provision(
        self, sentence: Sentence, line: Line, p: Predicate, reading: Reading, mentions: list[Found]
    ) -> Provision:
        units = line.units
        actors, about = self._actors(line, p, reading)
        if reading.act != "state" and not actors:
            reading = Reading("state", reading.end, used=[*reading.used, ("state:nobody", p.start)])
        elif p.form == "will" and len(self.who.parties) > 1 and not set(actors) & set(self.who.parties):
            reading = Reading("state", reading.end, used=[*reading.used, ("state:third party", p.start)])
        if reading.commissive and self._is_of_others(line, p, reading, actors):
            reading.act, reading.commissive = "affirm", False
            reading.used.append(("noun:of others", reading.noun or p.verb))
        quote = self._quote(units[p.start].start, units[p.end - 1].end)
        first = next(j for j in range(p.group[0], p.verb + 1) if line.tags[j] not in "an")
        trigger = self._quote(units[first].start, units[reading.end - 1].end)
        inside = [m for m in mentions if units[p.start].start <= m[1] and m[2] <= units[p.end - 1].end]
        reading.actors = actors
        targets = [] if about else addressees.find(self.lexicon, self.who, line, p, reading)
        aimed = tuple(sorted({c for j in targets if (c := addressees.code_of(self.who, line, j))}))
        if reading.swapped is not None and self.provisions:
            about = self.provisions[-1]
        if about is not None and reading.act == "support":
            aimed = tuple(c for c in about.actors if c not in actors)
        elif not aimed and reading.act == "support":
            about, aimed = self._answered(line, reading, actors)
        carried = self._fields(line, p, reading, targets, inside)
        return Provision(
            id=f"{self.document.id}:{quote.start}-{quote.end}",
            quote=quote,
            trigger=trigger,
            act=reading.act,
            actors=_many(actors) if reading.act != "state" else (),
            addressees=aimed if reading.act != "state" else (),
            commissive=reading.commissive,
            polarity="negative" if p.negative else "positive",
            firmness=firmness.read(self.lexicon, line, p, reading, carried),
            by=self._by(carried, reading),
            money=next((f.exact for f in carried if f.field == "money"), None),
            subjects=tuple(dict.fromkeys(f.ref for f in carried if f.field == "subject" and f.ref))
            or (about.subjects if about else ()),
            about=about.id if about else None,
            group=self.lead.id if self.lead else None,
            fields=carried,
            because=self._because(line, p, reading),
            sentence=self.number,
            heading=sentence.heading,
        )

    def _actors(self, line: Line, p: Predicate, reading: Reading) -> tuple[tuple[str, ...], Provision | None]:
        """Who acts, and the provision that a relative clause answers."""
        answers = p.link == "relative" and line.units[p.start - 1].word != "where"
        about = self.provisions[-1] if answers and self.provisions else None
        if p.link == "item" and self.lead is not None:
            return self.lead.actors, None
        if p.link == "headless":
            participle = line.tags[p.verb] == "G"
            return (self.who.parties if participle else self.who.last_subject or self.who.parties), None
        if p.link == "coordinated" and self.who.last_subject:
            codes = self.who.last_subject
        elif p.link == "coordinated" and p.subject is None:
            return self.who.parties, None
        elif p.subject is None:
            self.who.last_thing = None  # "it" is now what the statement was about
            return (self.who.parties if p.link == "impersonal" or reading.act == "meet" else ()), None
        else:
            codes = frame.resolve(self.who, line.units[slice(*p.subject)])
        if reading.swapped is not None:
            codes = frame.resolve(self.who, [line.units[reading.swapped]])
        if reading.act == "meet" and len(codes) == 1:
            codes = self._met(line, p, codes)
        return codes, about

    def _is_of_others(self, line: Line, p: Predicate, reading: Reading, actors: tuple[str, ...]) -> bool:
        """Whether the promise that an act noun names is somebody else's ("recognized Japan's commitment")."""
        if reading.noun is None:
            return False
        owners = [
            u
            for u, after in zip(line.units[p.verb + 1 :], line.tags[p.verb + 2 : reading.noun + 1], strict=False)
            if after == "'" and u.refs
        ]
        return bool(owners) and not any(set(u.refs) & set(actors) for u in owners)

    def _met(self, line: Line, p: Predicate, codes: tuple[str, ...]) -> tuple[str, ...]:
        """All who met: the subject and those it met, hosted or spoke with."""
        others = []
        for j in range(p.verb + 1, p.end):
            unit = line.units[j]
            if unit.kind in ("person", "party", "office") and line.tags[j + 1 : j + 2] != "'":
                code = addressees.code_of(self.who, line, j)
                if code in self.who.parties:
                    others.append(code)
            elif unit.kind == "collective" and j < p.verb + 8 and "w" not in line.tags[p.verb : j]:
                others.extend(self.who.parties)
        clause = line.units[p.verb + 1 : p.end]
        if not others and p.base in _GATHERING and clause and clause[0].tag not in "Pd":
            return codes if any(u.word == "with" for u in clause) else self.who.parties
        return tuple(sorted({*codes, *others}))

    def _answered(
        self, line: Line, reading: Reading, actors: tuple[str, ...]
    ) -> tuple[Provision | None, tuple[str, ...]]:
        """The provision that "such commitment", "this decision" takes up, and its actors."""
        after = [u.word for u in line.units[reading.end : reading.end + 3]]
        if self.provisions and after and after[0] in ("such", "this", "these", "that"):
            last = self.provisions[-1]
            return last, tuple(c for c in last.actors if c not in actors)
        return None, ()

    def _fields(
        self, line: Line, p: Predicate, reading: Reading, targets: list[int], inside: list[Found]
    ) -> tuple[Field, ...]:
        """The fields of a provision, each with its words, in text order."""
        operative = self._operative(line, p, reading)
        last = line.units[operative[1] - 1].end
        out = [
            self._field(kind, start, end, ref, value)
            for kind, start, end, ref, value in inside
            if ref != "stronger" or start < last
        ]
        if p.subject is not None and reading.act != "state":
            for unit in line.units[slice(*p.subject)]:
                if unit.tag == "P":
                    codes = frame.resolve_one(self.who, unit)
                    out.append(self._field("actor", unit.start, unit.end, ",".join(codes) or None, None))
        for unit in line.units[p.start : p.end]:
            codes = self._named(unit)
            out.extend([self._field("party", unit.start, unit.end, ",".join(codes), None)] if codes else [])
        out.extend(self._items(line, p))
        out.append(self._field("operative", line.units[operative[0]].start, last, None, None))
        for j in targets:
            unit = line.units[j]
            out.append(self._field("addressee", unit.start, unit.end, addressees.code_of(self.who, line, j), None))
        if reading.act == "direct":
            task = next(
                (u for u in line.units[reading.end : p.end] if u.kind in ("collective", "organ", "office", "person")),
                None,
            )
            if task is not None:
                out.append(self._field("delegation", task.start, task.end, None, None))
        return tuple(sorted(set(out), key=lambda f: (f.start, f.end, f.field, f.ref or "")))

    def _items(self, line: Line, p: Predicate) -> list[Field]:
        """The items of a list inside the clause ("will seek to: a; b; and c")."""
        colon = line.tags.find(":", p.verb, p.end)
        if colon < 0 or ";" not in line.tags[colon : p.end]:
            return []
        out, start = [], colon + 1
        for j in range(colon + 1, p.end + 1):
            if j == p.end or line.tags[j] == ";":
                while start < j and line.tags[start] in "&;,":
                    start += 1
                if start < j:
                    out.append(self._field("item", line.units[start].start, line.units[j - 1].end, None, None))
                start = j + 1
        return out

    def _named(self, unit: Unit) -> tuple[str, ...]:
        """Codes of the parties that a unit names, whatever its part in the clause."""
        if unit.kind in ("person", "office"):
            return frame.resolve_one(self.who, unit)
        return unit.refs if unit.kind in ("party", "adjective", "organ", "compound") else ()

    def _operative(self, line: Line, p: Predicate, reading: Reading) -> tuple[int, int]:
        """The operative words: the verb with what is held, done or wanted ("confirmed the vital importance")."""
        first = next(j for j in range(p.group[0], p.verb + 1) if line.tags[j] not in "a")
        promise = next((j for rule, j in reading.used if rule == "promise:that"), None)
        if promise is not None and promise < reading.end + 8:
            return first, promise + 1
        end = reading.end
        on = (
            re.match(r"[an]*pd?[xa]*x", line.tags[end : p.end])
            if line.units[end - 1].base in ("agree", "concur")
            else None
        )
        end += on.end() if on else 0
        while end < min(p.end, reading.end + 6) and (line.tags[end] in "dxJ'aND" or line.tags[end : end + 2] == "P'"):
            end += 1
        while end > reading.end and line.tags[end - 1] in "d'a":
            end -= 1
        return first, end

    def _field(self, kind: str, start: int, end: int, ref: str | None, value: str | None) -> Field:
        quote = self._quote(start, end)
        return Field(kind, quote.start, quote.end, quote.exact, ref, value)

    def _by(self, carried: tuple[Field, ...], reading: Reading) -> str | None:
        """The time of an action promised, tasked or welcomed; not that of a past event."""
        if reading.act not in _TIMED and not (reading.act == "affirm" and reading.commissive):
            return None
        pattern = _AHEAD if reading.act == "support" else _NOT_PAST
        return next((f.exact for f in carried if f.field == "time" and pattern.match(f.exact)), None)

    def _because(self, line: Line, p: Predicate, reading: Reading) -> tuple[Reason, ...]:
        reasons = [(f"clause:{p.link}", p.group[0]), *reading.used]
        if p.subject is not None:
            reasons += [(rule, p.subject[0]) for rule in dict.fromkeys(self.who.used)]
        out = []
        for rule, j in reasons:
            unit = line.units[min(j, len(line.units) - 1)]
            span = self.view.span(unit.start, unit.end)
            out.append(Reason(rule, span.start, span.end))
        return tuple(out)


def _many(actors: tuple[str, ...]) -> tuple[str, ...]:
    """More than six parties are written ``*`` (codebook, section 3)."""
    return ("*",) if len(actors) > 6 else actors
