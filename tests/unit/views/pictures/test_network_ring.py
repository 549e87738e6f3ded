"""Subjects in a ring, and the lines between them."""

from briefing.model.ids import SubjectId
from briefing.views.pictures.network_ring import view_ring
from briefing.views.pictures.relation_edges import edges_of
from tests.unit.views.sample import claim, context_with, sample_context

ACME, BOLT, FAB, ANN = (SubjectId(name) for name in ("acme", "bolt", "fab-1", "ann-lee"))


def test_nodes_are_numbered_through_the_kinds_and_arrows_keep_their_direction() -> None:
    context = sample_context()
    ring = view_ring(context, [ANN, FAB, BOLT, ACME], edges_of(context, ACME))
    assert [(group.label, [node.text for node in group.nodes]) for group in ring.groups] == [
        ("Companies", ["Acme", "Bolt"]),
        ("Projects", ["Fab 1"]),
        ("People", ["Ann Lee"]),
    ]
    assert sorted(ring.edges) == [(0, 1), (0, 2), (0, 3)]
    # The partner has no arrow, for partners are so to each other.
    assert sorted(ring.arrows) == [(0, 2), (0, 3)]


def test_two_relations_of_two_subjects_are_one_line() -> None:
    context = context_with(claim("daily-1#c70", "bolt", "owner", "acme"))
    ring = view_ring(context, [ACME, BOLT], [edge for edge in edges_of(context, BOLT) if edge.relation.other == ACME])
    assert (ring.edges, ring.arrows) == (((0, 1),), ((1, 0),))
