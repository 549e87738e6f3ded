"""What a step between two states is worked out from."""

from briefing.model.ids import ClaimKey
from tests.unit.reports.history.steps import step
from tests.unit.reports.small_data import FILES, GAZETTE, HERALD, edited, without


def test_only_what_differs_is_touched() -> None:
    first = step(edited(HERALD, "par: 3,", "par: 4,"))
    assert [field.field for field in first.changed_fields[ClaimKey("herald-2024#c1")]] == ["par"]
    assert first.changed_fields.keys() == {ClaimKey("herald-2024#c1")}


def test_claim_still_says_the_same_in_other_words() -> None:
    key = ClaimKey("herald-2024#c1")
    assert step(edited(HERALD, "par: 3,", "par: 4,")).still_says(key)
    assert not step(edited(HERALD, "value: 2027", "value: 2028")).still_says(key)
    assert not step(FILES, without(HERALD)).still_says(key)
    assert step(without(GAZETTE)).still_says(key)
