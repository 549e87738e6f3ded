"""What the words of a clause seem to be about."""

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.statements.speech import Speaker
from briefing.drafting.subjects.kind_groups import BODIES
from briefing.model.ids import SubjectId

_Subjects = tuple[SubjectId, ...]


def rank_statement_subjects(clause: Clause, speaker: Speaker, *, official: bool) -> tuple[SubjectId, ...]:
    """Return what words may be about: what the clause opens with, a place before a thing, else the main subject.

    ``official`` speakers, who hold an office of state, speak of plans rather than of their country.
    """
    named = clause.mentions.nouns().not_of_kind("person").without(speaker.subject)
    # A company is mostly named as who acts, and seldom what the words are about.
    clear = named.not_of_kind(*BODIES).subjects
    things = clause.known_data.of_kind(clause.things[:1], "project", "policy")
    whole = filter(None, (clause.subject_matter, clause.main_subject))
    first = _first_subjects(clause, speaker, clear, things, official=official)
    return tuple(dict.fromkeys((*first, *things, *clear, *named.subjects, *whole)))


def _first_subjects(
    clause: Clause, speaker: Speaker, clear: _Subjects, things: _Subjects, *, official: bool
) -> _Subjects:
    """Return what is likelier meant than all that the clause names."""
    # Officials speak of what they have decided; others are asked about the state of a country.
    if official or not speaker.speaks:
        return things or _plan_or_field(clause)
    if clause.known_data.is_kind(clause.main_subject, "place"):
        return (clause.main_subject,)
    return clause.known_data.of_kind(clear, "place")[:1]


def _plan_or_field(clause: Clause) -> _Subjects:
    """Return what the text is about where judgements can be about it: a plan or a field, but no single plant."""
    return clause.known_data.of_kind([clause.subject_matter], "policy", "topic")
