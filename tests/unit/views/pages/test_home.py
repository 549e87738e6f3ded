"""The first page leads with what matters most."""

from dataclasses import replace

import pytest

from briefing.model.ids import ArticleId, SubjectId
from briefing.model.records import Name
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.home import view_home
from briefing.views.parts.event_rows import Event
from tests.every import every
from tests.unit.views.sample import ARTICLES, article, claim, claims, link, sample, subjects


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


def test_each_list_has_so_many_rows_as_there_is_room_for() -> None:
    sums = [claim(f"daily-1#c{100 + n}", "bolt", "amount", f"JPY {n}bn", line=f"line-{n}") for n in range(1, 12)]
    bolt = subjects()[SubjectId("bolt")]
    firms = {SubjectId(f"firm-{n}"): replace(bolt, id=SubjectId(f"firm-{n}"), name=Name(f"Firm {n}")) for n in range(9)}
    ranks = [
        claim(f"{source}#c{200 + number}", firm, "rank", f"rank {place}", list="top")
        for number, firm in enumerate(firms)
        for source, place in (("daily-1", 1), ("weekly-9", 2))
    ]
    home = view_home(open_context(link({**subjects(), **firms}, [*sums, *ranks])))
    assert (len(home.sums), len(home.disputed)) == (10, 8)


@pytest.mark.parametrize(("count", "rest"), [(10, None), (11, "All 11 articles")])
def test_the_first_page_leads_to_the_articles_that_it_leaves_out(count: int, rest: str | None) -> None:
    more = {
        ArticleId(f"n-{number}"): article(f"n-{number}", "daily", "2024") for number in range(count - len(ARTICLES))
    }
    home = view_home(open_context(link(subjects(), claims(), {**ARTICLES, **more})))
    assert len(home.articles) == 10
    assert (home.articles_rest.text if home.articles_rest else None) == rest
