"""Findings by category, each under its permanent anchor."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.pages.conflict_list import view_conflicts
from tests.every import every
from tests.unit.views.sample import claims, link, subjects


def test_conflicts_have_their_permanent_anchors() -> None:
    undecided = {key: replace(one, judgements=()) for key, one in subjects().items()}
    ctx = open_context(link(undecided, claims()))
    page = view_conflicts(ctx)
    rows = [row for group in page.groups for row in group.rows]
    assert {row.anchor for row in rows} == {one.key for one in ctx.data.conflicts if one.audience == "reader"}
    assert rows[0].finding.status == "open"
    assert every(row.voices for row in rows)
    assert [(one.rule.anchor, one.found, one.open) for one in page.rules] == [(rows[0].anchor, "1", "1")]
