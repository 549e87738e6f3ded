"""Rows of a subject's page: facts, relations, sums and milestones, with anchor, date, confidence and sources."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefing.dataset.comparing.agreement import contradicted
from briefing.dataset.comparing.uncompared import uncompared_groups
from briefing.dataset.linked.planners import is_hope
from briefing.dataset.linked.records import Confidence, Doubt, Rank, Slot, ValueGroup
from briefing.dataset.linked.wording import slot_words
from briefing.dataset.rules.plan_overdue import outcome_of
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.measures import Hurdle
from briefing.model.records import MoneyLine, Outcome, Subject
from briefing.routes import PagePath
from briefing.views.base.categories import family_of
from briefing.views.base.context import Context, Linker
from briefing.views.base.placement import Entry
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.boxes import dispute_place, open_findings
from briefing.views.parts.facets import date_key, value_key
from briefing.views.parts.relation_labels import relation_label, relation_note
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.values import (
    SHOWN_QUALIFIERS,
    Detail,
    as_of_words,
    details_of,
    entity_prose,
    group_value,
    lead_claim,
    qualifiers_of,
    speaker_prose,
    spoken_by,
)

HOPED = "hoped"
PENDING = ("planned", "overdue")


@dataclass(frozen=True, slots=True)
class OtherValue:
    """A value beside the shown one: superseded by it, or standing next to it; ``as_of`` where it is another date.

    ``uncompared`` says what kept it from being held against the shown one, ``correction`` that its own source has
    corrected it, ``details`` are the qualifiers in which it contradicts it; each is empty where there is nothing.
    """

    value: Prose
    details: tuple[Detail, ...]
    stage: str
    as_of: str
    uncompared: str
    sources: tuple[SourceRef, ...]
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said of a subject; ``differ`` leads to the box where its sources differ."""

    anchor: str
    label: str
    label_note: str
    value: Prose
    value_key: str
    details: tuple[Detail, ...]
    as_of: str
    as_of_key: str
    confidence: str
    confidence_word: str
    reason: str
    differ: PageLink | None
    sources: tuple[SourceRef, ...]
    beside: tuple[OtherValue, ...]
    earlier: tuple[OtherValue, ...]


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A sum with its stage, who pays and who receives."""

    statement: Statement
    subject: Prose
    stage: str
    payer: Prose
    payee: Prose


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A step with its date and its state: planned, overdue, met, late, dropped, reported or hoped for."""

    statement: Statement
    subject: Prose
    state: str
    state_word: str
    note: str


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """A judgement with who makes it and the words quoted."""

    statement: Statement
    speaker: Prose
    quote: str


def view_statement(ctx: Context, entry: Entry, linker: Linker, names: tuple[str, ...] = SHOWN_QUALIFIERS) -> Statement:
    """Return one row; the entry's slot has a shown group."""
    group = _shown(entry.slot)
    lead = lead_claim(group)
    label, note = entry_label(ctx, entry)
    keys = ctx.attribute(entry.slot).key
    spoken = () if entry.slot.opinion else spoken_by(ctx, lead)
    return Statement(
        anchor=entry.anchor,
        label=label,
        label_note=note,
        value=entry_value(ctx, entry, linker),
        value_key=value_key(group.value),
        details=(
            *spoken,
            *details_of(ctx, lead, linker, tuple(name for name in names if name not in keys)),
            *_details_of_others(ctx, entry.slot, lead, linker),
        ),
        as_of=as_of_words(ctx, group),
        as_of_key=date_key(group.as_of),
        confidence=group.confidence,
        confidence_word=ctx.labels.word("confidence", group.confidence),
        reason=group.reason,
        differ=differ_link(ctx, entry.slot),
        sources=source_refs(ctx, group.claims),
        beside=_others(ctx, entry, Rank.NORMAL, linker),
        earlier=_others(ctx, entry, Rank.SUPERSEDED, linker),
    )


def _shown(slot: Slot) -> ValueGroup:
    shown = slot.shown
    if shown is None:
        raise ValueError(f"slot {slot.about} {slot.attribute} shows nothing and has no row")
    return shown


def entry_label(ctx: Context, entry: Entry) -> tuple[str, str]:
    """Return what an entry is called and, where that is not clear from its name, its attribute."""
    if entry.relation is not None:
        return relation_label(ctx, entry.relation), relation_note(ctx, entry.relation)
    return slot_label(ctx, entry.slot)


