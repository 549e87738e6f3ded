"""The findings of a page by category: boxes where sources differ, rows of a table for all others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose
from briefing.views.pages.conflict_rows import ConflictRow, view_conflict_row


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The findings of one category; ``boxed`` where sources differ, else they are rows of a table."""

    anchor: str
    title: str
    boxed: bool
    rows: tuple[ConflictRow, ...]


def view_category_groups(context: Context, conflicts: Iterable[Conflict]) -> tuple[CategoryGroup, ...]:
    """Return findings by category; they are in the order of categories already."""
    groups = groupby(conflicts, key=lambda conflict: category_of(context.data, conflict))
    return tuple(_category_group(context, category, members) for category, members in groups)


def _category_group(context: Context, category: Category, conflicts: Iterable[Conflict]) -> CategoryGroup:
    # A name is linked where the section of its category first mentions it.
    linker = Linker(context)
    rows = [view_conflict_row(context, conflict, linker) for conflict in conflicts]
    word = context.labels.word("family", category)
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
            merged[question] = replace(first, same_question=(*first.same_question, row.finding))
        else:
            merged[question] = row
    return tuple(merged.values())
