"""The records of the linked dataset: look-ups that every floor above asks."""

from briefing.model.ids import ClaimKey
from tests.unit.dataset.sample import dataset, figure


def test_claims_come_in_the_order_of_their_keys_without_those_that_are_gone() -> None:
    linked = dataset(figure(1, "USD 1bn"), figure(2, "USD 2bn"))
    keys = [ClaimKey("one#c2"), ClaimKey("one#c9"), ClaimKey("one#c1")]
    assert [claim.key for claim in linked.find_claims(keys)] == ["one#c2", "one#c1"]


def test_a_slot_whose_claims_are_set_aside_shows_nothing() -> None:
    (slot,) = dataset(figure(1, "USD 1bn", ", exclude: It is a slip.")).slots
    assert slot.shown is None
    assert slot.groups == ()


def test_a_corrected_claim_keeps_its_group_and_is_not_shown() -> None:
    (slot,) = dataset(figure(1, "USD 1bn"), figure(2, "USD 2bn", ", corrects: c1")).slots
    assert slot.corrected == {"one#c1"}
    assert slot.shown is not None
    assert [claim.key for claim in slot.shown.claims] == ["one#c2"]
    assert len(slot.groups) == 2
