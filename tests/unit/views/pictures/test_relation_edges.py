"""Relations as edges, seen from one end."""

from briefing.model.ids import SubjectId
from briefing.views.base.tokens import plain
from briefing.views.pictures.relation_edges import (
    EDGE_FIELDS,
    claims_of_edges,
    edge_record,
    edges_of,
    node_prose,
)
from tests.unit.views.sample import claim, context_with, sample_context

ACME = SubjectId("acme")


def test_edges_are_named_from_the_subject_that_they_are_seen_from() -> None:
    edges = edges_of(sample_context(), ACME)
    assert [(edge.label, edge.node.text, edge.mutual) for edge in edges] == [
        ("Chief executive", "Ann Lee", False),
        ("Operates", "Fab 1", False),
        ("Partner", "Bolt", True),
    ]
    assert [edge.ends for edge in edges] == [("acme", "ann-lee"), ("acme", "fab-1"), ("acme", "bolt")]
    assert [claim.key for claim in claims_of_edges(edges)] == ["weekly-9#c10", "daily-1#c5", "daily-1#c4"]


def test_a_record_says_which_way_the_claim_reads() -> None:
    records = [dict(zip(EDGE_FIELDS, edge_record(edge), strict=True)) for edge in edges_of(sample_context(), ACME)]
    assert [(record["relation"], record["direction"], record["other"]) for record in records] == [
        ("office", "to", "ann-lee"),
        ("operator", "from", "fab-1"),
        ("partner", "to", "bolt"),
    ]


def test_a_name_without_a_page_is_a_node_without_a_link() -> None:
    context = context_with(claim("daily-1#c70", "acme", "partner", "text:Some firm"))
    edge = next(edge for edge in edges_of(context, ACME) if edge.node.text == "Some firm")
    assert edge.node.link is None
    assert plain(node_prose(edge.node)) == "Some firm"
    assert edge.ends == ("acme", "acme")
