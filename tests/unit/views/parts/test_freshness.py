"""How old what is known is."""

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.parts.freshness import thresholds, view_freshness
from tests.unit.views.sample import briefing, claim, claims, day, link, subjects


@pytest.mark.parametrize(
    ("fresh", "stale", "state"),
    [
        ("952", "2000", "fresh"),
        ("951", "2000", "ageing"),
        ("100", "952", "ageing"),
        ("100", "951", "stale"),
    ],
)
def test_thresholds_of_the_briefing_decide_to_the_day(fresh: str, stale: str, state: str) -> None:
    about = briefing(thresholds={"fresh_days": fresh, "stale_days": stale})
    context = open_context(link(subjects(), claims(), about=about))
    assert view_freshness(context, [context.data.claims["daily-1#c1"]]).state == state


def test_what_is_no_number_leaves_the_default() -> None:
    assert thresholds(briefing(thresholds={"fresh_days": "soon"})) == (180, 365)


def test_a_check_makes_no_source_younger(context: Context) -> None:
    seen = view_freshness(context, [context.data.claims["daily-1#c1"]], day("2026-11-01"))
    assert (seen.state, seen.newest, seen.checked, seen.overdue) == ("stale", "14 April 2024", "1 November 2026", "")
    late = view_freshness(context, [], day("2026-01-01"))
    assert (late.state, late.word, late.newest, late.next_review) == ("", "", "", "30 June 2026")
    assert late.overdue == "overdue"


def test_excluded_claims_are_no_source(context: Context) -> None:
    assert (
        view_freshness(context, [claim("daily-1#c1", "acme", "status", "planned", excluded="withdrawn")]).newest == ""
    )
