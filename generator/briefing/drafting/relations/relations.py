"""Relations between subjects of one clause: told by the words between them, or held already and said again."""

from collections.abc import Callable, Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.held_relations import propose_held_relations
from briefing.drafting.relations.neighbour_relations import propose_nationalities, propose_neighbours
from briefing.drafting.relations.partner_relations import propose_partners
from briefing.drafting.relations.phrase_relations import propose_investors, propose_members, propose_phrases
from briefing.drafting.relations.thing_relations import propose_thing_relations

# Of one relation that two of them find, the first counts, and the order of the draft is this one.
_FINDERS: tuple[Callable[[Clause], Iterator[Proposal]], ...] = (
    propose_nationalities,
    propose_partners,
    propose_neighbours,
    propose_phrases,
    propose_members,
    propose_thing_relations,
    propose_held_relations,
    propose_investors,
)


def propose_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of a clause, each once and in one direction."""
    seen: set[tuple[str, str, str]] = set()
    for proposal in _find_all(clause):
        value = str(proposal.value)
        forward = (proposal.attribute, proposal.about, value)
        backward = (proposal.attribute, value, proposal.about)
        # A relation said both ways round is one claim.
        if value == proposal.about or not seen.isdisjoint((forward, backward)):
            continue
        seen.add(forward)
        yield proposal


def _find_all(clause: Clause) -> Iterator[Proposal]:
    """Yield whatever any finder proposes, repetitions included."""
    for finder in _FINDERS:
        yield from finder(clause)
