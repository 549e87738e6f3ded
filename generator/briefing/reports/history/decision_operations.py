"""What editors decided: judgements that are new, say something else or were taken back, and outcomes of plans."""

from collections.abc import Iterator, Mapping

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.diff import FieldChange
from briefing.dataset.linked.judgement_changes import target_of
from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.subject_sets import judgements_of
from briefing.dataset.operations import Operation, OperationKind
from briefing.dataset.rule_base.plans import outcome_of
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement, Outcome
from briefing.reports.history.step import Step

_REASONS = frozenset({"because", "settles_it"})
"""What a judgement says in the editors' own words."""


# ---- judgements


def judgement_operations(step: Step) -> Iterator[Operation]:
    """Yield an operation for every judgement that is new, says something else, or was taken back."""
    comparison = step.comparison
    judged = {target_of(judgement): judgement for judgement in comparison.judged}
    # Only where any judgement is new is it of use to know what was said before.
    before = _judgements_by_target(step.old) if judged else {}
    for target, judgement in judged.items():
        yield _judged(step, before.get(target), judgement)
    for judgement in comparison.unjudged:
        yield _judged(step, judgement, None)


def _judgements_by_target(dataset: Dataset) -> dict[tuple[object, ...], Judgement]:
    return {target_of(judgement): judgement for judgement in judgements_of(dataset.subjects.values())}


def _judged(step: Step, was: Judgement | None, now: Judgement | None) -> Operation:
    dataset, judgement = (step.old, was) if now is None else (step.new, now)
    assert judgement is not None
    before, after = _decision(was), _decision(now)
    names = sorted(before.keys() | after.keys())
    fields = [FieldChange(name, before.get(name), after.get(name)) for name in names]
    changes = tuple(field for field in fields if field.was != field.now)
    is_decision = any(change.field not in _REASONS for change in changes)
    return Operation(
        OperationKind.JUDGED,
        step.commit,
        step.day,
        about=(judgement.subject,),
        question=_judged_question(dataset, judgement),
        was=_verdict(was),
        now=_verdict(now),
        claims=_judged_claims(judgement),
        substance=is_decision and not step.renames.concern(judgement.subject),
        fields=changes,
    )


def _decision(judgement: Judgement | None) -> dict[str, str]:
    """Return the parts of a judgement that it has, as printed."""
    if judgement is None:
        return {}
    parts = {
        "prefer": judgement.word or ", ".join(judgement.prefer),
        "reject": ", ".join(f"{rejection.claim} ({rejection.reason})" for rejection in judgement.reject),
        "move": ", ".join(f"{move.claim} to {move.to}" for move in judgement.move),
        "because": judgement.because,
        "settles_it": judgement.settles_it or "",
    }
    return {name: text for name, text in parts.items() if text}


def _verdict(judgement: Judgement | None) -> str | None:
    """Return what a judgement prefers, or that it only sets aside or moves."""
    if judgement is None:
        return None
    if judgement.reject and not judgement.prefer:
        return judgement.word or "rejected"
    return judgement.word or ", ".join(judgement.prefer) or "moved"


def _judged_claims(judgement: Judgement) -> tuple[ClaimKey, ...]:
    rejected = (rejection.claim for rejection in judgement.reject)
    moved = (move.claim for move in judgement.move)
    return tuple(dict.fromkeys([*judgement.prefer, *rejected, *moved, *judgement.finding_claims]))


def _judged_question(dataset: Dataset, judgement: Judgement) -> SlotKey | None:
    """Return the one slot that a judgement settles; None where it settles several, or a finding."""
    slots = dataset.slots_of.get(judgement.subject, ())
    keys = [SlotKey.of(slot) for slot in slots if slot.judgement is judgement]
    if len(keys) != 1:
        return None
    return keys[0]


# ---- outcomes


def outcome_operations(step: Step) -> Iterator[Operation]:
    """Yield an operation for every plan of which something else is known than before."""
    old, new = step.old.subjects, step.new.subjects
    for subject in sorted(old.keys() | new.keys()):
        if old.get(subject) is not new.get(subject):
            yield from _outcomes_of_subject(step, subject)


def _outcomes_of_subject(step: Step, subject: SubjectId) -> Iterator[Operation]:
    before, after = _outcomes(step.old, subject), _outcomes(step.new, subject)
    # The order in which the file has them, those that are gone last.
    for slot in dict.fromkeys([*after, *before]):
        was, now = before.get(slot), after.get(slot)
        fields = _outcome_changes(was, now)
        if fields:
            yield _outcome(step, subject, was, now, fields)


def _outcomes(dataset: Dataset, subject: SubjectId) -> Mapping[tuple[tuple[str, str], ...], Outcome]:
    record = dataset.subjects.get(subject)
    if record is None:
        return {}
    return {tuple(sorted(outcome.slot.items())): outcome for outcome in record.outcomes}


def _outcome_changes(was: Outcome | None, now: Outcome | None) -> tuple[FieldChange, ...]:
    before, after = _outcome_fields(was), _outcome_fields(now)
    fields = [FieldChange(name, before.get(name), after.get(name)) for name in sorted(before.keys() | after.keys())]
    return tuple(field for field in fields if field.was != field.now)


def _outcome_fields(outcome: Outcome | None) -> dict[str, str]:
    if outcome is None:
        return {}
    parts = {
        "state": outcome.state,
        "checked": outcome.checked.printed if outcome.checked else "",
        "because": outcome.because or "",
        "claims": ", ".join(outcome.claims),
    }
    return {name: text for name, text in parts.items() if text}


def _outcome(
    step: Step, subject: SubjectId, was: Outcome | None, now: Outcome | None, fields: tuple[FieldChange, ...]
) -> Operation:
    outcome, dataset = (was, step.old) if now is None else (now, step.new)
    assert outcome is not None
    return Operation(
        OperationKind.OUTCOME,
        step.commit,
        step.day,
        about=(subject,),
        question=_outcome_question(dataset, subject, outcome),
        was=_state(was),
        now=_state(now),
        claims=outcome.claims,
        # That somebody has looked again, or says why in other words, changes nothing that is known.
        substance=any(field.field == "state" for field in fields) and not step.renames.concern(subject),
        fields=fields,
    )


def _state(outcome: Outcome | None) -> str | None:
    if outcome is None:
        return None
    return outcome.state


def _outcome_question(dataset: Dataset, subject: SubjectId, outcome: Outcome) -> SlotKey | None:
    record = dataset.subjects.get(subject)
    slots = dataset.slots_of.get(subject, ())
    return next((SlotKey.of(slot) for slot in slots if outcome_of(record, slot) is outcome), None)
