import pytest

from briefing.drafting.clauses.proposal import Field
from briefing.drafting.quantities.amounts import propose_quantities
from tests.unit.drafting.outline import ReadClauses, claims_of


@pytest.mark.parametrize(
    ("text", "attribute", "fields"),
    [
        ("Sales of Bolt rose 25 percent.", "growth", {"measure": "to-be-named"}),
        ("Bolt rose to 25 percent of GDP.", "share", {"measure": "to-be-named"}),
        ("Bolt holds a stake of 25 percent in it.", "share", {"measure": "to-be-named"}),
        ("Bolt’s share of global lamp output fell to 25 percent.", "share", {"measure": "lamp-output"}),
        (
            "Bolt’s share of global lamp output fell to 25 percent in 2025.",
            "share",
            {"measure": "lamp-output", "period": "2025"},
        ),
        (
            "Bolt’s share of lamp output will rise to 25 percent in 2030.",
            "share",
            {"measure": "lamp-output", "period": "2030", "modality": "forecast"},
        ),
    ],
)
def test_a_per_cent_is_growth_or_a_share(
    clauses_of: ReadClauses, text: str, attribute: str, fields: dict[str, Field]
) -> None:
    assert claims_of(clauses_of(text), propose_quantities) == [("bolt", attribute, "25 %", fields)]


def test_a_per_cent_without_a_word_for_it_is_passed_over(clauses_of: ReadClauses) -> None:
    assert claims_of(clauses_of("Bolt got 15 percent."), propose_quantities) == []


@pytest.mark.parametrize(
    ("text", "about", "said", "fields"),
    [
        ("Bolt tripled battery sales.", "bolt", "tripled", {"measure": "battery-sales", "modality": "reported"}),
        (
            "Bolt aims to triple battery sales by 2030.",
            "bolt",
            "triple",
            {"measure": "battery-sales", "modality": "aim", "when": "../2030"},
        ),
        ("Sales doubled.", "japan", "doubled", {"measure": "to-be-named", "modality": "reported"}),
    ],
)
def test_a_multiple_is_growth_of_what_stands_behind_it(
    clauses_of: ReadClauses, text: str, about: str, said: str, fields: dict[str, Field]
) -> None:
    value = {"doubled": "2 times"}.get(said, "3 times")
    claim = (about, "growth", value, {**fields, "said": {"value": said}})
    assert claims_of(clauses_of(text), propose_quantities) == [claim]


def test_a_figure_without_digits_keeps_its_words(clauses_of: ReadClauses) -> None:
    (claim,) = claims_of(clauses_of("About half of Japan is bright."), propose_quantities)
    assert claim == ("japan", "share", "50 %", {"measure": "to-be-named", "said": {"value": "half"}})
