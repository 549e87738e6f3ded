"""Ends of intervals: what lies below what for sure."""

from decimal import Decimal

import pytest

from briefing.dataset.rule_base.ends import is_below


@pytest.mark.parametrize(
    ("end", "limit", "below"),
    [
        (Decimal(1), Decimal(2), True),
        (Decimal(2), Decimal(2), False),
        (Decimal(3), Decimal(2), False),
        (None, Decimal(2), False),
        (Decimal(1), None, False),
        (Decimal(0), Decimal(1), True),
        (Decimal(-1), Decimal(0), True),
    ],
)
def test_an_end_lies_below_another_one_only_where_neither_is_open(
    end: Decimal | None, limit: Decimal | None, below: bool
) -> None:
    assert is_below(end, limit) is below
