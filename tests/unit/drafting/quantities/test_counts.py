import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.quantities.amounts import propose_quantities
from tests.unit.drafting.outline import ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "about", "value", "fields"),
    [
        ("Japan has a population of 125 million.", "japan", "125m people", {"measure": "population"}),
        ("Bolt employs 20,000 people.", "bolt", "20000 people", {"measure": "employees"}),
        (
            "Acme will hire 300 engineers in Osaka.",
            "acme",
            "300 engineers",
            {"measure": "engineers", "modality": "planned"},
        ),
        ("Bolt wants to train 500 workers.", "bolt", "500 workers", {"measure": "trainees", "modality": "aim"}),
        ("It met 30 Japanese companies in Osaka.", "japan", "30 companies", {"measure": "japanese-companies"}),
        ("Bulbs light 400 rooms in Osaka.", "bulbs", "400 rooms", {"measure": "rooms"}),
        (
            "The Kyoto lamp summit was its first meeting in nine years.",
            "lamp-summit-2026",
            "9 years",
            {"measure": "meeting-gap", "said": {"value": "nine years"}},
        ),
    ],
)
def test_a_count_says_what_is_counted_and_of_whom(
    clauses_of: ReadClauses, text: str, about: str, value: str, fields: dict[str, Field]
) -> None:
    assert claims_of(clauses_of(text), propose_quantities) == [(about, "count", value, fields)]


def test_other_stretches_of_years_count_nothing(clauses_of: ReadClauses) -> None:
    assert claims_of(clauses_of("Acme will open its lamp plant in Osaka within three years."), propose_quantities) == []
