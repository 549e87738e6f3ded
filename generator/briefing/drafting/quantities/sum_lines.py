"""Names of sums, by which those of several articles are compared: a field, a year, or the whole."""

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.subjects.held_claims import Precedent
from briefing.drafting.text.wording import slug
from briefing.model.ids import SubjectId

_WHOLE = "total"


def name_line(clause: Clause, about: SubjectId, figure: Figure, precedent: Precedent | None) -> str:
    """Return a name for the sum: that of the held one, its field where the clause has one, else the whole."""
    held = _held_line(about, precedent)
    field = _nearest_field(clause, about, figure)
    return held or field or _whole_or_year(clause, about)


def _held_line(about: SubjectId, precedent: Precedent | None) -> str | None:
    """Return the name of the same sum in another article."""
    if precedent is None or precedent.about != about:
        return None
    # Other articles' sums of the same thing are compared by it.
    return precedent.claim.qualifier("line")


def _nearest_field(clause: Clause, about: SubjectId, figure: Figure) -> SubjectId | None:
    """Return the topic nearest to a sum that the subject has a line of its own for."""
    # The lines that a plan declares are its own fields, by the ids of their topics.
    lines = {line.id for line in clause.known_data.records.subjects[about].money_lines}
    topics = clause.mentions.of_kind("topic")
    ranked = sorted(topics, key=lambda topic: (abs(topic.start - figure.start), topic.subject))
    return next((topic.subject for topic in ranked if topic.subject in lines), None)


def _whole_or_year(clause: Clause, about: SubjectId) -> str:
    """Return the name of a sum that no field of its own tells from others."""
    # A plan has one total; what a company or country pays has one by year.
    if clause.known_data.is_kind(about, "project", "policy"):
        return _WHOLE
    literals = filter(None, (date.literal for date in clause.dates))
    # An interval such as "../2030" makes the same id as its year.
    return slug(next(literals, _WHOLE)) or _WHOLE
