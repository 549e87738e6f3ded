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


def view_neighbours(context: Context, subject: SubjectId) -> Picture | None:
    """Return the picture of what a subject is related to, or None where that is fewer than two others."""
    # Where one node is related in several ways, it is still one.
    edges = edges_of(context, subject)
    shown = edges[:MOST_NEIGHBOURS]
    if len({edge.node for edge in shown}) < LEAST_MARKS:
        return None
    groups = _group_by_label(shown)
    return compose_picture(
        context,
        context.page(subject),
        "network",
        Neighbours(context.display(subject), groups),
        _text(context, subject, groups, left=len(edges) - len(shown)),
        _data(context, shown),
        claims_of_edges(shown),
    )


def _group_by_label(edges: Sequence[Edge]) -> tuple[Group, ...]:
    nodes: dict[tuple[str, bool], list[Node]] = {}
    for edge in edges:
        # Two attributes may share a label of which only one is mutual, and so is drawn without an arrow.
        nodes.setdefault((edge.label, edge.mutual), []).append(edge.node)
    return tuple(Group(label, tuple(members), mutual) for (label, mutual), members in nodes.items())


def _text(context: Context, subject: SubjectId, groups: Sequence[Group], left: int) -> PictureText:
    name = context.display(subject)
    relations = "; ".join(map(_list_names, groups))
    return PictureText(
        context.labels.say("network-of", name=name),
        context.labels.say("network-of-said", name=name, relations=relations),
        _notes(context, subject, groups, left),
    )


def _list_names(group: Group) -> str:
    return f"{group.label}: {', '.join(node.text for node in group.nodes)}"


def _notes(context: Context, subject: SubjectId, groups: Sequence[Group], left: int) -> tuple[Prose, ...]:
    sentences = [context.labels.say("network-of-note", name=context.display(subject))]
    if any(group.mutual for group in groups):
        sentences.append(context.labels.say("network-mutual"))
    notes = [words(" ".join(sentences))]
    if left:
        notes.append((PageLink(context.labels.say("network-left", n=left), context.page(subject), RELATIONS),))
    return tuple(notes)


def _data(context: Context, edges: Sequence[Edge]) -> PictureData:
    return PictureData(
        columns=context.labels.say_all("relation", "with"),
        rows=tuple((words(edge.label), node_prose(edge.node)) for edge in edges),
        fields=EDGE_FIELDS,
        records=tuple(map(edge_record, edges)),
    )
