"""The pages of findings."""

from dataclasses import replace

from briefing.views.base.finding_pages import find_finding_pages, split_findings
from briefing.views.base.paging import LIST_ROWS
from tests.unit.views.sample import sample


def test_readers_and_editors_have_a_list_each() -> None:
    data = sample()
    hidden = replace(data.conflicts[0], key="hidden", audience="editor")
    pages = find_finding_pages(replace(data, conflicts=(data.conflicts[0], hidden)))
    assert (pages[data.conflicts[0].key], pages["hidden"]) == ("conflicts/index.md", "checks/index.md")


def test_a_long_list_is_split() -> None:
    data = sample()
    many = [replace(data.conflicts[0], key=str(number)) for number in range(LIST_ROWS + 1)]
    parts = split_findings(data, many)
    assert len(parts) > 1
    assert [finding.key for part in parts for finding in part] == [finding.key for finding in many]
