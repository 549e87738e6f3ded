"""How sums relate, what may be added, and the rates that sources used."""

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import SubjectId
from briefing.model.records import MoneyLine, Rate
from briefing.render.pages import render_pages
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.money import view_money_page
from briefing.views.pages.money_parts import MoneyOverview
from tests.unit.views.sample import HERE, claim, claims, link, subjects

BOLT = SubjectId("bolt")
RATES = (
    Rate("USD/JPY", "2024-03", Decimal(150), "bank"),
    Rate("USD/JPY", "2024-04", Decimal("153.89"), "bank"),
    Rate("USD/JPY", "2024-11", Decimal("153.88"), "bank"),  # fits better, though no text of April can know it
)


def money_data(*lines: MoneyLine, also: str | None = None, rates: tuple[Rate, ...] = RATES) -> Dataset:
    terms = {"stage": "spent", "payer": "japan", "par": 6}
    sums = [
        claim("daily-1#c60", "bolt", "amount", "JPY 300bn", line="whole", **terms),
        claim("daily-1#c61", "bolt", "amount", "JPY 123bn", line="part", also=also, **terms),
        claim("daily-1#c62", "bolt", "amount", "JPY 50bn", line="more", **terms),
    ]
    records = subjects()
    bolt = replace(records[BOLT], money_lines=lines)
    return link({**records, BOLT: bolt}, [*claims(), *sums], rates=rates)


def view_overview(*lines: MoneyLine, also: str | None = None, rates: tuple[Rate, ...] = RATES) -> MoneyOverview:
    page = view_money_page(open_context(money_data(*lines, also=also, rates=rates)))
    assert page.overview is not None
    return page.overview


PART = MoneyLine("part", "First part", {"part_of": ("whole",)}, "The report says so.", HERE)
APART = MoneyLine("more", "More", {"in_addition_to": ("whole",)}, "Two budgets.", HERE)


def test_parts_stand_after_their_whole_with_the_reason() -> None:
    group = next(tree for tree in view_overview(PART, APART).tree if plain(tree.subject) == "Bolt")
    rows = [(plain(row.label), row.stage, plain(row.because)) for row in group.rows]
    names = [name for name, _, _ in rows]
    assert names.index("First part") == names.index("Whole") + 1
    assert ("First part", "spent", "The report says so.") in rows
    relations = {
        plain(row.label): [(relation.label, plain(relation.value)) for relation in row.relations] for row in group.rows
    }
    assert relations["First part"] == [("part of", "Whole")]
    assert relations["Whole"] == [("contains", "First part")]


def test_a_total_counts_no_part_twice() -> None:
    (row,) = (total for total in view_overview(PART, APART).by_subject if plain(total.owner) == "Bolt")
    assert (row.total, plain(row.blocked)) == ("¥350 billion", "")
    assert [plain(sum_aside) for sum_aside in row.aside] == ["First part (contained in Whole)"]


def test_a_total_that_nobody_vouches_for_names_the_pair() -> None:
    (row,) = (total for total in view_overview(PART).by_subject if plain(total.owner) == "Bolt")
    assert row.total == ""
    assert plain(row.blocked) == "Bolt, More and Bolt, Whole"
    assert row.reason == "nothing is recorded on whether they are the same money"


def test_what_holds_for_many_rows_is_said_once_above_them() -> None:
    """One sum in a row, and sums of which nothing is recorded, repeat no sentence row by row."""
    page = render_pages(open_context(money_data(PART)))["money/index.md"]
    rows = [line for line in page.splitlines() if line.startswith(("- ", "| "))]
    notes = re.findall(r'<span class="(?:note|detail)">([^<[]+)</span>', "".join(rows))
    assert not [note for note, count in Counter(notes).items() if count > 1], "those with a link tell of other sums"
    (more,) = (line for line in rows if line.startswith("- ") and "[More]" in line)
    assert more.endswith("</span>, spent"), more
    assert page.count("it is not recorded") == 1


def test_a_total_adds_sums_or_says_what_it_leaves_out_and_one_sum_is_no_total() -> None:
    rows = [(plain(total.owner), total.stage) for total in view_overview(PART, APART).by_payer]
    assert rows == [("Japan", "spent")]


@pytest.mark.parametrize(
    ("also", "implied", "deviation", "beyond", "best"),
    [
        ("USD 799.3m", "153.88 JPY to 1 USD", "\N{MINUS SIGN}0.0 %", "within rounding", "April 2024, 153.89"),
        ("USD 820.0m", "150.00 JPY to 1 USD", "\N{MINUS SIGN}2.5 %", "", "March 2024, 150.00"),
    ],
)
def test_a_printed_pair_tells_its_rate(also: str, implied: str, deviation: str, beyond: str, best: str) -> None:
    (row,) = (pair for pair in view_overview(PART, also=also).pairs if pair.about.text == "Bolt")
    assert (row.implied, row.month, row.rate) == (implied, "April 2024", "153.89")
    assert (row.deviation, row.best) == (deviation, best)
    assert row.beyond == beyond or (not beyond and row.beyond.endswith("beyond rounding"))


def test_a_pair_without_rates_says_so() -> None:
    (row,) = (pair for pair in view_overview(PART, also="USD 650m", rates=()).pairs if pair.about.text == "Bolt")
    assert (row.month, row.deviation, row.best) == ("", "", "")
    assert row.beyond == "no rate of that month is known"
