"""Runs the examples that the rules of the lexicon carry: they are its tests and its documentation."""

from __future__ import annotations

from collections.abc import Callable

from accord.extract.extract import extract
from accord.lexicon import ActRule, Lexicon, NounRule, Profile
from accord.lexicon.lexicon import Instrument, Modifier, Rule, SoftTime, Topic
from accord.records import Block, Document, Problem, Provision, Source, Span

_SOURCE = Source("", "example", "text/plain", "example", "1")
_TITLE = "Joint Statement of Japan and the United States"


def check(lexicon: Lexicon) -> tuple[list[Problem], int]:
    """The examples that fail, and how many there are; a rule without an example is a failure too."""
    problems: list[Problem] = []
    examples = 0
    for rule in lexicon.rules:
        if isinstance(rule, Profile):
            continue
        holds = _test(rule)
        name = _name(rule)
        if not rule.yes:
            problems.append(Problem(name, "has no example; add one under “yes”"))
        for expected, sentences in ((True, rule.yes), (False, rule.no)):
            for sentence in sentences:
                examples += 1
                found = any(holds(p) for p in example_provisions(lexicon, sentence))
                if found != expected:
                    verdict = "does not decide" if expected else "decides"
                    problems.append(Problem(name, f"{verdict} in “{sentence}”; mend the rule or the example"))
    return problems, examples


def example_provisions(lexicon: Lexicon, sentence: str) -> tuple[Provision, ...]:
    """The provisions of a sentence that stands alone, in a joint statement of Japan and the United States."""
    document = Document("example", _SOURCE, sentence, (Block("body", Span(0, len(sentence))),), title=_TITLE)
    return extract(document, lexicon).provisions


def _name(rule: Rule) -> str:
    if isinstance(rule, (ActRule, NounRule)):
        return rule.id
    if isinstance(rule, Modifier):
        return f"modifier:{rule.kind}"
    if isinstance(rule, Topic):
        return f"topic:{rule.topic}"
    return f"mention:{rule.kind}" if isinstance(rule, Instrument) else "time"


def _test(rule: Rule) -> Callable[[Provision], bool]:
    """What a provision must have for a rule to have decided in it."""
    if isinstance(rule, (ActRule, NounRule)):
        return lambda p: p.act != "state" and any(r.rule == rule.id for r in p.because)
    if isinstance(rule, Modifier):
        return lambda p: any(f.ref == rule.kind for f in p.named("modifier"))
    if isinstance(rule, Topic):
        return lambda p: rule.topic in p.subjects
    if isinstance(rule, Instrument):
        return lambda p: bool(p.named(rule.kind))
    assert isinstance(rule, SoftTime)
    return lambda p: bool(p.named("time"))
