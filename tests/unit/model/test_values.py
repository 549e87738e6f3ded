from decimal import Decimal

import pytest

from briefing.model.malformed import Malformed
from briefing.model.value_comparing import agree, interval, same_value, value_order
from briefing.model.value_json import value_json
from briefing.model.value_parsing import KINDS, parse_value, parse_value_as
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value, print_value, value_text


def value(kind: str, text: str) -> Value:
    found = parse_value(kind, text)
    assert not isinstance(found, Malformed), found
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_and_none_are_values_of_every_kind(kind: str) -> None:
    assert parse_value(kind, "unknown") == Unknown()
    assert parse_value(kind, "none") == Nothing()
    assert isinstance(parse_value(kind, ""), Malformed)


def test_an_unheard_of_kind_is_a_bug_not_a_finding() -> None:
    with pytest.raises(ValueError, match="colour"):
        parse_value("colour", "red")


def test_entities_are_ids_or_marked_names() -> None:
    assert value("entity", "rapidus-2nm-line") == EntityRef("rapidus-2nm-line")
    assert value("entity", "text:Khos-Erdene") == EntityName("Khos-Erdene")
    assert value("entity", "text:unknown") == EntityName("unknown")


@pytest.mark.parametrize(
    "text", ["IBM", "a_b", "-a", "a-", "a--b", "é", "a b", "a\n", "a" * 65, "text:", "text: x", "text:x\n"]
)
def test_other_spellings_are_no_entities(text: str) -> None:
    assert isinstance(parse_value("entity", text), Malformed)


def test_a_hint_for_an_id_offers_id_and_name() -> None:
    found = parse_value("entity", "Sony Corp")
    assert isinstance(found, Malformed)
    assert "`sony-corp`" in found.hint
    assert "`text:Sony Corp`" in found.hint


def test_several_kinds_are_tried_in_order() -> None:
    assert isinstance(parse_value_as(("money", "quantity"), "USD 5bn"), type(value("money", "USD 5bn")))
    assert isinstance(parse_value_as(("money", "quantity"), "5 %"), type(value("quantity", "5 %")))
    assert parse_value_as(("entity", "text"), "ibm") == EntityRef("ibm")
    assert parse_value_as(("entity", "text"), "IBM and Sony") == Text("IBM and Sony")


@pytest.mark.parametrize(
    ("text", "meant"), [("5 billion yen", "JPY 5bn"), ("$5 billion", "USD 5bn"), ("25%", "25 %"), ("2nm", "2 nm")]
)
def test_of_several_kinds_the_one_that_was_meant_speaks(text: str, meant: str) -> None:
    found = parse_value_as(("money", "quantity"), text)
    assert isinstance(found, Malformed)
    assert found.meant == meant


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


@pytest.mark.parametrize(
    ("kind", "a", "b", "same"),
    [
        ("money", "JPY 3兆9000億", "JPY 3.9tn", True),
        ("money", "JPY 3.9tn", "JPY 3.90tn", True),
        ("money", "JPY 3.9tn", "about JPY 3.9tn", False),
        ("money", "JPY 3tn", "USD 3tn", False),
        ("money", "JPY 3tn", "JPY 3tn to 5tn", False),
        ("money", "JPY 3tn", "JPY 3tn per year", False),
        ("quantity", "3000000 people", "3m people", True),
        ("quantity", "3 m", "3m", False),
        ("quantity", "5 % of GDP", "5 % of exports", False),
        ("date", "JFY2030", "2030-04/2031-03", True),
        ("date", "2030", "2030?", False),
        ("entity", "ibm", "text:ibm", False),
        ("text", "a", "a", True),
        ("text", "unknown", "unknown", True),
        ("text", "unknown", "none", False),
    ],
)
def test_same_values_in_other_spellings(kind: str, a: str, b: str, same: bool) -> None:
    assert same_value(value(kind, a), value(kind, b)) is same


@pytest.mark.parametrize(
    ("kind", "a", "b", "holds"),
    [
        ("money", "JPY 10tn", "JPY 9.6tn", True),
        ("money", "JPY 10tn", "JPY 9.4tn", False),
        ("money", "up to JPY 943bn", "JPY 590bn", True),
        ("money", "up to JPY 943bn", "over JPY 1tn", False),
        ("money", "JPY 10tn", "USD 10tn", False),
        ("money", "JPY 10tn", "JPY 10tn per year", False),
        ("quantity", "about 3m people", "2.9m people", True),
        ("quantity", "3m people", "3m jobs", False),
        ("date", "2024", "2024-04", True),
        ("date", "2024", "2025", False),
        ("entity", "ibm", "ibm", True),
        ("entity", "ibm", "sony", False),
    ],
)
def test_values_agree_if_both_can_be_true(kind: str, a: str, b: str, holds: bool) -> None:
    assert agree(value(kind, a), value(kind, b)) is holds


def test_values_of_different_kinds_never_agree() -> None:
    assert not agree(value("money", "USD 5"), value("quantity", "5"))
    assert not same_value(value("money", "USD 5"), value("quantity", "5"))


def test_only_sums_and_quantities_have_an_interval() -> None:
    assert interval(value("money", "JPY 10tn")) == (Decimal(95 * 10**11), Decimal(105 * 10**11))
    assert interval(value("quantity", "2 nm")) == (Decimal("1.5"), Decimal("2.5"))
    assert interval(value("date", "2027")) == (None, None)
    assert interval(Unknown()) == (None, None)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("money", "JPY 3.9tn", "¥3.9 trillion"),
        ("quantity", "25 %", "25%"),
        ("date", "2021~", "about 2021"),
        ("entity", "ibm", "ibm"),
        ("entity", "text:Some Name", "Some Name"),
        ("text", "as it is", "as it is"),
        ("text", "unknown", "unknown"),
        ("text", "none", "none"),
    ],
)
def test_readers_text_of_every_kind(kind: str, text: str, shown: str) -> None:
    assert value_text(value(kind, text)) == shown


@pytest.mark.parametrize(
    ("kind", "text", "canonical"),
    [
        ("money", "JPY 3兆9000億", "JPY 3.9tn"),
        ("quantity", "about 3m people", "about 3m people"),
        ("date", "JFY2030 H1", "JFY2030 H1"),
        ("entity", "ibm", "ibm"),
        ("entity", "text:Some Name", "text:Some Name"),
        ("text", "as it is", "as it is"),
        ("text", "unknown", "unknown"),
        ("text", "none", "none"),
    ],
)
def test_canonical_literals(kind: str, text: str, canonical: str) -> None:
    assert print_value(value(kind, text)) == canonical


def test_values_sort_by_kind_and_size() -> None:
    written = [
        *[("text", "none"), ("text", "unknown"), ("text", "b"), ("entity", "a"), ("date", "2027"), ("date", "2024-04")],
        *[
            ("quantity", "12 nm"),
            ("quantity", "2 nm"),
            ("money", "USD 1bn"),
            ("money", "USD 900m"),
            ("money", "JPY 3tn"),
        ],
    ]
    ordered = sorted((value(*pair) for pair in written), key=value_order)
    assert [print_value(each) for each in ordered] == [
        *("JPY 3tn", "USD 900m", "USD 1bn", "2 nm", "12 nm", "2024-04", "2027", "a", "b", "unknown", "none")
    ]
