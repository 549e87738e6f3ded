"""Decoded records in, the linked dataset out; findings that only the whole can show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.dataset.conflicts import find_conflicts
from generator.dataset.rates import index_rates
from generator.dataset.records import Dataset, Slot
from generator.dataset.relations import find_incoming, find_relations
from generator.dataset.rules.rule import Rule, World, slot_place
from generator.dataset.slots import Judging, SlotKey, build_slots, claim_order, slot_key
from generator.diagnostics.diagnostic import Diagnostic, error
from generator.model.claims import Claim, Modality
from generator.model.ids import ArticleId, PublisherId, SubjectId
from generator.model.records import (
    Article,
    Briefing,
    Correction,
    Judgement,
    Publisher,
    Rate,
    Redirect,
    Subject,
)
from generator.model.registry import Registry

_DONE_STAGES = frozenset({"approved", "contracted", "disbursed", "spent", "built", "cancelled", "announced", None})


def link_dataset(
    briefing: Briefing,
    registry: Registry,
    subjects: Mapping[SubjectId, Subject],
    articles: Mapping[ArticleId, Article],
    publishers: Mapping[PublisherId, Publisher],
    claims: Iterable[Claim],
    rates: tuple[Rate, ...],
    corrections: tuple[Correction, ...],
    redirects: tuple[Redirect, ...],
) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """Return the dataset and the findings about judgements that fit no slot."""
    ordered = tuple(sorted(claims, key=claim_order))
    judging, findings = _gather_judgements(subjects.values(), ordered, registry)
    releases = frozenset(claim.key for claim in ordered if _is_own_release(claim, articles, publishers, briefing))
    slots = build_slots(ordered, registry, judging, releases)
    dataset = Dataset(
        briefing=briefing,
        registry=registry,
        subjects=dict(sorted(subjects.items())),
        articles=dict(sorted(articles.items())),
        publishers=dict(sorted(publishers.items())),
        claims={claim.key: claim for claim in ordered},
        slots=slots,
        slot_of={claim.key: slot for slot in slots for claim in slot.claims},
        slots_of=_slots_by_subject(slots),
        relations_of=find_relations(slots, registry),
        conflicts=(),
        rates=tuple(sorted(rates, key=lambda one: (one.pair, one.month))),
        corrections=tuple(sorted(corrections, key=lambda one: (one.date.printed, one.was), reverse=True)),
        redirects=tuple(sorted(redirects, key=lambda one: one.old)),
        incoming_of=find_incoming(ordered, articles, publishers),
    )
    return dataset, findings


def add_conflicts(dataset: Dataset, rules: Iterable[Rule]) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """Return the dataset with what the rules find, and the findings that are errors of ours."""
    today = dataset.briefing.as_of.latest or date.max
    found = find_conflicts(World(dataset, index_rates(dataset.rates), today), rules)
    slots = tuple(replace(one, disputed=slot_place(one) in found.disputed) for one in dataset.slots)
    marked = replace(
        dataset,
        slots=slots,
        slot_of={claim.key: slot for slot in slots for claim in slot.claims},
        slots_of=_slots_by_subject(slots),
        relations_of=find_relations(slots, dataset.registry),
        conflicts=found.conflicts,
    )
    return marked, found.errors


def _slots_by_subject(slots: Iterable[Slot]) -> Mapping[SubjectId, tuple[Slot, ...]]:
    found: dict[SubjectId, list[Slot]] = defaultdict(list)
    for slot in slots:
        for subject in slot.about:
            found[subject].append(slot)
    return {subject: tuple(ones) for subject, ones in sorted(found.items())}


def _gather_judgements(
    subjects: Iterable[Subject], claims: tuple[Claim, ...], registry: Registry
) -> tuple[Judging, tuple[Diagnostic, ...]]:
    judgements = [one for subject in subjects for one in subject.judgements]
    moved = {move.claim: move.to for one in judgements for move in one.move}
    rejected = {gone.claim: gone.reason for one in judgements for gone in one.reject}
    keys = {slot_key(claim, registry.attributes[claim.attribute], moved) for claim in claims}
    by_slot: dict[SlotKey, Judgement] = {}
    findings: list[Diagnostic] = []
    for judgement in judgements:
        if judgement.slot is None:
            continue
        hits = [key for key in keys if _fits(judgement, key)]
        if not hits:
            findings.append(_slot_unknown(judgement, keys))
        for key in hits:
            by_slot[key] = judgement
    return Judging(by_slot, rejected, moved), tuple(findings)


def _fits(judgement: Judgement, key: SlotKey) -> bool:
    slot = dict(judgement.slot or {})
    opinion = slot.pop("opinion", None)
    if judgement.subject not in key.about or slot.pop("attribute", None) != key.attribute:
        return False
    if opinion is not None and (opinion == "true") != key.opinion:
        return False
    value = slot.pop("value", None)
    if value is not None and key.many_value not in (value, f"text:{value.casefold()}"):
        return False
    return slot == {name: written for name, written in key.key if written is not None}


def _slot_unknown(judgement: Judgement, keys: Iterable[SlotKey]) -> Diagnostic:
    attribute = (judgement.slot or {}).get("attribute")
    near = sorted({_slot_words(key) for key in keys if judgement.subject in key.about and key.attribute == attribute})
    hint = f"the subject has: {'; '.join(near)}" if near else f'no claim about "{judgement.subject}" says this'
    return error("judgement-slot-unknown", judgement.span, "the judgement fits no slot of the subject", hint)


def _slot_words(key: SlotKey) -> str:
    fields = [f"{name}: {value}" for name, value in key.key if value is not None]
    return "{" + ", ".join([f"attribute: {key.attribute}", *fields]) + "}"


def _is_own_release(
    claim: Claim,
    articles: Mapping[ArticleId, Article],
    publishers: Mapping[PublisherId, Publisher],
    briefing: Briefing,
) -> bool:
    """Tell whether an actor itself reports, in its own release, what it has done."""
    article = articles[claim.article]
    publisher = publishers.get(article.publisher) if article.publisher else None
    if article.form != "release" or publisher is None or publisher.subject is None or claim.qualifier("via"):
        return False
    actors = {*claim.about, claim.qualifier("payer"), claim.speaker.subject if claim.speaker else None}
    return publisher.subject in actors and _is_done(claim, briefing.as_of.latest or date.max)


def _is_done(claim: Claim, today: date) -> bool:
    if claim.modality is not Modality.REPORTED or claim.qualifier("stage") not in _DONE_STAGES:
        return False
    begins = getattr(claim.value, "earliest", None)
    return not isinstance(begins, date) or begins <= today
