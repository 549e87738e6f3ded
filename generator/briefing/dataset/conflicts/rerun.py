"""Rules and two worlds in, what each rule finds now and did not find before, and the other way round, out.

A rule runs again over what changed alone: one of groups over these after the change, any other one over its scope
before and after, where what it finds both times was and stays so.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.dataset.conflicts.change_set import ChangeSet, carry_over, narrow
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.groups import ByGroup
from briefing.dataset.rule_base.hit import Hit
from briefing.dataset.rule_base.judged import renew_judged
from briefing.dataset.rule_base.rule import Rule, Scope, Thresholds
from briefing.model.ids import SubjectId

HitsOf = dict[Any, tuple[Hit, ...]]
"""What a rule has found, by group; groups without hits are left out."""
Run = tuple[Rule, Thresholds, HitsOf]


@dataclass(frozen=True, slots=True)
class Change:
    """Hits of one rule that are gone, and those that are new."""

    gone: Collection[Hit]
    new: Collection[Hit]


_UNDIVIDED = (Scope.WHOLE, Scope.RECORDS)


def find_first(context: RuleContext, runs: Iterable[Run]) -> list[Change]:
    """Return all hits of every rule, each once."""
    return [Change((), dict.fromkeys(_find_all(run, context))) for run in runs]


def _find_all(run: Run, context: RuleContext) -> Iterable[Hit]:
    rule, thresholds, hits = run
    if not isinstance(rule.find, ByGroup):
        return rule.find(context, thresholds)
    _find_in(rule.find, thresholds, context, rule.find.groups(context), hits)
    return (hit for found in hits.values() for hit in found)


def find_changes(
    before: RuleContext,
    after: RuleContext,
    touched: ChangeSet,
    runs: Sequence[Run],
    known: Sequence[Mapping[Hit, object]],
) -> list[Change]:
    """Return what has changed of the hits of every rule; ``known`` are those of before."""
    carry_over(before, after, touched)
    renew_judged(before, after, touched.slots)
    parts = {scope: narrow(before, after, touched, scope) for scope in Scope if scope not in _UNDIVIDED}
    return [_change(run, before, after, touched, parts, hits) for run, hits in zip(runs, known, strict=True)]


def _change(
    run: Run,
    before: RuleContext,
    after: RuleContext,
    touched: ChangeSet,
    parts: Mapping[Scope, tuple[RuleContext, RuleContext]],
    known: Mapping[Hit, object],
) -> Change:
    rule, thresholds, hits = run
    if isinstance(rule.find, ByGroup):
        return _change_of_groups(rule.find, thresholds, before, after, touched, hits, known)
    if rule.scope is Scope.RECORDS and not _reads_anew(rule, before, after, touched):
        return Change((), ())
    if rule.scope in _UNDIVIDED:
        return _difference(known, dict.fromkeys(rule.find(after, thresholds)))
    was, now = (dict.fromkeys(rule.find(context, thresholds)) for context in parts[rule.scope])
    return _difference(was, now)


def _reads_anew(rule: Rule, before: RuleContext, after: RuleContext, touched: ChangeSet) -> bool:
    """Tell whether anything has changed of what a rule over records looks at in them."""

    def read(context: RuleContext, one: SubjectId) -> object:
        subject = context.data.subjects.get(one)
        return subject and rule.reads(subject)

    return any(read(before, one) != read(after, one) for one in touched.records)


def _difference(was: Mapping[Hit, object], now: Mapping[Hit, object]) -> Change:
    return Change([one for one in was if one not in now], [one for one in now if one not in was])


def _change_of_groups(
    rule: ByGroup[Any],
    thresholds: Thresholds,
    before: RuleContext,
    after: RuleContext,
    touched: ChangeSet,
    hits: HitsOf,
    known: Mapping[Hit, object],
) -> Change:
    """Look at the groups that touched slots lead to; a hit that another group has, too, is not gone."""
    groups = {*rule.index.renew(before, after, touched.slots)}
    for context, slots in zip((before, after), touched.slots, strict=True):
        groups.update(rule.led_to(context, slots))
    was = [hit for group in groups for hit in hits.pop(group, ())]
    _find_in(rule, thresholds, after, groups, hits)
    now = {hit for found in hits.values() for hit in found} if was else set()
    new = (hit for group in groups for hit in hits.get(group, ()))
    return Change({hit for hit in was if hit not in now}, {hit for hit in new if hit not in known})


def _find_in(
    rule: ByGroup[Any], thresholds: Thresholds, context: RuleContext, groups: Iterable[Any], hits: HitsOf
) -> None:
    """Note what there is in each of the groups."""
    for group in groups:
        found = tuple(dict.fromkeys(rule.find_in(context, thresholds, group, rule.index.members(context, group))))
        if found:
            hits[group] = found
