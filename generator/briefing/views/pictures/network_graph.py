"""Who is related to whom: a subject's neighbours by relation, and all subjects that have one, by kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Relation
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.placement import section_of
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.relation_labels import relation_label
from briefing.views.pictures.picture import (
    LEAST_MARKS,
    Data,
    Group,
    Neighbours,
    Node,
    Picture,
    Ring,
    Wording,
    claim_keys,
    compose,
)

MOST_NEIGHBOURS = 24
MOST_NODES = 120
_SECTION = "relations"
_FIELDS = ("subject", "relation", "direction", "other", "other_name", "claims")


@dataclass(frozen=True, slots=True)
class _Edge:
    """One relation, named from the subject that it is seen from."""

    subject: SubjectId
    relation: Relation
    other: Node

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that say so."""
        shown = self.relation.slot.shown
        return shown.claims if shown else ()


def view_neighbours(ctx: Context, subject: SubjectId) -> Picture | None:
    """Return the picture of what a subject is related to, or None where that is fewer than two others."""
    found = _edges_of(ctx, subject)
    shown = found[:MOST_NEIGHBOURS]
    if len({one.other for one in shown}) < LEAST_MARKS:
        return None
    by_label: dict[tuple[str, bool], list[Node]] = {}
    for one in shown:
        by_label.setdefault((relation_label(ctx, one.relation), _is_mutual(ctx, one)), []).append(one.other)
    groups = tuple(Group(label, tuple(nodes), mutual) for (label, mutual), nodes in by_label.items())
    return compose(
        ctx,
        ctx.page(subject),
        "network",
        Neighbours(ctx.display(subject), groups),
        _neighbour_words(ctx, subject, groups, len(found) - len(shown)),
        _neighbour_data(ctx, shown),
        [claim for one in shown for claim in one.claims],
    )


def _is_mutual(ctx: Context, edge: _Edge) -> bool:
    return ctx.attribute(edge.relation.slot).symmetric


def _neighbour_words(ctx: Context, subject: SubjectId, groups: Sequence[Group], left: int) -> Wording:
    told = "; ".join(f"{one.label}: {', '.join(node.text for node in one.nodes)}" for one in groups)
    name = ctx.display(subject)
    mutual = [ctx.labels.say("network-mutual")] if any(one.mutual for one in groups) else []
    note = " ".join([ctx.labels.say("network-of-note", name=name), *mutual])
    rest = PageLink(ctx.labels.say("network-left", n=left), ctx.page(subject), _SECTION)
    return Wording(
        ctx.labels.say("network-of", name=name),
        ctx.labels.say("network-of-said", name=name, told=told),
        (words(note), *([(rest,)] if left else [])),
    )


def _neighbour_data(ctx: Context, shown: Sequence[_Edge]) -> Data:
    return Data(
        columns=(ctx.labels.say("relation"), ctx.labels.say("with")),
        rows=tuple((_relation_prose(ctx, one), _node_prose(one.other)) for one in shown),
        fields=_FIELDS,
        records=tuple(_record(one) for one in shown),
    )


def _relation_prose(ctx: Context, one: _Edge) -> Prose:
    return words(relation_label(ctx, one.relation))


def _record(one: _Edge) -> tuple[str, ...]:
    relation = one.relation
    return (
        one.subject,
        relation.attribute,
        "from" if relation.inverse else "to",
        relation.other or "",
        one.other.text,
        claim_keys(one.claims),
    )


def _node_prose(node: Node) -> Prose:
    return (node.link,) if node.link else words(node.text)


def _edges_of(ctx: Context, subject: SubjectId) -> list[_Edge]:
    """Return the relations of a subject in their order on its page, none twice."""
    found: dict[tuple[str, Node], _Edge] = {}
    for relation in ctx.data.relations_of.get(subject, ()):
        if section_of(ctx.data.registry, relation.slot) == _SECTION:
            edge = _Edge(subject, relation, _node(ctx, relation))
            found.setdefault((relation_label(ctx, relation), edge.other), edge)
    return list(found.values())


