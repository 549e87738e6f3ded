"""Dates in the words of readers."""

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.parts.date_words import as_of_words, claim_as_of, date_label, date_text
from tests.unit.views.sample import ARTICLES, article, claim, claims, day, link, subjects


@pytest.mark.parametrize(("literal", "text"), [("2027-03", "March 2027"), ("soon", "soon")])
def test_a_date_that_cannot_be_read_stands_as_it_is(literal: str, text: str) -> None:
    assert date_text(literal) == text


def test_no_date_has_no_words() -> None:
    assert date_label(None) == ""
    assert date_label(day("2027")) == "2027"


def test_a_value_holds_for_the_newest_day_of_its_claims(context: Context) -> None:
    slot = context.data.slot_of["weekly-9#c2"]
    assert as_of_words(context, slot.groups[0]) == "25 June 2026"


def test_an_article_between_two_days_holds_for_the_last_at_the_latest() -> None:
    undated = {**ARTICLES, "daily-1": article("daily-1", "daily", "2024-04-01/2024-04-14")}
    context = open_context(link(subjects(), claims(), undated))
    holds = claim("daily-1#c1", "acme", "status", "planned")
    assert claim_as_of(context, holds) == "14 April 2024"