def slot_label(ctx: Context, slot: Slot) -> tuple[str, str]:
    """Return what a slot is called and, where that is not clear from its name, its attribute."""
    line = money_line(ctx.data.subjects.get(slot.about[0]), slot)
    return slot_words(slot, ctx.attribute(slot), ctx.spellings, line.label if line else _step_label(ctx, slot))


def _step_label(ctx: Context, slot: Slot) -> str:
    """Return our words for a step whose name alone says too little, nothing for all others."""
    step = dict(slot.key).get("milestone") or ""
    return ctx.labels.word("step", step) if ctx.labels.has(f"step-{step}") else ""


def money_line(subject: Subject | None, slot: Slot) -> MoneyLine | None:
    """Return the sum of a subject that a slot is about, where the subject declares it."""
    name = dict(slot.key).get("line")
    lines = subject.money_lines if subject and slot.attribute in ("amount", "effect") else ()
    return next((one for one in lines if one.id == name), None)


def entry_value(ctx: Context, entry: Entry, linker: Linker) -> Prose:
    """Return what an entry shows: its value, or the other end of its relation."""
    relation = entry.relation
    if relation is None:
        return group_value(ctx, _shown(entry.slot), linker)
    return ctx.link(relation.other) if relation.other else words(relation.other_name or "")


def differ_link(ctx: Context, slot: Slot) -> PageLink | None:
    """Return the link to the box where the sources of a slot differ; that only its terms do, the link says."""
    if slot.disputed:
        return PageLink(ctx.labels.say("disputed"), *dispute_place(ctx, slot))
    if any(family_of(ctx.data, one).is_difference for one in open_findings(ctx, slot)):
        return PageLink(ctx.labels.say("terms-disputed"), *dispute_place(ctx, slot))
    return None


def _others(ctx: Context, entry: Entry, rank: Rank, linker: Linker) -> tuple[OtherValue, ...]:
    slot = entry.slot
    groups = [group for group in slot.groups if slot.ranks[group.claims[0].key] is rank]
    if not ctx.attribute(slot).many:
        hurdles = {id(group): hurdle for group, hurdle in uncompared_groups(slot, ctx.attribute(slot), ctx.rates)}
        values = [(group, group_value(ctx, group, linker)) for group in groups]
        return tuple(_other(ctx, slot, group, value, linker, hurdles.get(id(group))) for group, value in values)
    # What has many values shows each in a row of its own; beside one stands only what else is said of the same.
    same = [group for group in groups if group.denied == _shown(slot).denied]
    return tuple(_other(ctx, slot, group, entry_value(ctx, entry, linker), linker) for group in same)


def _other(
    ctx: Context, slot: Slot, group: ValueGroup, value: Prose, linker: Linker, hurdle: Hurdle | None = None
) -> OtherValue:
    uncompared = ctx.labels.say(f"uncompared-{hurdle}") if hurdle and hurdle is not Hurdle.WORDING else ""
    as_of = as_of_words(ctx, group)
    if slot.ranks[group.claims[0].key] is Rank.NORMAL and as_of == as_of_words(ctx, _shown(slot)):
        as_of = ""
    differing = _differing(_shown(slot), group)
    details = tuple(one for claim, names in differing for one in qualifiers_of(ctx, claim, linker, names))
    stage = _stage(ctx, lead_claim(group))
    correction = ctx.labels.say("corrected-by-source") if group.doubt is Doubt.CORRECTED else ""
    return OtherValue(value, details, stage, as_of, uncompared, source_refs(ctx, group.claims), correction)


def _details_of_others(ctx: Context, slot: Slot, lead: Claim, linker: Linker) -> Iterator[Detail]:
    """Yield the qualifiers that other values contradict and that not the leading claim states, but one that agrees."""
    shown, told = _shown(slot), set(lead.qualifiers)
    for group in slot.groups:
        for claim, names in _differing(group, shown) if group is not shown else ():
            yield from qualifiers_of(ctx, claim, linker, tuple(name for name in names if name not in told))
            told.update(names)


def _differing(group: ValueGroup, other: ValueGroup) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """Yield the claims of the other group with what they state otherwise than the first; each field once."""
    told: set[str] = set()
    for claim in sorted(other.claims, key=lambda one: one is not lead_claim(other)):
        names = dict.fromkeys(name for one in group.claims for name in contradicted(one, claim) if name not in told)
        if names:
            told.update(names)
            yield claim, tuple(names)


