"""The heads of pages."""

from briefing.views.base.head import Head, with_distinct_titles
from briefing.views.base.tokens import Words


def test_pages_with_one_title_are_told_apart_by_their_address() -> None:
    heads = [Head("companies/a/index.md", "A", "A", "one"), Head("topics/a/index.md", "A", "A", "two")]
    assert [head.full_title for head in with_distinct_titles(heads)] == ["A (companies/a)", "A (topics/a)"]


def test_a_description_that_two_pages_share_begins_with_the_title() -> None:
    heads = [Head("a.md", "A", "A", "same"), Head("b.md", "B", "B", "same"), Head("c.md", "C", "C", "own")]
    assert [head.description for head in with_distinct_titles(heads)] == ["A: same", "B: same", "own"]


def test_a_heading_marks_its_japanese() -> None:
    assert Head("a.md", "Acme 日本", "A", "").heading == (Words("Acme "), Words("日本", "ja"))
