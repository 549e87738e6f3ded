"""Who is related to whom in the whole briefing: subjects in a ring by kind, joined by their relations."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model.ids import SubjectId
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import words
from briefing.views.pictures.charts import Group, Ring
from briefing.views.pictures.picture import LEAST_MARKS, Picture, PictureData, PictureText, compose_picture
from briefing.views.pictures.relation_edges import (
    EDGE_FIELDS,
    Edge,
    claims_of_edges,
    edge_record,
    edges_of,
    node_prose,
    subject_node,
)

MOST_NODES = 120
"""So many names are drawn along the ring, those with the most relations; a note counts the others."""


def view_network_picture(ctx: Context, page: PagePath) -> Picture | None:
    """Return the picture of all subjects that are related to another one, or None for fewer than two relations."""
    edges = _all_edges(ctx)
    relation_counts = _count_relations(edges)
    subjects = _most_related(relation_counts)
    shown = [edge for edge in edges if subjects.issuperset(edge.ends)]
    if len(shown) < LEAST_MARKS:
        return None
    return compose_picture(
        ctx,
        page,
        "network",
        _ring(ctx, subjects, shown),
        _text(ctx, relations=len(shown), shown=len(subjects), related=len(relation_counts)),
        _data(ctx, shown),
        claims_of_edges(shown),
    )


def _all_edges(ctx: Context) -> list[Edge]:
    """Return the relations between two subjects, each once."""
    edges: list[Edge] = []
    for subject in ctx.data.subjects:
        edges.extend(edge for edge in edges_of(ctx, subject) if _is_listed_here(edge))
    return edges


def _is_listed_here(edge: Edge) -> bool:
    """Tell whether a list of all relations has this one at this end: that of the claim, or the first by id."""
    relation = edge.relation
    if relation.other is None or relation.inverse:
        return False
    # A claim about several subjects belongs to all of them alike.
    is_shared = len(relation.slot.about) > 1
    return not (is_shared and relation.other < relation.subject)


def _count_relations(edges: Iterable[Edge]) -> Counter[SubjectId]:
    counts: Counter[SubjectId] = Counter()
    for edge in edges:
        counts.update(edge.ends)
    return counts


def _most_related(counts: Counter[SubjectId]) -> frozenset[SubjectId]:
    # Not most_common: of subjects with equally many relations the first by id stays, so that builds agree.
    ranked = sorted(counts, key=lambda subject: (-counts[subject], subject))
    return frozenset(ranked[:MOST_NODES])


def _ring(ctx: Context, subjects: Iterable[SubjectId], edges: Sequence[Edge]) -> Ring:
    groups: list[Group] = []
    numbers: dict[SubjectId, int] = {}
    for label, members in _group_by_kind(ctx, subjects):
        groups.append(Group(label, tuple(subject_node(ctx, member) for member in members)))
        for member in members:
            numbers[member] = len(numbers)
    arrows = [(numbers[start], numbers[end]) for start, end in (edge.ends for edge in edges)]
    directed = [arrow for edge, arrow in zip(edges, arrows, strict=True) if not edge.mutual]
    return Ring(tuple(groups), _without_direction(arrows), tuple(dict.fromkeys(directed)))


def _without_direction(arrows: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return one line for each pair of nodes, however many relations go along it."""
    return tuple(dict.fromkeys((min(arrow), max(arrow)) for arrow in arrows))


def _group_by_kind(ctx: Context, subjects: Iterable[SubjectId]) -> list[tuple[str, list[SubjectId]]]:
    """Return the label and the subjects of each kind that has any, kinds as in the registry, subjects by name."""
    by_kind: dict[str, list[SubjectId]] = {}
    for subject in sorted(subjects, key=lambda subject: (ctx.display(subject).casefold(), subject)):
        by_kind.setdefault(ctx.kind(subject).name, []).append(subject)
    kinds = ctx.data.registry.kinds.values()
    return [(kind.label_plural, by_kind[kind.name]) for kind in kinds if kind.name in by_kind]


def _text(ctx: Context, *, relations: int, shown: int, related: int) -> PictureText:
    notes = [ctx.labels.say("network-note")]
    if related > shown:
        notes.append(ctx.labels.say("network-capped", n=related - shown))
    alone = len(ctx.data.subjects) - related
    if alone:
        notes.append(ctx.labels.say("network-alone", n=alone))
    return PictureText(
        ctx.labels.say("network-picture"),
        ctx.labels.say("network-said", subjects=shown, relations=relations),
        tuple(words(note) for note in notes),
    )


def _data(ctx: Context, edges: Sequence[Edge]) -> PictureData:
    columns = ("subject", "relation", "with")
    return PictureData(
        columns=tuple(ctx.labels.say(column) for column in columns),
        rows=tuple((ctx.link(edge.subject), words(edge.label), node_prose(edge.node)) for edge in edges),
        fields=EDGE_FIELDS,
        records=tuple(edge_record(edge) for edge in edges),
    )
