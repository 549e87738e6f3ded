import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.quantities.amounts import propose_quantities
from tests.unit.drafting.outline import ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "about", "value", "fields"),
    [
        (
            "Acme's factory for lamps in Osaka aims to reach 300 MW.",
            "acme-osaka-plant",
            "300 MW",
            {"measure": "mw", "modality": "aim"},
        ),
        (
            "Bolt will make chips of 2 nanometers.",
            "bolt",
            "2 nm",
            {"measure": "process-node", "modality": "planned"},
        ),
        ("Bolt runs 40 hectares.", "bolt", "40 hectares", {"measure": "hectares"}),
        # A plant is no plan.
        ("Bolt runs a plant of 40 hectares.", "bolt", "40 hectares", {"measure": "hectares"}),
    ],
)
def test_a_size_is_the_capacity_of_a_project_or_of_the_company_beside_it(
    clauses_of: ReadClauses, text: str, about: str, value: str, fields: dict[str, Field]
) -> None:
    assert claims_of(clauses_of(text), propose_quantities) == [(about, "capacity", value, fields)]
