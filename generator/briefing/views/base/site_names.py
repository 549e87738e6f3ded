"""The names of subjects, articles and qualifiers as every page writes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.dataset.linked.name_index import Names, gather_names
from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.wording import Spellings, claim_wordings, gather_spellings
from briefing.model.ids import ArticleId
from briefing.views.base.article_names import name_articles, shorten_names
from briefing.views.labels.catalogue import Labels


@dataclass(frozen=True, slots=True)
class SiteNames:
    """How names are found in prose, how keys of the data are spelled, and what articles are called.

    ``articles`` has a name of its own for every article, ``brief_articles`` a shorter one for narrow cells.
    """

    in_prose: Names
    spellings: Spellings
    articles: Mapping[ArticleId, str]
    brief_articles: Mapping[ArticleId, str]


def gather_site_names(data: Dataset, labels: Labels) -> SiteNames:
    """Return the names of everything in the dataset."""
    articles = name_articles(data, labels)
    return SiteNames(
        in_prose=gather_names(data.subjects.values(), data.publishers.values()),
        spellings=gather_spellings(data.subjects.values(), _wordings(data)),
        articles=articles,
        brief_articles=shorten_names(data, articles, labels),
    )


def _wordings(data: Dataset) -> Iterator[str]:
    for claim in data.claims.values():
        yield from claim_wordings(claim)
