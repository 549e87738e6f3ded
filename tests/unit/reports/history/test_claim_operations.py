"""Claims and shown values from one state to the next."""

from briefing.dataset.diff import FieldChange
from briefing.dataset.operations import OperationKind
from briefing.model.ids import ClaimKey
from tests.every import every
from tests.unit.reports.history.steps import COMMIT, DAY, kinds, of_kind, operations
from tests.unit.reports.small_data import ACME, FAB, FILES, GAZETTE, HERALD, disputed, edited, with_file, without

TWICE = edited(GAZETTE, "value: 2027", "value: 2028", edited(HERALD, "value: 2027", "value: 2028"))
AIM = with_file(HERALD, f'{FILES[HERALD]}  - {{id: c3, about: acme, attribute: aim, value: "build many chips"}}\n')


def test_nothing_changes_in_the_same_state() -> None:
    assert operations(FILES) == []


def test_shown_value_tells_what_it_was_and_who_says_it() -> None:
    (shown,) = of_kind(OperationKind.SHOWN_CHANGED, TWICE)
    assert (shown.was, shown.now, shown.substance, shown.about) == ("2027", "2028", True, ("acme-fab",))
    assert set(shown.claims) == {"herald-2024#c1", "gazette-2024#c1"}
    assert (shown.commit, shown.day, shown.week) == (COMMIT, DAY, "2026-W49")


def test_changed_claim_has_the_fields_that_differ() -> None:
    changed = of_kind(OperationKind.CLAIM_CHANGED, TWICE)
    assert [operation.claims for operation in changed] == [("gazette-2024#c1",), ("herald-2024#c1",)]
    assert changed[0].fields == (FieldChange("value", "2027", "2028"),)
    assert (changed[0].was, changed[0].now, changed[0].substance) == ("2027", "2028", True)


def test_new_claim_has_all_its_fields() -> None:
    (added,) = of_kind(OperationKind.CLAIM_ADDED, AIM)
    fields = {field.field: field.now for field in added.fields}
    assert (fields["value"], fields["rank"], fields["grade"]) == ("build many chips", "shown", "B")
    assert every(field.was is None for field in added.fields)


def test_withdrawn_claim_tells_what_it_said() -> None:
    assert kinds(without(GAZETTE)) == [("claim-withdrawn", True)]
    (withdrawn,) = operations(without(GAZETTE))
    assert (withdrawn.was, withdrawn.now, withdrawn.claims) == ("2027", None, ("gazette-2024#c1",))


def test_relation_concerns_both_ends() -> None:
    changed = of_kind(OperationKind.CLAIM_WITHDRAWN, without(HERALD))
    assert [operation.about for operation in changed] == [("acme-fab",), ("acme", "bolt")]


def test_note_is_wording() -> None:
    noted = edited(HERALD, "par: 3,", 'par: 4, note: "a slip",')
    assert kinds(noted) == [("claim-changed", False)]


def test_reworded_text_is_wording_where_it_is_the_question_itself() -> None:
    reworded = edited(HERALD, "build many chips", "make a great many chips", AIM)
    assert sorted(kinds(reworded, AIM)) == [
        ("claim-changed", False), ("shown-changed", False), ("shown-changed", False),
    ]  # fmt: skip


def test_text_that_is_gone_is_substance() -> None:
    assert ("shown-changed", True) in kinds(FILES, AIM)


def test_claim_set_aside_is_substance() -> None:
    rejected = f"""{FILES[FAB]}judgements:
  - slot: {{attribute: milestone, milestone: opening}}
    prefer: [gazette-2024#c1]
    reject: [{{claim: "herald-2024#c1", reason: "misread-source"}}]
    because: It is a slip.
    decided: 2026-11-21
"""
    found = operations(with_file(FAB, rejected, disputed()), disputed())
    ranks = {operation.claims: operation.fields for operation in found if operation.kind is OperationKind.CLAIM_CHANGED}
    assert ranks[(ClaimKey("herald-2024#c1"),)] == (FieldChange("rank", "shown", "rejected"),)
    assert ("2029", "2027") in [(operation.was, operation.now) for operation in found]


def test_withdrawn_article_changes_its_claims() -> None:
    withdrawn = edited(GAZETTE, "form: report\n", "form: report\nstatus: {state: withdrawn, reason: made up}\n")
    (changed,) = of_kind(OperationKind.CLAIM_CHANGED, withdrawn)
    assert FieldChange("status", None, "withdrawn") in changed.fields
    assert changed.substance


def test_name_of_the_subject_is_none_of_it() -> None:
    assert operations(edited(ACME, "{en: Acme}", "{en: Acme Works}")) == []
