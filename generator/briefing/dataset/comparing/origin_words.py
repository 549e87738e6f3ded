"""How many origins say a value, and in how many articles they are read, in words."""

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

from briefing.dataset.comparing.origins import Origins, cited_origins
from briefing.dataset.linked.claim_sets import articles_of
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId
from briefing.model.word_lists import join_words


def count_origins(claims: Sequence[Claim], origins: Origins) -> str:
    """Return how many origins there are in how many articles, those that nobody here has read apart."""
    cited = len(cited_origins(claims))
    if not origins.all:
        return _cited_words(claims, cited)
    witnesses = _witness_words(claims, origins)
    if not cited:
        return witnesses
    return f"{witnesses} and {_report_words(cited)} known only from being cited"


def _cited_words(claims: Iterable[Claim], cited: int) -> str:
    articles = _article_words(articles_of(claims))
    return f"{_report_words(cited)} known only from {articles} citing {_pronoun(cited)}"


def _pronoun(count: int) -> str:
    if count == 1:
        return "it"
    return "them"


def _witness_words(claims: Sequence[Claim], origins: Origins) -> str:
    """Return in how many articles and from how many origins a value is read; unknown originals are not counted on."""
    counted_origins = origins.all
    read = [claim for claim in claims if claim.origin in counted_origins]
    articles = articles_of(read)
    if len(counted_origins) == 1:
        return _words_of_origin(articles)
    if origins.independent == 1:
        return f"{_article_words(articles)}{_copies_among(read)}, no common original known"
    unsure = {claim.article for claim in read if claim.origin in origins.unknown}
    counted = f"{origins.independent} independent origins in {_article_words(articles - unsure)}"
    if not unsure:
        return counted
    return f"{counted} and {_article_words(unsure)} of unknown original"


def _words_of_origin(articles: Collection[ArticleId]) -> str:
    # An article that nobody copies says by itself where a value comes from.
    if len(articles) == 1:
        return "1 article"
    return f"1 origin in {_article_words(articles)}"


def _copies_among(claims: Iterable[Claim]) -> str:
    """Return how many of several articles are told to share an original, in brackets; nothing where none are."""
    by_origin = group_by(claims, attrgetter("origin"))
    sizes = [len(articles_of(by_origin[origin])) for origin in sorted(by_origin)]
    shared = [str(size) for size in sizes if size > 1]
    if not shared:
        return ""
    if len(shared) == 1:
        return f" ({shared[0]} of one original)"
    return f" ({join_words(shared)} of one original each)"


def _report_words(reports: int) -> str:
    return _counted(reports, "report")


def _article_words(articles: Collection[ArticleId]) -> str:
    return _counted(len(articles), "article")


def _counted(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}s"
