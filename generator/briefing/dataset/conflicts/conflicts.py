"""Runs the rules over the dataset and holds their findings against the editors' judgements.

Conflicts of the world come out with their status, slips that are ours as errors. What was found before is remembered
for the caller, so that after a change only what may differ is looked at again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import chain, product
from operator import attrgetter

from briefing.dataset.conflicts.change_set import ChangeSet, find_change_set
from briefing.dataset.conflicts.disputed_slots import Marks
from briefing.dataset.conflicts.finding_store import Entry, FindingStore
from briefing.dataset.conflicts.rerun import FindingChange, FindingsOf, Run, find_all, find_changes
from briefing.dataset.conflicts.rule_table import BY_EDITORS
from briefing.dataset.conflicts.verdicts import JudgementIndex, judge_finding, noted_conflict
from briefing.dataset.linked.records import Conflict
from briefing.dataset.linked.subject_sets import judgements_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.noted_differences import find_unfound
from briefing.dataset.rule_base.rule import Rule, Thresholds
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.grouping import distinct_by
from briefing.model.ids import SubjectId

NumberedFinding = tuple[int, Finding]
"""A finding after the number of its rule."""


@dataclass(frozen=True, slots=True)
class RuleResults:
    """What the rules found: conflicts of the world, errors of ours, and the disputed places by subject."""

    conflicts: tuple[Conflict, ...]
    errors: tuple[Diagnostic, ...]
    disputed: Mapping[SubjectId, frozenset[str]]


@dataclass(slots=True)
class RuleMemo:
    """What the rules found last, kept by the caller from one run to the next; empty at first."""

    context: RuleContext | None = None
    store: FindingStore = field(default_factory=lambda: FindingStore.of(()))
    by_group: tuple[FindingsOf, ...] = ()
    marks: Marks = field(default_factory=Marks)
    diagnostics: dict[str, tuple[Conflict, Diagnostic]] = field(default_factory=dict)

    def take_context(self, rules: tuple[Rule, ...]) -> RuleContext | None:
        """Return the context that the rules ran over last and forget it, so that a failed run is not built on."""
        context, self.context = self.context, None
        if self.store.rules != rules:
            return None
        return context


def find_conflicts(context: RuleContext, rules: Iterable[Rule], memo: RuleMemo | None = None) -> RuleResults:
    """Run every rule over the dataset and hold its findings against the editors' judgements.

    With a ``memo`` the rules look again only at what has changed since; what is found is the same.
    """
    memo, rules = memo or RuleMemo(), tuple(rules)
    before = memo.take_context(rules)
    if before is None or not _run_on_changes(before, context, memo):
        _run_all(context, rules, memo)
    memo.context = context
    return _results(context, memo.store)


def _run_all(context: RuleContext, rules: tuple[Rule, ...], memo: RuleMemo) -> None:
    memo.store, memo.by_group = FindingStore.of(rules), tuple({} for _ in rules)
    _record(context, memo.store, find_all(context, _runs(context, memo)), ())


def _run_on_changes(before: RuleContext, after: RuleContext, memo: RuleMemo) -> bool:
    """Look again at what has changed; False, with nothing done, where that is so much that all has to be looked at."""
    change_set = find_change_set(before, after)
    if change_set is None:
        return False
    changes = find_changes(before, after, change_set, _runs(after, memo), memo.store.by_finding)
    _record(after, memo.store, changes, _stale_entries(before, after, memo.store, change_set))
    return True


def _runs(context: RuleContext, memo: RuleMemo) -> list[Run]:
    pairs = zip(memo.store.rules, memo.by_group, strict=True)
    return [(rule, _thresholds(context, rule), by_group) for rule, by_group in pairs]


def _thresholds(context: RuleContext, rule: Rule) -> Thresholds:
    written = context.data.briefing.thresholds
    return {name: _number(written.get(f"{rule.code}.{name}"), default) for name, default in rule.thresholds.items()}


def _number(text: str | None, default: Decimal) -> Decimal:
    if not text:
        return default
    try:
        return Decimal(text)
    except InvalidOperation:
        # Decoding has reported it; the rules go on, so that one slip does not hide what they find.
        return default


def _stale_entries(
    before: RuleContext, after: RuleContext, store: FindingStore, change_set: ChangeSet
) -> Mapping[Entry, None]:
    """Return the entries whose findings may come to something else: by what they are about, or by a judgement."""
    judged = [slot for slot in chain(*change_set.slots) if slot.judgement is not None]
    names: set[str] = {*change_set.records, *change_set.claims}
    names.update(*map(attrgetter("about"), judged))
    names.update(_claims_of_judgements(before, change_set.records), _claims_of_judgements(after, change_set.records))
    stale = store.naming(names)
    judgements = {id(slot.judgement) for slot in judged}
    for entry, conflict in store.judged.items():
        judgement = conflict.judgement
        # Judgements are told apart by identity: the one on a slot that changed may say the same as another.
        if judgement and (id(judgement) in judgements or judgement.subject in change_set.records):
            stale[entry] = None
    return stale


def _claims_of_judgements(context: RuleContext, subjects: Iterable[SubjectId]) -> Iterator[str]:
    """Return the claims of the findings that the files of some subjects judge."""
    # A subject may be there on one side of the change alone.
    records = filter(None, map(context.data.subjects.get, subjects))
    return chain.from_iterable(map(attrgetter("finding_claims"), judgements_of(records)))


def _record(
    context: RuleContext, store: FindingStore, changes: Iterable[FindingChange], stale: Iterable[Entry]
) -> None:
    """Take the findings that are gone out of the store, and put in what new and stale ones come to."""
    judgements = JudgementIndex.of(context)
    gone: list[NumberedFinding] = []
    new: list[NumberedFinding] = []
    for number, change in enumerate(changes):
        gone.extend(product((number,), change.gone))
        new.extend(product((number,), change.new))
    for number, finding in gone:
        store.drop(number, finding)
    # After the drops: a stale entry may be one of them.
    again = [(entry.rule, entry.finding) for entry in stale if entry.finding in store.by_finding[entry.rule]]
    for number, finding in again:
        store.drop(number, finding)
    for number, finding in (*again, *new):
        store.put(number, finding, judge_finding(context, store.rules[number], finding, judgements))


def _results(context: RuleContext, store: FindingStore) -> RuleResults:
    """Return what all findings come to, whatever the order in which they were found."""
    conflicts = store.conflicts()
    unfound = find_unfound(context, BY_EDITORS.code, store.judgements_taken_up())
    noted = [noted_conflict(context, finding, judgement) for judgement, finding in unfound]
    missing = [conflict for conflict in distinct_by(noted, attrgetter("key")) if conflict.key not in store]
    if missing:
        conflicts = tuple(sorted([*conflicts, *missing], key=attrgetter("key")))
    return RuleResults(conflicts, store.errors(), store.disputed())
