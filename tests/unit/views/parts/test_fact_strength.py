"""What stands under "none contradicts it": only what everything else was compared with, and nothing that is open."""

import pytest

from briefing.model.ids import SubjectId
from briefing.pipeline import prepare
from briefing.views.base.context import open_context
from briefing.views.pages.subject import view_subject
from briefing.views.parts.fact_strength import is_unsure
from briefing.views.parts.statements import Statement
from briefing.views.parts.summary import SummarySection
from tests.rule_cases import files_of, sources_of
from tests.unit.views.parts.test_leading import FAB as OPENING
from tests.unit.views.parts.test_leading import dataset

FAB = "about: fab, attribute: capacity, measure: output, as_of: 2024-04-01, value: "
SUM = "about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: "
COST = "about: fab, attribute: figure, measure: cost, period: 2024, value: "


def glance_and_rows(one: str, other: str) -> tuple[SummarySection, tuple[Statement, ...]]:
    """Return the summary and the rows of a page on which two papers say one thing each."""
    claims = {"herald": [row(one)], "gazette": [row(other)]}
    dataset = prepare(sources_of(files_of({"claims": claims}))).dataset
    assert dataset is not None
    page = view_subject(open_context(dataset), SubjectId("fab"))
    return page.summary, (*page.facts.rows, *(sum_.statement for sum_ in page.money.own))


def row(text: str) -> dict[str, str]:
    return dict(part.split(": ", 1) for part in text.split(", "))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (FAB + "30 ha", FAB + "800 wafers", "with another unit or none, not compared"),
        (FAB + "800 wafers", FAB + "900 wafers per month", "per another unit of time, not compared"),
        (FAB + "6000", FAB + "7000 wafers", "with another unit or none, not compared"),
        (FAB + "20 %", FAB + "20 percentage points", "with another unit or none, not compared"),
        (FAB + "20 % of sales", FAB + "30 % of GDP", "of something else, not compared"),
        (COST + "JPY 5bn", COST + "EUR 9bn", "in another currency, without a rate for that month: not compared"),
    ],
)
def test_what_was_not_compared_is_said_to_be_so(one: str, other: str, why: str) -> None:
    glance, rows = glance_and_rows(one, other)
    assert not glance.single
    assert len(glance.uncompared) == 1
    assert [beside.uncompared for statement in rows for beside in statement.beside] == [why]
    assert {statement.confidence for statement in rows} <= {"low", "moderate"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FAB + "over 700 people", FAB + "up to 700 people"),
        (FAB + "2 GW", FAB + "7000 MW"),
        (FAB + "900 wafers per month", FAB + "900 wafers per year"),
        (COST + "over JPY 5tn", COST + "under JPY 5tn"),
        (SUM + "JPY 4bn per month", SUM + "JPY 4bn per year"),
    ],
)
def test_an_open_difference_is_never_free_of_contradiction(one: str, other: str) -> None:
    glance, rows = glance_and_rows(one, other)
    assert not glance.single
    assert not glance.uncompared
    assert glance.disputed
    assert [statement.differ.text for statement in rows if statement.differ] == ["disputed"]


def test_terms_that_differ_are_marked_in_their_row() -> None:
    glance, rows = glance_and_rows(SUM + "JPY 4bn per year", SUM + "JPY 7bn")
    assert not glance.single
    assert [statement.differ.text for statement in rows if statement.differ] == ["terms disputed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FAB + "over 700 people", FAB + "740 people"),
        (FAB + "nearly 700 people", FAB + "700 people"),
        (FAB + "2 GW", FAB + "2100 MW"),
        (FAB + "900 wafers per month", FAB + "about 11000 wafers per year"),
    ],
)
def test_what_was_compared_and_fits_is_contradicted_by_none(one: str, other: str) -> None:
    glance, _ = glance_and_rows(one, other)
    assert len(glance.single) == 1
    assert not glance.uncompared


def test_two_units_of_one_size_are_agreement() -> None:
    glance, rows = glance_and_rows(FAB + "2 GW", FAB + "2000 MW")
    assert len(glance.firm) == 1
    assert [statement.beside for statement in rows] == [()]


def test_what_differs_is_told_there_and_not_as_unsure() -> None:
    files = {f"articles/{name}.yml": {"original": "unknown"} for name in ("herald", "gazette")}
    same = {"herald": [OPENING], "gazette": [OPENING]}
    for claims, unsure in ((same, True), (same | {"rewrite": [OPENING | {"value": "2029"}]}, False)):
        context = open_context(dataset(claims, files))
        (entry,) = context.addresses.layouts[SubjectId("fab")].entries
        assert is_unsure(context, entry) is unsure
