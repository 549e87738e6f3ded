"""Notes and look-alikes at the foot of a page."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.parts.finding_notes import view_lookalike_findings, view_notes
from tests.unit.views.sample import sample


def test_a_difference_is_no_note(context: Context) -> None:
    assert context.findings.by_subject["acme"]
    assert view_notes(context, "acme") == view_lookalike_findings(context, "acme") == ()


def test_figures_that_look_alike_stand_apart_from_notes() -> None:
    data = sample()
    alike = replace(data.conflicts[0], rule="equal-figures", key="equal-figures-1")
    late = replace(data.conflicts[0], rule="plan-overdue", key="plan-overdue-1")
    context = open_context(replace(data, conflicts=(alike, late)))
    assert [finding.link.anchor for finding in view_lookalike_findings(context, "acme")] == ["equal-figures-1"]
    assert [finding.link.anchor for finding in view_notes(context, "acme")] == ["plan-overdue-1"]
