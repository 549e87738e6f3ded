"""The history of a briefing by subject and by week."""

from briefing.model.ids import SubjectId
from briefing.views.base.change_index import ChangeIndex, index_changes
from tests.unit.reports.small_data import ACME, FILES, HERALD, edited, linked, without
from tests.unit.views.changes_data import STATES, history

RENAMED = {
    **edited(HERALD, "about: acme,", "about: apex,", without(ACME)),
    "companies/apex.yml": FILES[ACME],
    "redirects.yml": "acme: apex\n",
}


def test_without_history_there_is_nothing() -> None:
    assert index_changes(linked(), None) == ChangeIndex()


def test_newest_week_comes_first() -> None:
    index = index_changes(linked(STATES[-1]), history(*STATES, *STATES, FILES))
    assert list(index.weeks) == ["2026-W50", "2026-W49"]
    assert index.began is not None
    assert index.began.claims == 3


def test_renamed_subject_keeps_its_changes() -> None:
    owned = edited(HERALD, "value: bolt", "value: acme-fab")
    index = index_changes(linked(RENAMED), history(FILES, owned, RENAMED))
    first = index.by_subject[SubjectId("apex")][0]
    assert first.question is not None
    assert first.question.about == ("apex",)
    assert "acme" not in index.by_subject
