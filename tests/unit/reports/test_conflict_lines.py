"""Conflicts in a report on changes: the rule, its words, and the place where a page shows them."""

from briefing.reports.change_line import Line
from briefing.reports.conflict_lines import conflict_lines, conflict_urls
from tests.unit.reports.small_data import disputed, linked


def test_a_conflict_that_readers_see_leads_to_where_it_stands() -> None:
    dataset = linked(disputed())
    (conflict,) = [conflict for conflict in dataset.conflicts if conflict.rule == "dates-disjoint"]
    url = conflict_urls(dataset)[conflict.key]
    assert url.endswith(f"/#{conflict.key}")
    line = Line(f"dates-disjoint: {conflict.message}", url)
    assert conflict_lines([conflict], conflict_urls(dataset)) == (line,)


def test_one_without_a_page_leads_nowhere_and_all_keep_their_order() -> None:
    conflicts = linked(disputed()).conflicts
    assert len(conflicts) >= 1
    lines = conflict_lines(conflicts, {})
    assert [line.page for line in lines] == [None] * len(conflicts)
    assert [line.text for line in lines] == [f"{conflict.rule}: {conflict.message}" for conflict in conflicts]


def test_a_briefing_without_differences_has_no_addresses_of_any() -> None:
    assert not [key for key in conflict_urls(linked()) if key.startswith("dates-disjoint")]
