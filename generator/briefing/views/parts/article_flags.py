"""What readers must know about the record of an article."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.records import Article
from briefing.views.base.context import Context

_REVIEWS = {"machine-reviewed": "machine-reviewed", "draft": "draft-article"}


"""What is said of the articles that no person has reviewed."""


_DRAFTS = {"draft": "draft-article"}


def review_flag(ctx: Context, article: Article) -> str:
    """Return what a reader must know about the state of an article's record, nothing where all is well."""
    return "; ".join(_flags(ctx, article, _REVIEWS))


def row_flag(ctx: Context, article: Article) -> str:
    """Return the same for a row among others; what a machine reviewed is told once for them all."""
    return "; ".join(_flags(ctx, article, _DRAFTS))


def _flags(ctx: Context, article: Article, reviews: Mapping[str, str]) -> Iterator[str]:
    if article.review in reviews:
        yield ctx.labels.say(reviews[article.review])
    if article.status != "current":
        yield article_status(ctx, article)


def machine_note(ctx: Context, articles: Iterable[Article]) -> str:
    """Return which of the articles of a page were reviewed by machine only, nothing where none was."""
    shown = tuple(articles)
    found = [one for one in shown if one.review == "machine-reviewed"]
    if not found:
        return ""
    if len(found) == len(shown):
        return ctx.labels.say("machine-reviewed-one" if len(shown) == 1 else "machine-reviewed-all")
    return ctx.labels.say("machine-reviewed-some", articles=", ".join(ctx.names.articles[one.id] for one in found))


def article_status(ctx: Context, article: Article) -> str:
    """Return what became of an article that does not stand as it appeared, and why."""
    word = ctx.labels.word("article-status", article.status)
    return f"{word}: {article.status_reason}" if article.status_reason else word
