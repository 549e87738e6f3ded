"""What a clause says of a project, policy or event by naming it beside others: where, whose, with whom, what for."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.subject_mentions import Mention
from briefing.drafting.topic_kinds import has_narrower_topic, is_field
from briefing.drafting.wording import stems
from briefing.model.ids import SubjectId

_IN_PLACE = re.compile(r"\b(?:in|on|at|across) (?:the )?(?:\w+ ){0,1}$")
_OF_PEOPLE = re.compile(
    r"(?:-based)? (?:\w+ )?(?:prime|president|minister|firms?|compan|giant|investors?|executives?|business|universit|"
    r"ceos?|and)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\b(?:announc|pledg|unveil|vow|launch)\w*|発表")
_RUNS = re.compile(r"\b(?:open|launch|operat|build|offer|run|establish|expand|spend|commence|produc)\w*")
_MEETS = re.compile(
    r"\b(?:join|attend|met|meet|dinner|lunch|summit|visit|talks|speaking|said he|said she|among the attendees)\w*"
)
_EVENT_BEHIND = re.compile(r" (?:dinner|summit|lunch)")
_PLANNED = r"\b(?:plans?|planning|will|intends?|intentions?|to invest)\b"
_IN_THIS_COUNTRY = r"in the (?:country|nation)|the nation[’']s"
_MADE_THERE = stems("plant lab training")


def propose_thing_relations(clause: Clause) -> Iterator[Proposal]:
    """Yield the relations of the likeliest project, policy or event of a clause."""
    thing = clause.thing
    if thing is None:
        return
    match clause.known_data.kind(thing):
        case "policy":
            yield from _propose_announcer(clause, thing)
            yield from _propose_topics(clause, thing, "sector")
        case "event":
            yield from _propose_place(clause, thing)
            yield from _propose_guests(clause, thing)
        case _:
            yield from _propose_place(clause, thing)
            yield from _propose_company(clause, thing)
            yield from _propose_topics(clause, thing, _project_attribute(clause, thing))


def _propose_place(clause: Clause, thing: SubjectId) -> Iterator[Proposal]:
    place = _named_place(clause, thing) or _main_place(clause)
    if place is not None:
        yield Proposal(clause.par, thing, "located-in", place)


def _named_place(clause: Clause, thing: SubjectId) -> SubjectId | None:
    # "In Osaka" is surer than "Japanese", which may belong to another noun.
    for place in sorted(clause.mentions.of_kind("place"), key=lambda mention: mention.adjective):
        if _is_place_of(clause, place, thing):
            return place.subject
    return None


def _is_place_of(clause: Clause, place: Mention, thing: SubjectId) -> bool:
    behind = clause.text_behind(place.end)
    if place.adjective:
        return not _OF_PEOPLE.match(behind)
    if _IN_PLACE.search(clause.text_before(place.start)):
        return True
    return clause.known_data.is_kind(thing, "event") and bool(_EVENT_BEHIND.match(behind))


def _main_place(clause: Clause) -> SubjectId | None:
    """Return the country that the whole text is about, where the clause seems to speak of something in it."""
    is_meant = clause.says(_PLANNED) or clause.says(_IN_THIS_COUNTRY)
    if is_meant and clause.known_data.is_kind(clause.main_subject, "place"):
        return clause.main_subject
    return None


def _propose_guests(clause: Clause, event: SubjectId) -> Iterator[Proposal]:
    if _MEETS.search(clause.text):
        for person in clause.of_kind("person"):
            yield Proposal(clause.par, event, "participant", person)


def _propose_company(clause: Clause, project: SubjectId) -> Iterator[Proposal]:
    """Yield the company that acts as who announced a project or runs it."""
    company = clause.agent
    if not clause.known_data.is_kind(company, "company"):
        return
    if _ANNOUNCED.search(clause.text):
        yield Proposal(clause.par, project, "announced-by", company)
    owners = clause.known_data.owners[project]
    # A project that has another company's name in its own is hardly run by this one.
    is_own = not owners or company in owners
    if is_own and _RUNS.search(clause.text):
        yield Proposal(clause.par, project, "operator", company, _planned(clause))


def _planned(clause: Clause) -> dict[str, Field]:
    if clause.says(_PLANNED):
        return {"modality": "planned"}
    return {}


def _propose_announcer(clause: Clause, policy: SubjectId) -> Iterator[Proposal]:
    if clause.agent and _ANNOUNCED.search(clause.text) and _speaks_for_itself(clause, clause.agent):
        yield Proposal(clause.par, policy, "announced-by", clause.agent)


def _speaks_for_itself(clause: Clause, agent: SubjectId) -> bool:
    """Tell whether a state or body announces its own; a publisher only publishes what others announce."""
    publishers = clause.known_data.records.publishers.values()
    if agent in {publisher.subject for publisher in publishers}:
        return False
    return clause.known_data.is_kind(agent, "organization", "place")


def _project_attribute(clause: Clause, project: SubjectId) -> str:
    """Return what a topic is to a project: the technology of a plant, the sector of an investment."""
    if _MADE_THERE.isdisjoint(stems(clause.known_data.name(project))):
        return "sector"
    return "technology"


def _propose_topics(clause: Clause, thing: SubjectId, attribute: str) -> Iterator[Proposal]:
    """Yield the fields that the clause names, by ``attribute`` where no claim relates them to the thing yet."""
    for topic in clause.of_kind("topic"):
        if is_field(clause.known_data, topic) and not has_narrower_topic(clause, topic):
            held = clause.known_data.held_claims.relation(thing, topic)
            yield Proposal(clause.par, thing, held or attribute, topic)
