"""What the claims of one file are decoded against, and what decoding them leaves beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.decode.references.index import Index
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.model.registry import Registry


@dataclass(slots=True)
class ClaimTraces:
    """What decoding claims leaves beside them.

    ``lines`` are the sums that claims name, by subject. ``doubted`` are subjects of which a claim was
    dropped, None where it may be any: what seems to be missing there has been reported already.
    """

    lines: set[tuple[str, str]] = field(default_factory=set)
    doubted: set[str | None] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """What decoding one file's claims needs to know; ``subject`` is set for facts, ``article`` for claims."""

    holder: str
    index: Index
    registry: Registry
    articles: Mapping[ArticleId, Article]
    subject: str | None
    article: Article | None
    traces: ClaimTraces = field(default_factory=ClaimTraces)

    @property
    def cited_ids(self) -> frozenset[str]:
        """The ids of what the article cites; none for the facts of a subject."""
        if self.article is None:
            return frozenset()
        return frozenset(cited.id for cited in self.article.cites)
