"""Long lists of findings: what leads to a finding leads to the page of the list that it stands on."""

import pytest

from benchmarks.sample import make_sample
from briefing.pipeline import prepare
from briefing.views.base import paging
from briefing.views.base.context import open_context
from briefing.views.pages.checks import checks_heads, view_checks
from briefing.views.pages.conflict_list import conflicts_heads, view_conflicts


def test_every_finding_stands_on_the_page_that_links_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE_WEIGHT", 1000)
    data = prepare(make_sample(30)).dataset
    assert data is not None
    context = open_context(data)
    lists = [view_conflicts(context, number) for number in range(1, len(conflicts_heads(context)) + 1)]
    stands = {row.anchor: page.head.page for page in lists for group in page.groups for row in group.rows}
    checks = [view_checks(context, number) for number in range(1, len(checks_heads(context)) + 1)]
    assert len(checks) > 2
    stands |= {row.anchor: page.head.page for page in checks for row in page.rows}
    assert len(set(stands.values())) > 4
    assert {key: context.addresses.findings[key] for key in stands} == stands


def test_counts_by_rule_stand_where_readers_enter_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE_WEIGHT", 1000)
    data = prepare(make_sample(30)).dataset
    assert data is not None
    context = open_context(data)
    first, second = view_conflicts(context, 1), view_conflicts(context, 2)
    assert sum(int(row.findings) for row in first.rules) == len(context.findings.for_readers) > 0
    assert second.rules == ()
    assert first.pager.rows == second.pager.rows == len(context.findings.for_readers)
