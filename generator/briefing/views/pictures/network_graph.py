"""Who is related to whom in the whole briefing: subjects in a ring by kind, joined by their relations."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model.ids import SubjectId
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import words
from briefing.views.pictures.network_ring import view_ring
from briefing.views.pictures.picture import LEAST_MARKS, Picture, PictureData, PictureText, compose_picture, note_prose
from briefing.views.pictures.relation_edges import (
    EDGE_FIELDS,
    Edge,
    claims_of_edges,
    edge_record,
    edges_of,
    node_prose,
)

MOST_NODES = 120
"""So many names are drawn along the ring, those with the most relations; a note counts the others."""


def view_network_picture(context: Context, page: PagePath) -> Picture | None:
    """Return the picture of all subjects that are related to another one, or None for fewer than two relations."""
    edges = _all_edges(context)
    relation_counts = _count_relations(edges)
    subjects = _most_related(relation_counts)
    shown = [edge for edge in edges if subjects.issuperset(edge.ends)]
    if len(shown) < LEAST_MARKS:
        return None
    return compose_picture(
        context,
        page,
        "network",
        view_ring(context, subjects, shown),
        _text(context, relations=len(shown), shown=len(subjects), related=len(relation_counts)),
        _data(context, shown),
        claims_of_edges(shown),
    )


def _all_edges(context: Context) -> list[Edge]:
    """Return the relations between two subjects, each once."""
    edges: list[Edge] = []
    for subject in context.data.subjects:
        edges.extend(edge for edge in edges_of(context, subject) if _is_listed_here(edge))
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


def _text(context: Context, *, relations: int, shown: int, related: int) -> PictureText:
    notes = [context.labels.say("network-note")]
    if related > shown:
        notes.append(context.labels.say("network-capped", n=related - shown))
    alone = len(context.data.subjects) - related
    if alone:
        notes.append(context.labels.say("network-alone", n=alone))
    return PictureText(
        context.labels.say("network-picture"),
        context.labels.say("network-said", subjects=shown, relations=relations),
        note_prose(notes),
    )


def _data(context: Context, edges: Sequence[Edge]) -> PictureData:
    return PictureData(
        columns=context.labels.say_all("subject", "relation", "with"),
        rows=tuple((context.link(edge.subject), words(edge.label), node_prose(edge.node)) for edge in edges),
        fields=EDGE_FIELDS,
        records=tuple(map(edge_record, edges)),
    )
