"""The tree of sums: what is added, what is left out because another sum has it, and what forbids a total."""

from decimal import Decimal

import pytest

from briefing.dataset.comparing.sum_tree import MoneyTree, Obstacle, Total, build_money_tree
from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.sum_relations import Line, find_line_problems, link_lines
from briefing.diagnostics.diagnostic import Span
from briefing.model.ids import SubjectId
from briefing.model.numerals import Bound
from briefing.model.records import MoneyLine, Name, Subject
from briefing.pipeline import prepare

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


def only_total(found: MoneyTree, subject: str = "plan") -> Total:
    totals = found.by_subject[SubjectId(subject)]
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
    assert [(one.line.name, one.reason) for one in total.aside] == [("chips", "whole"), ("robots", "whole")]


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
    assert [(one.line.name, one.reason, one.other.name) for one in total.aside] == [("robots", "same", "chips")]


def test_a_part_in_another_currency_is_not_counted_beside_its_whole() -> None:
    lines = "  - {id: total, label: T}\n  - {id: chips, label: C, part_of: [total]}\n"
    yen, dollars = tree(lines, amount("total", "USD 10bn"), amount("chips", "JPY 300bn")).by_subject[PLAN]
    assert (yen.money, yen.lines, yen.aside[0].other.name) == (None, (), "total")
    assert dollars.money is not None


def test_a_part_that_is_further_than_its_whole_counts_in_its_own_stage() -> None:
    lines = "  - {id: total, label: T}\n  - {id: chips, label: C, part_of: [total]}\n"
    totals = tree(lines, THREE[0], amount("chips", "USD 3bn", stage="spent")).by_subject[PLAN]
    assert [(one.stage, one.money.printed if one.money else None) for one in totals] == [
        ("announced", "USD 10bn"),
        ("spent", "USD 3bn"),
    ]


def test_a_superseded_sum_does_not_count_even_where_the_newer_one_stands_elsewhere() -> None:
    lines = "  - {id: chips, label: C, supersedes: [robots]}\n"
    claims = (amount("chips", "USD 3bn", stage="spent"), THREE[2])
    by_stage = {one.stage: one for one in tree(lines, *claims).by_subject[PLAN]}
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
    assert [(one.stage, one.currency, one.per) for one in totals] == [
        ("announced", "JPY", None),
        ("announced", "USD", None),
        ("announced", "USD", "year"),
        ("spent", "USD", None),
    ]
    assert all(one.money for one in totals)


def test_a_payer_is_totalled_over_all_subjects() -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [fab/total]}\n"
    found = tree(lines, amount("chips", "USD 3bn"), amount("total", "USD 20bn", about="fab"))
    (total,) = found.by_payer["japan",]
    assert total.money is not None
    assert total.money.printed == "USD 23bn"
    assert [line.reference for line in total.lines] == ["fab/total", "plan/chips"]


def test_nobody_is_no_payer_and_two_payers_are_neither_of_them() -> None:
    found = tree("", amount("chips", "USD 3bn", payer="unknown"), amount("robots", "USD 2bn", payer="[japan, fab]"))
    assert list(found.by_payer) == [("fab", "japan")]


@pytest.mark.parametrize(
    ("one", "other", "printed"),
    [
        ("USD 3bn", "about USD 2bn", "about USD 5bn"),
        ("up to USD 3bn", "USD 2bn", "up to USD 5bn"),
        ("over USD 3bn", "nearly USD 2bn", "at least USD 5bn"),
        ("USD 3bn to 4bn", "USD 2bn", "USD 5000000000 to 6000000000"),
        ("USD 0.1m", "USD 0.25m", "USD 350k"),
    ],
)
def test_a_total_is_as_exact_as_its_sums(one: str, other: str, printed: str) -> None:
    lines = "  - {id: chips, label: C, in_addition_to: [robots]}\n"
    total = only_total(tree(lines, amount("chips", one), amount("robots", other)))
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
    found = tree(
        "",
        "about: plan, attribute: effect, line: chips, value: JPY 443tn, modality: forecast",
        "about: plan, attribute: figure, measure: revenue, value: JPY 1tn",
        f"{amount('robots', 'USD 2bn')}, modality: opinion, speaker: japan",
        amount("masks", "unknown"),
        f"{amount('wafers', 'USD 2bn')}, denied: true",
    )
    assert found.sums == {}
    assert found.by_subject == {}


def test_a_line_that_nothing_carries_is_no_sum() -> None:
    found = tree("  - {id: total, label: T}\n  - {id: chips, label: C, part_of: [total]}\n", THREE[1])
    assert list(found.sums) == [Line(PLAN, "chips")]
    assert only_total(found).aside == ()


def declared(*lines: MoneyLine) -> dict[SubjectId, Subject]:
    nothing: dict[str, str] = {}
    here = Subject(
        PLAN, "policy", Name("Plan"), "A plan.", (), (), nothing, (), None, None, lines, (), (), Span("plan.yml")
    )
    return {PLAN: here}


def money_line(name: str, **relations: tuple[str, ...]) -> MoneyLine:
    return MoneyLine(name, name, relations, None, Span("plan.yml", ord(name)))


PLAIN = (
    (money_line("a", part_of=("b",)), money_line("b", part_of=("c",)), money_line("c", part_of=("a",))),
    (money_line("a", sum_of=("b",)), money_line("b", sum_of=("plan/a",))),
)
HIDDEN = (
    (money_line("a", part_of=("b",), same_sum_as=("b",)), money_line("b")),
    (money_line("a", supersedes=("b",)), money_line("b", supersedes=("a",))),
)


@pytest.mark.parametrize("lines", [*PLAIN, *HIDDEN])
def test_nothing_follows_from_circles(lines: tuple[MoneyLine, ...]) -> None:
    relations = link_lines(declared(*lines))
    a, b = Line(PLAN, "a"), Line(PLAN, "b")
    assert len(relations.circles) == 1
    assert not relations.holds(a, b)
    assert not relations.holds(b, a)
    assert not relations.supersedes(a, b)


@pytest.mark.parametrize("lines", HIDDEN)
def test_circles_that_equal_or_superseded_sums_close_are_findings(lines: tuple[MoneyLine, ...]) -> None:
    (problem,) = find_line_problems(declared(*lines))
    assert problem.code == "money-line-cycle"
    assert problem.span.line == ord("a")


@pytest.mark.parametrize("lines", PLAIN)
def test_plain_circles_are_found_in_decoding_and_not_again(lines: tuple[MoneyLine, ...]) -> None:
    assert find_line_problems(declared(*lines)) == ()


def test_lines_without_circles_are_no_problem() -> None:
    lines = (money_line("a", part_of=("b", "c")), money_line("b", part_of=("c",), in_addition_to=("d",)))
    assert find_line_problems(declared(*lines)) == ()


def test_a_thousand_nested_sums_are_followed() -> None:
    chain = tuple(money_line(chr(0x4E00 + n), part_of=(chr(0x4E01 + n),)) for n in range(1000))
    relations = link_lines(declared(*chain))
    assert relations.holds(Line(PLAN, chr(0x4E00 + 1000)), Line(PLAN, chr(0x4E00)))
