"""Months or years of publication, with those in which nothing appeared."""

from briefing.model.ids import ArticleId
from briefing.views.base.context import Context, open_context
from briefing.views.pictures.coverage_periods import coverage_periods
from tests.unit.views.sample import article, claims, link, subjects


def published(*dates: str) -> Context:
    """Return what views read of articles of these dates beside those of the sample's claims."""
    more = {ArticleId(f"n-{number}"): article(f"n-{number}", "daily", date) for number, date in enumerate(dates)}
    of_daily = [claim for claim in claims() if claim.article == "daily-1" and claim.holder == "daily-1"]
    daily = article("daily-1", "daily", "2024-04-14")
    return open_context(link(subjects(), of_daily, {ArticleId("daily-1"): daily, **more}))


def test_every_month_between_the_first_and_the_last_is_there() -> None:
    periods = coverage_periods(published("2024-06-30", "2024-04"))
    assert [(period.label, len(period.articles)) for period in periods] == [
        ("April 2024", 2),
        ("May 2024", 0),
        ("June 2024", 1),
    ]
    assert len(periods[0].claims) > 5
    assert periods[1].is_sure


def test_what_reaches_further_apart_is_counted_by_year() -> None:
    assert len(coverage_periods(published("2029-04"))) == 61
    by_year = coverage_periods(published("2029-05"))
    assert [(period.label, len(period.articles)) for period in by_year][:2] == [("2024", 1), ("2025", 0)]
    assert by_year[-1].label == "2029"


def test_an_article_that_may_be_of_another_month_makes_its_own_unsure() -> None:
    periods = {period.label: period.is_sure for period in coverage_periods(published("2024-05/2024-06", "2024-05-02"))}
    assert periods == {"April 2024": True, "May 2024": True, "June 2024": False}
