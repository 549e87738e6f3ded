"""The sections of a subject's page: their order, and what they have no room for."""

from briefing.model.ids import SubjectId
from briefing.views.base.tokens import plain
from briefing.views.pages.subject_sections import (
    view_milestones,
    view_opinions,
    view_rows,
    view_status,
    view_subject_timeline,
)
from tests.unit.views.sample import claim, context_with, sample_context

ACME, FAB = SubjectId("acme"), SubjectId("fab-1")
LAYOUTS = sample_context().addresses.layouts


def test_what_is_overdue_comes_before_what_is_planned_and_what_is_over() -> None:
    assert [row.state for row in view_milestones(sample_context(), LAYOUTS[FAB]).rows] == ["overdue", "planned", "met"]


def test_a_timeline_that_says_no_more_than_the_milestones_is_left_out() -> None:
    assert view_subject_timeline(sample_context(), LAYOUTS[FAB]) == ()
    events = [plain(event.what) for event in view_subject_timeline(sample_context(), LAYOUTS[ACME])]
    assert events == ["Founded", "Opening", "Trial production", "Mass production"]


def test_the_status_stands_above_all_else() -> None:
    status = view_status(sample_context(), LAYOUTS[ACME])
    assert status is not None
    assert plain(status.value) == "operating"
    assert view_status(sample_context(), LAYOUTS[FAB]) is None


def test_what_others_say_stands_apart() -> None:
    (row,) = view_opinions(sample_context(), LAYOUTS[ACME]).rows
    assert plain(row.statement.value) == "Japan should not lean on Acme alone"


def test_a_section_leads_to_what_it_has_no_room_for() -> None:
    aims = [claim(f"daily-1#c{100 + number}", "bolt", "aim", f"aim {number}") for number in range(60)]
    context = context_with(*aims)
    rows = view_rows(context, context.addresses.layouts[SubjectId("bolt")], "context")
    assert len(rows.rows) == 50
    assert rows.rest is not None
    assert (rows.rest.text, rows.rest.page) == ("10 more statements", "companies/bolt/claims/index.md")
    assert view_rows(sample_context(), LAYOUTS[ACME], "key-facts").rest is None
