"""Substance apart from wording."""

import pytest

from briefing.dataset.diff import FieldChange
from briefing.pipeline import built_in_registry
from briefing.reports.history.renames import Renames
from briefing.reports.history.substance import is_substance


@pytest.mark.parametrize(
    ("attribute", "change", "expected"),
    [
        ("amount", FieldChange("value", "JPY 920bn", "JPY 943bn"), True),
        ("amount", FieldChange("stage", "pledged", "spent"), True),
        ("amount", FieldChange("note", None, "as printed"), False),
        ("milestone", FieldChange("modality", "aim", "planned"), True),
        ("milestone", FieldChange("grade", "B", "C"), True),
        ("aim", FieldChange("value", "make chips", "produce chips"), False),
        ("status", FieldChange("value", "planned", "operating"), True),
        ("partner", FieldChange("value", "text:I.B.M.", "text:IBM"), False),
        ("partner", FieldChange("value", "text:Example Works", "example-works"), False),
        ("partner", FieldChange("value", "ibm", "sony"), True),
        ("partner", FieldChange("about", "acme, ibm", "apex, ibm"), False),
        ("unheard-of", FieldChange("value", "a", "b"), True),
    ],
)
def test_substance(attribute: str, change: FieldChange, expected: bool) -> None:
    assert is_substance(change, attribute, built_in_registry(), Renames({"acme": "apex"})) is expected
