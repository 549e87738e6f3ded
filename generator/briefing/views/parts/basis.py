"""The one article or original of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.confidence import origins_of
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


def view_basis(ctx: Context, claims: Sequence[Claim]) -> Basis | None:
    """Return the one article or original that claims come from, or None where there are several."""
    articles = articles_of(ctx, claims)
    if not articles or (len(articles) > 1 and len(_origins(claims)) > 1):
        return None
    label = "basis-article" if len(articles) == 1 else "basis-original"
    links = tuple(article_link(ctx, one.id) for one in articles)
    return Basis(ctx.labels.say(label, n=len(articles)), links, min(one.grade.letter for one in articles))


def _origins(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.origin for claim in claims)


def unsure_note(ctx: Context, claims: Iterable[Claim]) -> str:
    """Return how many origins are not counted as independent, nothing where all are."""
    count = origins_of(claims).unsure
    return ctx.labels.say("of-them-unsure", n=count) if count else ""
