"""Rows of the steps of a subject, with where each stands today."""

from dataclasses import dataclass

from briefing.dataset.rule_base.plans import outcome_of
from briefing.model.records import Outcome
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import Prose
from briefing.views.parts.entries import link_entry
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.step_states import step_state


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A step with its date and its state: planned, overdue, met, late, dropped, reported or hoped for."""

    statement: Statement
    subject: Prose
    state: str
    state_word: str
    note: str


def view_milestone(context: Context, entry: Entry, linker: Linker) -> MilestoneRow:
    """Return the row of a step, with where it stands today."""
    outcome = outcome_of(context.data.subjects[entry.slot.about[0]], entry.slot)
    state = step_state(context, entry.slot)
    return MilestoneRow(
        statement=view_statement(context, entry, linker),
        subject=link_entry(context, entry),
        state=state,
        state_word=context.labels.word("state", state),
        note=_outcome_note(context, outcome),
    )


def _outcome_note(context: Context, outcome: Outcome | None) -> str:
    """Return what editors noted of a step: that its outcome is unknown, when they looked, and why."""
    if outcome is None:
        return ""
    notes: list[str] = []
    # What is known of it is the state of the row.
    if outcome.state == "unknown":
        notes.append(context.labels.say("outcome-unknown"))
    if outcome.checked:
        notes.append(context.labels.say("checked", date=outcome.checked.label))
    if outcome.because:
        notes.append(outcome.because)
    return ", ".join(notes)
