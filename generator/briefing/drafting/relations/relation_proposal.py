"""A relation of two subjects as a claim."""

from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.model.ids import SubjectId


def propose_relation(
    clause: Clause, about: SubjectId | None, attribute: str | None, value: SubjectId | None
) -> Iterator[Proposal]:
    """Yield a relation; none where an end or the attribute is missing, or where both ends are one subject."""
    # "Japan" twice in a sentence is no relation of Japan to itself.
    if about is None or attribute is None or value in (None, about):
        return
    yield Proposal(clause.par, about, attribute, value)
