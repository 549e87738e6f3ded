"""Subjects in a ring by kind, numbered in the order of the ring, and the lines and arrows between them."""

from collections.abc import Iterable

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.pictures.charts import Group, Ring
from briefing.views.pictures.relation_edges import Edge, subject_node


def view_ring(context: Context, subjects: Iterable[SubjectId], edges: Iterable[Edge]) -> Ring:
    """Return the ring of ``subjects``; ``edges`` join no others."""
    groups: list[Group] = []
    numbers: dict[SubjectId, int] = {}
    for label, members in _group_by_kind(context, subjects):
        groups.append(Group(label, tuple(subject_node(context, member) for member in members)))
        for member in members:
            numbers[member] = len(numbers)
    # Several relations may go along one line: each line and each arrow is drawn once.
    lines: dict[tuple[int, int], None] = {}
    arrows: dict[tuple[int, int], None] = {}
    for edge in edges:
        start, end = (numbers[subject] for subject in edge.ends)
        lines[min(start, end), max(start, end)] = None
        if not edge.mutual:
            arrows[start, end] = None
    return Ring(tuple(groups), tuple(lines), tuple(arrows))


def _group_by_kind(context: Context, subjects: Iterable[SubjectId]) -> list[tuple[str, list[SubjectId]]]:
    """Return the label and the subjects of each kind that has any, kinds as in the registry, subjects by name."""
    by_kind: dict[str, list[SubjectId]] = {}
    for subject in sorted(subjects, key=lambda subject: (context.display(subject).casefold(), subject)):
        by_kind.setdefault(context.kind(subject).name, []).append(subject)
    # A kind without subjects here has no stretch of the ring.
    kinds = context.data.registry.kinds.values()
    return [(kind.label_plural, by_kind[kind.name]) for kind in kinds if kind.name in by_kind]
