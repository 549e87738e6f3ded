"""Subjects whose sums are related: what changes at one may change what the rules find at another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from operator import attrgetter

from briefing.dataset.linked.subject_sets import differing_subjects
from briefing.dataset.linked.sum_relations import state_relations
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.ids import SubjectId


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
    return set(differing_subjects(records, before.data.subjects, after.data.subjects, attrgetter("money_lines")))


def index_related(context: RuleContext) -> Mapping[SubjectId, Set[SubjectId]]:
    """Return for every subject those whose sums are said to stand to its own in some way."""
    related: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for line, _, other in state_relations(context.data.subjects.values()):
        related[line.subject].add(other.subject)
        related[other.subject].add(line.subject)
    return related
