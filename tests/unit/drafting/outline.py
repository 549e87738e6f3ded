"""Proposals in short, for tests to compare with."""

from collections.abc import Callable, Iterable

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal

ReadClauses = Callable[[str], list[Clause]]
Claim = tuple[str, str, str | None, dict[str, Field]]
"""Whom a proposal is about, its attribute, its value and its fields."""
Relation = tuple[str, str, str]


def claims(proposals: Iterable[Proposal]) -> list[Claim]:
    return [(proposal.about, proposal.attribute, proposal.value, dict(proposal.fields)) for proposal in proposals]


def claims_of(clauses: Iterable[Clause], propose: Callable[[Clause], Iterable[Proposal]]) -> list[Claim]:
    """Return what a finder proposes of every clause."""
    return [claim for clause in clauses for claim in claims(propose(clause))]


def relations_of(clauses: Iterable[Clause], propose: Callable[[Clause], Iterable[Proposal]]) -> list[Relation]:
    """Return the relations that a finder proposes of every clause, without their fields."""
    return [(about, attribute, str(value)) for about, attribute, value, _ in claims_of(clauses, propose)]
