"""What changed on the page of one subject."""

from briefing.model.ids import SubjectId
from briefing.routes import CHANGES, list_page
from briefing.views.base.context import open_context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.subject_changes import SubjectChanges, view_subject_changes
from tests.unit.reports.small_data import FILES, linked
from tests.unit.views.changes_data import AGREED, NOTED, STATES, context

FAB = SubjectId("acme-fab")


def test_newest_few_and_the_way_to_the_rest() -> None:
    found = view_subject_changes(context(*STATES, *STATES), FAB)
    assert len(found.rows) == 5
    assert found.rest is not None
    assert found.rest.page == "changes/index.md"
    assert "more changes" in found.rest.text


def test_wording_is_folded() -> None:
    assert view_subject_changes(context(AGREED, NOTED), FAB) == SubjectChanges((), "", None)
    assert view_subject_changes(context(*STATES, NOTED), FAB).reworded == "and 1 thing only put in other words"


def test_subject_without_changes_and_briefing_without_history() -> None:
    nothing = SubjectChanges((), "", None)
    assert view_subject_changes(context(*STATES), SubjectId("bolt")) == nothing
    assert view_subject_changes(open_context(linked(FILES)), FAB) == nothing


def test_few_changes_lead_to_all_of_the_briefing() -> None:
    link = PageLink("All changes of the briefing", list_page(CHANGES))
    assert view_subject_changes(context(*STATES[:2]), FAB).rest == link
