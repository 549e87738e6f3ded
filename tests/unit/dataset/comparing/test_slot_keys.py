"""The keys of slots: the question that a claim answers, and what tells the values of many apart."""

import pytest

from briefing.dataset.comparing.slot_keys import SlotKey, canonical
from briefing.dataset.linked.records import Rank
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.value_parsing import parse_value
from briefing.model.values import EntityName, EntityRef, Text, Unknown, Value
from tests.every import every
from tests.unit.dataset.sample import dataset


def test_a_slot_has_a_name_for_good() -> None:
    key = SlotKey((SubjectId("acme"),), "figure", (("measure", "revenue"),), None, False)
    assert key.digest == "8dace305f112"
    others = [
        SlotKey((SubjectId("acme"),), "figure", (("measure", None),), None, False),
        SlotKey((SubjectId("acme"),), "figure", (("measure", "revenue"),), None, True),
        SlotKey((SubjectId("acme"),), "figure", (("measure", "revenue"),), "x", False),
        SlotKey((SubjectId("acne"),), "figure", (("measure", "revenue"),), None, False),
    ]
    assert len({key.digest, *(other.digest for other in others)}) == 5


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
    assert canonical(value) == text


def test_a_claim_of_several_pairs_stands_in_each_of_their_slots() -> None:
    linked = dataset("{id: c1, about: [northwind, acme, initech], attribute: partner}")
    assert [slot.about for slot in linked.slots] == [
        ("acme", "initech"),
        ("acme", "northwind"),
        ("initech", "northwind"),
    ]
    assert linked.slot_of[ClaimKey("one#c1")].about == ("acme", "initech")
    assert every(slot.ranks == {"one#c1": Rank.SHOWN} for slot in linked.slots)
