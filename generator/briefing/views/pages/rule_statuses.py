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


def view_rule_statuses(ctx: Context) -> tuple[RuleStatus, ...]:
    """Return the rules that found something for readers, in the order of their findings."""
    # The findings are in the order of categories and rules, so that those of one rule are neighbours.
    groups = groupby(ctx.findings.for_readers, key=lambda conflict: (category_of(ctx.data, conflict), conflict.rule))
    return tuple(_rule_status(ctx, list(conflicts)) for _, conflicts in groups)


def _rule_status(ctx: Context, conflicts: Sequence[Conflict]) -> RuleStatus:
    counts = Counter(conflict.status for conflict in conflicts)
    first = conflicts[0]
    return RuleStatus(
        rule=PageLink(rule_label(ctx, first.rule), conflict_page(ctx, first.key), first.key),
        kind=ctx.labels.word("family", category_of(ctx.data, first)),
        findings=str(len(conflicts)),
        open=str(counts["open"]),
        explained=str(counts["explained"]),
        settled=str(counts["settled"]),
    )
