"""Decoded records in, the linked dataset out; findings that only the whole can show."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.dataset.conflicts import find_conflicts
from generator.dataset.judging import gather_judgements
from generator.dataset.money_lines import find_line_problems
from generator.dataset.rates import index_rates
from generator.dataset.records import Dataset, Relation, Slot
from generator.dataset.relations import entity_ids, find_incoming, find_relations
from generator.dataset.rules.rule import Rule, World, slot_place
from generator.dataset.slots import build_slots, claim_order
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.claims import Claim, Modality
from generator.model.dates import PartialDate
from generator.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from generator.model.records import (
    Article,
    Briefing,
    Correction,
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
    doubted: Collection[str | None] = (),
) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """Return the dataset and the findings about judgements that fit no slot.

    Of the subjects in ``doubted`` (None: of any) claims are missing that have been reported elsewhere.
    """
    ordered = _moved(tuple(sorted(claims, key=claim_order)), subjects.values())
    judging, findings = gather_judgements(subjects.values(), ordered, registry, doubted)
    releases = frozenset(claim.key for claim in ordered if _is_own_release(claim, articles, publishers, briefing))
    findings = (*findings, *find_line_problems(subjects))
    slots = build_slots(ordered, registry, judging, releases)
    dataset = Dataset(
        briefing=briefing,
        registry=registry,
        subjects=dict(sorted(subjects.items())),
        articles=dict(sorted(articles.items())),
        publishers=dict(sorted(publishers.items())),
        claims={claim.key: claim for claim in ordered},
        slots=slots,
        slot_of=_slot_by_claim(slots),
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
    return replace(mark_disputed(dataset, found.disputed), conflicts=found.conflicts), found.errors


def mark_disputed(dataset: Dataset, disputed: Mapping[SubjectId, frozenset[str]]) -> Dataset:
    """Return the dataset with the slots marked that are disputed (places by subject), wherever they are kept."""
    marked = {
        id(slot): replace(slot, disputed=True)
        for subject, places in disputed.items()
        for slot in dataset.slots_of.get(subject, ())
        if slot_place(slot) in places
    }
    subjects = {subject for slot in marked.values() for subject in slot.about}
    slot_of = dict(dataset.slot_of)
    for before in (slot for slot in dataset.slots if id(slot) in marked):
        slot_of.update({one.key: marked[id(before)] for one in before.claims if slot_of[one.key] is before})
    slots_of = {one: tuple(marked.get(id(slot), slot) for slot in dataset.slots_of[one]) for one in subjects}
    return replace(
        dataset,
        slots=tuple([marked.get(id(slot), slot) for slot in dataset.slots]),
        slot_of=slot_of,
        slots_of={**dataset.slots_of, **slots_of},
        relations_of={subject: _with_slots(relations, marked) for subject, relations in dataset.relations_of.items()},
    )


def _with_slots(relations: tuple[Relation, ...], marked: Mapping[int, Slot]) -> tuple[Relation, ...]:
    if not any(id(one.slot) in marked for one in relations):
        return relations
    return tuple(replace(one, slot=marked.get(id(one.slot), one.slot)) for one in relations)


def _slots_by_subject(slots: Iterable[Slot]) -> Mapping[SubjectId, tuple[Slot, ...]]:
    found: dict[SubjectId, list[Slot]] = defaultdict(list)
    for slot in slots:
        for subject in slot.about:
            found[subject].append(slot)
    return {subject: tuple(ones) for subject, ones in sorted(found.items())}


def _slot_by_claim(slots: Iterable[Slot]) -> Mapping[ClaimKey, Slot]:
    """Return the slot of each claim; of a claim that says several pairs, the first of them."""
    found: dict[ClaimKey, Slot] = {}
    for slot in slots:
        for claim in slot.claims:
            found.setdefault(claim.key, slot)
    return found


def _moved(claims: tuple[Claim, ...], subjects: Iterable[Subject]) -> tuple[Claim, ...]:
    """Return the claims, those that an editor found misattributed with the subject that they are about."""
    to = {move.claim: move.to for one in subjects for judgement in one.judgements for move in judgement.move}
    return tuple(replace(one, about=(to[one.key],)) if one.key in to else one for one in claims) if to else claims


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
    speaker = claim.speaker.subject if claim.speaker else None
    actors = {*claim.about, *entity_ids(claim.qualifiers.get("payer")), speaker}
    return publisher.subject in actors and _is_done(claim, briefing.as_of.latest or date.max)


def _is_done(claim: Claim, today: date) -> bool:
    if claim.modality is not Modality.REPORTED or claim.qualifier("stage") not in _DONE_STAGES:
        return False
    dates = [one for one in (claim.value, claim.when) if isinstance(one, PartialDate)]
    return all(one.earliest is None or one.earliest <= today for one in dates)
