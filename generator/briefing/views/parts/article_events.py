"""What one commit brought, put right or took back of one source, as one event of feeds: nobody wants sixty of them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from briefing.dataset.operations import Operation, OperationKind
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId, SubjectId
from briefing.routes import HOME, PagePath, article_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, join_prose, words
from briefing.views.parts.feed_entry import Event

OF_CLAIMS: Mapping[OperationKind, str] = {
    OperationKind.CLAIM_ADDED: "feed-added",
    OperationKind.CLAIM_CHANGED: "feed-changed",
    OperationKind.CLAIM_WITHDRAWN: "feed-withdrawn",
}
"""The operations on claims, with the labels of their entries."""
_NAMED = 5
"""Subjects that an event names at most."""
_DERIVED = {"rank"}
"""What a claim has by those beside it: where it stands among them."""


def tell_articles(context: Context, kind: OperationKind, operations: Iterable[Operation]) -> Iterator[Event]:
    """Yield an event for each article of which a commit added, changed or withdrew claims."""
    of_kind = [operation for operation in operations if operation.kind is kind and _is_own_change(operation)]
    for article, group in group_by(of_kind, lambda operation: _article_of(context, operation)).items():
        yield _tell_article(context, kind, article, group)


def _is_own_change(operation: Operation) -> bool:
    # Which value is shown instead is an event by itself.
    return any(change.field not in _DERIVED for change in operation.fields) or not operation.fields


def _article_of(context: Context, operation: Operation) -> ArticleId:
    (key,) = operation.claims
    claim = context.data.claims.get(key)
    return claim.article if claim else ArticleId(key.partition("#")[0])


def _tell_article(context: Context, kind: OperationKind, article: ArticleId, group: tuple[Operation, ...]) -> Event:
    about = tuple(sorted(set(chain.from_iterable(operation.about for operation in group))))
    keys = sorted(chain.from_iterable(operation.claims for operation in group))
    changes = chain.from_iterable(map(_changed_fields, group))
    name = context.names.articles.get(article, article)
    return Event(
        parts=(kind, article, *keys, *sorted(changes)),
        day=group[0].day,
        title=context.labels.say(OF_CLAIMS[kind], article=name),
        lines=(_line(context, len(keys), about),),
        page=_page(context, article),
        anchor="",
        about=about,
    )


def _changed_fields(operation: Operation) -> list[str]:
    return [f"{change.field}={change.now or ''}" for change in operation.fields]


def _line(context: Context, claims: int, about: tuple[SubjectId, ...]) -> Prose:
    """Return how many claims there are, and about whom."""
    named = [context.link(subject) for subject in about[:_NAMED]]
    if len(about) > _NAMED:
        named.append(words(context.labels.say("feed-others", n=len(about) - _NAMED)))
    return words(context.labels.count("feed-claims", claims) + ": ") + join_prose(named)


def _page(context: Context, article: ArticleId) -> PagePath:
    if article not in context.data.articles:
        return HOME
    return article_page(article)
