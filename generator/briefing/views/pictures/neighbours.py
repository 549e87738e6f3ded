"""What a subject is related to: its neighbours, grouped by relation."""

from collections.abc import Sequence

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.pictures.charts import Group, Neighbours, Node
from briefing.views.pictures.picture import LEAST_MARKS, Picture, PictureData, PictureText, compose_picture
from briefing.views.pictures.relation_edges import (
    EDGE_FIELDS,
    RELATIONS,
    Edge,
    claims_of_edges,
    edge_record,
    edges_of,
    node_prose,
)

MOST_NEIGHBOURS = 24
"""So many names are drawn around a subject; a link leads to the rest, which the page lists."""


def view_neighbours(ctx: Context, subject: SubjectId) -> Picture | None:
    """Return the picture of what a subject is related to, or None where that is fewer than two others."""
    # Where one node is related in several ways, it is still one.
    edges = edges_of(ctx, subject)
    shown = edges[:MOST_NEIGHBOURS]
    if len({edge.node for edge in shown}) < LEAST_MARKS:
        return None
    groups = _group_by_label(shown)
    return compose_picture(
        ctx,
        ctx.page(subject),
        "network",
        Neighbours(ctx.display(subject), groups),
        _text(ctx, subject, groups, left=len(edges) - len(shown)),
        _data(ctx, shown),
        claims_of_edges(shown),
    )


def _group_by_label(edges: Sequence[Edge]) -> tuple[Group, ...]:
    nodes: dict[tuple[str, bool], list[Node]] = {}
    for edge in edges:
        # Two attributes may share a label of which only one is mutual, and so is drawn without an arrow.
        nodes.setdefault((edge.label, edge.mutual), []).append(edge.node)
    return tuple(Group(label, tuple(members), mutual) for (label, mutual), members in nodes.items())


def _text(ctx: Context, subject: SubjectId, groups: Sequence[Group], left: int) -> PictureText:
    name = ctx.display(subject)
    relations = "; ".join(map(_list_names, groups))
    return PictureText(
        ctx.labels.say("network-of", name=name),
        ctx.labels.say("network-of-said", name=name, relations=relations),
        _notes(ctx, subject, groups, left),
    )


def _list_names(group: Group) -> str:
    return f"{group.label}: {', '.join(node.text for node in group.nodes)}"


def _notes(ctx: Context, subject: SubjectId, groups: Sequence[Group], left: int) -> tuple[Prose, ...]:
    sentences = [ctx.labels.say("network-of-note", name=ctx.display(subject))]
    if any(group.mutual for group in groups):
        sentences.append(ctx.labels.say("network-mutual"))
    notes = [words(" ".join(sentences))]
    if left:
        notes.append((PageLink(ctx.labels.say("network-left", n=left), ctx.page(subject), RELATIONS),))
    return tuple(notes)


def _data(ctx: Context, edges: Sequence[Edge]) -> PictureData:
    return PictureData(
        columns=ctx.labels.say_all("relation", "with"),
        rows=tuple((words(edge.label), node_prose(edge.node)) for edge in edges),
        fields=EDGE_FIELDS,
        records=tuple(map(edge_record, edges)),
    )
