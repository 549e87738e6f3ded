"""References that articles name, which are known only through those articles."""

from dataclasses import dataclass

from briefing.model.records import Citation
from briefing.routes import publisher_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, WebLink, mark_japanese, words


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A reference that an article names; ``title`` and ``published`` are empty where the article does not say."""

    publisher: Prose
    title: Prose
    published: str
    address: WebLink | None


def view_citation(context: Context, citation: Citation) -> CitedRow:
    """Return a reference that an article names."""
    return CitedRow(
        publisher=_publisher(context, citation),
        title=mark_japanese(citation.title or ""),
        published=citation_date(citation),
        address=_original(context, citation),
    )


def citation_date(citation: Citation) -> str:
    """Return when what is cited was published, nothing where the article does not say."""
    if citation.published is None:
        return ""
    return citation.published.label


def _original(context: Context, citation: Citation) -> WebLink | None:
    # Articles seldom give an address, and none is looked up for them.
    if not citation.url:
        return None
    return WebLink(context.labels.say("original"), citation.url)


def _publisher(context: Context, citation: Citation) -> Prose:
    # What is cited may be by a publisher that has no record here.
    publisher = context.publisher(citation.publisher)
    if publisher is None:
        return words(context.labels.say("publisher-unknown"))
    return (PageLink(publisher.name.display, publisher_page(publisher.id)),)
