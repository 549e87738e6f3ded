"""Articles in the order of lists, under their names."""

from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, plain
from briefing.views.parts.article_links import (
    article_link,
    articles_of,
    brief_article_link,
    newest_first,
    publisher_link,
)
from tests.unit.views.sample import ARTICLES, article


def test_the_newest_article_comes_first_and_ids_decide_between_equals() -> None:
    twins = [article("daily-9", "daily", "2024-04-14"), *ARTICLES.values()]
    assert [article.id for article in newest_first(twins)] == ["weekly-9", "copy-1", "daily-1", "daily-9"]


def test_articles_of_claims_come_once(context: Context) -> None:
    claims = [context.data.claims[key] for key in ("daily-1#c1", "daily-1#c2", "weekly-9#c2")]
    assert [article.id for article in articles_of(context, claims)] == ["weekly-9", "daily-1"]


def test_a_row_with_a_date_needs_no_date_in_the_name(context: Context) -> None:
    assert article_link(context, "copy-1").text == "Unidentified source, April 2024"
    assert brief_article_link(context, "copy-1").text == "Unidentified source"


def test_a_publisher_is_linked_where_it_is_known(context: Context) -> None:
    assert publisher_link(context, ARTICLES["daily-1"]) == (PageLink("The Daily", "publishers/daily/index.md"),)
    assert plain(publisher_link(context, ARTICLES["copy-1"])) == "unknown publisher"
