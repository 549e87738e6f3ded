"""Counts as claims: jobs, plants, inhabitants, and the years since something was last done."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.printed_figure import Figure
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.quantity_proposal import ASKED, TO_NAME, propose_quantity
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId

_POPULATION_BEFORE = re.compile(r"population (?:of|is|was|stands at) $")
_POPULATION_BEHIND = re.compile(r"[^.]{0,20}\bpopulation")
_STAFF = re.compile(r"train|teach|hire|recruit|employ")
_TRAINEES = re.compile(r"train|teach")
_FIRST = re.compile(r"\bfirst ([a-z ]{3,40}?) in $")
_AIM = re.compile(r"\b(?:wants?|aims?|hopes?|seeks?) to\b|目指")
_PLAN = re.compile(r"\b(?:will|(?:plans?|expects?|intends?) to)\b")
# Letters before a figure in which "will" or "aims to" governs it, and behind it in which its noun may go on.
_NEAR_BEFORE, _NEAR_BEHIND = 40, 30
# From this score on a sentence speaks of an event; a gap in years mostly follows its name at once.
_EVENT_SCORE = 0.5


def propose_count(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of a count: a population, people who work or learn somewhere, or other things."""
    before = clause.text_before(figure.start)
    behind = clause.text_behind(figure.end)[:_NEAR_BEHIND]
    if _POPULATION_BEFORE.search(before):
        place = clause.sentence_mentions.of_kind("place").ending_by(figure.start).last_subject
        yield from propose_quantity(clause, figure, place, "count", {"measure": "population"})
    elif _POPULATION_BEHIND.match(behind) or _STAFF.search(before):
        fields: dict[str, Field] = {"measure": _staff_measure(figure, before), **_modality(before)}
        yield from propose_quantity(clause, figure, clause.thing or clause.agent, "count", fields)
    else:
        about = _adjective_within(clause, figure) or _thing_or_last(clause, figure)
        about = about or clause.nearest(figure.start, *ASKED)
        yield from propose_quantity(clause, figure, about, "count", {"measure": slug(figure.noun) or TO_NAME})


def propose_gap(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of "its first visit in nine years": a count of years between two events."""
    first = _FIRST.search(clause.text_before(figure.start))
    if first:
        about = _event_of_sentence(clause) or clause.thing
        yield from propose_quantity(clause, figure, about, "count", {"measure": f"{slug(first[1])}-gap"})


def _staff_measure(figure: Figure, before: str) -> str:
    if "employ" in before and figure.noun.endswith("people"):
        return "employees"
    if _TRAINEES.search(before):
        return "trainees"
    return slug(figure.noun)


def _modality(before: str) -> dict[str, Field]:
    """Return the modality of what is still to come, by the words right before it."""
    near = before[-_NEAR_BEFORE:]
    if _AIM.search(near):
        return {"modality": "aim"}
    if _PLAN.search(near):
        return {"modality": "planned"}
    return {}


def _adjective_within(clause: Clause, figure: Figure) -> SubjectId | None:
    """Return the country of "30 Japanese companies"."""
    within = clause.sentence_mentions.starting_from(figure.start).starting_before(figure.end + 1)
    return next((mention.subject for mention in within if mention.adjective), None)


def _thing_or_last(clause: Clause, figure: Figure) -> SubjectId | None:
    """Return the thing of the clause, else the one before, else the topic that the sentence opened with."""
    topics = clause.sentence_mentions.of_kind("topic").ending_by(figure.start - 1)
    return clause.thing or clause.last_thing or topics.first_subject


def _event_of_sentence(clause: Clause) -> SubjectId | None:
    """Return the event that the whole sentence speaks of."""
    for score, thing in clause.known_data.likely_things(clause.sentence.text, clause.present):
        if score >= _EVENT_SCORE and clause.known_data.is_kind(thing, "event"):
            return thing
    return None
