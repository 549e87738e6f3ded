"""The list of sources, with what is only cited."""

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.source_list import view_sources
from tests.unit.views.sample import sample


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def test_sources_list_what_is_only_cited(context: Context) -> None:
    (page,) = view_sources(context)
    assert [row.link.text for row in page.rows] == ["Acme", "Unidentified source", "The Daily"]
    assert [(plain(source.cited.title), source.article.text) for source in page.cited] == [("Acme plans", "The Daily")]
