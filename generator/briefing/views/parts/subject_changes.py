"""What changed on the page of a subject: the newest few changes, and the way to all others."""

from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.routes import CHANGES, list_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.change_entries import select_changes
from briefing.views.parts.changes import ChangeRow, view_change

_ROWS = 5


@dataclass(frozen=True, slots=True)
class SubjectChanges:
    """The newest changes of substance; ``reworded`` says how much only changed its wording."""

    rows: tuple[ChangeRow, ...]
    reworded: str
    rest: PageLink | None


def view_subject_changes(context: Context, subject: SubjectId) -> SubjectChanges:
    """Return the changes of a subject; without a history there are none."""
    changes = select_changes(context.changes.by_subject.get(subject, ()))
    if not changes.entries:
        return SubjectChanges((), "", None)
    left_out = len(changes.entries) - _ROWS
    label = context.labels.say("more-changes", n=left_out) if left_out > 0 else context.labels.say("all-changes")
    reworded = context.labels.say("changes-reworded", n=changes.reworded) if changes.reworded else ""
    rows = tuple(view_change(context, entry, subject) for entry in changes.entries[:_ROWS])
    return SubjectChanges(rows, reworded, PageLink(label, list_page(CHANGES)))
