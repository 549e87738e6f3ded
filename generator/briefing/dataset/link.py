"""Links decoded records into one dataset, and finds what only the whole can show.

What was linked before is remembered for the caller, so that a change links anew only what depends on it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter

from briefing.dataset.comparing.corrections import corrected_claims
from briefing.dataset.comparing.erratum_problems import find_erratum_problems
from briefing.dataset.comparing.judgements import gather_judgements
from briefing.dataset.comparing.slot_keys import SlotKey, slot_order
from briefing.dataset.comparing.slots import Judging, SlotMemo, build_slots
from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.conflicts.conflicts import RuleMemo, find_conflicts
from briefing.dataset.conflicts.disputed_slots import mark_slots
from briefing.dataset.linked.dataset_change import DatasetChange
from briefing.dataset.linked.exchange_rates import index_rates
from briefing.dataset.linked.naming import find_incoming, named_by
from briefing.dataset.linked.originals import follow_origins, hold_to_originals
from briefing.dataset.linked.own_releases import is_own_release
from briefing.dataset.linked.records import Dataset, Slot
from briefing.dataset.linked.relations import find_relations
from briefing.dataset.linked.structural_sharing import patched, share, share_values
from briefing.dataset.linked.sum_relations import find_line_problems
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.rule import Rule
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.claims import Claim
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


@dataclass(slots=True)
class LinkMemo:
    """What was linked last, kept by the caller from one run to the next; empty at first."""

    dataset: Dataset | None = None
    slots: SlotMemo = field(default_factory=SlotMemo)
    judging: Judging = field(default_factory=lambda: Judging({}, {}, {}))
    judging_findings: tuple[Diagnostic, ...] = ()
    line_findings: tuple[Diagnostic, ...] = ()
    doubted: frozenset[str | None] = frozenset()

    def take_dataset(self, new: Dataset) -> Dataset:
        """Return the dataset linked last and forget it; with none, or another registry, one that has nothing yet."""
        # Forgotten at once, so that nothing is built on a run that failed.
        old, self.dataset = self.dataset, None
        if old is None or old.registry != new.registry:
            self.slots = SlotMemo()
            return replace(new, subjects={}, articles={}, publishers={}, claims={})
        return old


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
    held = list(hold_to_originals(sorted(claims, key=claim_order), articles))
    attributed = _attribute_anew(held, subjects.values())
    unlinked = Dataset(
        briefing=briefing,
        registry=registry,
        subjects=dict(sorted(subjects.items())),
        articles=dict(sorted(articles.items())),
        publishers=dict(sorted(publishers.items())),
        claims={claim.key: claim for claim in attributed},
        slots=(),
        slot_of={},
        slots_of={},
        relations_of={},
        conflicts=(),
        rates=tuple(sorted(rates, key=lambda rate: (rate.pair, rate.month))),
        corrections=tuple(sorted(corrections, key=_correction_order, reverse=True)),
        redirects=tuple(sorted(redirects, key=lambda redirect: redirect.old)),
    )
    memo = memo or LinkMemo()
    old = memo.take_dataset(unlinked)
    new = _share_unchanged(old, unlinked)
    memo.dataset = _relink(new, DatasetChange.between(old, new), memo, frozenset(doubted))
    errata = find_erratum_problems(memo.dataset.claims, memo.dataset.articles, memo.slots.keys_of)
    return memo.dataset, (*memo.judging_findings, *memo.line_findings, *dict.fromkeys(errata))


def _correction_order(correction: Correction) -> tuple[str, str]:
    return correction.date.printed, correction.was


def _attribute_anew(claims: list[Claim], subjects: Iterable[Subject]) -> list[Claim]:
    """Return the claims, those that an editor found misattributed with the subject that they are about."""
    judgements = chain.from_iterable(map(attrgetter("judgements"), subjects))
    moves = chain.from_iterable(map(attrgetter("move"), judgements))
    attribution: dict[ClaimKey, SubjectId] = {move.claim: move.to for move in moves}
    if not attribution:
        return claims
    return [_moved(claim, attribution.get(claim.key)) for claim in claims]


def _moved(claim: Claim, owner: SubjectId | None) -> Claim:
    # Hardly a claim is misattributed.
    if owner is None:
        return claim
    return replace(claim, about=(owner,))


def _share_unchanged(old: Dataset, new: Dataset) -> Dataset:
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


def _relink(new: Dataset, change: DatasetChange, memo: LinkMemo, doubted: frozenset[str | None]) -> Dataset:
    """Link the slots and everything that follows from them."""
    old, slot_memo = change.old, memo.slots
    # Judgements look slots up, and slots are built by judgements: keys first, values last.
    changed_slots, moved = slot_memo.take_in(new.claims, change.claims, new.registry)
    if change.is_first or moved or doubted != memo.doubted or change.judged_otherwise:
        memo.judging, memo.judging_findings = gather_judgements(
            new.subjects.values(), new.claims, new.registry, slot_memo.keys_of, doubted
        )
        memo.doubted = doubted
    if change.is_first or change.changes_field(lambda subject: subject.money_lines):
        memo.line_findings = find_line_problems(new.subjects)
    corrected = corrected_claims(new.claims, memo.judging.rejected)
    releases = _own_releases(change, slot_memo.releases)
    rebuilt = build_slots(changed_slots, new.registry, memo.judging, releases, slot_memo, corrected)
    slots = tuple(slot_memo.slots.values())
    # A relation stands on the pages of both ends, so all are made anew where any may have changed.
    relations = old.relations_of
    if change.is_first or any(new.registry.attributes[key.attribute].is_relation for key in rebuilt):
        relations = find_relations(slots, new.registry)
    return replace(
        new,
        slots=slots,
        slot_of=_slot_of(change, rebuilt, slot_memo),
        slots_of=_slots_of(old, rebuilt, slot_memo),
        relations_of=relations,
        incoming_of=_incoming(change),
    )


def _own_releases(change: DatasetChange, releases_before: frozenset[ClaimKey]) -> frozenset[ClaimKey]:
    """Return the claims in which an actor itself reports what it has done."""
    if change.rereads_claims or change.is_first:
        return _releases_among(change.new.claims.values(), change.new)
    added = _releases_among(change.new.find_claims(change.claims), change.new)
    return (releases_before - change.claims) | added


def _releases_among(claims: Iterable[Claim], dataset: Dataset) -> frozenset[ClaimKey]:
    return frozenset(claim.key for claim in claims if is_own_release(claim, dataset))


def _slot_of(change: DatasetChange, rebuilt: Iterable[SlotKey], memo: SlotMemo) -> Mapping[ClaimKey, Slot]:
    """Return the slot of each claim; of a claim that says several pairs, the first of them."""
    if not change.keeps_keys:
        return {name: memo.slot_of(name) for name in change.new.claims}
    names: set[ClaimKey] = set()
    for key in rebuilt:
        names.update(memo.by_key.get(key, ()))
    return patched(change.old.slot_of, names, memo.slot_of)


def _slots_of(old: Dataset, rebuilt: Iterable[SlotKey], memo: SlotMemo) -> Mapping[SubjectId, tuple[Slot, ...]]:
    """Return the slots of each subject in their order, subjects in theirs."""
    rebuilt_by_subject: dict[SubjectId, dict[SlotKey, None]] = {}
    for key in rebuilt:
        for subject in key.about:
            rebuilt_by_subject.setdefault(subject, {})[key] = None

    def make(subject: SubjectId) -> tuple[Slot, ...] | None:
        keys = {SlotKey.of(slot): None for slot in old.slots_of.get(subject, ())} | rebuilt_by_subject[subject]
        slots = [memo.slots[key] for key in keys if key in memo.slots]
        return tuple(sorted(slots, key=slot_order)) or None

    # Only subjects of rebuilt slots get new rows; the rows of all others are the objects that they were.
    slots_of = patched(old.slots_of, rebuilt_by_subject, make)
    if slots_of.keys() == old.slots_of.keys():
        return slots_of
    # A subject that has its first slot would stand last.
    return dict(sorted(slots_of.items()))


def _incoming(change: DatasetChange) -> Mapping[SubjectId, tuple[ClaimKey, ...]]:
    """Return who names whom, as it was unless a changed claim names others."""
    new = change.new
    if _keeps_names(change):
        return change.old.incoming_of
    return find_incoming(new.claims.values(), new.articles, new.publishers)


def _keeps_names(change: DatasetChange) -> bool:
    # Whom a claim names depends on its article, too, by the report that this cites.
    if change.rereads_claims or change.is_first:
        return False
    return change.keeps_keys and not _names_others(change)


def _names_others(change: DatasetChange) -> bool:
    articles, publishers = change.new.articles, change.new.publishers
    for key in change.claims:
        before, after = change.old.claims[key], change.new.claims[key]
        if before.about != after.about:
            return True
        if named_by(before, articles, publishers) != named_by(after, articles, publishers):
            return True
    return False


def add_conflicts(
    dataset: Dataset, rules: Iterable[Rule], memo: RuleMemo | None = None
) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """Return the dataset with what the rules find, and the findings that are errors of ours."""
    memo = memo or RuleMemo()
    context = RuleContext(dataset, index_rates(dataset.rates), dataset.briefing.today)
    results = find_conflicts(context, rules, memo)
    marked = mark_slots(dataset, results.disputed, memo.marks)
    return replace(marked, conflicts=results.conflicts), results.errors
