"""Where sources differ: every value of a slot side by side, who says it, our reading, what was set aside and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dataset.records import Conflict, Rank, Slot, ValueGroup
from generator.dataset.slots import SlotKey
from generator.model.claims import Claim
from generator.model.ids import ClaimKey, SubjectId
from generator.model.records import Judgement
from generator.routes import CONFLICTS, PagePath, list_page
from generator.views.context import Context, Linker
from generator.views.placement import slot_id
from generator.views.sources import SourceRef, cited_name, source_refs
from generator.views.statements import slot_label
from generator.views.tokens import PageLink, Prose, words
from generator.views.values import Detail, claim_value, firmness, group_value, qualifiers_of

DIFFERING_QUALIFIERS = ("payer", "payee", "basis", "public_share", "scope", "period", "when", "condition", "note")


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in a box: who says it, when, how firmly, and how far we trust it."""

    value: Prose
    sources: tuple[SourceRef, ...]
    published: str
    as_of: str
    stage: str
    firmness: str
    grade: str
    origin: str
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
    """A claim that an editor set aside: kept, folded, with the reason."""

    voice: Voice
    reason: str
    because: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, with its status and its permanent place."""

    rule: str
    status: str
    status_word: str
    message: str
    place: PageLink


@dataclass(frozen=True, slots=True)
class Difference:
    """A box: groups side by side, our reading and why, what would settle it, and what was set aside."""

    anchor: str
    title: str
    note: str
    disputed: bool
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    reading: Prose
    reading_word: str
    settles_it: Prose
    decided: str
    rejected: tuple[Rejected, ...]


def view_differences(ctx: Context, subject: SubjectId, linker: Linker) -> tuple[Difference, ...]:
    """Return the boxes of a subject: slots with a dispute, a judgement or a rejected claim, and what spans slots."""
    conflicts = [one for one in ctx.conflicts.get(subject, ()) if is_difference(ctx, one)]
    slots = [slot for slot in ctx.data.slots_of.get(subject, ()) if slot.about[0] == subject]
    boxes = [(slot, _within(slot, conflicts)) for slot in slots]
    wanted = [(slot, found) for slot, found in boxes if found or _needs_box(slot)]
    inside = {conflict.key for _, found in wanted for conflict in found}
    spanning = [conflict for conflict in conflicts if conflict.key not in inside]
    return (
        *(_slot_box(ctx, subject, slot, found, linker) for slot, found in wanted),
        *(_spanning_box(ctx, conflict, linker) for conflict in spanning),
    )


def view_notes(ctx: Context, subject: SubjectId) -> tuple[Finding, ...]:
    """Return the findings on how something is said; of one name for several subjects the lookalikes tell."""
    found = (one for one in ctx.conflicts.get(subject, ()) if one.claims and not is_difference(ctx, one))
    return tuple(view_finding(ctx, one) for one in found)


def is_difference(ctx: Context, conflict: Conflict) -> bool:
    """True where several voices say several things; all other findings are notes on how one thing is said."""
    claims = [ctx.data.claims[key] for key in conflict.claims if key in ctx.data.claims]
    voices = {(claim.article, claim.qualifier("via")) for claim in claims}
    return len(voices) > 1 and len({_answer(ctx, claim) for claim in claims}) > 1


def _answer(ctx: Context, claim: Claim) -> tuple[SlotKey, ClaimKey]:
    """Return what a claim says: its slot and the group that it belongs to there."""
    slot = ctx.data.slot_of[claim.key]
    group = next((one for one in slot.groups if claim in one.claims), None)
    return slot_id(slot), group.claims[0].key if group else claim.key


def _within(slot: Slot, conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    keys = {claim.key for claim in slot.claims}
    return tuple(one for one in conflicts if one.claims and keys.issuperset(one.claims))


def _needs_box(slot: Slot) -> bool:
    rejected = any(rank is Rank.REJECTED for rank in slot.ranks.values())
    return slot.disputed or slot.judgement is not None or rejected


def _slot_box(
    ctx: Context, subject: SubjectId, slot: Slot, conflicts: Sequence[Conflict], linker: Linker
) -> Difference:
    _, anchor = ctx.layouts[subject].place(slot)
    label, note = slot_label(ctx, slot)
    judgement = slot.judgement or next((one.judgement for one in conflicts if one.judgement), None)
    return Difference(
        anchor=f"differ-{anchor}",
        title=label,
        note=note,
        disputed=slot.disputed,
        groups=tuple(_group(ctx, slot, group, linker) for group in slot.groups),
        findings=tuple(view_finding(ctx, one) for one in conflicts),
        **_judged(ctx, judgement, linker),  # type: ignore[arg-type]
        rejected=tuple(_rejected(ctx, slot, claim, linker) for claim in _set_aside(slot)),
    )


def _judged(ctx: Context, judgement: Judgement | None, linker: Linker) -> dict[str, object]:
    if judgement is None:
        return {"reading": (), "reading_word": "", "settles_it": (), "decided": ""}
    word = judgement.word or ("prefer" if judgement.prefer else "reject" if judgement.reject else "note")
    return {
        "reading": linker.prose(judgement.because),
        "reading_word": ctx.labels.word("reading", word),
        "settles_it": linker.prose(judgement.settles_it),
        "decided": judgement.decided.label if judgement.decided else "",
    }


def _group(ctx: Context, slot: Slot, group: ValueGroup, linker: Linker) -> Group:
    standing = slot.ranks[group.claims[0].key]
    return Group(
        value=group_value(ctx, group, linker),
        standing=standing,
        standing_word=ctx.labels.word("rank", standing),
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
    return Voice(
        value=claim_value(ctx, claim, linker),
        sources=source_refs(ctx, [claim]),
        published=claim.published.label,
        as_of=claim.as_of.label,
        stage=ctx.labels.word("stage", stage) if stage else "",
        firmness=firmness(ctx, claim),
        grade=claim.grade,
        origin=cited or claim.origin,
        details=qualifiers_of(ctx, claim, linker, DIFFERING_QUALIFIERS),
    )


def _set_aside(slot: Slot) -> Iterable[Claim]:
    return (claim for claim in slot.claims if slot.ranks[claim.key] is Rank.REJECTED)


def _rejected(ctx: Context, slot: Slot, claim: Claim, linker: Linker) -> Rejected:
    found = ctx.rejections.get(claim.key)
    reason = found[0].reason if found else ""
    because = found[1].because if found and found[1] is not slot.judgement else ""
    return Rejected(view_voice(ctx, claim, linker), ctx.labels.word("reason", reason) if reason else "", because)


def _spanning_box(ctx: Context, conflict: Conflict, linker: Linker) -> Difference:
    """Return the box of a finding over several slots, in which every claim stands by itself."""
    claims = [ctx.data.claims[key] for key in conflict.claims if key in ctx.data.claims]
    return Difference(
        anchor=f"differ-{conflict.key}",
        title=rule_words(ctx, conflict.rule),
        note="",
        disputed=conflict.status == "open",
        groups=tuple(_single(ctx, claim, linker) for claim in claims),
        findings=(view_finding(ctx, conflict),),
        **_judged(ctx, conflict.judgement, linker),  # type: ignore[arg-type]
        rejected=(),
    )


def _single(ctx: Context, claim: Claim, linker: Linker) -> Group:
    slot = ctx.data.slot_of[claim.key]
    standing = slot.ranks[claim.key]
    label, _ = slot_label(ctx, slot)
    about = ctx.link(slot.about[0])
    confidence = slot.confidences.get(claim.key)
    return Group(
        value=(*claim_value(ctx, claim, linker), *words(f" ({label}, "), *about, *words(")")),
        standing=standing,
        standing_word=ctx.labels.word("rank", standing),
        confidence=confidence or "",
        confidence_word=ctx.labels.word("confidence", confidence) if confidence else "",
        reason="",
        voices=(view_voice(ctx, claim, linker),),
    )


def view_finding(ctx: Context, conflict: Conflict) -> Finding:
    """Return a finding with the link to its permanent place."""
    rule = rule_words(ctx, conflict.rule)
    return Finding(
        rule=rule,
        status=conflict.status,
        status_word=ctx.labels.word("status", conflict.status),
        message=conflict.message,
        place=PageLink(rule, conflict_page(ctx, conflict.key), conflict.key),
    )


def rule_words(ctx: Context, code: str) -> str:
    """Return what a rule looks for, in few words."""
    words_of_ours = ctx.labels.word("rule", code)
    return words_of_ours[:1].upper() + words_of_ours[1:]


def conflict_page(ctx: Context, key: str) -> PagePath:
    """Return the page of the list of conflicts that a finding stands on."""
    return list_page(CONFLICTS, ctx.conflict_pages[key])


def box_of(ctx: Context, conflict: Conflict) -> PageLink | None:
    """Return where a finding stands on the page of the first subject that it is about."""
    subject = next((one for one in conflict.about if one in ctx.layouts), None)
    if subject is None:
        return None
    return PageLink(ctx.display(subject), ctx.layouts[subject].home, _box_anchor(ctx, subject, conflict))


def _box_anchor(ctx: Context, subject: SubjectId, conflict: Conflict) -> str:
    if not conflict.claims:
        return "do-not-confuse" if len(conflict.about) > 1 else ""
    if not is_difference(ctx, conflict):
        return "notes"
    slots = [one for one in ctx.data.slots_of.get(subject, ()) if one.about[0] == subject]
    slot = next((one for one in slots if _within(one, [conflict])), None)
    return f"differ-{ctx.layouts[subject].place(slot)[1] if slot else conflict.key}"
