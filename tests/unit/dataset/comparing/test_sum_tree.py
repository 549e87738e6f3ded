"""The tree of sums: what is added, what is left out because another sum has it, and what forbids a total."""

from decimal import Decimal

import pytest

from briefing.dataset.comparing.sum_tree import MoneyTree, build_money_tree
from briefing.dataset.comparing.totals import Obstacle, Total
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Dataset
from briefing.model.ids import SubjectId
from briefing.model.numerals import Bound
from briefing.pipeline import prepare
from tests.every import every

BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
ARTICLE = "publisher: herald\npublished: 2024-04-14\nlanguage: en\nform: report\nclaims:\n"
PLAN = SubjectId("plan")


def linked(lines: str, *claims: str) -> Dataset:
    """Return the dataset of a plan with money lines and of claims about it, a fab and the state."""
    body = "".join(f"  - {{id: c{number}, {claim}}}\n" for number, claim in enumerate(claims, 1))
    money = f"money_lines:\n{lines}" if lines else ""
    files = {
        "briefing.yml": BRIEFING,
        "policies/plan.yml": f"name: {{en: Plan}}\ndescribes: A plan.\n{money}",
        "projects/fab.yml": "name: {en: Fab}\ndescribes: A plant.\n",
        "places/japan.yml": "name: {en: Japan}\ndescribes: A country.\n",
        "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
        "articles/one.yml": ARTICLE + body,
    }
    prepared = prepare({path: text.encode() for path, text in files.items()})
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


def tree(lines: str, *claims: str) -> MoneyTree:
    dataset = linked(lines, *claims)
    return build_money_tree(dataset.subjects, dataset.slots)


def amount(line: str, value: str, about: str = "plan", stage: str = "announced", payer: str = "japan") -> str:
    return f"about: {about}, attribute: amount, line: {line}, value: {value}, stage: {stage}, payer: {payer}"


def only_total(money_tree: MoneyTree, subject: str = "plan") -> Total:
    totals = money_tree.by_subject[SubjectId(subject)]
    assert len(totals) == 1
    return totals[0]


def names(lines: tuple[Line, ...]) -> list[str]:
    return [line.name for line in lines]


THREE = (amount("total", "USD 10bn"), amount("chips", "USD 3bn"), amount("robots", "USD 2bn"))


def test_sums_that_come_on_top_of_each_other_are_added() -> None:
    total = only_total(tree("  - {id: chips, label: C, in_addition_to: [robots]}\n", *THREE[1:]))
    assert total.money is not None
    assert total.money.printed == "USD 5bn"
    assert names(total.lines) == ["chips", "robots"]
    assert total.blocked is None


def test_an_undeclared_pair_blocks_the_total_and_is_named() -> None:
    total = only_total(tree("", *THREE[1:]))
    assert total.money is None
    assert total.blocked is not None
    assert (names(total.blocked.pair), total.blocked.reason) == (["chips", "robots"], Obstacle.UNDECLARED)


def test_a_declared_overlap_blocks_the_total() -> None:
    total = only_total(tree("  - {id: chips, label: C, overlaps: [robots]}\n", *THREE[1:]))
    assert total.money is None
    assert total.blocked is not None
    assert total.blocked.reason is Obstacle.OVERLAP


@pytest.mark.parametrize(
    "lines",
    [
        "  - {id: chips, label: C, part_of: [total]}\n  - {id: robots, label: R, part_of: [plan/total]}\n",
        "  - {id: total, label: T, sum_of: [chips, robots]}\n",
        "  - {id: robots, label: R, part_of: [chips]}\n  - {id: chips, label: C, part_of: [total]}\n",
    ],
)
def test_parts_count_within_their_whole(lines: str) -> None:
    total = only_total(tree(lines, *THREE))
    assert total.money is not None
    assert total.money.printed == "USD 10bn"
    assert [(aside.line.name, aside.reason) for aside in total.aside] == [("chips", "whole"), ("robots", "whole")]


def test_parts_of_a_complete_sum_may_be_added_where_the_whole_is_not_known() -> None:
    total = only_total(tree("  - {id: total, label: T, sum_of: [chips, robots]}\n", *THREE[1:]))
    assert total.money is not None
    assert total.money.printed == "USD 5bn"


def test_parts_that_are_not_declared_complete_may_share_money() -> None:
    lines = (
        "  - {id: total, label: T}\n"
        "  - {id: chips, label: C, part_of: [total]}\n"
        "  - {id: robots, label: R, part_of: [total]}\n"
    )
    assert only_total(tree(lines, *THREE[1:])).money is None


def test_what_holds_for_a_whole_holds_for_its_parts() -> None:
    lines = "  - {id: chips, label: C, part_of: [total]}\n  - {id: total, label: T, in_addition_to: [robots]}\n"
    total = only_total(tree(lines, *THREE[1:]))
    assert total.money is not None
    assert total.money.printed == "USD 5bn"


def test_one_sum_under_two_names_counts_once() -> None:
    lines = "  - {id: chips, label: C, same_sum_as: [robots]}\n"
    total = only_total(tree(lines, *THREE[1:]))
    assert total.money is not None
    assert total.money.printed == "USD 3bn"
    assert [(aside.line.name, aside.reason, aside.other.name) for aside in total.aside] == [("robots", "same", "chips")]


