"""Relations that other articles hold already, proposed again where a clause names both subjects."""

from collections.abc import Iterator
from itertools import permutations

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.relations.topic_kinds import has_narrower_topic
from briefing.model.ids import SubjectId

# Two names in one clause are enough to say again whose product or part something is.
_LASTING = frozenset({"product-of", "member-of", "part-of", "owner", "supplier", "funder"})
# Of the project, policy or event that the clause is about, it says again what it names beside it.
_OF_THING = _LASTING | frozenset(
    {"located-in", "operator", "technology", "sector", "partner", "actor", "members", "announced-by", "invests-in",
     "participant"}
)  # fmt: skip


def propose_held_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of two subjects of the clause that are held already."""
    subjects = dict.fromkeys((*clause.things[:1], *clause.mentions.nouns().subjects))
    for about, value in permutations(subjects, 2):
        attribute = clause.known_data.held_claims.relation(about, value)
        # Chips beside 2 nm chips are rather the field of which the clause speaks than what is meant.
        if attribute in _repeatable(clause, about) and not has_narrower_topic(clause, value):
            yield from propose_relation(clause, about, attribute, value)


def _repeatable(clause: Clause, about: SubjectId) -> frozenset[str]:
    """Return the attributes that naming both ends is enough to say again of a subject."""
    if about == clause.thing:
        return _OF_THING
    return _LASTING
