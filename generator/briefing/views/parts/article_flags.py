"""What readers must know about an article: who has reviewed its record, and whether it still stands."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.records import Article
from briefing.views.base.context import Context

_REVIEWS = {"machine-reviewed": "machine-reviewed", "draft": "draft-article"}


"""What is said of the articles that no person has reviewed."""


# Beside a row stands only what sets it apart: what a machine reviewed is said once for the page.
_DRAFTS = {"draft": "draft-article"}


def review_flag(context: Context, article: Article) -> str:
    """Return what a reader must know about the state of an article's record, nothing where all is well."""
    return "; ".join(_flags(context, article, _REVIEWS))


def row_flag(context: Context, article: Article) -> str:
    """Return the same for a row among others; what a machine reviewed is told once for them all."""
    return "; ".join(_flags(context, article, _DRAFTS))


def _flags(context: Context, article: Article, reviews: Mapping[str, str]) -> Iterator[str]:
    if article.review in reviews:
        yield context.labels.say(reviews[article.review])
    if article.status != "current":
        yield article_status(context, article)


def machine_note(context: Context, articles: Iterable[Article]) -> str:
    """Return which of the articles of a page were reviewed by machine only, nothing where none was."""
    on_page = tuple(articles)
    by_machine = [article for article in on_page if article.review == "machine-reviewed"]
    if not by_machine:
        return ""
    if len(by_machine) < len(on_page):
        names = ", ".join(context.names.articles[article.id] for article in by_machine)
        return context.labels.say("machine-reviewed-some", articles=names)
    if len(on_page) > 1:
        return context.labels.say("machine-reviewed-all")
    return context.labels.say("machine-reviewed-one")


def article_status(context: Context, article: Article) -> str:
    """Return what became of an article that does not stand as it appeared, and why."""
    # The reason is in the words of whoever keeps the record.
    word = context.labels.word("article-status", article.status)
    if not article.status_reason:
        return word
    return f"{word}: {article.status_reason}"
