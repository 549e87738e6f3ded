"""What a clause says of a project, policy or event by naming it beside others: where, whose, with whom, what for."""

import re
from collections.abc import Callable, Iterator, Mapping

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.relations.thing_places import PLANNED, propose_place
from briefing.drafting.relations.topic_kinds import has_narrower_topic, is_field
from briefing.drafting.subjects.kind_groups import STATES
from briefing.drafting.text.wording import stems
from briefing.model.ids import SubjectId

_ANNOUNCED = re.compile(r"\b(?:announc|pledg|unveil|vow|launch)\w*|発表")
_RUNS = re.compile(r"\b(?:open|launch|operat|build|offer|run|establish|expand|spend|commence|produc)\w*")
_MEETS = re.compile(
    r"\b(?:join|attend|met|meet|dinner|lunch|summit|visit|talks|speaking|said he|said she|among the attendees)\w*"
)
_MADE_THERE = stems("plant lab training")


def propose_thing_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of the likeliest project, policy or event of a clause."""
    thing = clause.thing
    if thing is None:
        return
    for propose in _PROPOSERS[clause.known_data.kind(thing)]:
        yield from propose(clause, thing)


def _propose_guests(clause: Clause, event: SubjectId) -> Iterator[Proposal]:
    """Yield the people of a clause that speaks of a meeting as participants."""
    if _MEETS.search(clause.text):
        for person in clause.of_kind("person"):
            yield from propose_relation(clause, event, "participant", person)


def _propose_company(clause: Clause, project: SubjectId) -> Iterator[Proposal]:
    """Yield the company that acts as who announced a project or runs it."""
    company = clause.agent
    if not clause.known_data.is_kind(company, "company"):
        return
    if _ANNOUNCED.search(clause.text):
        yield from propose_relation(clause, project, "announced-by", company)
    owners = clause.known_data.owners[project]
    # A project that has another company's name in its own is hardly run by this one.
    if _RUNS.search(clause.text) and company in (owners or {company}):
        yield Proposal(clause.par, project, "operator", company, _planned(clause))


def _planned(clause: Clause) -> dict[str, Field]:
    """Return the modality of what a company is to do."""
    if clause.says(PLANNED):
        return {"modality": "planned"}
    return {}


def _propose_announcer(clause: Clause, policy: SubjectId) -> Iterator[Proposal]:
    """Yield the state or body that announced a policy; a publisher only publishes what others announce."""
    if not _ANNOUNCED.search(clause.text):
        return
    announcer = clause.known_data.first_of_kind([clause.agent], *STATES)
    publishers = clause.known_data.records.publishers.values()
    if announcer not in {publisher.subject for publisher in publishers}:
        yield from propose_relation(clause, policy, "announced-by", announcer)


def _propose_project_topics(clause: Clause, project: SubjectId) -> Iterator[Proposal]:
    """Yield the technology of a plant or a laboratory, the sector of an investment."""
    attribute = "technology"
    if _MADE_THERE.isdisjoint(stems(clause.known_data.name(project))):
        attribute = "sector"
    yield from _propose_topics(clause, project, attribute)


def _propose_sectors(clause: Clause, policy: SubjectId) -> Iterator[Proposal]:
    """Yield the sectors of a policy."""
    return _propose_topics(clause, policy, "sector")


def _propose_topics(clause: Clause, thing: SubjectId, attribute: str) -> Iterator[Proposal]:
    """Yield the fields that the clause names, by ``attribute`` where no claim relates them to the thing yet."""
    for topic in clause.of_kind("topic"):
        if is_field(clause.known_data, topic) and not has_narrower_topic(clause, topic):
            held = clause.known_data.held_claims.relation(thing, topic)
            yield from propose_relation(clause, thing, held or attribute, topic)


# A policy has no place: it holds wherever those who made it govern. An event has no topics: its guests bring theirs.
_PROPOSERS: Mapping[str, tuple[Callable[[Clause, SubjectId], Iterator[Proposal]], ...]] = {
    "policy": (_propose_announcer, _propose_sectors),
    "event": (propose_place, _propose_guests),
    "project": (propose_place, _propose_company, _propose_project_topics),
}
