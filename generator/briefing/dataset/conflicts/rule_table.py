"""Every rule: those of the package ``rules``, and those that other packages add, in the order of lists.

A package adds rules under the entry point group ``briefing.rules``: each entry point is a ``Rule``, or a row of rules
of one code. No order of files or of installed packages shows anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from itertools import chain
from operator import attrgetter
from pkgutil import iter_modules
from typing import TypeGuard

from briefing.dataset import rules
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category, Duty, Presentation, Rule
from briefing.dataset.rule_base.unfit import RuleUnfit
from briefing.diagnostics.code import Code
from briefing.diagnostics.codes import CODES
from briefing.model.grouping import first_by

ENTRY_POINTS = "briefing.rules"


def _own_rules() -> Iterator[tuple[Rule, ...]]:
    for module in iter_modules(rules.__path__):
        content = vars(import_module(f"{rules.__name__}.{module.name}"))
        # A module of several rows holds the first of them as RULE, too.
        if "RULES" in content:
            yield content["RULES"]
        else:
            yield (content["RULE"],)


def _added_rules() -> Iterator[tuple[Rule, ...]]:
    for entry_point in entry_points(group=ENTRY_POINTS):
        offered = _load(entry_point)
        if isinstance(offered, Rule):
            yield (offered,)
        elif _is_row_of_rules(offered):
            yield offered
        else:
            raise RuleUnfit(f"{entry_point.value} ({ENTRY_POINTS}) is neither a Rule nor a tuple of them")


def _load(entry_point: EntryPoint) -> object:
    try:
        return entry_point.load()
    except (ImportError, AttributeError) as missing:
        raise RuleUnfit(f"{entry_point.value} ({ENTRY_POINTS}) cannot be loaded: {missing}") from missing


def _is_row_of_rules(offered: object) -> TypeGuard[tuple[Rule, ...]]:
    # What another package offers has any type whatever, and an empty tuple has no code to be listed by.
    if not isinstance(offered, tuple) or not offered:
        return False
    return all(isinstance(row, Rule) for row in offered)


def order_rules(rows_of_rules: Iterable[tuple[Rule, ...]]) -> tuple[Rule, ...]:
    """Return all rows in order, those of one rule together; raises RuleUnfit where two rules have one code."""
    by_code: dict[str, tuple[Rule, ...]] = {}
    for rows in rows_of_rules:
        code = rows[0].code
        if code in by_code or code in CODES:
            raise RuleUnfit(f'the code "{code}" of a rule is taken')
        if any(row.code != code for row in rows):
            raise RuleUnfit(f'the rows of the rule "{code}" bear several codes')
        by_code[code] = rows
    in_order = sorted(by_code.values(), key=_place_in_lists)
    return tuple(chain.from_iterable(in_order))


def _place_in_lists(rows: tuple[Rule, ...]) -> tuple[int, str]:
    # Added rules that state no order share the last place, so their codes decide.
    return rows[0].order, rows[0].code


def _threshold_names(rules_in_order: Iterable[Rule]) -> Iterator[str]:
    yield from ("fresh_days", "stale_days")
    for rule in rules_in_order:
        for name in rule.thresholds:
            yield f"{rule.code}.{name}"


RULES: tuple[Rule, ...] = order_rules([*_own_rules(), *_added_rules()])
RULE_OF: Mapping[str, Rule] = first_by(RULES, attrgetter("code"))
"""By its code what is said and shown of a rule; of several rows of one code the first tells it."""
BY_EDITORS = next(rule for rule in RULES if rule.by_editors)
"""The rule that findings go by which only an editor saw."""
ALL_CODES: Mapping[str, Code] = {**CODES, **{code: rule.catalogued for code, rule in RULE_OF.items()}}
"""Every code that a finding may carry."""
_PRESENTATIONS = {code: rule.presentation for code, rule in RULE_OF.items()}
_DUTIES = {code: rule.duty for code, rule in RULE_OF.items()}
_UNKNOWN = Presentation(label="", category=Category.TERMS)
THRESHOLDS = frozenset(_threshold_names(RULES))
"""Every limit that a briefing may set: those of rules, and how long a page stays fresh."""


def presentation_of(conflict: Conflict) -> Presentation:
    """Return how pages show a conflict; one whose rule is gone counts by the voices that it compares."""
    return _PRESENTATIONS.get(conflict.rule, _UNKNOWN)


def duty_of(conflict: Conflict) -> Duty:
    """Return what a conflict asks of editors beyond a judgement."""
    return _DUTIES.get(conflict.rule, Duty.NONE)
