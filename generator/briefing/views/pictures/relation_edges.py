"""Relations as the edges of a network: each from a subject to a node that has a name and perhaps a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from briefing.dataset.linked.records import Relation
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.sections import section_of
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.relation_labels import relation_label
from briefing.views.pictures.charts import Node
from briefing.views.pictures.picture import claim_keys

RELATIONS = "relations"
"""The section of a subject's page whose relations are drawn; references and context are not."""
EDGE_FIELDS = ("subject", "relation", "direction", "other", "other_name", "claims")


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation, seen from ``subject``; ``node`` is the other end."""

    subject: SubjectId
    relation: Relation
    label: str
    node: Node
    mutual: bool
    """Whether the relation has no direction, such as that of partners."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that state the relation."""
        shown = self.relation.slot.shown
        return shown.claims if shown else ()

    @property
    def ends(self) -> tuple[SubjectId, SubjectId]:
        """The subjects at both ends; the own subject twice where the other end has no page."""
        return self.subject, self.relation.other or self.subject


def edges_of(context: Context, subject: SubjectId) -> list[Edge]:
    """Return the relations of a subject in the order of its page, each label and node once."""
    edges: dict[tuple[str, Node], Edge] = {}
    for relation in context.data.relations_of.get(subject, ()):
        if section_of(context.data.registry, relation.slot) != RELATIONS:
            continue
        edge = _edge(context, subject, relation)
        # The same relation may be written at either end, and so be found twice.
        edges.setdefault((edge.label, edge.node), edge)
    return list(edges.values())


def _edge(context: Context, subject: SubjectId, relation: Relation) -> Edge:
    mutual = context.attribute(relation.slot).symmetric
    return Edge(subject, relation, relation_label(context, relation), _other_node(context, relation), mutual)


def _other_node(context: Context, relation: Relation) -> Node:
    if relation.other is None:
        return Node(relation.other_name or "", None)
    return subject_node(context, relation.other)


def subject_node(context: Context, subject: SubjectId) -> Node:
    """Return the node of a subject, which leads to its page."""
    name = context.display(subject)
    return Node(name, PageLink(name, context.page(subject)))


def node_prose(node: Node) -> Prose:
    """Return the name of a node for a table, linked where it has a page."""
    return (node.link,) if node.link else words(node.text)


def edge_record(edge: Edge) -> tuple[str, ...]:
    """Return an edge as a record of CSV, with a value for each of ``EDGE_FIELDS``."""
    relation = edge.relation
    # The attribute is named from one end: at the other end the same claim is read backwards.
    direction = "from" if relation.inverse else "to"
    return (
        edge.subject,
        relation.attribute,
        direction,
        relation.other or "",
        edge.node.text,
        claim_keys(edge.claims),
    )


def claims_of_edges(edges: Iterable[Edge]) -> list[Claim]:
    """Return the claims of all edges, in their order."""
    return list(chain.from_iterable(edge.claims for edge in edges))
