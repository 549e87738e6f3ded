"""Findings by subject and claim."""

from dataclasses import replace

from briefing.views.base.finding_index import index_findings
from tests.unit.views.sample import sample


def test_readers_see_theirs_and_editors_all() -> None:
    data = sample()
    shown = data.conflicts[0]
    hidden = replace(shown, key="hidden", audience="editor")
    index = index_findings(replace(data, conflicts=(hidden, shown)))
    assert [conflict.key for conflict in index.for_readers] == [shown.key]
    assert [conflict.key for conflict in index.by_subject["acme"]] == [shown.key]
    assert [conflict.key for conflict in index.checked_by_subject["acme"]] == ["hidden", shown.key]
    assert set(index.by_claim) == set(shown.claims)
