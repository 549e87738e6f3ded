"""Steps as rows."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.base.linker import Linker
from briefing.views.parts.milestone_rows import view_milestone
from tests.unit.views.sample import claims, day, link, subjects


def test_every_step_says_where_it_stands(context: Context, linker: Linker) -> None:
    entries = context.addresses.layouts["fab-1"].section("milestones")
    rows = {entry.anchor: view_milestone(context, entry, linker).state for entry in entries}
    assert rows == {
        "milestone-mass-production": "planned",
        "milestone-opening": "met",
        "milestone-trial-production": "overdue",
    }


def test_an_unknown_outcome_says_when_somebody_looked_and_why() -> None:
    fab = subjects()["fab-1"]
    unknown = replace(fab.outcomes[0], state="unknown", checked=day("2026-11-01"), because="no report")
    context = open_context(link({**subjects(), "fab-1": replace(fab, outcomes=(unknown,))}, claims()))
    entries = context.addresses.layouts["fab-1"].section("milestones")
    notes = [
        view_milestone(context, entry, Linker(context)).note for entry in entries if entry.anchor == "milestone-opening"
    ]
    assert len(notes) == 1
    assert notes[0].startswith(context.labels.say("outcome-unknown"))
    assert notes[0].endswith("1 November 2026, no report")
