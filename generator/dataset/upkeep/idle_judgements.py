"""judgement-idle: a judgement on a finding that is not found any more, or that another judgement answers."""

from collections.abc import Iterator

from generator.dataset.records import Dataset
from generator.diagnostics.diagnostic import Diagnostic, warning
from generator.model.records import Judgement


def find_idle_judgements(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every judgement on a finding that no conflict carries; one that sets claims aside or moves them works."""
    answered = {id(one.judgement) for one in dataset.conflicts if one.judgement}
    for subject in dataset.subjects.values():
        for judgement in subject.judgements:
            at_work = id(judgement) in answered or judgement.reject or judgement.move
            if judgement.finding_rule and not at_work:
                yield _finding(dataset, judgement)


def _finding(dataset: Dataset, judgement: Judgement) -> Diagnostic:
    rule, claims = judgement.finding_rule, set(judgement.finding_claims)
    near = next((one for one in dataset.conflicts if one.rule == rule and claims & set(one.claims)), None)
    if near is None:
        message = f'nothing that "{rule}" finds is about these claims any more'
        hint = "the difference is gone: take the judgement out, or name another rule or editor-differs"
    elif near.judgement and claims <= set(near.claims):
        message = f'another judgement answers what "{rule}" finds about these claims'
        hint = "make one judgement of the two"
    else:
        message = f'what "{rule}" finds is not about all of these claims any more'
        hint = f"name the claims that are left: {', '.join(near.claims[:5])}"
    return warning("judgement-idle", judgement.span, message, hint)
