"""An editor's decisions, typed: judgements on claims that differ, and outcomes of plans."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.hints import first_character
from briefing.decode.records.judgement_targets import (
    find_target_problems,
    find_word_problems,
    judgement_word,
    preferred_claims,
)
from briefing.decode.records.slots import find_slot_problems, slot_texts
from briefing.decode.references.check_references import check_claims, check_subject
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Span
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement, Move, Outcome, Rejection
from briefing.model.registry import Registry


def decode_judgement(
    subject: SubjectId, fields: Fields, index: Index, registry: Registry, findings: Findings
) -> Judgement:
    """Return a judgement on one slot of ``subject`` or on one finding."""
    preferred = _preferred(fields)
    findings.extend(find_word_problems(preferred))
    findings.extend(find_target_problems(fields, registry))
    slot = _decode_slot(fields, registry, findings)
    return Judgement(
        subject=subject,
        slot=slot,
        finding_rule=fields.text_within("finding", "rule"),
        finding_claims=check_claims(fields.inner("finding").scalars("claims"), index, findings, subject),
        prefer=check_claims(preferred_claims(preferred), index, findings, subject),
        word=judgement_word(fields),
        reject=tuple(_decode_rejections(fields.records("reject"), index, findings, subject)),
        move=tuple(_decode_moves(fields.records("move"), index, findings, subject)),
        because=fields.text_or("because", ""),
        settles_it=fields.text("settles_it"),
        decided=fields.date("decided"),
        seen=fields.text("seen"),
        span=_span_of_aim(fields),
        question=fields.text("question"),
    )


def _preferred(fields: Fields) -> tuple[ScalarText, ...]:
    """Return what is preferred where that is no single word, such as differs."""
    if judgement_word(fields):
        return ()
    return fields.scalars("prefer")


def _decode_slot(fields: Fields, registry: Registry, findings: Findings) -> dict[str, str] | None:
    """Return the slot that a judgement is on, or None where it is on none or on one that no claim can have."""
    problems = list(find_slot_problems(fields, registry))
    findings.extend(problems)
    slot = fields.record("slot")
    if slot is None or slot.faulty or problems:
        return None
    return slot_texts(fields)


def _span_of_aim(fields: Fields) -> Span:
    """Return where the slot stands; a judgement on a finding stands for itself."""
    slot = fields.record("slot")
    if slot:
        return slot.span
    return fields.span


def decode_outcome(subject: SubjectId, fields: Fields, index: Index, registry: Registry, findings: Findings) -> Outcome:
    """Return what became of a plan."""
    findings.extend(find_slot_problems(fields, registry))
    return Outcome(
        slot_texts(fields),
        fields.text_or("state", "unknown"),
        fields.date("checked"),
        fields.text("because"),
        check_claims(fields.scalars("claims"), index, findings, subject),
        first_character(fields.span),
    )


def _decode_rejections(
    records: tuple[Fields, ...], index: Index, findings: Findings, holder: str
) -> Iterator[Rejection]:
    """Yield the claims that are set aside, each with its reason."""
    for record in records:
        reason = record.text("reason")
        # The claim is checked even where the reason is wrong. A list claim is rejected part by part.
        for scalar in record.any_scalars("claim"):
            keys = check_claims((scalar,), index, findings, holder)
            if reason:
                yield from (Rejection(key, reason, scalar.span) for key in keys)


def _decode_moves(records: tuple[Fields, ...], index: Index, findings: Findings, holder: str) -> Iterator[Move]:
    """Yield the claims that belong to another subject."""
    for record in records:
        subject = check_subject(record.scalar("to"), index, findings)
        keys = check_claims(record.any_scalars("claim"), index, findings, holder)
        if subject:
            yield from (Move(key, subject) for key in keys)
