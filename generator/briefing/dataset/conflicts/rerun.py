"""Rules and two worlds in, what each rule finds now and did not find before, and the other way round, out.

A rule runs again over what changed alone: one of groups over these after the change, any other one over its scope
before and after, where what it finds both times was and stays so.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.dataset.conflicts.change_set import ChangeSet, carry_over, narrow
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.groups import ByGroup
from briefing.dataset.rule_base.judged import renew_judged
from briefing.dataset.rule_base.rule import Rule, Scope, Thresholds
from briefing.model.ids import SubjectId

FindingsOf = dict[Any, tuple[Finding, ...]]
"""What a rule has found, by group; groups without findings are left out."""
Run = tuple[Rule, Thresholds, FindingsOf]


@dataclass(frozen=True, slots=True)
class Change:
    """Findings of one rule that are gone, and those that are new."""

    gone: Collection[Finding]
    new: Collection[Finding]


_UNDIVIDED = (Scope.WHOLE, Scope.RECORDS)


def find_first(context: RuleContext, runs: Iterable[Run]) -> list[Change]:
    """Return all findings of every rule, each once."""
    return [Change((), dict.fromkeys(_find_all(run, context))) for run in runs]


def _find_all(run: Run, context: RuleContext) -> Iterable[Finding]:
    rule, thresholds, findings = run
    if not isinstance(rule.find, ByGroup):
        return rule.find(context, thresholds)
    _find_in(rule.find, thresholds, context, rule.find.groups(context), findings)
    return (finding for found in findings.values() for finding in found)


def find_changes(
    before: RuleContext,
    after: RuleContext,
    touched: ChangeSet,
    runs: Sequence[Run],
    known: Sequence[Mapping[Finding, object]],
) -> list[Change]:
    """Return what has changed of the findings of every rule; ``known`` are those of before."""
    carry_over(before, after, touched)
    renew_judged(before, after, touched.slots)
    parts = {scope: narrow(before, after, touched, scope) for scope in Scope if scope not in _UNDIVIDED}
    return [_change(run, before, after, touched, parts, findings) for run, findings in zip(runs, known, strict=True)]


def _change(
    run: Run,
    before: RuleContext,
    after: RuleContext,
    touched: ChangeSet,
    parts: Mapping[Scope, tuple[RuleContext, RuleContext]],
    known: Mapping[Finding, object],
) -> Change:
    rule, thresholds, findings = run
    if isinstance(rule.find, ByGroup):
        return _change_of_groups(rule.find, thresholds, before, after, touched, findings, known)
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


def _difference(was: Mapping[Finding, object], now: Mapping[Finding, object]) -> Change:
    return Change([one for one in was if one not in now], [one for one in now if one not in was])


def _change_of_groups(
    rule: ByGroup[Any],
    thresholds: Thresholds,
    before: RuleContext,
    after: RuleContext,
    touched: ChangeSet,
    findings: FindingsOf,
    known: Mapping[Finding, object],
) -> Change:
    """Look at the groups that touched slots lead to; a finding that another group has, too, is not gone."""
    groups = {*rule.index.renew(before, after, touched.slots)}
    for context, slots in zip((before, after), touched.slots, strict=True):
        groups.update(rule.led_to(context, slots))
    was = [finding for group in groups for finding in findings.pop(group, ())]
    _find_in(rule, thresholds, after, groups, findings)
    now = {finding for found in findings.values() for finding in found} if was else set()
    new = (finding for group in groups for finding in findings.get(group, ()))
    return Change(
        {finding for finding in was if finding not in now}, {finding for finding in new if finding not in known}
    )


def _find_in(
    rule: ByGroup[Any], thresholds: Thresholds, context: RuleContext, groups: Iterable[Any], findings: FindingsOf
) -> None:
    """Note what there is in each of the groups."""
    for group in groups:
        found = tuple(dict.fromkeys(rule.find_in(context, thresholds, group, rule.index.members(context, group))))
        if found:
            findings[group] = found
