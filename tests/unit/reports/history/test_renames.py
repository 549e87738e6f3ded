"""A subject under a new id is the same subject."""

from briefing.reports.history.renames import Renames, find_renames
from tests.unit.reports.history.steps import kinds, operations
from tests.unit.reports.small_data import ACME, FAB, FILES, HERALD, edited, linked, with_file, without

FACT = "facts:\n  - {id: f1, source: herald-2024, attribute: date, measure: founded, value: 1990}\n"
BEFORE = with_file(ACME, FILES[ACME] + FACT)
AFTER = {
    **edited(HERALD, "about: acme,", "about: apex,", without(ACME, files=BEFORE)),
    "companies/apex.yml": BEFORE[ACME],
    "redirects.yml": "acme: apex\n",
}


def test_renamed_subject_changes_nothing_of_substance() -> None:
    assert {substance for _, substance in kinds(AFTER, BEFORE)} == {False}
    assert {kind for kind, _ in kinds(AFTER, BEFORE)} == {
        "claim-added", "claim-changed", "claim-withdrawn", "shown-changed",
    }  # fmt: skip


def test_what_changes_with_the_id_is_substance() -> None:
    later = {**AFTER, "companies/apex.yml": AFTER["companies/apex.yml"].replace("1990", "1991")}
    found = [operation.now for operation in operations(later, BEFORE) if operation.substance]
    assert "1991" in found


def test_merged_subject_is_no_renamed_one() -> None:
    merged = {
        **edited(HERALD, "about: acme,", "about: acme-fab,", without(ACME)),
        "redirects.yml": "acme: acme-fab\n",
    }
    assert find_renames(linked(), linked(merged)) == Renames()
    assert ("claim-changed", True) in kinds(merged)
    assert FAB in merged
