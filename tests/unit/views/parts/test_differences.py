"""What pages say where sources agree on a value and differ around it, and which of several values stands first."""

from dataclasses import replace
from typing import Any

import pytest

from briefing.model.ids import ClaimKey, SubjectId
from briefing.pipeline import prepare
from briefing.views.base.context import open_context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.pages.subject import SubjectPage, view_subject
from briefing.views.parts.differences import view_differences
from briefing.views.parts.statements import Statement
from tests.rule_cases import files_of, sources_of
from tests.unit.views.parts.test_findings import ACME, conflict
from tests.unit.views.sample import sample


def pages(claims: dict[str, list[dict[str, Any]]], *names: str) -> list[SubjectPage]:
    """Return the pages of subjects of the small briefing that the rules are tried on."""
    prepared = prepare(sources_of(files_of({"claims": claims})))
    assert prepared.dataset is not None, prepared.findings
    context = open_context(prepared.dataset)
    return [view_subject(context, SubjectId(name)) for name in names]


def details(row: Statement) -> dict[str, str]:
    return {one.label: plain(one.value) for one in row.details}


def beside(row: Statement) -> list[tuple[str, dict[str, str]]]:
    return [(plain(one.value), {each.label: plain(each.value) for each in one.details}) for one in row.beside]


OTHER_SHARE = {
    "herald": [{"about": "acme", "attribute": "owner", "value": "northwind", "share": "65 %"}],
    "gazette": [{"about": "northwind", "attribute": "owns", "value": "acme", "share": "35 %"}],
}
OTHER_ROLE = {
    "herald": [{"about": "acme", "attribute": "operator", "value": "northwind", "role": "sets it up"}],
    "gazette": [{"about": "acme", "attribute": "operator", "value": "northwind", "role": "rents it"}],
}


@pytest.mark.parametrize(
    ("claims", "label", "first", "second"),
    [(OTHER_SHARE, "share", "65 %", "35 %"), (OTHER_ROLE, "role", "sets it up", "rents it")],
)
def test_both_ends_of_a_relation_show_what_sources_differ_on(
    claims: dict[str, Any], label: str, first: str, second: str
) -> None:
    ends = pages(claims, "acme", "northwind")
    for page, other in zip(ends, ("Northwind", "Acme"), strict=True):
        assert not page.summary.firm
        assert [plain(value) for fact in page.summary.disputed for value in fact.values] == [first, second]
        row = next(one for one in page.relations.rows)
        assert row.differ is not None
        assert (plain(row.value), details(row)) == (other, {label: first})
        assert beside(row) == [(other, {label: second})]
        assert row.confidence == "moderate"
        assert len(page.differences) == 1
        told = [
            plain(one.value) for group in page.differences[0].groups for voice in group.voices for one in voice.details
        ]
        assert sorted(told) == sorted([first, second])


def test_one_side_silent_or_a_rounded_share_is_no_difference() -> None:
    herald, gazette = OTHER_SHARE["herald"][0], OTHER_SHARE["gazette"][0]
    for other in ({**gazette, "share": "about 66 %"}, {name: one for name, one in gazette.items() if name != "share"}):
        acme, northwind = pages({"herald": [herald], "gazette": [other]}, "acme", "northwind")
        assert not acme.differences
        assert not northwind.differences
        assert [one.link.text for one in acme.summary.firm] == ["Owned by: Northwind"]


def test_what_only_a_voice_beside_the_leading_one_states_is_shown_where_it_is_disputed() -> None:
    claims = {
        "herald": [{"about": "acme", "attribute": "owner", "value": "northwind"}],
        "gazette": [{"about": "acme", "attribute": "owner", "value": "northwind", "share": "65 %"}],
        "rewrite": [{"about": "acme", "attribute": "owner", "value": "northwind", "share": "35 %", "origin": "wire"}],
    }
    (acme,) = pages(claims, "acme")
    row = acme.relations.rows[0]
    shares = {details(row)["share"], *(one[1]["share"] for one in beside(row))}
    assert shares == {"65 %", "35 %"}


def test_the_body_stands_before_its_headline() -> None:
    body = {"about": "plan", "attribute": "amount", "line": "aid", "stage": "announced", "payer": "japan"}
    claims = {"herald": [{"restates": "c2", "value": "JPY 66bn"}, {**body, "value": "up to JPY 66bn"}]}
    (plan,) = pages(claims, "plan")
    row = plan.money.own[0].statement
    assert plain(row.value) == "up to ¥66 billion"
    assert [value for value, _ in beside(row)] == ["¥66 billion"]


def test_an_exact_date_stands_before_the_span_around_it_and_is_the_next_milestone() -> None:
    step = {"about": "fab", "attribute": "milestone", "milestone": "opening", "modality": "planned"}
    claims = {"gazette": [{**step, "value": "2031"}], "herald": [{**step, "value": "2030/2034"}]}
    (fab,) = pages(claims, "fab")
    row = fab.milestones.rows[0].statement
    assert (plain(row.value), fab.trust.next_milestone) == ("2031", "2031")
    assert [value for value, _ in beside(row)] == ["2030 to 2034"]
    assert row.reason.endswith("1 more origin says it less exactly")
    assert row.differ is None


def test_two_spellings_of_a_step_are_one_question_with_two_answers() -> None:
    step = {"about": "fab", "attribute": "milestone", "modality": "planned"}
    claims = {
        "gazette": [{**step, "milestone": "Tool Move-In", "value": "2029"}],
        "herald": [{**step, "milestone": "tool-move-in", "value": "2031"}],
    }
    (fab,) = pages(claims, "fab")
    assert len(fab.milestones.rows) == 1
    assert fab.milestones.rows[0].statement.label == "Tool move in"
    assert fab.milestones.rows[0].statement.differ is not None
    assert not fab.summary.single


def test_a_box_over_several_facts_names_each_of_them() -> None:
    step = {"about": "fab", "attribute": "milestone", "modality": "planned"}
    claims = {
        "herald": [step | {"milestone": "trial-production", "value": "2025-04"}],
        "gazette": [step | {"milestone": "production", "value": "2025"}],
    }
    (fab,) = pages(claims, "fab")
    assert [box.note for box in fab.differences] == ["Production, Trial production"]


def test_what_was_set_aside_is_left_out_of_a_box_and_what_stands_behind_it_is_not() -> None:
    """The second of the claims was set aside; the third and fourth are of other facts."""
    data = sample()
    judgement = data.slot_of[ClaimKey("daily-1#c3")].judgement
    finding = conflict("values-differ", ("daily-1#c3", "copy-1#c3", "daily-1#c1", "daily-1#c8c"))
    context = open_context(replace(data, conflicts=(replace(finding, judgement=judgement),)))
    (box,) = view_differences(context, ACME, Linker(context, ACME))
    sums = ["¥3.9 trillion (printed also as US$25.44 billion) (April tranche, Acme)", "¥9 trillion (Spillover, Acme)"]
    assert [plain(group.value) for group in box.groups] == ["3rd", *sums]


@pytest.mark.parametrize(("status", "disputed"), [("open", True), ("settled", False)])
def test_a_box_over_several_facts_is_in_dispute_while_nobody_has_judged_it(status: str, disputed: bool) -> None:
    finding = replace(conflict("parts-exceed-whole", ("copy-1#c1", "daily-1#c8c")), status=status)
    context = open_context(replace(sample(), conflicts=(finding,)))
    boxes = {box.anchor: box for box in view_differences(context, ACME, Linker(context, ACME))}
    assert boxes[f"differ-{finding.key}"].disputed is disputed
