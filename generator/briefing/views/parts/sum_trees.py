"""The tree of the sums of each subject: every sum after what contains it, with its relations to others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.comparing.sum_tree import MoneyTree
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.model.grouping import group_by
from briefing.model.ids import SubjectId
from briefing.model.records import MoneyLine
from briefing.routes import slug, unique_anchors
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink, Prose, join_prose
from briefing.views.parts.entries import entry_value
from briefing.views.parts.qualifiers import Detail, stage_label
from briefing.views.parts.slot_labels import money_line, slot_label
from briefing.views.parts.sum_lines import line_relations
from briefing.views.parts.values import lead_claim

Entries = Mapping[Line, Entry]


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One sum of a subject and how it stands to others; without relations nothing is recorded."""

    label: Prose
    value: Prose
    stage: str
    relations: tuple[Detail, ...]
    because: Prose


@dataclass(frozen=True, slots=True)
class TreeGroup:
    """The sums of one subject, parts after their whole."""

    anchor: str
    subject: Prose
    rows: tuple[TreeRow, ...]


def entries_by_line(entries: Sequence[Entry]) -> dict[Line, Entry]:
    """Return the entries of sums by the line that they are about."""
    return {line_of(entry.slot): entry for entry in entries}


def view_tree(context: Context, tree: MoneyTree, entries: Entries) -> tuple[TreeGroup, ...]:
    """Return the sums of every subject that has several of them, or one that is declared to relate to others."""
    # Every subject has rows of its own, so that names are linked anew in each.
    rows_of: dict[SubjectId, tuple[TreeRow, ...]] = {}
    for subject, lines in group_by(entries, lambda line: line.subject).items():
        rows = _view_rows(context, lines, tree.relations, entries)
        # A single sum without relations is no tree.
        if len(rows) > 1 or rows[0].relations:
            rows_of[subject] = rows
    anchors = unique_anchors(f"sums-{slug(subject)}" for subject in rows_of)
    groups: list[TreeGroup] = []
    for anchor, (subject, rows) in zip(anchors, rows_of.items(), strict=True):
        groups.append(TreeGroup(anchor, context.link(subject), rows))
    return tuple(groups)


def _view_rows(
    context: Context, lines: Sequence[Line], relations: LineRelations, entries: Entries
) -> tuple[TreeRow, ...]:
    linker = Linker(context)
    return tuple(_view_row(context, line, relations, entries, linker) for line in _parts_after_wholes(lines, relations))


def _parts_after_wholes(lines: Sequence[Line], relations: LineRelations) -> tuple[Line, ...]:
    """Return lines in their order, each followed by its parts."""
    of_subject = set(lines)
    roots = [line for line in lines if of_subject.isdisjoint(_wholes(line, relations))]
    placed: dict[Line, None] = {}
    # Sums that contain each other in a circle have no root: they come after all that have one.
    stack = [*reversed([*roots, *lines])]
    while stack:
        line = stack.pop()
        if line in placed:
            continue
        placed[line] = None
        parts = relations.parts_of.get(relations.sum_of(line), ())
        stack.extend(part for part in reversed(parts) if part in of_subject)
    return tuple(placed)


def _wholes(line: Line, relations: LineRelations) -> frozenset[Line]:
    return relations.wholes.get(relations.sum_of(line), frozenset())


def _view_row(context: Context, line: Line, relations: LineRelations, entries: Entries, linker: Linker) -> TreeRow:
    entry = entries[line]
    declared = money_line(context.data.subjects[line.subject], entry.slot)
    row = TreeRow(
        label=link_sum(context, line, entries),
        value=entry_value(context, entry, linker),
        stage=_shown_stage(context, entry),
        relations=_view_relations(context, line, declared, relations, entries),
        because=(),
    )
    if declared is None:
        return row
    # The reason comes last: a linker links a name where it first stands.
    return replace(row, because=linker.prose(declared.because))


def _shown_stage(context: Context, entry: Entry) -> str:
    if entry.slot.shown is None:
        return ""
    return stage_label(context, lead_claim(entry.slot.shown))


def _view_relations(
    context: Context, line: Line, declared: MoneyLine | None, relations: LineRelations, entries: Entries
) -> tuple[Detail, ...]:
    """Return what a sum is declared to be to others, and the parts that declare it their whole."""
    details: list[Detail] = []
    if declared:
        details.extend(line_relations(context, context.data.subjects[line.subject], declared))
    parts = relations.parts_of.get(relations.sum_of(line), ())
    if parts:
        links = join_prose(link_sum(context, part, entries) for part in parts)
        details.append(Detail(context.labels.word("line", "contains"), links))
    return tuple(details)


def link_sum(context: Context, line: Line, entries: Entries, *, named: bool = False) -> Prose:
    """Return a link to a sum where it shows, under its label; ``named`` puts its subject before it."""
    entry = entries.get(line)
    # A sum of which no value stands is shown nowhere.
    if entry is None:
        return context.link(line.subject)
    text, _ = slot_label(context, entry.slot)
    if named:
        text = f"{context.display(line.subject)}, {text}"
    return (PageLink(text, entry.page, entry.anchor),)
