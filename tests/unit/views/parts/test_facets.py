"""What rows are filtered and sorted by."""

import pytest

from briefing.views.parts.facets import Facet, date_key, facet, value_key, years
from tests.unit.views.sample import day, money


def test_a_facet_has_nothing_twice_and_nothing_empty() -> None:
    assert facet("kind", ["a", "", "b", "a"]) == Facet("kind", ("a", "b"))


@pytest.mark.parametrize(
    ("when", "touched"),
    [
        (None, ()),
        ("2026/2028", ("2026", "2027", "2028")),
        ("1990/2050", ("1990", "2050")),
        ("2027/..", ("2027",)),
        ("../2027", ("2027",)),
    ],
)
def test_a_long_interval_counts_for_its_ends(when: str | None, touched: tuple[str, ...]) -> None:
    assert years(day(when) if when else None) == touched


def test_keys_sort_as_text() -> None:
    keys = [date_key(day(when)) for when in ("2027-01-02", "2027-01", "2026-12-31")]
    assert sorted(keys) == [keys[2], keys[1], keys[0]]
    assert value_key(money("JPY 3tn")) == "JPY 3000000000000"
    assert value_key(day("2027")) == date_key(day("2027"))
    assert value_key(None) == date_key(None) == ""
