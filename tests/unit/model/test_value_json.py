import pytest

from briefing.model.malformed import Malformed
from briefing.model.value_json import value_json
from briefing.model.value_parsing import parse_value
from briefing.model.values import Value


def value(kind: str, text: str) -> Value:
    parsed = parse_value(kind, text)
    assert not isinstance(parsed, Malformed), parsed
    return parsed


JSON = [
    ("money", "USD 25.44bn", {"type": "money", "amount": 25440000000, "currency": "USD", "bound": "exact"}),
    (
        "money",
        "up to JPY 3 to 5tn per year",
        {
            "type": "money",
            "amount": 3 * 10**12,
            "amount_max": 5 * 10**12,
            "currency": "JPY",
            "bound": "up-to",
            "per": "year",
        },
    ),
    ("quantity", "rank 32 of 67", {"type": "quantity", "number": 32, "unit": "rank", "bound": "exact", "of": "67"}),
    ("quantity", "at least 15", {"type": "quantity", "number": 15, "unit": None, "bound": "at-least"}),
    (
        "quantity",
        "0.71 to 0.8 % of GDP per year",
        {
            "type": "quantity",
            "number": 0.71,
            "number_max": 0.8,
            "unit": "%",
            "bound": "exact",
            "of": "GDP",
            "per": "year",
        },
    ),
    (
        "date",
        "JFY2030",
        {
            "type": "date",
            "edtf": "2030-04/2031-03",
            "label": "FY2030 (April 2030 to March 2031)",
            "earliest": "2030-04-01",
            "latest": "2031-03-31",
        },
    ),
    (
        "date",
        "../2040",
        {"type": "date", "edtf": "../2040", "label": "by 2040", "earliest": None, "latest": "2040-12-31"},
    ),
    ("entity", "ibm", {"type": "entity", "id": "ibm"}),
    ("entity", "text:Some Name", {"type": "entity", "name": "Some Name"}),
    ("text", "a paraphrase", {"type": "text", "text": "a paraphrase"}),
    ("text", "unknown", {"type": "unknown"}),
    ("date", "none", {"type": "none"}),
]


@pytest.mark.parametrize(("kind", "text", "content"), JSON)
def test_json_is_what_the_design_says(kind: str, text: str, content: dict[str, object]) -> None:
    assert value_json(value(kind, text)) == {"printed": text, **content}


def test_whole_amounts_are_ints_in_json() -> None:
    assert type(value_json(value("money", "USD 25.44bn"))["amount"]) is int
