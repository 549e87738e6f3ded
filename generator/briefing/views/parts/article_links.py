"""Links to articles and to their publishers, and the order in which lists show articles."""

from collections.abc import Iterable

from briefing.dataset.comparing.group_order import day_of
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.routes import article_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, words


def articles_of(context: Context, claims: Iterable[Claim]) -> tuple[Article, ...]:
    """Return the articles that carry the claims, newest first."""
    ids = {claim.article for claim in claims}
    return newest_first(context.data.articles[article] for article in ids)


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return articles by date of publication, the newest first."""
    return tuple(sorted(articles, key=_newest_first))


def _newest_first(article: Article) -> tuple[int, str]:
    # By id where several appeared on one day, so that nothing else decides.
    return -day_of(article.published).toordinal(), article.id


def article_link(context: Context, article: ArticleId) -> PageLink:
    """Return the link to an article under its short name."""
    return PageLink(context.names.articles[article], article_page(article))


def brief_article_link(context: Context, article: ArticleId) -> PageLink:
    """Return the link to an article in a row that has its date, so that the name need not."""
    return PageLink(context.names.brief_articles[article], article_page(article))


def publisher_link(context: Context, article: Article) -> Prose:
    """Return the publisher of an article, as a link where it is known."""
    publisher = context.publisher(article.publisher)
    if publisher is None:
        return words(context.labels.say("publisher-unknown"))
    return (PageLink(publisher.name.display, publisher_page(publisher.id)),)
