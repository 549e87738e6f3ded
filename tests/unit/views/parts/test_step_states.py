"""A hope that nobody is named for is told as one; nothing that lists plans has it."""

from typing import Any

import pytest

from briefing.model.ids import SubjectId
from briefing.model.records import Outcome
from briefing.views.base.context import open_context
from briefing.views.pages.home import view_home
from briefing.views.pages.subject import view_subject
from briefing.views.pages.timeline import view_timeline
from briefing.views.parts.calendar_entries import view_calendar
from briefing.views.parts.step_states import step_state
from tests.unit.views.parts.test_leading import dataset
from tests.unit.views.sample import HERE, claim, link, subject, subjects

HOPE = {"about": "japan", "attribute": "milestone", "milestone": "new-golden-age", "modality": "aim"}


@pytest.mark.parametrize("when", ["2019", "2039"])
def test_a_hope_of_nobody_is_neither_overdue_nor_to_come(when: str) -> None:
    context = open_context(dataset({"herald": [HOPE | {"value": when}]}))
    home, page = view_home(context), view_subject(context, SubjectId("japan"))
    assert (home.overdue, home.coming, view_calendar(context)) == ((), (), ())
    assert (page.summary.overdue, page.trust.next_milestone_link, page.calendar) == ((), None, ())
    (row,) = page.milestones.rows
    assert (row.state, row.state_word) == ("hoped", "hoped for")
    (timeline,) = view_timeline(context)
    assert [one.state for one in timeline.rows] == ["hoped"]


@pytest.mark.parametrize("when", ["2019", "2039"])
def test_an_opinion_on_when_it_comes_is_no_plan_whoever_gives_it(when: str) -> None:
    opinion = HOPE | {"about": "fab", "modality": "opinion", "speaker": {"group": "sceptics"}, "value": when}
    context = open_context(dataset({"herald": [opinion]}))
    assert (view_home(context).overdue, view_home(context).coming, view_calendar(context)) == ((), (), ())
    assert view_subject(context, SubjectId("fab")).trust.next_milestone_link is None


@pytest.mark.parametrize(
    "owned",
    [
        [HOPE | {"speaker": {"group": "ministers"}}],
        [HOPE | {"speaker": "acme"}],
        [HOPE | {"about": "fab"}],
        [HOPE, {"about": "japan", "attribute": "announced-by", "value": "acme"}],
    ],
)
def test_whoever_is_named_makes_it_a_plan(owned: list[dict[str, Any]]) -> None:
    for when, state in (("2019", "overdue"), ("2039", "planned")):
        claims = [one | {"value": when} if one["attribute"] == "milestone" else one for one in owned]
        context = open_context(dataset({"herald": claims}))
        home = view_home(context)
        assert [one.state for one in (*home.overdue, *home.coming)] == [state]
        assert len(view_calendar(context)) == 1


def test_what_came_about_or_was_given_up_is_no_hope_any_more() -> None:
    done = HOPE | {"value": "2019", "modality": "reported"}
    (row,) = view_subject(open_context(dataset({"herald": [done]})), SubjectId("japan")).milestones.rows
    assert row.state == "reported"


def test_an_outcome_outweighs_that_nobody_is_named_for_a_hope() -> None:
    hope = claim("daily-1#c20", "japan", "milestone", "2019", milestone="new-golden-age", modality="aim")
    outcome = Outcome({"attribute": "milestone", "milestone": "new-golden-age"}, "dropped", None, None, (), HERE)
    japan = subject("japan", "Japan", outcomes=(outcome,))
    context = open_context(link({**subjects(), japan.id: japan}, [hope]))
    assert step_state(context, context.data.slot_of[hope.key]) == "dropped"


@pytest.mark.parametrize(("report", "state"), [("../2019", "reported"), ("2019", "reported"), ("2022", "late")])
def test_only_a_report_of_a_day_behind_the_planned_one_says_late(report: str, state: str) -> None:
    plan = claim("daily-1#c20", "fab-1", "milestone", "2020", milestone="tool-move-in", modality="planned")
    done = claim("weekly-9#c20", "fab-1", "milestone", report, milestone="tool-move-in")
    context = open_context(link(subjects(), [plan, done]))
    assert step_state(context, context.data.slot_of[plan.key]) == state
