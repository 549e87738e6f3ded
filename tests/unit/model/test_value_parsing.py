import pytest

from briefing.model.malformed import Malformed
from briefing.model.value_parsing import VALUE_KINDS, parse_value, parse_value_as
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value


def value(kind: str, text: str) -> Value:
    parsed = parse_value(kind, text)
    assert not isinstance(parsed, Malformed), parsed
    return parsed


@pytest.mark.parametrize("kind", VALUE_KINDS)
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
    fault = parse_value("entity", "Sony Corp")
    assert isinstance(fault, Malformed)
    assert "`sony-corp`" in fault.hint
    assert "`text:Sony Corp`" in fault.hint


def test_several_kinds_are_tried_in_order() -> None:
    assert isinstance(parse_value_as(("money", "quantity"), "USD 5bn"), type(value("money", "USD 5bn")))
    assert isinstance(parse_value_as(("money", "quantity"), "5 %"), type(value("quantity", "5 %")))
    assert parse_value_as(("entity", "text"), "ibm") == EntityRef("ibm")
    assert parse_value_as(("entity", "text"), "IBM and Sony") == Text("IBM and Sony")


@pytest.mark.parametrize(
    ("text", "meant"), [("5 billion yen", "JPY 5bn"), ("$5 billion", "USD 5bn"), ("25%", "25 %"), ("2nm", "2 nm")]
)
def test_of_several_kinds_the_one_that_was_meant_speaks(text: str, meant: str) -> None:
    fault = parse_value_as(("money", "quantity"), text)
    assert isinstance(fault, Malformed)
    assert fault.meant == meant
