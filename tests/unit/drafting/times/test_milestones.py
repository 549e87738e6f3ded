import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.times.milestones import propose_undated_milestones
from briefing.drafting.times.times import propose_dates
from tests.unit.drafting.outline import ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "about", "value", "milestone", "modality"),
    [
        (
            "Acme plans mass production at its lamp plant in Osaka in 2028.",
            "acme-osaka-plant",
            "2028",
            "mass-production",
            "planned",
        ),
        (
            "Trial production at Acme's lamp plant in Osaka is expected by 2027.",
            "acme-osaka-plant",
            "../2027",
            "trial-production",
            "forecast",
        ),
        (
            "Acme will break ground on its lamp plant in Osaka in April 2027.",
            "acme-osaka-plant",
            "2027-04",
            "construction-start",
            "planned",
        ),
        (
            "Acme aims to complete its lamp plant in Osaka in 2027.",
            "acme-osaka-plant",
            "2027",
            "completion",
            "aim",
        ),
        ("Bolt will begin production in 2027.", "bolt", "2027", "production", "planned"),
        ("Japan wants to reach energy independence by 2040.", "japan", "../2040", "energy-independence", "aim"),
        (
            "Japan will spend $3 billion on the lamp subsidies by 2030.",
            "lamp-subsidies",
            "../2030",
            "horizon",
            "planned",
        ),
    ],
)
def test_what_is_ahead_is_a_milestone(
    clauses_of: ReadClauses, text: str, about: str, value: str, milestone: str, modality: str
) -> None:
    fields: dict[str, Field] = {"milestone": milestone, "modality": modality}
    assert claims_of(clauses_of(text), propose_dates) == [(about, "milestone", value, fields)]


def test_the_end_of_a_policy_is_reported(clauses_of: ReadClauses) -> None:
    clauses = clauses_of("The end of the lamp subsidies came in 2024.")
    assert claims_of(clauses, propose_dates) == [("lamp-subsidies", "milestone", "2024", {"milestone": "end"})]


def test_a_step_that_is_done_is_no_milestone(clauses_of: ReadClauses) -> None:
    assert claims_of(clauses_of("Acme broke ground on its lamp plant in Osaka in April 2024."), propose_dates) == []


def test_an_opening_without_a_date_says_so(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme is set to open its lamp plant in Osaka.")
    (proposal,) = propose_undated_milestones(clause)
    assert (proposal.about, proposal.value, proposal.remark) == ("acme-osaka-plant", "unknown", "no date is printed")
    assert proposal.fields == {"milestone": "opening", "modality": "planned"}
    (without_project,) = clauses_of("Bolt is set to open.")
    assert list(propose_undated_milestones(without_project)) == []
