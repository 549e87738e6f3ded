"""What became of the briefing as events of feeds, from its history: substance alone, oldest first."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.dataset.operations import Beginning, Operation, OperationKind
from briefing.model.ids import ClaimKey
from briefing.routes import HOME
from briefing.views.base.context import Context
from briefing.views.base.tokens import words
from briefing.views.parts.article_events import OF_CLAIMS, tell_articles
from briefing.views.parts.feed_entry import Event
from briefing.views.parts.question_events import DISPUTES, tell_answer, tell_decision, tell_dispute


def tell_history(context: Context) -> Iterator[Event]:
    """Yield an event for each thing of substance that history tells; none where nothing tells."""
    if context.history is None:
        return
    yield _tell_beginning(context, context.history.began)
    for _, operations in groupby(context.history.operations, lambda operation: operation.commit):
        yield from _tell_commit(context, [operation for operation in operations if operation.substance])


def _tell_beginning(context: Context, began: Beginning) -> Event:
    title = context.labels.say("feed-began", briefing=context.data.briefing.name.en)
    line = words(context.labels.count("feed-claims", began.claims))
    return Event(("began",), began.day, title, (line,), HOME, "", ())


def _tell_commit(context: Context, operations: list[Operation]) -> Iterator[Event]:
    """Yield what one commit did, what is told of many claims at once last."""
    new_claims = _claims_of(operations, (OperationKind.CLAIM_ADDED,))
    disputed = _claims_of(operations, DISPUTES)
    for operation in operations:
        if operation.kind in DISPUTES:
            yield tell_dispute(context, operation)
        elif _stands_alone(operation, new_claims, disputed):
            tell = tell_decision if operation.kind is OperationKind.JUDGED else tell_answer
            yield tell(context, operation)
    for kind in OF_CLAIMS:
        yield from tell_articles(context, kind, operations)


def _claims_of(operations: Iterable[Operation], kinds: Iterable[OperationKind]) -> set[ClaimKey]:
    wanted = frozenset(kinds)
    claims: set[ClaimKey] = set()
    for operation in operations:
        if operation.kind in wanted:
            claims.update(operation.claims)
    return claims


def _stands_alone(operation: Operation, new_claims: set[ClaimKey], disputed: set[ClaimKey]) -> bool:
    """Tell whether an operation on a question is an event of its own, and not told with another one."""
    match operation.kind:
        case OperationKind.SHOWN_CHANGED:
            # What a new claim says where nothing was said before is told with its article.
            return operation.was is not None or new_claims.isdisjoint(operation.claims)
        case OperationKind.JUDGED:
            # A decision that settles a dispute is told with it.
            return disputed.isdisjoint(operation.claims)
    return operation.kind is OperationKind.OUTCOME
