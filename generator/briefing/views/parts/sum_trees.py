"""The tree of the sums of each subject."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.sum_tree import MoneyTree
from briefing.dataset.linked.sum_relations import Line, LineRelations, line_of
from briefing.model.ids import SubjectId
from briefing.routes import slug, unique_anchors
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink, Prose, join_prose
from briefing.views.parts.entries import entry_value
from briefing.views.parts.qualifiers import Detail
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


def view_tree(ctx: Context, tree: MoneyTree, entries: Entries) -> tuple[TreeGroup, ...]:
    """Return the sums of every subject that has several of them, or one that is declared to relate to others."""
    of_subject: dict[SubjectId, list[Line]] = {}
    for line in entries:
        of_subject.setdefault(line.subject, []).append(line)
    rows = {subject: _tree_rows(ctx, lines, tree.relations, entries) for subject, lines in of_subject.items()}
    wanted = [subject for subject, found in rows.items() if len(found) > 1 or any(one.relations for one in found)]
    anchors = unique_anchors(f"sums-{slug(subject)}" for subject in wanted)
    return tuple(
        TreeGroup(anchor, ctx.link(subject), rows[subject]) for subject, anchor in zip(wanted, anchors, strict=True)
    )


def _tree_rows(ctx: Context, lines: Sequence[Line], relations: LineRelations, entries: Entries) -> tuple[TreeRow, ...]:
    linker = Linker(ctx)
    return tuple(_tree_row(ctx, line, relations, entries, linker) for line in _parts_after_wholes(lines, relations))


def _parts_after_wholes(lines: Sequence[Line], relations: LineRelations) -> tuple[Line, ...]:
    """Return lines in their order, each followed by its parts; a circle has no first line and comes last."""
    here = set(lines)
    placed: dict[Line, None] = {}
    roots = [one for one in lines if not _wholes(one, relations) & here]
    stack = [*reversed([*roots, *lines])]
    while stack:
        line = stack.pop()
        if line not in placed:
            placed[line] = None
            parts = relations.parts_of.get(relations.sum_of(line), ())
            stack.extend(one for one in reversed(parts) if one in here)
    return tuple(placed)


def _wholes(line: Line, relations: LineRelations) -> frozenset[Line]:
    return relations.wholes.get(relations.sum_of(line), frozenset())


def _tree_row(ctx: Context, line: Line, relations: LineRelations, entries: Entries, linker: Linker) -> TreeRow:
    entry, subject = entries[line], ctx.data.subjects[line.subject]
    declared = money_line(subject, entry.slot)
    parts = [link_sum(ctx, one, entries) for one in relations.parts_of.get(relations.sum_of(line), ())]
    holds = (Detail(ctx.labels.word("line", "contains"), join_prose(parts)),) if parts else ()
    stage = lead_claim(entry.slot.shown).qualifier("stage") if entry.slot.shown else None
    return TreeRow(
        label=link_sum(ctx, line, entries),
        value=entry_value(ctx, entry, linker),
        stage=ctx.labels.word("stage", stage) if stage else "",
        relations=(*(line_relations(ctx, subject, declared) if declared else ()), *holds),
        because=linker.prose(declared.because if declared else None),
    )


def link_sum(ctx: Context, line: Line, entries: Entries, *, named: bool = False) -> Prose:
    """Return a link to a sum where it shows, under its label; ``named`` puts its subject before it."""
    entry = entries.get(line)
    if entry is None:
        return ctx.link(line.subject)
    label = slot_label(ctx, entry.slot)[0]
    text = f"{ctx.display(line.subject)}, {label}" if named else label
    return (PageLink(text, entry.page, entry.anchor),)


def entries_by_line(entries: Sequence[Entry]) -> dict[Line, Entry]:
    """Return the entries of sums by the line that they are about."""
    return {line_of(entry.slot): entry for entry in entries}
