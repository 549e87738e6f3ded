"""The timeline in order of time."""

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.timeline import view_timeline
from briefing.views.parts.event_rows import Event
from tests.unit.views.sample import sample


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def in_words(events: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(event.when, plain(event.what), event.state) for event in events]


def test_the_timeline_sorts_partial_dates(context: Context) -> None:
    (page,) = view_timeline(context)
    assert in_words(page.rows) == [
        ("August 2011", "Founded", "happened"),
        ("February 2024", "Opening", "met"),
        ("10 April 2024", "Held", "happened"),
        ("April 2025", "Trial production", "overdue"),
        ("2027", "Mass production", "planned"),
    ]
