"""Judgements as lines of a report on changes."""

from briefing.dataset.linked.records import Dataset
from briefing.model.records import Judgement
from briefing.reports.change_line import Line
from briefing.reports.subject_names import join_names, subject_url


def judgement_line(dataset: Dataset, judgement: Judgement, shown: Dataset) -> Line:
    """Tell what a judgement of ``dataset`` is about, what it decides, what it rejects, and why.

    It leads to the page of its subject in ``shown``, the state that readers see.
    """
    subject = join_names(dataset, [judgement.subject])
    rejections = [f"rejects {rejection.claim} ({rejection.reason})" for rejection in judgement.reject]
    parts = [
        f"{subject}, {_judged_question(judgement)}",
        _decision(judgement),
        ", ".join(rejections),
        judgement.because,
    ]
    text = "; ".join(filter(None, parts))
    return Line(text, subject_url(shown, [judgement.subject]))


def _judged_question(judgement: Judgement) -> str:
    if not judgement.slot:
        return f"finding {judgement.finding_rule}"
    return ", ".join(f"{name} {value}" for name, value in judgement.slot.items())


def _decision(judgement: Judgement) -> str:
    return judgement.word or ", ".join(f"prefers {key}" for key in judgement.prefer)
