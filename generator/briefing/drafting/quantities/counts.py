"""Counts as claims: jobs, plants, inhabitants, and the years since something was last done."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.quantities.quantity_proposal import propose_quantity
from briefing.drafting.subjects.kind_groups import MEASURED
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.wording import slug
from briefing.model.ids import SubjectId

_POPULATION_BEFORE = re.compile(r"population (?:of|is|was|stands at) $")
_POPULATION_BEHIND = re.compile(r"[^.]{0,20}\bpopulation")
_STAFF = re.compile(r"train|teach|hire|recruit|employ")
_TRAINEES = re.compile(r"train|teach")
_FIRST = re.compile(r"\bfirst ([a-z ]{3,40}?) in $")
# A wish is less than a plan, and counts where words for both stand near.
_AHEAD = Keywords(
    (
        ("aim", r"\b(?:wants?|aims?|hopes?|seeks?) to\b|目指"),
        ("planned", r"\b(?:will|(?:plans?|expects?|intends?) to)\b"),
    ),
    re.NOFLAG,
)
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
        return propose_quantity(clause, figure, place, "count", {"measure": "population"})
    if _POPULATION_BEHIND.match(behind) or _STAFF.search(before):
        fields: dict[str, Field] = {"measure": _staff_measure(figure, before), **_modality(before)}
        return propose_quantity(clause, figure, likeliest(clause.thing, clause.agent), "count", fields)
    # The surest first: the adjective is a part of what is counted, the nearest name only stands by.
    about = likeliest(
        _country_within(clause, figure),
        clause.thing,
        clause.last_thing,
        _topic_before(clause, figure),
        clause.nearest(figure.start, *MEASURED),
    )
    return propose_quantity(clause, figure, about, "count", {"measure": slug(figure.noun)})


def propose_gap(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of "its first visit in nine years": a count of years between two events."""
    first = _FIRST.search(clause.text_before(figure.start))
    # Other stretches of time are no counts: "within three years" is read as a date.
    if first is None:
        return
    about = likeliest(_event_of_sentence(clause), clause.thing)
    yield from propose_quantity(clause, figure, about, "count", {"measure": f"{slug(first[1])}-gap"})


def _staff_measure(figure: Figure, before: str) -> str:
    """Return what people are counted as: those who are employed, those who learn, or as the text calls them."""
    # "Employs 20,000 people" counts a staff; "will hire 300 engineers" counts engineers.
    if "employ" in before and figure.noun.endswith("people"):
        return "employees"
    if _TRAINEES.search(before):
        return "trainees"
    return slug(figure.noun)


def _modality(before: str) -> dict[str, Field]:
    """Return the modality of what is still to come, by the words right before it."""
    modality = _AHEAD.first(before[-_NEAR_BEFORE:])
    if modality is None:
        return {}
    return {"modality": modality}


def _country_within(clause: Clause, figure: Figure) -> SubjectId | None:
    """Return the country of "30 Japanese companies"."""
    adjectives = clause.sentence_mentions.adjectives().starting_from(figure.start)
    return adjectives.starting_before(figure.end + 1).first_subject


def _topic_before(clause: Clause, figure: Figure) -> SubjectId | None:
    """Return the topic that the sentence opened with."""
    return clause.sentence_mentions.of_kind("topic").ending_by(figure.start - 1).first_subject


def _event_of_sentence(clause: Clause) -> SubjectId | None:
    """Return the event that the whole sentence speaks of."""
    scored = clause.known_data.likely_things(clause.sentence.text, clause.present)
    likely = (thing for score, thing in scored if score >= _EVENT_SCORE)
    return clause.known_data.first_of_kind(likely, "event")
