"""An editor's decisions as written in, typed judgements and outcomes out; what they name is checked here."""

from collections.abc import Iterator, Mapping

from briefing.decode.reading.content import Content, Fields, Findings, ScalarText
from briefing.decode.reading.hints import did_you_mean, first_character, reference_error
from briefing.decode.references.check_references import check_claims, check_reference
from briefing.decode.references.index import Index
from briefing.decode.shapes.judgements import JUDGEMENT_WORDS
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.diagnostics.suggest import nearest
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement, Move, Outcome, Rejection
from briefing.model.registry import Registry


def decode_judgement(
    subject: SubjectId, fields: Fields, index: Index, registry: Registry, findings: Findings
) -> Judgement:
    """Return a judgement on one slot of ``subject`` or on one finding."""
    finding = fields.record("finding")
    word = _word(fields)
    preferred = () if word else fields.scalars("prefer")
    findings.extend(_word_problems(preferred))
    findings.extend(_aim_problems(fields, registry))
    wrong = list(slot_problems(fields, registry))
    findings.extend(wrong)
    slot = fields.record("slot")
    reads = tuple(one for one in preferred if "#" in one.text or not _near_word(one))
    return Judgement(
        subject=subject,
        slot=slot_texts(fields) if slot and not slot.faulty and not wrong else None,
        finding_rule=finding.text("rule") if finding else None,
        finding_claims=check_claims(finding.scalars("claims"), index, findings, subject) if finding else (),
        prefer=check_claims(reads, index, findings, subject),
        word=word,
        reject=tuple(_decode_rejections(fields.records("reject"), index, findings, subject)),
        move=tuple(_decode_moves(fields.records("move"), index, findings, subject)),
        because=fields.text("because") or "",
        settles_it=fields.text("settles_it"),
        decided=fields.date("decided"),
        seen=fields.text("seen"),
        span=fields.span_of("slot") if slot else fields.span,
        question=fields.text("question"),
    )


def _word(fields: Fields) -> str | None:
    preferred = fields.texts("prefer")
    return preferred[0] if len(preferred) == 1 and preferred[0] in JUDGEMENT_WORDS else None


def _near_word(read: ScalarText) -> tuple[str, ...]:
    return nearest(read.text, JUDGEMENT_WORDS)


def _word_problems(preferred: tuple[ScalarText, ...]) -> Iterator[Diagnostic]:
    for read in preferred:
        if "#" not in read.text and (near := _near_word(read)):
            message = f'"{read.text}" is neither a claim nor a word for a judgement'
            hint = did_you_mean(near) if read.text not in JUDGEMENT_WORDS else "let the word stand alone"
            yield error("judgement-target", read.span, message, hint)


def _aim_problems(fields: Fields, registry: Registry) -> Iterator[Diagnostic]:
    if fields.faulty:
        return
    place = first_character(fields.span)
    if ("finding" in fields.keys) == ("slot" in fields.keys):
        message = "a judgement is on one slot or on one finding"
        yield error("judgement-target", place, message, "write either slot: or finding:")
    if not any(fields.values.get(name) for name in ("prefer", "reject", "move")):
        message, hint = "the judgement decides nothing", "add prefer:, reject: or move:"
        yield error("judgement-target", place, message, hint)
    finding = fields.record("finding")
    rule = finding.scalar("rule") if finding else None
    if rule and rule.text not in registry.rules and rule.text not in CODES:
        message, hint = f'no rule is called "{rule.text}"', "take the rule from what `briefing check` prints"
        yield reference_error("judgement-target", rule.span, message, rule.text, tuple(sorted(registry.rules)), hint)


def slot_problems(fields: Fields, registry: Registry) -> Iterator[Diagnostic]:
    """Report a slot that no claim can have: without an attribute, or with one that the registry does not know."""
    slot = fields.record("slot")
    if slot is None or slot.faulty:
        return
    read = slot.scalar("attribute")
    if read is None:
        hint = "add attribute: and the key fields of the claims meant"
        yield error("judgement-target", slot.span_of("attribute"), "the slot has no attribute", hint)
    elif read.text not in registry.attributes:
        message, hint = f'no attribute is called "{read.text}"', "write it as in the claims meant"
        yield reference_error("attribute-unknown", read.span, message, read.text, registry.attributes, hint)


def slot_texts(fields: Fields) -> dict[str, str]:
    """Return the slot that a judgement or an outcome names, as written."""
    return _texts(fields.mapping("slot"))


def _texts(content: Mapping[str, Content]) -> dict[str, str]:
    return {name: value.text for name, value in content.items() if isinstance(value, ScalarText)}


def _decode_rejections(
    records: tuple[Fields, ...], index: Index, findings: Findings, holder: str
) -> Iterator[Rejection]:
    for one in records:
        read = one.scalar("claim")
        keys: tuple[ClaimKey, ...] = check_claims((read,), index, findings, holder) if read else ()
        reason = one.text("reason")
        if reason and read:
            yield from (Rejection(key, reason, read.span) for key in keys)


def _decode_moves(records: tuple[Fields, ...], index: Index, findings: Findings, holder: str) -> Iterator[Move]:
    for one in records:
        to = check_reference(one.scalar("to"), "subject", index, findings)
        read = one.scalar("claim")
        keys: tuple[ClaimKey, ...] = check_claims((read,), index, findings, holder) if read else ()
        if to:
            yield from (Move(key, SubjectId(to)) for key in keys)


def decode_outcome(subject: SubjectId, fields: Fields, index: Index, registry: Registry, findings: Findings) -> Outcome:
    """Return what became of a plan."""
    findings.extend(slot_problems(fields, registry))
    return Outcome(
        slot_texts(fields),
        fields.text("state") or "unknown",
        fields.date("checked"),
        fields.text("because"),
        check_claims(fields.scalars("claims"), index, findings, subject),
        first_character(fields.span),
    )
