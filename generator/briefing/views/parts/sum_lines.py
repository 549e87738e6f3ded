"""How the sums of a subject stand to each other: parts, additions, overlaps; with the reason where one is given."""

from dataclasses import dataclass

from briefing.dataset.linked.wording import sentence
from briefing.model.ids import SubjectId
from briefing.model.records import LINE_RELATIONS, MoneyLine, Subject
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose, words
from briefing.views.parts.qualifiers import Detail


@dataclass(frozen=True, slots=True)
class LineNote:
    """One sum and how it stands to others."""

    label: str
    relations: tuple[Detail, ...]
    because: Prose


def view_lines(context: Context, subject: Subject, linker: Linker) -> tuple[LineNote, ...]:
    """Return the sums of a subject that stand in a relation to others."""
    notes: list[LineNote] = []
    for line in subject.money_lines:
        relations = line_relations(context, subject, line)
        if relations:
            notes.append(LineNote(line.label, relations, linker.prose(line.because)))
    return tuple(notes)


def line_relations(context: Context, subject: Subject, line: MoneyLine) -> tuple[Detail, ...]:
    """Return how a sum is declared to stand to others."""
    details: list[Detail] = []
    for name in LINE_RELATIONS:
        references = line.relations.get(name, ())
        if references:
            related_sums = join_prose(_name_line(context, subject, reference) for reference in references)
            details.append(Detail(context.labels.word("line", name), related_sums))
    return tuple(details)


def _name_line(context: Context, subject: Subject, reference: str) -> Prose:
    """Return the name of a sum: of the subject itself, or of another one as `subject/line`."""
    # No id has a slash: what stands before one is the subject.
    owner_id, _, line_id = reference.rpartition("/")
    if not owner_id or owner_id == subject.id:
        return words(_line_label(context, subject, line_id))
    owner = context.data.subjects.get(SubjectId(owner_id))
    if owner is None:
        return words(reference)
    label = _line_label(context, owner, line_id)
    return (PageLink(f"{owner.name.display}, {label}", context.page(owner.id)),)


def _line_label(context: Context, owner: Subject, line_id: str) -> str:
    """Return what a sum of a subject is called."""
    for line in owner.money_lines:
        if line.id == line_id:
            return line.label
    # A sum that no file declares goes by the name that claims give it.
    return sentence(line_id, context.names.spellings)
