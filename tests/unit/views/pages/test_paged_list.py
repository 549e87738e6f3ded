"""Heads and pagers of lists that are split into pages."""

from briefing.views.pages.paged_list import PagedList, list_head, list_heads, pager_of
from tests.unit.views.sample import sample_context


def test_the_first_page_bears_the_title_and_the_others_their_number() -> None:
    first, second = list_heads(sample_context(), "Things", "all of them.", "things", 2)
    assert (first.page, first.full_title, first.description) == ("things/index.md", "Things", "Things: all of them.")
    assert (second.page, second.full_title) == ("things/page_2/index.md", "Things, page 2")
    assert second.description == "Things, page 2: all of them."
    assert (first.up, [link.page for link in second.up]) == ((), ["things/index.md"])


def test_a_single_page_has_no_links_yet_says_how_many_rows_it_has() -> None:
    assert (pager_of("things", 1, 7, 1).pages, pager_of("things", 1, 7, 1).rows) == ((), 7)
    links = pager_of("things", 2, 300, 2).pages
    assert [(link.text, link.page) for link in links] == [("1", "things/index.md"), ("2", "things/page_2/index.md")]


def test_a_paged_list_agrees_with_its_pages() -> None:
    paged = PagedList(sample_context(), "Things", "all.", "things", ((1, 2), (3,)), "company")
    assert [paged.rows(number) for number in paged.numbers] == [(1, 2), (3,)]
    assert paged.last == 2
    assert paged.pager(2).rows == 3
    assert paged.head(2) == list_head(sample_context(), "Things", "all.", "things", 2, "company")
    assert paged.head(1).kind == "company"
