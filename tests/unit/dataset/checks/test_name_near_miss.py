"""When two names of a subject look like a slip of the keyboard."""

import pytest

from briefing.dataset.checks.name_near_miss import is_near_miss


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("first-factory", "first-factroy"),
        ("staff", "staf"),
        ("trial-run", "trialrun"),
        ("factory", "factories"),
        ("process", "processes"),
        ("semiconductors", "semicondcutros"),
        ("Revenue", "revenu"),
    ],
)
def test_a_slip_is_a_near_miss(name: str, other: str) -> None:
    assert is_near_miss(name, other)
    assert is_near_miss(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("staff", "staff"),
        ("phase-1", "phase-2"),
        ("men", "ten"),
        ("first-factory", "first-factory-site"),
        ("first-factory", "frist-factroy"),
        ("revenue", "profit"),
    ],
)
def test_other_words_are_none(name: str, other: str) -> None:
    assert not is_near_miss(name, other)
    assert not is_near_miss(other, name)
