"""The conflicts of a subject that the briefing's editors have not decided."""

from briefing.dataset.linked.records import Conflict
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context


def open_conflicts(context: Context, subject: SubjectId) -> list[Conflict]:
    """Return what is still open about a subject, in the order of the list of conflicts."""
    # Explained and settled conflicts have an answer of the editors and stay in the list with it.
    return [conflict for conflict in context.findings.by_subject.get(subject, ()) if conflict.status == "open"]
