"""Rates of months, either way around, and the month that is near enough."""

from decimal import Decimal

import pytest

from briefing.dataset.linked.exchange_rates import Rates, convert, nearest_month

RATES = Rates({("USD/JPY", "2024-04"): Decimal(160), ("JPY/USD", "2024-06"): Decimal("0.005")})


@pytest.mark.parametrize(
    ("start", "to", "month", "factor"),
    [
        ("USD", "JPY", "2024-04", Decimal(160)),
        ("JPY", "USD", "2024-04", 1 / Decimal(160)),
        ("USD", "JPY", "2024-06", Decimal(200)),
        ("USD", "JPY", "2024-05", None),
        ("USD", "EUR", "2024-04", None),
    ],
)
def test_a_rate_tells_both_ways(start: str, to: str, month: str, factor: Decimal | None) -> None:
    assert RATES.factor(start, to, month) == factor


def test_the_months_of_a_pair_come_from_rates_written_either_way() -> None:
    assert RATES.months("USD", "JPY") == {"2024-04": Decimal(160), "2024-06": Decimal(200)}


@pytest.mark.parametrize(
    ("months", "nearest"),
    [
        (["2024-01", "2024-05"], "2024-05"),
        (["2024-05", "2024-03"], "2024-03"),
        (["2025-04"], "2025-04"),
        (["2025-05"], None),
        ([], None),
    ],
)
def test_the_nearest_month_is_the_earlier_of_two_and_within_a_year(months: list[str], nearest: str | None) -> None:
    assert nearest_month(months, "2024-04") == nearest


def test_a_converted_interval_is_wider_by_the_tolerance_and_stays_open() -> None:
    assert convert((Decimal(-10), Decimal(10)), Decimal(2), Decimal("0.1")) == (Decimal(-22), Decimal(22))
    assert convert((Decimal(10), None), Decimal(2), Decimal(0)) == (Decimal(20), None)
