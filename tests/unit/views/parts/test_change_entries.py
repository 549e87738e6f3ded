"""Which operations are told."""

from briefing.dataset.operations import OperationKind
from briefing.views.parts.change_entries import select_changes
from tests.unit.reports.small_data import FILES, GAZETTE, HERALD, disputed, edited, without
from tests.unit.views.changes_data import AGREED, NOTED, STATES, history

KINDS = OperationKind


def kinds(*states: dict[str, str]) -> list[OperationKind]:
    return [entry.operation.kind for entry in select_changes(history(*states).operations).entries]


def test_claim_whose_value_is_shown_is_told_by_it() -> None:
    assert kinds(FILES, disputed()) == [KINDS.SHOWN_CHANGED, KINDS.DISPUTE_OPENED]


def test_newest_commit_comes_first() -> None:
    found = select_changes(history(*STATES).operations).entries
    days = [entry.operation.day for entry in found]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_wording_is_counted_and_not_told() -> None:
    found = select_changes(history(AGREED, NOTED).operations)
    assert (found.entries, found.reworded) == ((), 1)


def test_claims_of_an_article_that_changed_alike_are_told_once() -> None:
    firm = edited(HERALD, "form: report\n", "form: report\ngrade: {letter: D, why: no names}\n")
    (entry,) = select_changes(history(FILES, firm).operations).entries
    assert (entry.operation.kind, entry.others) == (KINDS.CLAIM_CHANGED, 1)


def test_second_source_is_told() -> None:
    assert kinds(without(GAZETTE), FILES) == [KINDS.CLAIM_ADDED]