def view_money(ctx: Context, entry: Entry, linker: Linker, own: SubjectId | None = None) -> MoneyRow:
    """Return the row of a sum or of an expected effect; ``own`` is the subject on whose page it stands."""
    lead = lead_claim(_shown(entry.slot))
    return MoneyRow(
        statement=replace(view_statement(ctx, entry, linker), label_note=""),
        subject=_to_entry(ctx, entry),
        stage=_stage(ctx, lead),
        payer=_party(ctx, lead, "payer", own),
        payee=_party(ctx, lead, "payee", own),
    )


def _party(ctx: Context, claim: Claim, name: str, own: SubjectId | None) -> Prose:
    """Return who pays or receives; the page's own subject by its name alone, for a link to it would lead nowhere."""
    raw = claim.qualifiers.get(name)
    if own is not None and raw == own:
        return words(ctx.display(own))
    return entity_prose(ctx, raw) if raw else ()


def _stage(ctx: Context, claim: Claim) -> str:
    stage = claim.qualifier("stage")
    return ctx.labels.word("stage", stage) if stage else ""


def _to_entry(ctx: Context, entry: Entry) -> Prose:
    about = entry.slot.about[0]
    return (PageLink(ctx.display(about), entry.page, entry.anchor),)


def view_milestone(ctx: Context, entry: Entry, linker: Linker) -> MilestoneRow:
    """Return the row of a step, with where it stands today."""
    subject = ctx.data.subjects[entry.slot.about[0]]
    outcome = outcome_of(subject, entry.slot)
    state = step_state(ctx, entry.slot)
    return MilestoneRow(
        statement=view_statement(ctx, entry, linker),
        subject=_to_entry(ctx, entry),
        state=state,
        state_word=ctx.labels.word("state", state),
        note=_outcome_note(ctx, outcome),
    )


def _outcome_note(ctx: Context, outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    unknown = ctx.labels.say("outcome-unknown") if outcome.state == "unknown" else ""
    checked = ctx.labels.say("checked", date=outcome.checked.label) if outcome.checked else ""
    return ", ".join(part for part in (unknown, checked, outcome.because or "") if part)


def step_state(ctx: Context, slot: Slot) -> str:
    """Return where a step stands; what nobody is named for is hoped for, neither planned nor overdue."""
    state = milestone_state(slot, outcome_of(ctx.data.subjects[slot.about[0]], slot), ctx.today)
    shown = slot.shown
    hoped = state in PENDING and shown is not None and is_hope(ctx.data, slot, shown.claims)
    return HOPED if hoped else state


def milestone_state(slot: Slot, outcome: Outcome | None, today: date) -> str:
    """Return where a step stands: as its outcome says, else by its date and how firmly it was said."""
    if outcome is not None and outcome.state != "unknown":
        return outcome.state
    shown = _shown(slot)
    when = shown.value
    past = isinstance(when, PartialDate) and when.latest is not None and when.latest < today
    if not past:
        return "planned"
    if outcome is None and happened(lead_claim(shown)):
        return "reported"
    return _came_about(slot, when) if isinstance(when, PartialDate) else "overdue"


def _came_about(slot: Slot, plan: PartialDate) -> str:
    """Return what a report that stands beside a plan says of it; one that a poor source alone gives says nothing."""
    for group in slot.groups:
        lead = lead_claim(group)
        confirmed = slot.ranks[lead.key] is Rank.NORMAL and group.confidence is not Confidence.LOW
        if confirmed and happened(lead) and isinstance(lead.value, PartialDate):
            begins = lead.value.earliest
            return "late" if begins and plan.latest and begins > plan.latest else "reported"
    return "overdue"


def happened(claim: Claim) -> bool:
    """True where a claim reports a past date as done: it was published when the date had passed."""
    if claim.modality is not Modality.REPORTED:
        return False
    value, published = claim.value, claim.published.latest
    if not isinstance(value, PartialDate) or published is None:
        return False
    return value.first_day is not None and value.first_day <= published


def view_opinion(ctx: Context, entry: Entry, linker: Linker) -> OpinionRow:
    """Return the row of a judgement."""
    lead = lead_claim(_shown(entry.slot))
    return OpinionRow(view_statement(ctx, entry, linker), speaker_prose(ctx, lead), quote_of(lead))


def quote_of(claim: Claim) -> str:
    """Return the words quoted, without quotation marks of their own."""
    return (claim.qualifier("quote") or "").strip('“”"「」')


def place_of(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return where a slot shows, on the page of the first subject that it is about."""
    return ctx.layouts[slot.about[0]].place(slot)
