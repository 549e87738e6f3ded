"""What happened to one question as an event of feeds: another value, a dispute, a decision, the outcome of a plan."""

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import named_fields
from briefing.dataset.operations import Operation, OperationKind
from briefing.model.ids import SubjectId
from briefing.model.word_lists import join_words
from briefing.routes import HOME, PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, join_prose, plain, words
from briefing.views.parts.changes import literal_prose
from briefing.views.parts.feed_entry import Event
from briefing.views.parts.findings import conflict_page
from briefing.views.parts.questions import question_answered, question_of
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import refs_of_keys

DISPUTES = {
    OperationKind.DISPUTE_OPENED: "feed-dispute-opened",
    OperationKind.DISPUTE_REOPENED: "feed-dispute-reopened",
    OperationKind.DISPUTE_SETTLED: "feed-dispute-settled",
}
"""The operations on disputes, with the labels of their entries."""
_QUESTIONS = {
    OperationKind.SHOWN_CHANGED: ("feed-shown", "feed-shown-first", "feed-gone"),
    OperationKind.OUTCOME: ("feed-outcome", "feed-outcome", "feed-outcome-gone"),
}
"""The labels of what became something else, came, and is gone."""


def tell_answer(context: Context, operation: Operation) -> Event:
    """Return the event of a value that is shown, or of an outcome of a plan, that is another than before."""
    question = operation.question
    assert question is not None, "each of both is about one question"
    title = context.labels.say(
        _label(operation),
        subject=_names(context, question.about),
        what=_what(context, question),
        was=_words(context, operation, question, operation.was),
        now=_words(context, operation, question, operation.now),
    )
    page, anchor = _locate(context, question)
    parts = (operation.kind, permanent_key(question), operation.was or "", operation.now or "")
    return Event(parts, operation.day, title, _lines(context, operation), page, anchor, operation.about)


def _what(context: Context, question: SlotKey) -> str:
    """Return what a question is called beside the name of its subject."""
    slot = context.changes.slots.get(question)
    if slot is not None:
        return slot_label(context, slot)[0]
    attribute = context.data.registry.attributes.get(question.attribute)
    label = attribute.label if attribute else question.attribute
    return ", ".join([label, *named_fields(question.key).values()])


def _label(operation: Operation) -> str:
    changed, came, gone = _QUESTIONS[operation.kind]
    if operation.now is None:
        return gone
    return came if operation.was is None else changed


def _words(context: Context, operation: Operation, question: SlotKey, literal: str | None) -> str:
    if literal is None:
        return ""
    if operation.kind is OperationKind.OUTCOME:
        return context.labels.word("event", literal)
    return plain(literal_prose(context, question, literal))


def tell_decision(context: Context, operation: Operation) -> Event:
    """Return the event of a judgement that is new, says something else, or was taken back."""
    key = "feed-judged" if operation.now else "feed-unjudged"
    page, anchor = _subject_page(context, operation.about), ""
    asked = _names(context, operation.about)
    if operation.question is not None:
        page, anchor = _locate(context, operation.question)
        asked = _question(context, operation.question) or asked
    parts = (operation.kind, *operation.about, *operation.claims, operation.was or "", operation.now or "")
    title = context.labels.say(key, question=asked)
    return Event(parts, operation.day, title, _lines(context, operation), page, anchor, operation.about)


def _question(context: Context, question: SlotKey) -> str:
    """Return a question in words; nothing where no claim answers it any longer."""
    slot = context.changes.slots.get(question)
    if slot is None:
        return ""
    return question_answered(context, slot)


def tell_dispute(context: Context, operation: Operation) -> Event:
    """Return the event of a dispute that was opened, reopened or settled."""
    conflict = context.findings.by_key.get(operation.conflict or "")
    subject = _names(context, operation.about)
    if conflict is None:
        title = context.labels.say("feed-dispute-gone", subject=subject)
        page, anchor = _subject_page(context, operation.about), ""
    else:
        title = context.labels.say(DISPUTES[operation.kind], question=question_of(context, conflict))
        page, anchor = conflict_page(context, conflict.key), conflict.key
    parts = (operation.kind, operation.conflict or "", operation.was or "", operation.now or "")
    lines = _lines(context, operation)
    return Event(parts, operation.day, title, lines, page, anchor, operation.about, is_dispute=True)


# ---- what all have


def _names(context: Context, subjects: tuple[SubjectId, ...]) -> str:
    return join_words([plain(context.link(subject)) for subject in subjects], context.labels.say("and"))


def _lines(context: Context, operation: Operation) -> tuple[Prose, ...]:
    """Return where to read on: the subjects, and the sources, by name, since not every reader shows the authors."""
    subjects = join_prose([context.link(subject) for subject in operation.about])
    refs = join_prose([(ref.link,) for ref in refs_of_keys(context, operation.claims)])
    label = words(context.labels.say("sources") + ": ")
    return tuple(line for line in (subjects, label + refs if refs else ()) if line)


def _locate(context: Context, question: SlotKey) -> tuple[PagePath, str]:
    slot = context.changes.slots.get(question)
    if slot is None:
        return _subject_page(context, question.about), ""
    return locate_slot(context, slot)


def _subject_page(context: Context, about: tuple[SubjectId, ...]) -> PagePath:
    """Return the page of the first subject that still has one."""
    for subject in about:
        if subject in context.data.subjects:
            return context.page(subject)
    return HOME
