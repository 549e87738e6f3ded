"""The page of a publisher, and publishers in their list."""

import pytest

from briefing.model.ids import PublisherId
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.publisher import view_publisher
from briefing.views.pages.publisher_list import view_publishers
from tests.unit.views.sample import sample


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def test_publishers_show_grade_articles_and_who_cites_them(context: Context) -> None:
    page = view_publisher(context, PublisherId("weekly"))
    assert page.head.full_title == "Acme as a publisher"
    assert (page.grade, plain(page.subject)) == ("C", "Acme")
    assert [(citing.article.text, citing.titles) for citing in page.cited_in] == [("The Daily", ("Acme plans",))]
    (publishers,) = view_publishers(context)
    assert [(row.link.text, row.articles, row.cited) for row in publishers.rows] == [
        ("Acme", 1, 1),
        ("The Daily", 1, 0),
    ]
