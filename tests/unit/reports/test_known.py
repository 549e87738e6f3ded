"""What the sources up to a day would have shown, and what two days differ in."""

from datetime import date

import pytest

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.model.ids import ClaimKey, SubjectId
from briefing.reports.known import find_changes, find_known
from tests.unit.reports.small_data import GAZETTE, edited, linked

MARCH, APRIL, MAY = date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31)
DIFFERING = edited(GAZETTE, "value: 2027", "value: 2026")
FAB = (SubjectId("acme-fab"),)


def test_a_day_before_any_source_knows_nothing() -> None:
    assert find_known(linked(), MARCH) == ()


def test_a_fact_has_value_claims_day_and_the_key_of_its_question() -> None:
    data = linked(DIFFERING)
    (fact,) = find_known(data, APRIL, FAB)
    assert fact.shown is not None
    assert (fact.names, fact.question, fact.shown.words, fact.shown.printed) == ("Acme fab", "Opening", "2027", "2027")
    assert fact.shown.claims == (ClaimKey("herald-2024#c1"),)
    assert fact.since == date(2024, 4, 14)
    assert fact.key == permanent_key(data.slot_of[ClaimKey("herald-2024#c1")])


def test_a_later_value_stands_beside_the_shown_one_from_its_day_on() -> None:
    data = linked(DIFFERING)
    assert [[rival.words for rival in fact.rivals] for day in (APRIL, MAY) for fact in find_known(data, day, FAB)] == [
        [],
        ["2026"],
    ]


def test_facts_are_those_of_the_subjects_named_or_of_all() -> None:
    everybody = {fact.names for fact in find_known(linked(), MAY)}
    assert everybody == {"Acme", "Acme fab"}
    assert {fact.names for fact in find_known(linked(), MAY, FAB)} == {"Acme fab"}


def test_owners_are_told_by_name() -> None:
    (fact,) = find_known(linked(), MAY, (SubjectId("acme"),))
    assert fact.shown is not None
    assert (fact.shown.words, fact.shown.printed) == ("Bolt", "bolt")


@pytest.mark.parametrize(("start", "questions"), [(MARCH, [True, True]), (APRIL, [False]), (MAY, [])])
def test_changes_are_what_is_new_and_what_is_answered_otherwise(start: date, questions: list[bool]) -> None:
    changes = find_changes(linked(DIFFERING), start, MAY)
    assert [change.was is None for change in changes] == questions


def test_a_source_that_only_joins_changes_nothing() -> None:
    assert find_changes(linked(), APRIL, MAY) == ()
