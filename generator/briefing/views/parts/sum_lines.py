"""How the sums of a subject stand to each other: parts, additions, overlaps; with the reason where one is given."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.linked.wording import sentence
from briefing.model.ids import SubjectId
from briefing.model.records import MoneyLine, Subject
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose, words
from briefing.views.parts.qualifiers import Detail

LINE_RELATIONS = ("part_of", "sum_of", "in_addition_to", "overlaps", "supersedes", "same_sum_as")


@dataclass(frozen=True, slots=True)
class LineNote:
    """One sum and how it stands to others."""

    label: str
    relations: tuple[Detail, ...]
    because: Prose


def view_lines(ctx: Context, subject: Subject, linker: Linker) -> tuple[LineNote, ...]:
    """Return the sums of a subject that stand in a relation to others."""
    found = ((line, line_relations(ctx, subject, line)) for line in subject.money_lines)
    return tuple(LineNote(line.label, told, linker.prose(line.because)) for line, told in found if told)


def line_relations(ctx: Context, subject: Subject, line: MoneyLine) -> tuple[Detail, ...]:
    """Return how a sum is declared to stand to others."""
    return tuple(_relations(ctx, subject, line))


def _relations(ctx: Context, subject: Subject, line: MoneyLine) -> Iterator[Detail]:
    for name in LINE_RELATIONS:
        others = line.relations.get(name, ())
        if others:
            yield Detail(ctx.labels.word("line", name), join_prose([_line(ctx, subject, one) for one in others]))


def _line(ctx: Context, subject: Subject, reference: str) -> Prose:
    """Return the name of a sum: of the subject itself, or of another one as `subject/line`."""
    owner, _, line = reference.rpartition("/")
    holder = ctx.data.subjects.get(SubjectId(owner)) if owner else subject
    if holder is None:
        return words(reference)
    label = next((one.label for one in holder.money_lines if one.id == line), sentence(line, ctx.names.spellings))
    if holder.id == subject.id:
        return words(label)
    return (PageLink(f"{holder.name.display}, {label}", ctx.page(holder.id)),)
