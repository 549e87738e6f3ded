"""The findings that only editors need: how often each rule speaks, and what it found."""

from collections import Counter
from dataclasses import dataclass, replace

from briefing.dataset.linked.records import Conflict
from briefing.routes import CHECKS
from briefing.views.base.categories import order_findings
from briefing.views.base.context import Context
from briefing.views.base.finding_pages import Findings, split_findings
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.pages.conflict_rows import FINDING_FACETS, ConflictRow, view_conflict_row
from briefing.views.pages.paged_list import list_heads, pager_of
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.parts.findings import rule_label


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule speaks, to whom, and how many of its findings are still open."""

    name: str
    code: str
    audience: str
    findings: str
    open: str


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """One page of the findings for editors; the counts by rule stand on the first."""

    head: Head
    rules: tuple[RuleCount, ...]
    rows: tuple[ConflictRow, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def checks_heads(context: Context) -> tuple[Head, ...]:
    """Return the heads of the pages for editors."""
    pages = _split_checks(context)
    description = context.labels.say("checks-description", n=_count(pages))
    return list_heads(context, context.labels.say("checks"), description, CHECKS, len(pages))


def view_checks(context: Context, number: int = 1) -> ChecksPage:
    """Return a page for editors: how often each rule speaks, and the findings that no reader's page shows."""
    pages = _split_checks(context)
    # The counts are of all findings and stand where editors enter the list.
    rules = _rule_counts(context) if number == 1 else ()
    return ChecksPage(
        head=checks_heads(context)[number - 1],
        rules=rules,
        rows=tuple(_check_row(context, conflict) for conflict in pages[number - 1]),
        pager=pager_of(CHECKS, number, _count(pages), len(pages)),
        facets=facet_heads(context, *FINDING_FACETS),
    )


def _split_checks(context: Context) -> tuple[Findings, ...]:
    return split_findings(context.data, order_findings(context.data, "editor"))


def _count(pages: tuple[Findings, ...]) -> int:
    return sum(len(page) for page in pages)


def _check_row(context: Context, conflict: Conflict) -> ConflictRow:
    # Boxes are for what readers see; a finding for editors has none.
    return replace(view_conflict_row(context, conflict, Linker(context)), box=None)


def _rule_counts(context: Context) -> tuple[RuleCount, ...]:
    """Return how often each rule speaks, the noisiest first: it needs sharpening if it is seldom settled."""
    # Findings for readers count as well: a rule may speak to both.
    conflicts = context.data.conflicts
    counts = Counter((conflict.rule, conflict.audience) for conflict in conflicts)
    still_open = Counter((conflict.rule, conflict.audience) for conflict in conflicts if conflict.status == "open")
    rows: list[RuleCount] = []
    for (rule, audience), count in counts.items():
        word = context.labels.word("audience", audience)
        rows.append(RuleCount(rule_label(context, rule), rule, word, str(count), str(still_open[rule, audience])))
    return tuple(sorted(rows, key=_noisiest_first))


def _noisiest_first(row: RuleCount) -> tuple[int, str, str]:
    return -int(row.findings), row.code, row.audience
