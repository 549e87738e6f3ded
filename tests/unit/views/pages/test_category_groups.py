"""Findings by category, each under its permanent anchor."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.pages.conflict_list import view_conflicts
from tests.unit.views.sample import claims, link, subjects


def test_conflicts_have_their_permanent_anchors() -> None:
    undecided = {key: replace(record, judgements=()) for key, record in subjects().items()}
    context = open_context(link(undecided, claims()))
    page = view_conflicts(context)
    rows = [row for group in page.groups for row in group.rows]
    assert {row.anchor for row in rows} == {
        conflict.key for conflict in context.data.conflicts if conflict.audience == "reader"
    }
    assert rows[0].finding.status == "open"
    assert [len(row.voices) for row in rows] == [2]
    assert [(status.rule.anchor, status.findings, status.open) for status in page.rules] == [(rows[0].anchor, "1", "1")]
