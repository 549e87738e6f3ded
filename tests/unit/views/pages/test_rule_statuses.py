"""How the findings of each rule stand."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.pages.rule_statuses import view_rule_statuses
from tests.unit.views.parts.test_findings import conflict
from tests.unit.views.sample import sample


def test_findings_of_a_rule_are_counted_by_status_and_lead_to_the_first() -> None:
    statuses = ("settled", "open", "explained", "open")
    conflicts = [
        replace(conflict("values-differ", ("daily-1#c3", "copy-1#c3")), key=f"differ-{number}", status=status)
        for number, status in enumerate(statuses)
    ]
    (row,) = view_rule_statuses(open_context(replace(sample(), conflicts=tuple(conflicts))))
    assert (row.findings, row.open, row.explained, row.settled) == ("4", "2", "1", "1")
    assert (row.rule.text, row.rule.anchor, row.kind) == ("Values differ", "differ-1", "sources disagree")
