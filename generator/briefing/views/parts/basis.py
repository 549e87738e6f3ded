"""What all of a page comes from, where that is one article or one original, and how many origins may share one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.origins import origins_of
from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.article_links import article_link, articles_of


@dataclass(frozen=True, slots=True)
class Basis:
    """The one article, or the one original, that all of a page comes from; ``grade`` is the best of its articles."""

    label: str
    articles: tuple[PageLink, ...]
    grade: str


def view_basis(context: Context, claims: Sequence[Claim]) -> Basis | None:
    """Return the one article or original that claims come from, or None where there are several."""
    articles = articles_of(context, claims)
    if not articles:
        return None
    origins = {claim.origin for claim in claims}
    # Copies of one original are one source, however many articles they are.
    if len(articles) > 1 and len(origins) > 1:
        return None
    return Basis(
        label=_basis_words(context, len(articles)),
        articles=tuple(article_link(context, article.id) for article in articles),
        # A comes before B: the least letter is the best grade.
        grade=min(article.grade.letter for article in articles),
    )


def _basis_words(context: Context, articles: int) -> str:
    if articles == 1:
        return context.labels.say("basis-article", n=articles)
    return context.labels.say("basis-original", n=articles)


def unsure_note(context: Context, claims: Iterable[Claim]) -> str:
    """Return how many origins are not counted as independent, nothing where all are."""
    count = origins_of(claims).unsure
    if not count:
        return ""
    return context.labels.say("of-them-unsure", n=count)
