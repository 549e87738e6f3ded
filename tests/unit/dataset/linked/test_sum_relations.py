"""How declared sums stand to one another, and the circles from which nothing follows."""

import pytest

from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.sum_relations import find_line_problems, link_lines
from briefing.diagnostics.diagnostic import Span
from briefing.model.ids import SubjectId
from briefing.model.records import MoneyLine, Name, Subject

PLAN = SubjectId("plan")


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
