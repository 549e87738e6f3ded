"""Marks as they look on pages: their anchors, their classes, and dates only where the data have such."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.pages.glossary_marks import FISCAL_YEARS, MarkGroup, mark_groups
from tests.unit.views.sample import claim, claims, link, sample_context, subjects


def groups_by_name(groups: tuple[MarkGroup, ...]) -> dict[str, MarkGroup]:
    return {group.name: group for group in groups}


def test_a_mark_has_the_class_that_it_has_on_pages() -> None:
    groups = groups_by_name(mark_groups(sample_context()))
    classes = {name: groups[name].marks[0].css for name in ("confidence", "stage", "state", "status", "fresh")}
    assert classes == {
        "confidence": "confidence-high",
        "stage": "label",
        "state": "planned",
        "status": "status-open",
        "fresh": "fresh",
    }


def test_a_grade_is_a_capital_under_an_anchor_of_small_letters() -> None:
    grade = groups_by_name(mark_groups(sample_context()))["grade"].marks[0]
    assert (grade.word, grade.anchor) == ("A", "mark-grade-a")
    assert grade.meaning.startswith("The best")


def test_fiscal_years_are_explained_only_where_a_date_is_one() -> None:
    plan = claim("daily-1#c70", "fab-1", "milestone", "JFY2030", milestone="closing", modality="planned")
    with_fiscal = open_context(link(subjects(), [*claims(), replace(plan)]))
    sizes = [len(groups_by_name(mark_groups(context))["date"].marks) for context in (sample_context(), with_fiscal)]
    assert sizes[1] - sizes[0] == len(FISCAL_YEARS)
