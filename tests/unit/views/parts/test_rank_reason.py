"""Why a value is shown first: what only the rule decides is never called an editor's reading."""

from datetime import date
from typing import Any

import pytest

from briefing.pipeline import prepare
from briefing.render.pages import render_pages
from briefing.views.base.context import open_context
from tests.every import every
from tests.rule_cases import files_of, sources_of

PLAN = {"about": "fab", "attribute": "milestone", "milestone": "opening", "modality": "planned"}


def standing_on(claims: dict[str, list[dict[str, Any]]], files: dict[str, Any] | None = None) -> list[str]:
    """Return the standings of all groups in the boxes of the page of the fab."""
    prepared = prepare(sources_of(files_of({"claims": claims, "files": files or {}})))
    assert prepared.dataset is not None, prepared.findings
    page = render_pages(open_context(prepared.dataset))["projects/fab/index.md"]
    return [part.partition("</span>")[0] for part in page.split('<span class="standing">')[1:]]


def told(value: str, **more: object) -> dict[str, Any]:
    return PLAN | {"value": value} | more


def test_the_better_grade_is_named() -> None:
    first, other = standing_on({"herald": [told("2025")], "gazette": [told("2027")]})
    assert "better graded source (B against C)" in first.replace("&#40;", "(").replace("&#41;", ")")
    assert "the editors have not decided" in first
    assert other == "stands beside it"


def test_more_origins_are_named() -> None:
    claims = {"herald": [told("2025", origin="wire"), told("2027", origin="other")], "gazette": [told("2025")]}
    first = standing_on(claims, {"articles/gazette.yml": {"grade": {"letter": "B", "why": "so"}}})[0]
    assert "2 against 1" in first


def test_the_newer_and_the_tie_are_named() -> None:
    same = {"articles/gazette.yml": {"grade": {"letter": "B", "why": "so"}}}
    assert "newer" in standing_on({"herald": [told("2025")], "gazette": [told("2027")]}, same)[0]
    assert "nothing tells the sources apart" in standing_on({"herald": [told("2025"), told("2027")]})[0]


@pytest.mark.parametrize("decision", ["prefer", "reject"])
def test_what_an_editor_has_decided_is_our_reading(decision: str) -> None:
    choice: object = ["gazette#c1"] if decision == "prefer" else [{"claim": "herald#c1", "reason": "superseded"}]
    slot = {"attribute": "milestone", "milestone": "opening"}
    judgement = {"slot": slot, decision: choice, "because": "It is newer.", "decided": date(2026, 11, 21)}
    files = {"projects/fab.yml": {"judgements": [judgement]}}
    assert standing_on({"herald": [told("2025")], "gazette": [told("2027")]}, files)[0] == "our reading"


@pytest.mark.parametrize("lost", ["withdrawn", "corrected"])
def test_what_rests_on_a_claim_that_its_source_took_back_is_no_reading(lost: str) -> None:
    slot = {"attribute": "milestone", "milestone": "opening"}
    judgement = {"slot": slot, "prefer": ["herald#c1"], "because": "It is nearer.", "decided": date(2026, 11, 21)}
    files: dict[str, Any] = {"projects/fab.yml": {"judgements": [judgement]}}
    claims = {"herald": [told("2025")], "gazette": [told("2027")], "rewrite": [told("2029", origin="rewrite")]}
    if lost == "withdrawn":
        files["articles/herald.yml"] = {"status": {"state": "withdrawn", "reason": "nobody had said so"}}
    else:
        claims["herald"].append(told("2026", corrects="c1"))
    prepared = prepare(sources_of(files_of({"claims": claims, "files": files})))
    assert prepared.dataset is not None, prepared.findings
    page = render_pages(open_context(prepared.dataset))["projects/fab/index.md"]
    assert "Our reading before its source took it back" in page
    assert "our reading" not in page
    assert every(one.reading is None for one in prepared.dataset.conflicts if one.rule == "dates-disjoint")


def test_an_editor_who_lets_both_stand_has_not_chosen() -> None:
    slot = {"attribute": "milestone", "milestone": "opening"}
    judgement = {"slot": slot, "prefer": "both-stand", "because": "Two steps.", "decided": date(2026, 11, 21)}
    first = standing_on(
        {"herald": [told("2025")], "gazette": [told("2027")]}, {"projects/fab.yml": {"judgements": [judgement]}}
    )[0]
    assert "our reading" not in first
    assert "better graded" in first


def test_a_sum_at_two_stages_is_told_with_both_dates_and_is_not_disputed() -> None:
    amount = {"about": "fab", "attribute": "amount", "line": "total", "payer": "acme"}
    claims = {
        "herald": [amount | {"value": "JPY 20bn", "stage": "announced"}],
        "gazette": [amount | {"value": "JPY 22bn", "stage": "built"}],
    }
    files = files_of({"claims": claims, "files": {"articles/gazette.yml": {"published": "2026-05-02"}}})
    prepared = prepare(sources_of(files))
    assert prepared.dataset is not None
    assert not any(slot.disputed for slot in prepared.dataset.slots)
    page = render_pages(open_context(prepared.dataset))["projects/fab/index.md"]
    notes = page.partition("## Notes on the evidence")[2].replace("&#45;", "-")
    assert "announced as of 14 April 2024" in notes
    assert "built as of 2 May 2026" in notes
    assert "our reading" not in page


def test_a_relation_to_nobody_is_told_and_leads_nowhere() -> None:
    claims = [{"about": "fab", "attribute": "supplier", "value": one} for one in ("none", "unknown")]
    prepared = prepare(sources_of(files_of({"claims": {"herald": claims}})))
    assert prepared.dataset is not None, prepared.findings
    pages = render_pages(open_context(prepared.dataset))
    assert "none, the source says" in pages["projects/fab/index.md"]