def test_a_part_in_another_currency_is_not_counted_beside_its_whole() -> None:
    lines = "  - {id: total, label: T}\n  - {id: chips, label: C, part_of: [total]}\n"
    yen, dollars = tree(lines, amount("total", "USD 10bn"), amount("chips", "JPY 300bn")).by_subject[PLAN]
    assert (yen.money, yen.lines, yen.aside[0].other.name) == (None, (), "total")
    assert dollars.money is not None


def test_a_part_that_is_further_than_its_whole_counts_in_its_own_stage() -> None:
    lines = "  - {id: total, label: T}\n  - {id: chips, label: C, part_of: [total]}\n"
    totals = tree(lines, THREE[0], amount("chips", "USD 3bn", stage="spent")).by_subject[PLAN]
    assert [(total.stage, total.money.printed if total.money else None) for total in totals] == [
        ("announced", "USD 10bn"),
        ("spent", "USD 3bn"),
    ]


def test_a_superseded_sum_does_not_count_even_where_the_newer_one_stands_elsewhere() -> None:
    lines = "  - {id: chips, label: C, supersedes: [robots]}\n"
    claims = (amount("chips", "USD 3bn", stage="spent"), THREE[2])
    by_stage = {total.stage: total for total in tree(lines, *claims).by_subject[PLAN]}
    assert by_stage["announced"].money is None
    assert by_stage["announced"].lines == ()
    assert by_stage["announced"].aside[0].reason == "superseded"
    assert by_stage["spent"].money is not None


def test_stages_currencies_and_units_of_time_are_never_added() -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [robots, masks, wafers]}\n"
    claims = (
        amount("chips", "USD 3bn"),
        amount("robots", "USD 2bn", stage="spent"),
        amount("masks", "JPY 2bn"),
        amount("wafers", "USD 2bn per year"),
    )
    totals = tree(lines, *claims).by_subject[PLAN]
    assert [(total.stage, total.currency, total.per) for total in totals] == [
        ("announced", "JPY", None),
        ("announced", "USD", None),
        ("announced", "USD", "year"),
        ("spent", "USD", None),
    ]
    assert every(total.money for total in totals)


def test_a_payer_is_totalled_over_all_subjects() -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [fab/total]}\n"
    money_tree = tree(lines, amount("chips", "USD 3bn"), amount("total", "USD 20bn", about="fab"))
    (total,) = money_tree.by_payer["japan",]
    assert total.money is not None
    assert total.money.printed == "USD 23bn"
    assert [line.reference for line in total.lines] == ["fab/total", "plan/chips"]


def test_nobody_is_no_payer_and_two_payers_are_neither_of_them() -> None:
    money_tree = tree(
        "", amount("chips", "USD 3bn", payer="unknown"), amount("robots", "USD 2bn", payer="[japan, fab]")
    )
    assert list(money_tree.by_payer) == [("fab", "japan")]


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        ("USD 3bn", "about USD 2bn", "about USD 5bn"),
        ("up to USD 3bn", "USD 2bn", "up to USD 5bn"),
        ("over USD 3bn", "nearly USD 2bn", "at least USD 5bn"),
        ("USD 3bn to 4bn", "USD 2bn", "USD 5000000000 to 6000000000"),
        ("USD 0.1m", "USD 0.25m", "USD 350k"),
    ],
)
def test_a_total_is_as_exact_as_its_sums(first: str, second: str, printed: str) -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [robots]}\n"
    total = only_total(tree(lines, amount("chips", first), amount("robots", second)))
    assert total.money is not None
    assert total.money.printed == printed


def test_rounding_adds_up() -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [robots]}\n"
    money = only_total(tree(lines, amount("chips", "USD 68bn"), amount("robots", "USD 10.5bn"))).money
    assert money is not None
    assert (money.amount, money.step, money.bound) == (Decimal("78.5e9"), Decimal("1.1e9"), Bound.EXACT)


def test_a_ceiling_and_a_floor_have_no_total() -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [robots]}\n"
    total = only_total(tree(lines, amount("chips", "up to USD 3bn"), amount("robots", "over USD 2bn")))
    assert total.money is None
    assert total.blocked is not None
    assert total.blocked.reason is Obstacle.BOUNDS


def test_effects_figures_opinions_and_unknown_sums_are_no_money() -> None:
    money_tree = tree(
        "",
        "about: plan, attribute: effect, line: chips, value: JPY 443tn, modality: forecast",
        "about: plan, attribute: figure, measure: revenue, value: JPY 1tn",
        f"{amount('robots', 'USD 2bn')}, modality: opinion, speaker: japan",
        amount("masks", "unknown"),
        f"{amount('wafers', 'USD 2bn')}, denied: true",
    )
    assert money_tree.sums == {}
    assert money_tree.by_subject == {}


def test_a_line_that_nothing_carries_is_no_sum() -> None:
    money_tree = tree("  - {id: total, label: T}\n  - {id: chips, label: C, part_of: [total]}\n", THREE[1])
    assert list(money_tree.sums) == [Line(PLAN, "chips")]
    assert only_total(money_tree).aside == ()
