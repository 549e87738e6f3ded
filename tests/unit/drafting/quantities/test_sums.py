import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.quantities.sums import propose_sums
from tests.unit.drafting.outline import ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "about", "value", "fields"),
    [
        (
            "Acme will invest $1.2 billion in its lamp plant in Osaka.",
            "acme-osaka-plant",
            "USD 1.2bn",
            {"line": "total", "modality": "planned", "stage": "announced", "payer": "acme"},
        ),
        (
            "Tokyo approved up to 40 billion yen in lamp subsidies for Acme.",
            "lamp-subsidies",
            "up to JPY 40bn",
            {"line": "total", "stage": "approved", "payer": "japan-government", "payee": "acme"},
        ),
        (
            "Bolt wants to raise $2 billion.",
            "bolt",
            "USD 2bn",
            {"line": "total", "stage": "target", "payer": "unknown"},
        ),
        (
            "Bolt will invest ¥150 billion ($1 billion).",
            "bolt",
            "JPY 150bn",
            {
                "also_printed": "USD 1bn",
                "line": "total",
                "modality": "planned",
                "stage": "announced",
                "payer": "bolt",
            },
        ),
        (
            "Japan pledged $3 billion in support for Bolt in 2025.",
            "bolt",
            "USD 3bn",
            {"line": "2025", "stage": "pledged", "payer": "japan"},
        ),
    ],
)
def test_money_that_somebody_pays_is_an_amount(
    clauses_of: ReadClauses, text: str, about: str, value: str, fields: dict[str, Field]
) -> None:
    assert claims_of(clauses_of(text), propose_sums) == [(about, "amount", value, fields)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Bolt is valued at $5 billion.", {"USD 5bn": "valuation"}),
        (
            "Bolt had revenue of $3.4 billion and a profit of $1 billion.",
            {"USD 3.4bn": "revenue", "USD 1bn": "profit"},
        ),
        ("Acme announced $5 million for light research.", {"USD 5m": "to-be-named"}),
    ],
)
def test_money_that_nobody_pays_is_a_figure(clauses_of: ReadClauses, text: str, measures: dict[str, str]) -> None:
    claims = claims_of(clauses_of(text), propose_sums)
    assert {attribute for _, attribute, _, _ in claims} == {"figure"}
    assert {value: fields["measure"] for _, _, value, fields in claims} == measures


def test_what_somebody_expects_of_a_plan_is_an_effect(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("The lamp subsidies are expected to bring ¥3 trillion in economic spillovers.")
    (proposal,) = propose_sums(clause)
    assert (proposal.about, proposal.attribute, proposal.value) == ("lamp-subsidies", "effect", "JPY 3tn")
    assert proposal.fields == {"line": "total", "modality": "forecast"}
    assert proposal.remark == "who forecasts it?"


def test_a_sum_that_is_held_names_the_claim_that_has_it(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme spends about $1.2 billion on its lamp plant in Osaka.")
    (proposal,) = propose_sums(clause)
    assert proposal.remark == "the same figure is held as courier-2026-04#c1"


def test_a_sum_of_nobody_is_no_claim(clauses_of: ReadClauses) -> None:
    assert claims_of(clauses_of("It costs $5."), propose_sums) == []


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Bolt said that $2 billion was lost.", "figure"),
        ("Bolt repaid $2 billion.", "figure"),
        ("Bolt gives $2 billion in aid.", "amount"),
    ],
)
def test_what_is_said_is_no_aid(clauses_of: ReadClauses, text: str, attribute: str) -> None:
    assert [row[1] for row in claims_of(clauses_of(text), propose_sums)] == [attribute]
