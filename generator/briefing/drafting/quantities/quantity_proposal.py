"""A figure as a claim: its value as printed, and the subjects that it may be about."""

from collections.abc import Iterator, Mapping

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.subjects.kind_groups import MEASURED
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.model.ids import SubjectId

TO_NAME = "to-be-named"
"""Where an editor writes what is measured."""


def propose_quantity(
    clause: Clause, figure: Figure, about: SubjectId | None, attribute: str, fields: Mapping[str, Field]
) -> Iterator[Proposal]:
    """Yield the claim of a figure about a subject, or about the main one of the text; none where there is neither."""
    target = likeliest(about, clause.main_subject)
    if target is None:
        return
    nearest = clause.nearest(figure.start, *MEASURED)
    alternatives = dict.fromkeys(filter(None, (*clause.things[:2], nearest)))
    # A doubt between a subject and itself is none.
    alternatives.pop(target, None)
    yield Proposal(clause.par, target, attribute, figure.literal, {**fields, **_wording(figure)}, tuple(alternatives))


def _wording(figure: Figure) -> Mapping[str, Field]:
    """Return the words of a figure that is printed without digits, so that "half" is not shown as "50 %"."""
    if any(map(str.isdigit, figure.wording)):
        return {}
    return {"said": {"value": figure.wording}}
