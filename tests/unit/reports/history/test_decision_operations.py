"""Judgements and outcomes from one state to the next."""

from briefing.dataset.operations import OperationKind
from tests.unit.reports.history.steps import of_kind
from tests.unit.reports.small_data import FAB, FILES, JUDGEMENT, disputed, with_file

DISPUTED = disputed()
JUDGED = with_file(FAB, FILES[FAB] + JUDGEMENT, DISPUTED)
REASONED = with_file(FAB, FILES[FAB] + JUDGEMENT.replace("asked", "rang up"), DISPUTED)
OVERTURNED = with_file(FAB, FILES[FAB] + JUDGEMENT.replace("gazette", "herald"), DISPUTED)
UNKNOWN = """outcomes:
  - {slot: {attribute: milestone, milestone: opening}, state: unknown, checked: 2026-11-20}
"""


def test_judgement_is_made_changed_and_taken_back() -> None:
    (made,) = of_kind(OperationKind.JUDGED, JUDGED, DISPUTED)
    assert (made.was, made.now, made.substance) == (None, "gazette-2024#c1", True)
    assert made.question is not None
    assert made.about == ("acme-fab",)
    (changed,) = of_kind(OperationKind.JUDGED, OVERTURNED, JUDGED)
    assert (changed.was, changed.now, changed.substance) == ("gazette-2024#c1", "herald-2024#c1", True)
    (taken_back,) = of_kind(OperationKind.JUDGED, DISPUTED, JUDGED)
    assert (taken_back.was, taken_back.now) == ("gazette-2024#c1", None)


def test_other_reason_is_wording() -> None:
    (changed,) = of_kind(OperationKind.JUDGED, REASONED, JUDGED)
    assert (changed.substance, [field.field for field in changed.fields]) == (False, ["because"])


def test_outcome_is_substance_where_its_state_changes() -> None:
    noted, looked, met = (
        with_file(FAB, FILES[FAB] + text)
        for text in (UNKNOWN, UNKNOWN.replace("-20}", "-21}"), UNKNOWN.replace("unknown", "met"))
    )
    (first,) = of_kind(OperationKind.OUTCOME, noted)
    assert (first.was, first.now, first.substance) == (None, "unknown", True)
    assert first.question is not None
    assert [found.substance for found in of_kind(OperationKind.OUTCOME, looked, noted)] == [False]
    (last,) = of_kind(OperationKind.OUTCOME, met, noted)
    assert (last.was, last.now, last.substance) == ("unknown", "met", True)