def _node(ctx: Context, relation: Relation) -> Node:
    if relation.other is None:
        return Node(relation.other_name or "", None)
    link = PageLink(ctx.display(relation.other), ctx.page(relation.other))
    return Node(link.text, link)


def view_network_picture(ctx: Context, page: PagePath) -> Picture | None:
    """Return the picture of all subjects that are related to another one."""
    every = [one for subject in ctx.data.subjects for one in _edges_of(ctx, subject) if _counts_once(one)]
    chosen = _most_related(every)
    shown = [one for one in every if one.subject in chosen and one.relation.other in chosen]
    if len(shown) < LEAST_MARKS:
        return None
    order = _by_kind(ctx, chosen)
    places = {subject: place for place, subject in enumerate(one for _, subjects in order for one in subjects)}
    groups = tuple(Group(label, tuple(_own_node(ctx, one) for one in subjects)) for label, subjects in order)
    ways = dict.fromkeys((places[a], places[b], _is_mutual(ctx, one)) for one in shown for a, b in [_ends(one)])
    chart = Ring(
        groups,
        edges=tuple(dict.fromkeys((min(a, b), max(a, b)) for a, b, _ in ways)),
        arrows=tuple((a, b) for a, b, mutual in ways if not mutual),
    )
    related = {one for edge in every for one in _ends(edge)}
    said = _network_words(ctx, len(shown), len(chosen), len(related))
    return compose(
        ctx, page, "network", chart, said, _network_data(ctx, shown), [claim for one in shown for claim in one.claims]
    )


def _counts_once(edge: _Edge) -> bool:
    """True at the one end of a relation where it is told in a list of all: that of the claim, or the first by id."""
    relation = edge.relation
    return relation.other is not None and not relation.inverse and not _is_second(relation)


def _is_second(relation: Relation) -> bool:
    return len(relation.slot.about) > 1 and relation.other is not None and relation.other < relation.subject


def _ends(edge: _Edge) -> tuple[SubjectId, SubjectId]:
    return edge.subject, edge.relation.other or edge.subject


def _most_related(edges: Iterable[_Edge]) -> frozenset[SubjectId]:
    count = Counter(subject for edge in edges for subject in _ends(edge))
    ranked = sorted(count, key=lambda one: (-count[one], one))
    return frozenset(ranked[:MOST_NODES])


def _by_kind(ctx: Context, chosen: Iterable[SubjectId]) -> list[tuple[str, list[SubjectId]]]:
    ordered = sorted(chosen, key=lambda one: (ctx.display(one).casefold(), one))
    kinds = ctx.data.registry.kinds.values()
    found = ((kind.label_plural, [one for one in ordered if ctx.kind(one) == kind]) for kind in kinds)
    return [(label, subjects) for label, subjects in found if subjects]


def _own_node(ctx: Context, subject: SubjectId) -> Node:
    link = PageLink(ctx.display(subject), ctx.page(subject))
    return Node(link.text, link)


def _network_words(ctx: Context, relations: int, shown: int, related: int) -> Wording:
    left = related - shown
    alone = len(ctx.data.subjects) - related
    notes = (
        ctx.labels.say("network-note"),
        ctx.labels.say("network-capped", n=left) if left else "",
        ctx.labels.say("network-alone", n=alone) if alone else "",
    )
    told = ctx.labels.say("network-said", subjects=shown, relations=relations)
    return Wording(ctx.labels.say("network-picture"), told, tuple(words(one) for one in notes if one))


def _network_data(ctx: Context, shown: Sequence[_Edge]) -> Data:
    return Data(
        columns=tuple(ctx.labels.say(one) for one in ("subject", "relation", "with")),
        rows=tuple((ctx.link(one.subject), _relation_prose(ctx, one), _node_prose(one.other)) for one in shown),
        fields=_FIELDS,
        records=tuple(_record(one) for one in shown),
    )
