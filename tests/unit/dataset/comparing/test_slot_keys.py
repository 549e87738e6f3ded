"""The keys of slots: the question that a claim answers, and what tells the values of many apart."""

import pytest

from briefing.dataset.comparing.slot_keys import fold_value
from briefing.dataset.linked.records import Rank
from briefing.model.ids import ClaimKey
from briefing.model.value_parsing import parse_value
from briefing.model.values import EntityName, EntityRef, Text, Unknown, Value
from tests.every import every
from tests.unit.dataset.sample import dataset


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (EntityRef("acme"), "acme"),
        (EntityName("Ａcme  Corp"), "text:acme corp"),
        (Text("The  LARGEST"), "text:the largest"),
        (Unknown(), "unknown"),
        (parse_value("money", "JPY 3兆9000億"), "JPY 3.9tn"),
    ],
)
def test_values_of_many_valued_attributes_are_told_apart_by_what_they_say(value: Value, text: str) -> None:
    assert fold_value(value) == text


def test_a_claim_of_several_pairs_stands_in_each_of_their_slots() -> None:
    linked = dataset("{id: c1, about: [northwind, acme, initech], attribute: partner}")
    assert [slot.about for slot in linked.slots] == [
        ("acme", "initech"),
        ("acme", "northwind"),
        ("initech", "northwind"),
    ]
    assert linked.slot_of[ClaimKey("one#c1")].about == ("acme", "initech")
    assert every(slot.ranks == {"one#c1": Rank.SHOWN} for slot in linked.slots)
