"""Where a project or event of a clause is."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.relations.relation_proposal import propose_relation
from briefing.drafting.subjects.subject_mentions import Mention, likeliest
from briefing.model.ids import SubjectId

PLANNED = r"\b(?:plans?|planning|will|intends?|intentions?|to invest)\b"
"""Words of what is still to come."""
_IN_PLACE = re.compile(r"\b(?i:in|on|at|across) (?:the )?(?:\w+ ){0,1}$")
# What a Japanese minister or firm does is not therefore done in Japan.
_OF_PEOPLE = re.compile(
    r"(?:-based)? (?:\w+ )?(?:prime|president|minister|firms?|compan|giant|investors?|executives?|business|universit|"
    r"ceos?|and)",
    re.IGNORECASE,
)
_EVENT_BEHIND = re.compile(r" (?:dinner|summit|lunch)")
_IN_THIS_COUNTRY = r"in the (?:country|nation)|the nation[’']s"


def propose_place(clause: Clause, thing: SubjectId) -> Iterator[Proposal]:
    """Yield the place that the clause, or else the whole text, gives a project or event."""
    place = likeliest(_named_place(clause, thing), _main_place(clause))
    yield from propose_relation(clause, thing, "located-in", place)


def _named_place(clause: Clause, thing: SubjectId) -> SubjectId | None:
    """Return the first place of the clause at which the thing seems to be."""
    # "In Osaka" is surer than "Japanese", which may belong to another noun.
    places = clause.mentions.of_kind("place")
    ranked = (*places.nouns(), *places.adjectives())
    return next((place.subject for place in ranked if _is_place_of(clause, place, thing)), None)


def _is_place_of(clause: Clause, place: Mention, thing: SubjectId) -> bool:
    """Tell whether the words around a place say that the thing is there."""
    behind = clause.text_behind(place.end)
    if place.adjective:
        return not _OF_PEOPLE.match(behind)
    if _IN_PLACE.search(clause.text_before(place.start)):
        return True
    # "The Kyoto summit" is held in Kyoto; "the Kyoto plant" may be named after a company.
    return clause.known_data.is_kind(thing, "event") and bool(_EVENT_BEHIND.match(behind))


def _main_place(clause: Clause) -> SubjectId | None:
    """Return the country that the whole text is about, where the clause seems to speak of something in it."""
    if not clause.says(f"{PLANNED}|{_IN_THIS_COUNTRY}"):
        return None
    return clause.known_data.first_of_kind([clause.main_subject], "place")
