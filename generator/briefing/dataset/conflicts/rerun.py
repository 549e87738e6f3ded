"""Runs rules again after a change: what each finds now and did not find before, and the other way round.

A rule runs again over what changed alone: one of groups over these after the change, any other one over its scope
before and after, where what it finds both times was and stays so.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, filterfalse
from typing import Any

from briefing.dataset.conflicts.change_set import ChangeSet, carry_over
from briefing.dataset.conflicts.restricted import restrict
from briefing.dataset.linked.subject_sets import differing_subjects
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.groups import ByGroup
from briefing.dataset.rule_base.judged import renew_judged
from briefing.dataset.rule_base.rule import Rule, Scope, Thresholds

FindingsOf = dict[Any, tuple[Finding, ...]]
"""What a rule has found, by group; groups without findings are left out."""
Run = tuple[Rule, Thresholds, FindingsOf]
Findings = Mapping[Finding, object]
"""Findings in their order; what they lead to is of no matter here."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """Findings of one rule that are gone, and those that are new."""

    gone: Collection[Finding] = ()
    new: Collection[Finding] = ()


_UNDIVIDED = frozenset({Scope.WHOLE, Scope.RECORDS})
_DIVIDED = tuple(filterfalse(_UNDIVIDED.__contains__, Scope))


def find_all(context: RuleContext, runs: Iterable[Run]) -> list[FindingChange]:
    """Return all findings of every rule as new ones, each once."""
    return [FindingChange(new=dict.fromkeys(_find_all(run, context))) for run in runs]


def _find_all(run: Run, context: RuleContext) -> Iterable[Finding]:
    rule, thresholds, by_group = run
    if not isinstance(rule.find, ByGroup):
        return rule.find(context, thresholds)
    groups = rule.find.groups(context)
    _find_in_groups(rule.find, thresholds, context, groups, by_group)
    return chain.from_iterable(by_group.values())


def find_changes(
    before: RuleContext,
    after: RuleContext,
    change_set: ChangeSet,
    runs: Sequence[Run],
    found_before: Sequence[Findings],
) -> list[FindingChange]:
    """Return what has changed of the findings of every rule; ``found_before`` are those before."""
    # First of all, as whatever runs below asks the context after the change for what was made before.
    carry_over(before, after, change_set)
    renew_judged(before, after, change_set.slots)
    parts = {scope: restrict(before, after, change_set, scope) for scope in _DIVIDED}
    rerun = _Rerun(before, after, change_set, parts)
    return [rerun.find_change(run, findings) for run, findings in zip(runs, found_before, strict=True)]


@dataclass(frozen=True, slots=True)
class _Rerun:
    """One change, and the parts of the data before and after it that rules of each scope look at again."""

    before: RuleContext
    after: RuleContext
    change_set: ChangeSet
    parts: Mapping[Scope, tuple[RuleContext, RuleContext]]

    def find_change(self, run: Run, found_before: Findings) -> FindingChange:
        """Return what has changed of the findings of one rule."""
        rule, thresholds, by_group = run
        if isinstance(rule.find, ByGroup):
            return self._change_of_groups(rule.find, thresholds, by_group, found_before)
        if rule.scope is Scope.RECORDS and not self._reads_otherwise(rule):
            return FindingChange()
        if rule.scope in _UNDIVIDED:
            return _difference(found_before, dict.fromkeys(rule.find(self.after, thresholds)))
        part_before, part_after = self.parts[rule.scope]
        findings = dict.fromkeys(rule.find(part_before, thresholds))
        return _difference(findings, dict.fromkeys(rule.find(part_after, thresholds)))

    def _reads_otherwise(self, rule: Rule) -> bool:
        """Tell whether anything has changed of what a rule over records looks at in them."""
        before, after = self.before.data.subjects, self.after.data.subjects
        # A subject that comes or goes counts even where a rule reads nothing in it.
        differing = differing_subjects(self.change_set.records, before, after, rule.reads, absent=None)
        return next(differing, None) is not None

    def _change_of_groups(
        self, rule: ByGroup[Any], thresholds: Thresholds, by_group: FindingsOf, found_before: Findings
    ) -> FindingChange:
        """Look at the groups that changed slots lead to; a finding that another group has, too, is not gone."""
        slots_before, slots_after = self.change_set.slots
        groups = {*rule.index.renew(self.before, self.after, self.change_set.slots)}
        groups.update(rule.led_to(self.before, slots_before))
        groups.update(rule.led_to(self.after, slots_after))
        was: list[Finding] = []
        for group in groups:
            was.extend(by_group.pop(group, ()))
        _find_in_groups(rule, thresholds, self.after, groups, by_group)
        # All findings are gathered only where any may be gone: there are very many.
        now = set(chain.from_iterable(by_group.values())) if was else set()
        new: set[Finding] = set()
        for group in groups:
            new.update(filterfalse(found_before.__contains__, by_group.get(group, ())))
        return FindingChange(gone=set(was) - now, new=new)


def _difference(was: Findings, now: Findings) -> FindingChange:
    gone, new = filterfalse(now.__contains__, was), filterfalse(was.__contains__, now)
    return FindingChange(list(gone), list(new))


def _find_in_groups(
    rule: ByGroup[Any], thresholds: Thresholds, context: RuleContext, groups: Iterable[Any], by_group: FindingsOf
) -> None:
    """Note what there is in each of the groups."""
    for group in groups:
        members = rule.index.members(context, group)
        findings = tuple(dict.fromkeys(rule.find_in(context, thresholds, group, members)))
        if findings:
            by_group[group] = findings
