"""Dates of a clause as claims: milestones that are planned, things that were opened, held or announced."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.literals.printed_date import DateMention
from briefing.drafting.subjects.kind_groups import BODIES
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.times.milestones import (
    find_step,
    propose_end,
    propose_horizon,
    propose_milestone,
    propose_undated_milestones,
)
from briefing.drafting.times.time_proposal import find_thing, nearest_keyword, propose_time
from briefing.model.ids import SubjectId

_APPROVED = r"\bapproved\b|承認した"
_ANNOUNCED = r"\b(?:announced|pledged|unveiled|vowed|agreed)\b|発表した"
# The special before the general: what was opened had been announced, too.
_ACTS = Keywords(
    (
        ("opened", r"\b(?:opened|inaugurated)\b|開所した|開業した"),
        ("launched", r"\blaunched\b|開始した"),
        ("founded", r"\b(?:founded|established|set up) (?:in|on)\b|設立"),
        ("approved", _APPROVED),
        ("announced", _ANNOUNCED),
        (
            "held",
            r"\b(?:summit|dinner|lunch|visit|meeting|event|conference|forum|hike|rate rise|talks)\b|会談|会合|訪問",
        ),
    )
)
_OF_SPEECH = re.compile(r"\b(?:said|told \w+|stated|added)(?: in an? \w+)?,? $")
_VERIFIED = r"verified|checked"
# A line that prints the article's own date has hardly any other words.
_BYLINE_WORDS = 7


def propose_dates(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every date of the clause that a step or an act belongs to, and steps without a date."""
    points = [date for date in clause.dates if not date.span and not _is_of_speech(clause, date)]
    for date in points:
        yield from _propose_date(clause, date)
    if not points:
        yield from propose_undated_milestones(clause)


def propose_publication(clause: Clause, publisher: SubjectId | None) -> Iterator[Proposal]:
    """Yield the date of the article itself, where a short line prints it and its publisher has a page."""
    if publisher is None or len(clause.sentence.text.split()) > _BYLINE_WORDS:
        return
    for date in clause.dates:
        # A date that was counted back from the publication would always fit it.
        if date.literal == clause.context.publication.text and not date.how:
            yield Proposal(clause.par, publisher, "date", date.literal, {"measure": _publication_measure(clause)})


def _publication_measure(clause: Clause) -> str:
    """Return which of its own dates an article prints: that of its last check, or the first."""
    if clause.says(_VERIFIED):
        return "article-last-verified"
    return "article-published"


def _is_of_speech(clause: Clause, date: DateMention) -> bool:
    """Tell whether a date only says when somebody spoke: "said on Wednesday that it would open in May".

    What was approved or announced that day keeps it.
    """
    if not _OF_SPEECH.search(clause.text_before(date.start)):
        return False
    return not clause.says(f"{_APPROVED}|{_ANNOUNCED}")


def _propose_date(clause: Clause, date: DateMention) -> Iterator[Proposal]:
    """Yield what one date says: the step that is planned for it, else an end, an act, or by when a plan runs."""
    step = find_step(clause, date)
    if step is not None:
        yield from propose_milestone(clause, date, step)
        return
    yield from propose_end(clause, date)
    # Nothing was done "by" a date: it is the end of something that goes on.
    if date.opener == "by":
        yield from propose_horizon(clause, date)
    else:
        yield from _propose_act(clause, date)


def _propose_act(clause: Clause, date: DateMention) -> Iterator[Proposal]:
    """Yield what was done on a date, of the thing that it was done to."""
    act = nearest_keyword(clause, date, _ACTS)
    about = _subject_of_act(clause, act)
    if act is not None and about is not None:
        yield propose_time(clause, about, "date", date, {"measure": act})


def _subject_of_act(clause: Clause, act: str | None) -> SubjectId | None:
    """Return what was opened, held or founded."""
    # Companies and bodies are founded, events held; projects, policies and events all the rest.
    if act == "founded":
        return clause.known_data.first_of_kind([clause.agent], *BODIES)
    if act == "held":
        return find_thing(clause, "event")
    return find_thing(clause, "project", "policy", "event")
