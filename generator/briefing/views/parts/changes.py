"""Changes as rows of lists: whom they are about, which question, what it was and what it is now, and who says so."""

import re
from dataclasses import dataclass

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.diff import FieldChange
from briefing.dataset.operations import Operation, OperationKind
from briefing.model.dates import parse_date
from briefing.model.ids import SubjectId
from briefing.model.malformed import Malformed
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import Text
from briefing.routes import list_page, week_folder
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose, mark_japanese, words
from briefing.views.parts.change_entries import ChangeEntry, told_fields
from briefing.views.parts.findings import conflict_page
from briefing.views.parts.questions import question_of
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import SourceRef, refs_of_keys
from briefing.views.parts.values import value_prose

_DENIED = "not "
_CLAIMS = 3
"""References that a row has at most."""
_SUBJECT_FIELDS = frozenset({"payee", "payer", "speaker"})
_PLACE = re.compile(r"\{(\w+)\}")
_FORMS = {
    OperationKind.SHOWN_CHANGED: "change-shown",
    OperationKind.DISPUTE_OPENED: "change-opened",
    OperationKind.DISPUTE_REOPENED: "change-reopened",
    OperationKind.DISPUTE_SETTLED: "change-settled",
    OperationKind.JUDGED: "change-judged",
    OperationKind.OUTCOME: "change-outcome",
}
"""The labels of rows; where there is nothing before or after, `-new` or `-gone` stands behind them."""
_SAID = {OperationKind.CLAIM_ADDED: "change-said-new", OperationKind.CLAIM_WITHDRAWN: "change-said-gone"}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: its day, whom it is about, the question, and what it comes to in words."""

    day: str
    about: Prose
    question: Prose
    text: Prose
    sources: tuple[SourceRef, ...]


def view_change(context: Context, entry: ChangeEntry, own: SubjectId | None = None) -> ChangeRow:
    """Return one change as a row; ``own`` is the subject on whose page it stands, which need not be named there."""
    operation = entry.operation
    about, question = _about(context, operation, own), _question(context, operation)
    # What is told of several claims at once is about none of their questions.
    if entry.others:
        about = question = ()
    return ChangeRow(
        day=day_label(operation.day.isoformat()),
        about=about,
        question=question,
        text=_text(context, operation) + _others(context, entry.others),
        sources=refs_of_keys(context, operation.claims[:_CLAIMS]),
    )


def day_label(day: str) -> str:
    """Return a day or a span of days, as data write it, for readers."""
    date = parse_date(day)
    assert not isinstance(date, Malformed)
    return date.label


def week_link(week: str, text: str) -> PageLink:
    """Return the link to what changed in a week."""
    return PageLink(text, list_page(week_folder(week)))


def _others(context: Context, count: int) -> Prose:
    if not count:
        return ()
    return words(context.labels.say("change-others", n=count))


def _about(context: Context, operation: Operation, own: SubjectId | None) -> Prose:
    return join_prose(context.link(subject) for subject in operation.about if subject != own)


def _question(context: Context, operation: Operation) -> Prose:
    """Return the question that a change is about, with the way to it where it is still asked."""
    if operation.question is not None:
        return _slot(context, operation.question)
    conflict = context.changes.conflicts.get(frozenset(operation.claims))
    if conflict is None:
        return ()
    return (PageLink(question_of(context, conflict), conflict_page(context, conflict.key), conflict.key),)


def _slot(context: Context, question: SlotKey) -> Prose:
    slot = context.changes.slots.get(question)
    if slot is None:
        attribute = context.data.registry.attributes.get(question.attribute)
        return words(attribute.label if attribute else question.attribute)
    label = ", ".join(filter(None, slot_label(context, slot)))
    return (PageLink(label, *locate_slot(context, slot)),)


# ---- what it comes to


def _text(context: Context, operation: Operation) -> Prose:
    if operation.kind is OperationKind.CLAIM_CHANGED:
        return join_prose((_field(context, operation, change) for change in told_fields(operation)), "; ")
    if operation.kind in _SAID:
        # A list of members, such as partners, has no value beside them.
        members = join_prose(context.link(subject) for subject in operation.about)
        value = _printed(context, operation, operation.was or operation.now) or members
        return fill(context.labels.say(_SAID[operation.kind]), said=value)
    form = _FORMS[operation.kind] + _suffix(operation.was, operation.now)
    was = _printed(context, operation, operation.was)
    now = _printed(context, operation, operation.now)
    return fill(context.labels.say(form), was=was, now=now)


def _suffix(was: str | None, now: str | None) -> str:
    if was is None:
        return "-new"
    if now is None:
        return "-gone"
    return ""


def _field(context: Context, operation: Operation, change: FieldChange) -> Prose:
    field = words(context.labels.word("changed", change.field))
    was, now = change.was or "", change.now or ""
    if change.field == "value":
        values = {
            "was": literal_prose(context, operation.question, was),
            "now": literal_prose(context, operation.question, now),
        }
    else:
        values = {"was": _named(context, change.field, was), "now": _named(context, change.field, now)}
    return fill(context.labels.say("change-field" + _suffix(change.was, change.now)), field=field, **values)


def _named(context: Context, field: str, text: str) -> Prose:
    """Return a field as printed; a rank in our words, and the id of a subject as that subject."""
    if not text:
        return ()
    if field == "rank":
        return words(context.labels.word("rank", text))
    return context.link(SubjectId(text)) if field in _SUBJECT_FIELDS else words(text)


def _printed(context: Context, operation: Operation, text: str | None) -> Prose:
    """Return a value for readers; the status of a dispute and the state of a plan are words already."""
    if text is None:
        return ()
    if operation.conflict or operation.kind in (OperationKind.JUDGED, OperationKind.OUTCOME):
        return words(text)
    return literal_prose(context, operation.question, text)


def literal_prose(context: Context, question: SlotKey | None, literal: str) -> Prose:
    """Return a literal of the time as readers see it; what is none any longer as it was written."""
    attribute = context.data.registry.attributes.get(question.attribute) if question else None
    if attribute is None or not literal:
        return words(literal)
    if literal.startswith(_DENIED):
        return words(context.labels.say("denied") + " ") + literal_prose(
            context, question, literal.removeprefix(_DENIED)
        )
    value = parse_value_as(attribute.values, literal)
    match value:
        case Malformed() | Text():
            return mark_japanese(literal)
    return value_prose(context, value, Linker(context))


def fill(form: str, **parts: Prose) -> Prose:
    """Return a label whose places, such as `{was}`, are filled with prose."""
    prose: Prose = ()
    # Between the names of the places stands what is there in any case.
    for number, piece in enumerate(_PLACE.split(form)):
        prose += parts[piece] if number % 2 else words(piece)
    return prose
