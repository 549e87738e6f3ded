"""Which page of its article a claim stands on: the article's own as long as there is room, then further ones.

Claims stand in the order of the article's paragraphs, and pages are split by what claims weigh.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId, ClaimKey
from briefing.model.records import Article, Summary
from briefing.routes import PagePath, article_page, claim_anchor
from briefing.views.base.paging import LINK_WEIGHT, split_by_weight, weigh_claim, weigh_text

_ROW_WEIGHT = 60
_AFTER_ALL = (10**6, 0)
"""A paragraph behind the last of any article."""


@dataclass(frozen=True, slots=True)
class ArticlePages:
    """The claims of every article page by page, and the page of each claim that its article's own has no room for."""

    parts: Mapping[ArticleId, tuple[tuple[Claim, ...], ...]]
    further: Mapping[ClaimKey, PagePath]

    def locate(self, claim: Claim) -> tuple[PagePath, str]:
        """Return the page and anchor of a claim."""
        page = self.further.get(claim.key) or article_page(claim.article)
        return page, claim_anchor(claim.key, claim.article)


def find_article_pages(data: Dataset) -> ArticlePages:
    """Return the pages of all articles of the dataset; an article without claims has one."""
    claims_of = group_by(data.claims.values(), lambda claim: claim.article)
    parts: dict[ArticleId, tuple[tuple[Claim, ...], ...]] = {}
    further: dict[ClaimKey, PagePath] = {}
    for name, article in data.articles.items():
        parts[name] = _split_claims(article, claims_of.get(name, ()))
        for number, claims in enumerate(parts[name][1:], 2):
            further.update(dict.fromkeys((claim.key for claim in claims), article_page(name, number)))
    return ArticlePages(parts, further)


def _split_claims(article: Article, claims: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], ...]:
    # What the first page says of the article itself takes of its room, and so counts as its first row.
    rows: list[Article | Claim] = [article, *sorted(claims, key=_reading_order)]
    pages = split_by_weight(rows, _weigh)
    return tuple(tuple(row for row in page if isinstance(row, Claim)) for page in pages)


def _reading_order(claim: Claim) -> tuple[tuple[int, int], str, int, str]:
    # What stands in no numbered paragraph comes after all that does.
    return claim.par or _AFTER_ALL, claim.holder, claim.order, claim.key


def _weigh(row: Article | Claim) -> int:
    if isinstance(row, Article):
        return _weigh_article(row)
    corrected = len(row.corrects.claims) if row.corrects else 0
    return _ROW_WEIGHT + weigh_claim(row) + LINK_WEIGHT * corrected


def _weigh_article(article: Article) -> int:
    """Return what the page of an article weighs without its claims."""
    weight = weigh_text(article.note) + _weigh_summary(article.summary)
    weight += sum(weigh_text(exclusion.why) for exclusion in article.exclude)
    return weight + sum(LINK_WEIGHT + weigh_text(citation.title) for citation in article.cites)


def _weigh_summary(summary: Summary | None) -> int:
    if summary is None:
        return 0
    points = sum(LINK_WEIGHT * len(point.claims) + weigh_text(point.text) for point in summary.points)
    return points + sum(map(weigh_text, summary.limits)) + weigh_text(summary.bottom_line)
