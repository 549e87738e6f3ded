"""Where sources differ: every value of a slot side by side, who says it, our reading, what was set aside and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.comparing.judged_digest import prefers_what_is_gone
from briefing.dataset.linked.records import Conflict, Doubt, Rank, Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement
from briefing.views.base.context import Context, Linker
from briefing.views.base.placement import slot_id
from briefing.views.base.tokens import Prose, words
from briefing.views.parts.boxes import box_slot, is_told_elsewhere, rejection_slot, slot_box
from briefing.views.parts.coverage import origin_name
from briefing.views.parts.findings import Finding, is_difference, view_finding
from briefing.views.parts.questions import question_of, slot_question
from briefing.views.parts.rank_reason import standing_word, taken_back
from briefing.views.parts.sources import SourceRef, cited_name, source_refs
from briefing.views.parts.statements import slot_label
from briefing.views.parts.values import (
    Detail,
    claim_as_of,
    claim_value,
    firmness,
    group_value,
    qualifiers_of,
    spoken_by,
)

DIFFERING_QUALIFIERS = (
    "role", "share", "payer", "payee", "basis", "public_share", "scope", "period", "when", "condition", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in a box: who says it, when, how firmly, and how far we trust it.

    ``as_of_note`` and ``origin_note`` are empty where they would say again what stands beside them.
    """

    value: Prose
    sources: tuple[SourceRef, ...]
    published: str
    as_of: str
    as_of_note: str
    stage: str
    firmness: str
    grade: str
    origin: str
    origin_note: str
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The voices that say one value; ``standing`` is shown, standing or superseded."""

    value: Prose
    standing: str
    standing_word: str
    confidence: str
    confidence_word: str
    reason: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that an editor set aside: kept, folded, with the reason; ``judged`` leads to another page that did."""

    voice: Voice
    reason: str
    because: str
    judged: Prose


@dataclass(frozen=True, slots=True)
class Reading:
    """What an editor makes of it, why, and what would settle it."""

    word: str
    because: Prose
    settles_it: Prose
    decided: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A box: groups side by side, our reading and why, what would settle it, and what was set aside.

    ``title`` is a question where several answers stand, ``note`` the fact that it is about.
    """

    anchor: str
    title: str
    note: str
    disputed: bool
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    reading: Reading | None
    rejected: tuple[Rejected, ...]


def view_differences(ctx: Context, subject: SubjectId, linker: Linker) -> tuple[Difference, ...]:
    """Return the boxes of a subject: slots with a dispute, a judgement or a rejected claim, and what spans slots."""
    conflicts = [one for one in ctx.conflicts.get(subject, ()) if is_difference(ctx, one)]
    slots = [slot for slot in ctx.data.slots_of.get(subject, ()) if slot.about[0] == subject]
    boxes = [(slot, _standing_in(ctx, slot, conflicts)) for slot in slots]
    wanted = [(slot, found) for slot, found in boxes if found or _needs_box(ctx, slot)]
    inside = {conflict.key for _, found in wanted for conflict in found}
    spanning = [conflict for conflict in conflicts if conflict.key not in inside]
    return (
        *(_slot_box(ctx, slot, found, linker) for slot, found in wanted),
        *(_spanning_box(ctx, conflict, linker) for conflict in spanning),
    )


def _standing_in(ctx: Context, slot: Slot, conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    found = ((one, box_slot(ctx, one)) for one in conflicts)
    return tuple(one for one, home in found if home is not None and slot_id(home) == slot_id(slot))


def _needs_box(ctx: Context, slot: Slot) -> bool:
    if any(_is_rejected(ctx, claim) for claim in _set_aside(ctx, slot)):
        return True
    if slot.judgement is not None and sum(group.doubt is not Doubt.CORRECTED for group in slot.groups) > 1:
        return True
    return slot.disputed and not is_told_elsewhere(ctx, slot)


def _is_rejected(ctx: Context, claim: Claim) -> bool:
    """Tell whether it is an editor who set a claim aside, and not its source."""
    return ctx.data.slot_of[claim.key].ranks[claim.key] is Rank.REJECTED


def _slot_box(ctx: Context, slot: Slot, conflicts: Sequence[Conflict], linker: Linker) -> Difference:
    judgement = slot.judgement or next((one.judgement for one in conflicts if one.judgement), None)
    title, note = _slot_title(ctx, slot, conflicts, judgement)
    return Difference(
        anchor=slot_box(ctx, slot)[1],
        title=title,
        note=note,
        disputed=slot.disputed,
        groups=(
            *(_group(ctx, slot, group, judgement, linker) for group in slot.groups),
            *(_single(ctx, claim, linker) for claim in _neighbours(ctx, slot, conflicts)),
        ),
        findings=_told_apart(view_finding(ctx, one) for one in conflicts),
        reading=_reading(ctx, judgement, linker),
        rejected=tuple(_rejected(ctx, claim, judgement, linker) for claim in _set_aside(ctx, slot)),
    )


def _slot_title(
    ctx: Context, slot: Slot, conflicts: Sequence[Conflict], judgement: Judgement | None
) -> tuple[str, str]:
    """Return the question that a slot answers and what the slot is called; where there is none, its name alone."""
    label, attribute = slot_label(ctx, slot)
    # A claim set aside alone in its slot answers what was asked where it was judged.
    asked = judgement or next((ctx.rejections[one.key][1] for one in slot.claims if one.key in ctx.rejections), None)
    question = question_of(ctx, conflicts[0]) if conflicts else slot_question(ctx, slot, asked)
    return (question, f"{label} ({attribute})" if attribute else label) if question else (label, attribute)


def _told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that a box would tell in the same words."""
    first: dict[tuple[str, str, str], Finding] = {}
    for one in findings:
        first.setdefault((one.rule, one.status, one.gist), one)
    return tuple(first.values())


