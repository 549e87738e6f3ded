"""The names that pages write."""

from briefing.views.base.context import Context


def test_names_are_found_in_prose_and_articles_have_two(context: Context) -> None:
    assert context.names.in_prose.display["acme"] == "Acme"
    assert set(context.names.articles) == set(context.names.brief_articles) == set(context.data.articles)
    assert context.names.articles["copy-1"].startswith(context.names.brief_articles["copy-1"])
