"""Subjects whose sums are related: what changes at one may change what the rules find at another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from briefing.dataset.linked.sum_relations import state_relations
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.ids import SubjectId
from briefing.model.records import MoneyLine


def related_subjects(subjects: Iterable[SubjectId], *contexts: RuleContext) -> Set[SubjectId]:
    """Return subjects with all whose sums are related to theirs, however many steps away."""
    related: set[SubjectId] = set()
    waiting = list(subjects)
    while waiting:
        subject = waiting.pop()
        if subject in related:
            continue
        related.add(subject)
        # Both sides of a change: what no longer relates two sums matters as much as what does now.
        for context in contexts:
            waiting.extend(context.cached_from_records(index_related).get(subject, ()))
    return related


def subjects_with_other_sums(before: RuleContext, after: RuleContext, records: Iterable[SubjectId]) -> Set[SubjectId]:
    """Return those of some subjects that declare other sums after a change than before it."""
    return {subject for subject in records if _money_lines(before, subject) != _money_lines(after, subject)}


def _money_lines(context: RuleContext, subject: SubjectId) -> tuple[MoneyLine, ...]:
    record = context.data.subjects.get(subject)
    if record is None:
        return ()
    return record.money_lines


def index_related(context: RuleContext) -> Mapping[SubjectId, Set[SubjectId]]:
    """Return for every subject those whose sums are said to stand to its own in some way."""
    related: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for line, _, other in state_relations(context.data.subjects.values()):
        related[line.subject].add(other.subject)
        related[other.subject].add(line.subject)
    return related
