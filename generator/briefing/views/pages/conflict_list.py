"""The findings of the rules for readers, each under its permanent anchor, disputes first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.routes import CONFLICTS
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.finding_pages import split_findings
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.pages.conflict_rows import FINDING_FACETS, ConflictRow, view_conflict_row
from briefing.views.pages.paged_list import list_heads, pager_of
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.parts.findings import conflict_page, rule_label


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The findings of one category; ``boxed`` where sources differ, else they are rows of a table."""

    anchor: str
    title: str
    boxed: bool
    rows: tuple[ConflictRow, ...]


@dataclass(frozen=True, slots=True)
class RuleStatus:
    """How many findings of a rule there are and how they stand."""

    rule: PageLink
    kind: str
    found: str
    open: str
    explained: str
    settled: str


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """One page of the findings for readers; the counts by rule stand on the first."""

    head: Head
    rules: tuple[RuleStatus, ...]
    groups: tuple[CategoryGroup, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def conflicts_heads(ctx: Context) -> tuple[Head, ...]:
    """Return the heads of the pages of findings for readers."""
    description = ctx.labels.say("conflicts-description", n=len(ctx.findings.for_readers))
    page_count = len(split_findings(ctx.data, ctx.findings.for_readers))
    return list_heads(ctx, ctx.labels.say("conflicts"), description, CONFLICTS, page_count)


def view_conflicts(ctx: Context, number: int = 1) -> ConflictsPage:
    """Return a page of the findings for readers, each under its permanent anchor."""
    pages = split_findings(ctx.data, ctx.findings.for_readers)
    return ConflictsPage(
        head=conflicts_heads(ctx)[number - 1],
        rules=_rule_statuses(ctx) if number == 1 else (),
        groups=_category_groups(ctx, pages[number - 1]),
        pager=pager_of(CONFLICTS, number, len(ctx.findings.for_readers), len(pages)),
        facets=facet_heads(ctx, *FINDING_FACETS),
    )


def _rule_statuses(ctx: Context) -> tuple[RuleStatus, ...]:
    # The findings are in the order of categories and rules, so that those of one rule are neighbours.
    groups = groupby(ctx.findings.for_readers, key=lambda conflict: (category_of(ctx.data, conflict), conflict.rule))
    return tuple(_rule_status(ctx, list(conflicts)) for _, conflicts in groups)


def _rule_status(ctx: Context, conflicts: Sequence[Conflict]) -> RuleStatus:
    counts = Counter(conflict.status for conflict in conflicts)
    first = conflicts[0]
    return RuleStatus(
        rule=PageLink(rule_label(ctx, first.rule), conflict_page(ctx, first.key), first.key),
        kind=ctx.labels.word("family", category_of(ctx.data, first)),
        found=str(len(conflicts)),
        open=str(counts["open"]),
        explained=str(counts["explained"]),
        settled=str(counts["settled"]),
    )


def _category_groups(ctx: Context, conflicts: Iterable[Conflict]) -> tuple[CategoryGroup, ...]:
    groups = groupby(conflicts, key=lambda conflict: category_of(ctx.data, conflict))
    return tuple(_category_group(ctx, category, members) for category, members in groups)


def _category_group(ctx: Context, category: Category, conflicts: Iterable[Conflict]) -> CategoryGroup:
    linker = Linker(ctx)
    rows = [view_conflict_row(ctx, conflict, linker) for conflict in conflicts]
    word = ctx.labels.word("family", category)
    return CategoryGroup(
        anchor=f"family-{category}",
        # Not capitalize, which would make the rest of the word lower case.
        title=word[:1].upper() + word[1:],
        boxed=category.is_difference,
        rows=_merge_questions(rows) if category.is_difference else tuple(rows),
    )


def _merge_questions(rows: Iterable[ConflictRow]) -> tuple[ConflictRow, ...]:
    """Return rows with those that ask one question about the same subjects as one, under the anchors of all."""
    merged: dict[tuple[str, Prose], ConflictRow] = {}
    for row in rows:
        question = row.finding.question, row.about
        if question in merged:
            first = merged[question]
            merged[question] = replace(first, others=(*first.others, row.finding))
        else:
            merged[question] = row
    return tuple(merged.values())
