"""Plans as entries of a calendar."""

from datetime import date

import pytest

from briefing.views.base.context import Context
from briefing.views.parts.calendar_entries import entry_days, subject_calendar
from tests.unit.views.sample import day


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2027", (date(2027, 12, 31), date(2027, 12, 31))),
        ("2026/2028", (date(2028, 12, 31), date(2028, 12, 31))),
        ("../2027-03", (date(2027, 3, 31), date(2027, 3, 31))),
        ("2027-03-05/..", (date(2027, 3, 5), date(2027, 3, 5))),
        ("9999-12-31", None),
    ],
)
def test_a_long_or_open_stretch_stands_on_the_day_of_its_known_end(when: str, days: tuple[date, date] | None) -> None:
    assert entry_days(day(when)) == days


def test_entries_come_in_order_of_time_and_say_where_a_plan_stands(context: Context) -> None:
    entries = subject_calendar(context, "fab-1")
    assert [entry.summary for entry in entries] == [
        "Fab 1: Opening (February 2024): met",
        "Fab 1: Trial production (April 2025): overdue",
        "Fab 1: Mass production (2027)",
    ]
    assert entries[1].description.splitlines()[:2] == ["overdue, April 2025", "stated as: planned"]
    assert subject_calendar(context, "acme") == entries
    assert subject_calendar(context, "bolt") == ()