def _neighbours(ctx: Context, slot: Slot, conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """Return what the findings of a box hold against the slot: claims of others, without those set aside."""
    keys = dict.fromkeys(key for one in conflicts for key in one.claims if key in ctx.data.claims)
    others = [ctx.data.claims[key] for key in keys if slot_id(ctx.data.slot_of[key]) != slot_id(slot)]
    return tuple(one for one in others if one.key not in ctx.rejections and one.restates not in keys)


def _reading(ctx: Context, judgement: Judgement | None, linker: Linker) -> Reading | None:
    if judgement is None:
        return None
    word = judgement.word or ("prefer" if judgement.prefer else "reject" if judgement.reject else "note")
    if prefers_what_is_gone(ctx.data, judgement):
        word = "gone"
    return Reading(
        word=ctx.labels.word("reading", word),
        because=linker.prose(judgement.because),
        settles_it=linker.prose(judgement.settles_it),
        decided=judgement.decided.label if judgement.decided else "",
    )


def _group(ctx: Context, slot: Slot, group: ValueGroup, judgement: Judgement | None, linker: Linker) -> Group:
    standing = slot.ranks[group.claims[0].key]
    return Group(
        value=group_value(ctx, group, linker),
        standing=standing,
        standing_word=standing_word(ctx, slot, group, judgement),
        confidence=group.confidence,
        confidence_word=ctx.labels.word("confidence", group.confidence),
        reason=group.reason,
        voices=tuple(view_voice(ctx, claim, linker) for claim in group.claims if not _echo(claim, group.claims)),
    )


def _echo(claim: Claim, claims: Iterable[Claim]) -> bool:
    """True for a restatement that stands beside what it restates."""
    return claim.restates is not None and any(one.key == claim.restates for one in claims)


def view_voice(ctx: Context, claim: Claim, linker: Linker) -> Voice:
    """Return one claim as a voice."""
    stage = claim.qualifier("stage")
    cited = cited_name(ctx, claim)
    origin = cited or origin_name(ctx, claim.origin)
    as_of, published = claim_as_of(ctx, claim), claim.published.label
    return Voice(
        value=claim_value(ctx, claim, linker),
        sources=source_refs(ctx, [claim]),
        published=published,
        as_of=as_of,
        as_of_note="" if as_of == published else as_of,
        stage=ctx.labels.word("stage", stage) if stage else "",
        firmness=firmness(ctx, claim),
        grade=claim.grade,
        origin=origin,
        origin_note="" if cited or claim.origin == claim.article else origin,
        details=(*spoken_by(ctx, claim), *qualifiers_of(ctx, claim, linker, DIFFERING_QUALIFIERS)),
    )


def _set_aside(ctx: Context, slot: Slot) -> tuple[Claim, ...]:
    """Return the rejected claims that stand in the box of a slot: its own, and those rejected with it."""
    own = [claim for claim in slot.claims if slot.ranks[claim.key] is Rank.REJECTED]
    others = [one.claim for one in slot.judgement.reject] if slot.judgement else []
    claims = dict.fromkeys([*(claim.key for claim in own), *others])
    known = ctx.data.find_claims(claims)
    here = slot_id(slot)
    return tuple(
        claim
        for claim in known
        if slot_id(rejection_slot(ctx, claim)) == here
        or (slot_id(ctx.data.slot_of[claim.key]) == here and _judged_by(ctx, claim) not in slot.about)
    )


def _judged_by(ctx: Context, claim: Claim) -> SubjectId | None:
    """Return the subject in whose file a claim is rejected."""
    found = ctx.rejections.get(claim.key)
    return found[1].subject if found else None


def _rejected(ctx: Context, claim: Claim, shown: Judgement | None, linker: Linker) -> Rejected:
    if not _is_rejected(ctx, claim):
        return Rejected(view_voice(ctx, claim, linker), taken_back(ctx, claim), "", ())
    found = ctx.rejections.get(claim.key)
    reason = ctx.labels.word("reason", found[0].reason) if found else ""
    because = found[1].because.rstrip(". ") if found and found[1] is not shown else ""
    by = _judged_by(ctx, claim)
    judged = ctx.link(by) if by and by not in ctx.data.slot_of[claim.key].about and because else ()
    return Rejected(view_voice(ctx, claim, linker), reason, because, judged)


def _spanning_box(ctx: Context, conflict: Conflict, linker: Linker) -> Difference:
    """Return the box of a finding over several slots, in which every claim stands by itself."""
    claims = ctx.data.find_claims(conflict.claims)
    return Difference(
        anchor=f"differ-{conflict.key}",
        title=question_of(ctx, conflict),
        note=_things(ctx, claims),
        disputed=conflict.status == "open",
        groups=tuple(_single(ctx, claim, linker) for claim in claims),
        findings=(view_finding(ctx, conflict),),
        reading=_reading(ctx, conflict.judgement, linker),
        rejected=(),
    )


def _things(ctx: Context, claims: Iterable[Claim]) -> str:
    """Return what a finding over several slots is about: the names of the slots, each once."""
    return ", ".join(dict.fromkeys(slot_label(ctx, ctx.data.slot_of[claim.key])[0] for claim in claims))


def _single(ctx: Context, claim: Claim, linker: Linker) -> Group:
    slot = ctx.data.slot_of[claim.key]
    standing = slot.ranks[claim.key]
    label, _ = slot_label(ctx, slot)
    about = ctx.link(slot.about[0])
    # A relation may be written from its far end; its label is that of the near one.
    seen = replace(claim, value=value_of(slot, claim))
    confidence = slot.confidences.get(claim.key)
    return Group(
        value=(*claim_value(ctx, seen, linker), *words(f" ({label}, "), *about, *words(")")),
        standing=standing,
        standing_word=ctx.labels.say("shown-apart") if standing is Rank.SHOWN else ctx.labels.word("rank", standing),
        confidence=confidence or "",
        confidence_word=ctx.labels.word("confidence", confidence) if confidence else "",
        reason="",
        voices=(view_voice(ctx, claim, linker),),
    )
