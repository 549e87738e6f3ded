"""Where a dated statement stands."""

from datetime import date

import pytest

from briefing.views.parts.claim_states import claim_state, has_happened
from tests.unit.views.sample import claim, day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("when", "modality", "state"),
    [
        ("2030", "reported", "planned"),
        ("2026/2030", "aim", "happened"),
        ("2026-11-22", "aim", "happened"),
        ("2025", "reported", "happened"),
        ("2025", "aim", "overdue"),
    ],
)
def test_a_day_that_has_passed_is_no_report_of_it(when: str, modality: str, state: str) -> None:
    statement = claim("daily-1#c1", "acme", "aim", "grow", when=when, modality=modality)
    assert claim_state(statement, day(when), TODAY) == state


@pytest.mark.parametrize(
    ("value", "modality", "happened"),
    [("2024-02", "reported", True), ("2024-02", "planned", False), ("2024-05", "reported", False)],
)
def test_a_report_was_published_when_the_date_had_passed(value: str, modality: str, happened: bool) -> None:
    step = claim("daily-1#c1", "fab-1", "milestone", value, milestone="opening", modality=modality)
    assert has_happened(step) is happened
