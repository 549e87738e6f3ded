"""Which differences are told first."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.leading_differences import leading_differences


def test_open_differences_come_first_and_look_alikes_last(context: Context) -> None:
    settled = context.data.conflicts[0]
    waiting = replace(settled, key="open", status="open", judgement=None)
    alike = replace(settled, key="alike", rule="equal-figures", status="open", judgement=None)
    found = leading_differences(context, [alike, settled, waiting])
    assert [conflict.key for conflict in found] == ["open", settled.key, "alike"]


def test_one_question_is_told_once(context: Context) -> None:
    settled = context.data.conflicts[0]
    again = replace(settled, key="again", rule="dates-disjoint")
    assert [conflict.key for conflict in leading_differences(context, [settled, again])] == [settled.key]


def test_notes_and_findings_without_claims_are_left_out(context: Context) -> None:
    settled = context.data.conflicts[0]
    note = replace(settled, key="note", rule="plan-overdue", judgement=None)
    shared = replace(settled, key="shared", rule="alias-shared", claims=(), judgement=None)
    assert leading_differences(context, [note, shared]) == ()
