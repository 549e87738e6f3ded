"""Fields of claims and slots as texts, and the share that a claim states."""

import pytest

from briefing.dataset.rule_base.field_texts import far_id, field_text, key_text, stated_share
from briefing.model.values import value_text
from tests.unit.dataset.sample import dataset, figure


def _row(more: str = "") -> str:
    return f"{{id: c1, about: acme, attribute: owner, value: northwind{more}}}"


@pytest.mark.parametrize(
    ("more", "share"), [(", share: 30 %", "30%"), (", share: 5 jobs", None), (", share: unknown", None), ("", None)]
)
def test_a_share_counts_where_it_is_stated_in_per_cent(more: str, share: str | None) -> None:
    (claim,) = dataset(_row(more)).claims.values()
    stated = stated_share(claim)
    assert (stated and value_text(stated)) == share


def test_a_field_that_is_not_stated_is_an_empty_text() -> None:
    (claim,) = dataset(figure(1, "JPY 3bn", ", scope: in Japan")).claims.values()
    assert (field_text(claim, "scope"), field_text(claim, "share")) == ("in Japan", "")


def test_a_slot_has_the_key_fields_of_its_claims_and_the_far_end_of_a_relation() -> None:
    data = dataset(figure(1, "JPY 3bn"), _row().replace("c1", "c2"))
    named = {slot.attribute: (key_text(slot, "measure"), key_text(slot, "line"), far_id(slot)) for slot in data.slots}
    assert named == {"figure": ("revenue", "", ""), "owner": ("", "", "northwind")}
