"""The page of the search leads to every list, for those without scripts."""

from dataclasses import replace

from briefing.model.ids import SubjectId
from briefing.views.base.context import open_context
from briefing.views.search.search_page import view_search_page
from tests.unit.views.sample import link, sample_context, subjects


def test_the_lists_hold_every_page() -> None:
    page = view_search_page(sample_context())
    assert [link.text for link in page.indexes] == [
        "Companies", "Projects", "People", "Places", "Events", "Articles", "Publishers", "Timeline", "Money",
        "Where sources differ", "Sources",
    ]  # fmt: skip


def test_kana_are_explained_only_where_names_are_japanese() -> None:
    bolt = replace(subjects()[SubjectId("bolt")])
    english = open_context(link({bolt.id: bolt}, []))
    assert "kana" in view_search_page(sample_context()).note
    assert "kana" not in view_search_page(english).note
    assert "Japanese" not in view_search_page(english).head.description
