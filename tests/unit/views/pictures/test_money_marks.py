"""One sum as a mark: what its bar, its row and its record say."""

from decimal import Decimal

import pytest

from briefing.views.base.tokens import plain
from briefing.views.pictures.money_marks import (
    MONEY_COLUMNS,
    MONEY_FIELDS,
    MoneyMark,
    money_row,
    plain_number,
    view_money_mark,
)
from tests.unit.views.pictures.bolt import BOLT, amounts, context_of


def mark(value: str, own: str = "", **qualifiers: str) -> MoneyMark:
    context = context_of(amounts(value, **qualifiers))
    (entry,) = context.addresses.layouts[BOLT].section("money")
    return view_money_mark(context, entry, own)


def test_a_mark_says_the_same_three_times() -> None:
    sum_of_bolt = mark("up to JPY 3bn to 4bn")
    assert (sum_of_bolt.bar.label, sum_of_bolt.bar.note) == ("Bolt: Line 0", "pledged, Japan pays")
    row = [plain(cell) for cell in money_row(sum_of_bolt)]
    assert len(row) == len(MONEY_COLUMNS)
    assert row[0] == sum_of_bolt.bar.label
    record = dict(zip(MONEY_FIELDS, sum_of_bolt.record, strict=True))
    assert (record["amount"], record["amount_max"], record["bound"]) == ("3000000000", "4000000000", "up-to")
    assert (record["payer"], record["disputed"]) == ("japan", "false")


def test_on_its_own_page_a_subject_is_not_named_again() -> None:
    assert mark("JPY 1bn", own="bolt").bar.label == "Line 0"


def test_what_no_source_states_is_said() -> None:
    unknown = mark("unknown", payer="unknown", stage="")
    assert (unknown.bar.value, unknown.bar.note) == ("not stated", "stage not stated, payer not stated")
    assert (unknown.money, unknown.size, unknown.stage) == (None, Decimal(0), "not stated")
    assert unknown.record[3:8] == ("", "", "", "", "")


@pytest.mark.parametrize(
    ("stage", "weight"), [("announced", "said"), ("budgeted", "decided"), ("spent", "done"), ("cancelled", "cancelled")]
)
def test_the_weight_tells_how_firm_a_stage_is(stage: str, weight: str) -> None:
    assert mark("JPY 1bn", stage=stage).bar.weight == weight


def test_a_range_is_as_large_as_its_upper_end() -> None:
    assert mark("JPY 3bn to 4bn").size == 4_000_000_000


def test_numbers_have_no_exponent() -> None:
    assert (plain_number(Decimal("3.9E+12")), plain_number(None)) == ("3900000000000", "")
