"""Under which topic a row stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from accord.lexicon import Lexicon
from accord.records import Provision

OTHER = "Other"


def topic(lexicon: Lexicon, provisions: Iterable[Provision]) -> str:
    """The topic whose words weigh most in the provisions; of topics that weigh the same the first of the lexicon."""
    weights: defaultdict[str, float] = defaultdict(float)
    for p in provisions:
        for subject in [f.ref or "" for f in p.named("subject")] or p.subjects:
            weights[subject] += lexicon.topic_weights.get(subject, 0.0)
    order = list(lexicon.topic_weights)
    return max(weights, key=lambda t: (round(weights[t], 6), -order.index(t)), default=OTHER)


def sentence_topics(lexicon: Lexicon, provisions: tuple[Provision, ...]) -> list[str]:
    """For each provision the topic of the sentence that it stands in."""
    out: list[str] = []
    start = 0
    for k in range(1, len(provisions) + 1):
        if k == len(provisions) or not same_sentence(provisions[k - 1], provisions[k]):
            out += [topic(lexicon, provisions[start:k])] * (k - start)
            start = k
    return out


def same_sentence(p: Provision, q: Provision) -> bool:
    """Whether two neighbouring provisions stand in one sentence."""
    return p.sentence == q.sentence
