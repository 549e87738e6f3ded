"""The names that pages write."""

from briefing.views.base.context import Context


def test_names_are_found_in_prose_and_articles_have_two(ctx: Context) -> None:
    assert ctx.names.in_prose.display["acme"] == "Acme"
    assert set(ctx.names.articles) == set(ctx.names.brief_articles) == set(ctx.data.articles)
    assert ctx.names.articles["copy-1"].startswith(ctx.names.brief_articles["copy-1"])
