"""Sizes of plants as claims: nanometres, megawatts, hectares."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.quantities.quantity_proposal import propose_quantity
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.drafting.text.wording import slug

_PLANNED = re.compile(r"\b(?:aim|plan(?!t)|will|slated|project(?:ed|s) (?:for|to))", re.IGNORECASE)


def propose_capacity(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of a size about the project that the clause, or the text before it, speaks of."""
    project = clause.known_data.first_of_kind((*clause.things, clause.last_thing), "project")
    about = likeliest(project, clause.nearest(figure.start, "project", "company"))
    fields: dict[str, Field] = {"measure": _measure(figure)}
    if _PLANNED.search(clause.text):
        fields["modality"] = _modality(clause)
    yield from propose_quantity(clause, figure, about, "capacity", fields)


def _measure(figure: Figure) -> str:
    """Return what a size measures, by its unit."""
    # In the chip trade nanometres name a generation of processes, not a length.
    if figure.literal.endswith(" nm"):
        return "process-node"
    return slug(figure.noun)


def _modality(clause: Clause) -> str:
    """Return how firm a planned size is."""
    if clause.says(r"\baim"):
        return "aim"
    return "planned"
