"""Every rule: those of the package ``rules``, and those that other packages add, in the order of lists.

A package adds rules under the entry point group ``briefing.rules``: each entry point is a ``Rule``, or a row of rules
of one code. No order of files or of installed packages shows anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from briefing.dataset import rules
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category, Duty, Presentation, Rule
from briefing.dataset.rule_base.unfit import RuleUnfit
from briefing.diagnostics.code import Code
from briefing.diagnostics.codes import CODES

ENTRY_POINTS = "briefing.rules"


def _own_rules() -> Iterator[tuple[Rule, ...]]:
    for module in iter_modules(rules.__path__):
        content = vars(import_module(f"{rules.__name__}.{module.name}"))
        yield content["RULES"] if "RULES" in content else (content["RULE"],)


def _added_rules() -> Iterator[tuple[Rule, ...]]:
    for entry_point in entry_points(group=ENTRY_POINTS):
        try:
            offered = entry_point.load()
        except (ImportError, AttributeError) as missing:
            raise RuleUnfit(f"{entry_point.value} ({ENTRY_POINTS}) cannot be loaded: {missing}") from missing
        rows = (offered,) if isinstance(offered, Rule) else offered
        if not isinstance(rows, tuple) or not rows or not all(isinstance(row, Rule) for row in rows):
            raise RuleUnfit(f"{entry_point.value} ({ENTRY_POINTS}) is neither a Rule nor a tuple of them")
        yield rows


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
    in_order = sorted(by_code.values(), key=lambda rows: (rows[0].order, rows[0].code))
    return tuple([row for rows in in_order for row in rows])


RULES: tuple[Rule, ...] = order_rules([*_own_rules(), *_added_rules()])
RULE_OF: dict[str, Rule] = {}
for _rule in RULES:
    RULE_OF.setdefault(_rule.code, _rule)
"""By its code what is said and shown of a rule; of several rows of one code the first tells it."""
BY_EDITORS = next(rule for rule in RULES if rule.by_editors)
"""The rule that findings go by which only an editor saw."""
ALL_CODES: Mapping[str, Code] = {**CODES, **{code: rule.catalogued for code, rule in RULE_OF.items()}}
"""Every code that a finding may carry."""
_UNKNOWN = Presentation(label="", category=Category.TERMS)
THRESHOLDS = frozenset(
    {"fresh_days", "stale_days", *(f"{rule.code}.{name}" for rule in RULES for name in rule.thresholds)}
)
"""Every limit that a briefing may set: those of rules, and how long a page stays fresh."""


def presentation_of(conflict: Conflict) -> Presentation:
    """Return how pages show a conflict; one whose rule is gone counts by the voices that it compares."""
    rule = RULE_OF.get(conflict.rule)
    return rule.presentation if rule is not None else _UNKNOWN


def duty_of(conflict: Conflict) -> Duty:
    """Return what a conflict asks of editors beyond a judgement."""
    rule = RULE_OF.get(conflict.rule)
    return rule.duty if rule is not None else Duty.NONE
