"""How many findings each rule has and how they stand, each row leading to the first of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.dataset.linked.records import Conflict
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.findings import conflict_page, rule_label


@dataclass(frozen=True, slots=True)
class RuleStatus:
    """How many findings of a rule there are and how they stand."""

    rule: PageLink
    kind: str
    findings: str
    open: str
    explained: str
    settled: str


def view_rule_statuses(context: Context) -> tuple[RuleStatus, ...]:
    """Return the rules that found something for readers, in the order of their findings."""
    # The findings are in the order of categories and rules, so that those of one rule are neighbours.
    groups = groupby(
        context.findings.for_readers, key=lambda conflict: (category_of(context.data, conflict), conflict.rule)
    )
    return tuple(_rule_status(context, list(conflicts)) for _, conflicts in groups)


def _rule_status(context: Context, conflicts: Sequence[Conflict]) -> RuleStatus:
    counts = Counter(conflict.status for conflict in conflicts)
    first = conflicts[0]
    return RuleStatus(
        rule=PageLink(rule_label(context, first.rule), conflict_page(context, first.key), first.key),
        kind=context.labels.word("family", category_of(context.data, first)),
        findings=str(len(conflicts)),
        open=str(counts["open"]),
        explained=str(counts["explained"]),
        settled=str(counts["settled"]),
    )
