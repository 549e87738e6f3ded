"""Articles by origin, publisher and citation."""

from briefing.views.base.context import Context


def test_articles_are_found_by_what_they_come_from(context: Context) -> None:
    assert [article.id for article in context.articles.by_origin["agency-1"]] == ["copy-1", "daily-1"]
    assert [article.id for article in context.articles.by_publisher["daily"]] == ["daily-1"]
    assert [article.id for article in context.articles.citing["weekly"]] == ["daily-1"]


def test_a_claim_from_a_fact_file_counts_for_its_article(context: Context) -> None:
    assert "acme#f1" in [claim.key for claim in context.articles.claims["weekly-9"]]
