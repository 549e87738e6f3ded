"""The findings of the rules for readers, each under its permanent anchor, disputes first."""

from dataclasses import dataclass

from briefing.routes import CONFLICTS
from briefing.views.base.context import Context
from briefing.views.base.finding_pages import split_findings
from briefing.views.base.head import Head, Pager
from briefing.views.pages.category_groups import CategoryGroup, view_category_groups
from briefing.views.pages.conflict_rows import FINDING_FACETS
from briefing.views.pages.paged_list import list_heads, pager_of
from briefing.views.pages.rule_statuses import RuleStatus, view_rule_statuses
from briefing.views.parts.facets import Facet, facet_heads


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """One page of the findings for readers; the counts by rule stand on the first."""

    head: Head
    rules: tuple[RuleStatus, ...]
    groups: tuple[CategoryGroup, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def conflicts_heads(context: Context) -> tuple[Head, ...]:
    """Return the heads of the pages of findings for readers."""
    description = context.labels.say("conflicts-description", n=len(context.findings.for_readers))
    page_count = len(split_findings(context.data, context.findings.for_readers))
    return list_heads(context, context.labels.say("conflicts"), description, CONFLICTS, page_count)


def view_conflicts(context: Context, number: int = 1) -> ConflictsPage:
    """Return a page of the findings for readers, each under its permanent anchor."""
    pages = split_findings(context.data, context.findings.for_readers)
    # The counts are of all findings and stand where readers enter the list.
    rules = view_rule_statuses(context) if number == 1 else ()
    return ConflictsPage(
        head=conflicts_heads(context)[number - 1],
        rules=rules,
        groups=view_category_groups(context, pages[number - 1]),
        pager=pager_of(CONFLICTS, number, len(context.findings.for_readers), len(pages)),
        facets=facet_heads(context, *FINDING_FACETS),
    )
