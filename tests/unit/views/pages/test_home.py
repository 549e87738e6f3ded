"""The first page leads with what matters most."""

from dataclasses import replace

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.home import view_home
from briefing.views.parts.event_rows import Event
from tests.every import every
from tests.unit.views.sample import claims, link, sample, subjects


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def in_words(events: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(event.when, plain(event.what), event.state) for event in events]


def test_home_leads_with_the_bottom_line_and_what_comes(context: Context) -> None:
    home = view_home(context)
    assert plain(home.bottom_line) == "Acme leads."
    assert (home.as_of, home.description) == ("22 November 2026", "A sample.")
    assert in_words(home.overdue) == [("April 2025", "Trial production", "overdue")]
    assert in_words(home.coming) == [("2027", "Mass production", "planned")]
    assert [plain(row.subject) for row in home.sums] == ["Acme"]
    assert {(kind.link.text, kind.count) for kind in home.kinds} >= {("Companies", 2), ("People", 1)}
    assert every(kind.count for kind in home.kinds)
    assert [article.link.text for article in home.articles] == ["Acme", "Unidentified source", "The Daily"]


def test_home_shows_disputed_values_side_by_side() -> None:
    undecided = {key: replace(record, judgements=()) for key, record in subjects().items()}
    home = view_home(open_context(link(undecided, claims())))
    row = next(fact for fact in home.disputed if fact.link.anchor == "differ-rank-top")
    assert [plain(value) for value in row.values] == ["3rd", "30th"]
    assert row.sources
    assert row.as_of == "14 April 2024"
