"""Rules and two worlds in, what each rule finds now and did not find before, and the other way round, out.

A rule runs again over what changed alone, before and after; what it then finds in both was and stays so.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.dataset.rules.rule import Hit, Limits, Rule, Scope, World
from generator.dataset.rules.touched import Touched, carry_over, narrow


@dataclass(frozen=True, slots=True)
class Change:
    """Hits of one rule that are gone, and those that are new."""

    gone: Collection[Hit]
    new: Collection[Hit]


_NONE = Change((), ())
Run = tuple[Rule, Limits]


def find_changes(
    before: World, after: World, touched: Touched, runs: Sequence[Run], known: Sequence[Mapping[Hit, object]]
) -> list[Change]:
    """Return what has changed of the hits of every rule; ``known`` are those of before."""
    carry_over(before, after, touched)
    parts = {scope: narrow(before, after, touched, scope) for scope in Scope if scope not in _UNDIVIDED}
    return [_change(run, after, touched, parts, hits) for run, hits in zip(runs, known, strict=True)]


_UNDIVIDED = (Scope.WHOLE, Scope.RECORDS)


def _change(
    run: Run,
    after: World,
    touched: Touched,
    parts: Mapping[Scope, tuple[World, World]],
    known: Mapping[Hit, object],
) -> Change:
    rule, limits = run
    if not _is_concerned(rule, after, touched):
        return _NONE
    if rule.scope in _UNDIVIDED:
        now = dict.fromkeys(rule.find(after, limits))
        return _difference(known, now)
    was, now = (dict.fromkeys(rule.find(world, limits)) for world in parts[rule.scope])
    return _difference(was, now)


def _difference(was: Mapping[Hit, object], now: Mapping[Hit, object]) -> Change:
    return Change([one for one in was if one not in now], [one for one in now if one not in was])


def _is_concerned(rule: Rule, world: World, touched: Touched) -> bool:
    if touched.records:
        return True
    if rule.scope is Scope.RECORDS:
        return False
    return rule.watches is None or not touched.attributes.isdisjoint(rule.watches(world.data.registry))
