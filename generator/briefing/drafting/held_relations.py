"""Relations that other articles hold already, proposed again where a clause names both subjects."""

from collections.abc import Iterator
from itertools import permutations

from briefing.drafting.clause import Clause
from briefing.drafting.proposal import Proposal
from briefing.drafting.topic_kinds import has_narrower_topic
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
    thing = clause.things[:1]
    subjects = dict.fromkeys((*thing, *clause.mentions.nouns().subjects))
    for about, value in permutations(subjects, 2):
        attribute = clause.known_data.held_claims.relation(about, value)
        if attribute is not None and _is_said_again(clause, about, value, attribute):
            yield Proposal(clause.par, about, attribute, value)


def _is_said_again(clause: Clause, about: SubjectId, value: SubjectId, attribute: str) -> bool:
    if attribute not in _OF_THING:
        return False
    if attribute not in _LASTING and about != clause.thing:
        return False
    return not (clause.known_data.is_kind(value, "topic") and has_narrower_topic(clause, value))
