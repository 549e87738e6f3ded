"""Decoded records in, the linked dataset out; findings that only the whole can show.

What was linked before is remembered for the caller, so that a change links anew only what depends on it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from briefing.dataset.comparing.corrections import corrected_claims, find_erratum_problems
from briefing.dataset.comparing.judgements import gather_judgements
from briefing.dataset.comparing.slot_keys import SlotKey, slot_order
from briefing.dataset.comparing.slots import Judging, SlotMemo, build_slots
from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.conflicts.conflicts import RuleMemo, find_conflicts
from briefing.dataset.conflicts.disputed_slots import mark_slots
from briefing.dataset.linked.exchange_rates import index_rates
from briefing.dataset.linked.originals import follow_origins, hold_to_originals
from briefing.dataset.linked.records import Dataset, Slot
from briefing.dataset.linked.relations import entity_ids, find_incoming, find_relations, named_by
from briefing.dataset.linked.structural_sharing import changed_keys, patched, share, share_values
from briefing.dataset.linked.sum_relations import find_line_problems
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.rule import Rule
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import (
    Article,
    Briefing,
    Correction,
    Publisher,
    Rate,
    Redirect,
    Subject,
)
from briefing.model.registry import Registry

_DONE_STAGES = frozenset({"approved", "contracted", "disbursed", "spent", "built", "cancelled", "announced", None})


@dataclass(slots=True)
class LinkMemo:
    """What was linked last, kept by the caller from one run to the next; empty at first."""

    dataset: Dataset | None = None
    slots: SlotMemo = field(default_factory=SlotMemo)
    judging: Judging = field(default_factory=lambda: Judging({}, {}, {}))
    judging_findings: tuple[Diagnostic, ...] = ()
    line_findings: tuple[Diagnostic, ...] = ()
    doubted: frozenset[str | None] = frozenset()


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
    memo: LinkMemo | None = None,
) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """Return the dataset and the findings about judgements that fit no slot.

    Of the subjects in ``doubted`` (None: of any) claims are missing that have been reported elsewhere. With a
    ``memo`` only what has changed is linked anew, and all else is the object that it was.
    """
    articles = follow_origins(articles)
    held = hold_to_originals(sorted(claims, key=claim_order), articles)
    ordered = _moved(list(held), subjects.values())
    unlinked = Dataset(
        briefing=briefing,
        registry=registry,
        subjects=dict(sorted(subjects.items())),
        articles=dict(sorted(articles.items())),
        publishers=dict(sorted(publishers.items())),
        claims={claim.key: claim for claim in ordered},
        slots=(),
        slot_of={},
        slots_of={},
        relations_of={},
        conflicts=(),
        rates=tuple(sorted(rates, key=lambda one: (one.pair, one.month))),
        corrections=tuple(sorted(corrections, key=lambda one: (one.date.printed, one.was), reverse=True)),
        redirects=tuple(sorted(redirects, key=lambda one: one.old)),
    )
    memo = memo or LinkMemo()
    old, memo.dataset = memo.dataset, None
    if old is None or old.registry != registry:
        old, memo.slots = replace(unlinked, subjects={}, articles={}, publishers={}, claims={}), SlotMemo()
    new = _kept(old, unlinked)
    memo.dataset = _relink(new, _Change.between(old, new), memo, frozenset(doubted))
    errata = find_erratum_problems(memo.dataset.claims, memo.dataset.articles, memo.slots.keys_of)
    return memo.dataset, (*memo.judging_findings, *memo.line_findings, *dict.fromkeys(errata))


def _kept(old: Dataset, new: Dataset) -> Dataset:
    """Return a dataset whose records and claims are the objects that they were, where they are equal."""
    return replace(
        new,
        briefing=share(old.briefing, new.briefing),
        registry=share(old.registry, new.registry),
        subjects=share_values(old.subjects, new.subjects),
        articles=share_values(old.articles, new.articles),
        publishers=share_values(old.publishers, new.publishers),
        claims=share_values(old.claims, new.claims),
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """What differs from the dataset before; ``ground`` where a claim may mean something else though it is the same."""

    old: Dataset
    claims: set[ClaimKey]
    subjects: set[SubjectId]
    ground: bool

    @classmethod
    def between(cls, old: Dataset, new: Dataset) -> "_Change":
        """Compare by identity."""
        ground = (
            old.briefing is not new.briefing
            or bool(changed_keys(old.articles, new.articles))
            or bool(changed_keys(old.publishers, new.publishers))
        )
        return cls(old, changed_keys(old.claims, new.claims), changed_keys(old.subjects, new.subjects), ground)

    def of_subjects(self, new: Dataset, name: str) -> bool:
        """Tell whether a field of any subject differs."""
        pairs = ((self.old.subjects.get(one), new.subjects.get(one)) for one in self.subjects)
        return any(getattr(a, name, ()) != getattr(b, name, ()) for a, b in pairs)


def _relink(new: Dataset, change: _Change, memo: LinkMemo, doubted: frozenset[str | None]) -> Dataset:
    """Link the slots and everything that follows from them."""
    old = change.old
    touched, moved = memo.slots.take_in(new.claims, change.claims, new.registry)
    first = not old.slots
    if first or moved or doubted != memo.doubted or _judged_otherwise(new, change):
        memo.judging, memo.judging_findings = gather_judgements(
            new.subjects.values(), new.claims.values(), new.registry, doubted, memo.slots.keys_of
        )
        memo.doubted = doubted
    if first or change.of_subjects(new, "money_lines"):
        memo.line_findings = find_line_problems(new.subjects)
    corrected = corrected_claims(new.claims, memo.judging.rejected)
    releases = _releases(new, change, memo)
    stale = build_slots(touched, new.registry, memo.judging, releases, memo.slots, corrected)
    slots = tuple(memo.slots.slots.values())
    related = any(new.registry.attributes[key.attribute].is_relation for key in stale)
    return replace(
        new,
        slots=slots,
        slot_of=_slot_of(new, change, stale, memo.slots),
        slots_of=_slots_of(old, stale, memo.slots),
        relations_of=find_relations(slots, new.registry) if related or first else old.relations_of,
        incoming_of=_incoming(new, change),
    )


def _judged_otherwise(new: Dataset, change: _Change) -> bool:
    """Tell whether judgements, or claims that they may not prefer, are not what they were."""
    pairs = ((change.old.claims.get(one), new.claims.get(one)) for one in change.claims)
    aside = any(_for_judgements(a) != _for_judgements(b) for a, b in pairs)
    return aside or change.of_subjects(new, "judgements")


def _for_judgements(claim: Claim | None) -> object:
    """Return what a judgement may depend on: whether a claim is excluded, whether by its source, whom it is about."""
    return claim and (bool(claim.excluded), claim.is_withdrawn, claim.about)


def _releases(new: Dataset, change: _Change, memo: LinkMemo) -> frozenset[ClaimKey]:
    """Return the claims in which an actor itself reports what it has done."""
    stale = (
        new.claims if change.ground or not change.old.claims else [one for one in change.claims if one in new.claims]
    )
    found = {one for one in stale if _is_own_release(new.claims[one], new.articles, new.publishers, new.briefing)}
    return frozenset(found) if stale is new.claims else frozenset(memo.slots.releases - change.claims | found)


def _slot_of(new: Dataset, change: _Change, stale: Iterable[SlotKey], memo: SlotMemo) -> Mapping[ClaimKey, Slot]:
    """Return the slot of each claim; of a claim that says several pairs, the first of them."""
    if change.old.claims.keys() != new.claims.keys():
        return {name: memo.slot_of(name) for name in new.claims}
    names = {name for key in stale if key in memo.by_key for name in memo.by_key[key]}
    return patched(change.old.slot_of, names, memo.slot_of)


def _slots_of(old: Dataset, stale: Iterable[SlotKey], memo: SlotMemo) -> Mapping[SubjectId, tuple[Slot, ...]]:
    by_subject: dict[SubjectId, dict[SlotKey, None]] = {}
    for key in stale:
        for subject in key.about:
            by_subject.setdefault(subject, {})[key] = None

    def make(subject: SubjectId) -> tuple[Slot, ...] | None:
        known = {SlotKey.of(slot): None for slot in old.slots_of.get(subject, ())} | by_subject[subject]
        found = [memo.slots[key] for key in known if key in memo.slots]
        return tuple(sorted(found, key=slot_order)) or None

    found = patched(old.slots_of, by_subject, make)
    return found if found.keys() == old.slots_of.keys() else dict(sorted(found.items()))


def _incoming(new: Dataset, change: _Change) -> Mapping[SubjectId, tuple[ClaimKey, ...]]:
    """Return who names whom, as it was unless a changed claim names others."""
    old = change.old
    if change.ground or not old.claims or old.claims.keys() != new.claims.keys():
        return find_incoming(new.claims.values(), new.articles, new.publishers)
    who = new.articles, new.publishers
    names = [(old.claims[one], new.claims[one]) for one in change.claims]
    same = all(a.about == b.about and named_by(a, *who) == named_by(b, *who) for a, b in names)
    return old.incoming_of if same else find_incoming(new.claims.values(), new.articles, new.publishers)


def add_conflicts(
    dataset: Dataset, rules: Iterable[Rule], memo: RuleMemo | None = None
) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """Return the dataset with what the rules find, and the findings that are errors of ours."""
    memo = memo or RuleMemo()
    found = find_conflicts(RuleContext(dataset, index_rates(dataset.rates), dataset.briefing.today), rules, memo)
    return replace(mark_slots(dataset, found.disputed, memo.marks), conflicts=found.conflicts), found.errors


def _moved(claims: list[Claim], subjects: Iterable[Subject]) -> list[Claim]:
    """Return the claims, those that an editor found misattributed with the subject that they are about."""
    to = {move.claim: move.to for one in subjects for judgement in one.judgements for move in judgement.move}
    return [replace(one, about=(to[one.key],)) if one.key in to else one for one in claims] if to else claims


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
    return publisher.subject in actors and _is_done(claim, briefing.today)


def _is_done(claim: Claim, today: date) -> bool:
    if claim.modality is not Modality.REPORTED or claim.qualifier("stage") not in _DONE_STAGES:
        return False
    dates = [one for one in (claim.value, claim.when) if isinstance(one, PartialDate)]
    return all(one.earliest is None or one.earliest <= today for one in dates)
