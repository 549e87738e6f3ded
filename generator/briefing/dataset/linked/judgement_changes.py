"""Which judgements of one state of the data another one has not, by what they say or by what they are about."""

from collections.abc import Callable, Iterator

from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.subject_sets import judgements_of
from briefing.model.records import Judgement

Sentence = tuple[object, ...]
"""All of a judgement, or a part of it, by which two states of the data are held against each other."""


def target_of(judgement: Judgement) -> Sentence:
    """Return what a judgement is about."""
    slot = None
    if judgement.slot:
        # In whatever order the file has its fields.
        slot = tuple(sorted(judgement.slot.items()))
    return judgement.subject, slot, judgement.finding_rule, judgement.finding_claims


def sentence_of(judgement: Judgement) -> Sentence:
    """Return all that a judgement says; where it stands and when it was made is no part of that."""
    rejected = tuple((rejection.claim, rejection.reason) for rejection in judgement.reject)
    moved = tuple((move.claim, move.to) for move in judgement.move)
    decision = (judgement.prefer, judgement.word, rejected, moved)
    return *target_of(judgement), *decision, judgement.because, judgement.settles_it


def new_judgements(
    data: Dataset, other: Dataset, same: Callable[[Judgement], Sentence] = sentence_of
) -> Iterator[Judgement]:
    """Yield the judgements of a state of the data of which the other one has none that is the ``same``."""
    others = set(map(same, judgements_of(other.subjects.values())))
    in_order = map(data.subjects.__getitem__, sorted(data.subjects))
    for judgement in judgements_of(in_order):
        if same(judgement) not in others:
            yield judgement
