"""The pages of what changed."""

import pytest

from briefing.routes import CHANGES, list_page
from briefing.views.base import paging
from briefing.views.base.context import open_context
from briefing.views.pages.changes import view_changes, view_week, week_heads
from briefing.views.site import view_site
from tests.unit.reports.small_data import FILES, linked
from tests.unit.views.changes_data import NOTED, STATES, context


def test_page_lists_weeks_and_says_when_the_record_begins() -> None:
    (page,) = view_changes(context(*STATES, NOTED))
    assert page.began == "The record begins on 30 November 2026, with 3 claims."
    (week,) = page.weeks
    assert week.link.text == "30 November 2026 to 6 December 2026"
    assert week.link.page == "changes/2026-W49/index.md"
    assert week.count == f"{len(page.rows)} changes"
    assert week.reworded == "and 1 thing only put in other words"
    assert page.data.path == "api/v1/changes.json"


def test_without_history_there_is_no_page() -> None:
    assert view_changes(open_context(linked(FILES))) == ()


def test_long_week_has_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = context(*STATES)
    monkeypatch.setattr(paging, "PAGE_WEIGHT", 1)
    heads = week_heads(opened, "2026-W49")
    assert len(heads) > 1
    assert heads[1].page == "changes/2026-W49/page_2/index.md"
    assert [link.page for link in heads[1].up] == [list_page(CHANGES), "changes/2026-W49/index.md"]
    page = view_week(opened, "2026-W49", 2)
    assert len(page.rows) == 1
    assert page.head == heads[1]


def test_pages_are_part_of_the_site() -> None:
    pages = {page.head.page for page in view_site(context(*STATES))}
    assert {"changes/index.md", "changes/2026-W49/index.md"} <= pages
