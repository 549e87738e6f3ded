"""Relations from the slots of relating attributes, seen from both ends; and who names whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import Article, Publisher
from briefing.model.registry import Attribute, Registry
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName, EntityRef

Articles = Mapping[ArticleId, Article]
Publishers = Mapping[PublisherId, Publisher]
_PARTIES = ("payer", "payee")


def find_relations(slots: Iterable[Slot], registry: Registry) -> Mapping[SubjectId, tuple[Relation, ...]]:
    """Return the relations of every subject: what A says of B stands on B's page too."""
    by_subject: dict[SubjectId, list[Relation]] = defaultdict(list)
    position = {name: number for number, name in enumerate(registry.attributes)}
    for slot in slots:
        for relation in _relations_of(slot, registry.attributes[slot.attribute]):
            by_subject[relation.subject].append(relation)

    def order(relation: Relation) -> tuple[int, bool, str]:
        return position[relation.attribute], relation.inverse, relation.other or relation.other_name or ""

    return {subject: tuple(sorted(relations, key=order)) for subject, relations in sorted(by_subject.items())}


def _relations_of(slot: Slot, attribute: Attribute) -> Iterator[Relation]:
    if not attribute.is_relation:
        return
    shown = slot.shown
    if shown is None or shown.denied:
        return
    name, label, near = attribute.name, attribute.label, slot.about[0]
    if attribute.symmetric and len(slot.about) > 1:
        for subject, other in permutations(slot.about, 2):
            # A subject may be written as its own partner; that relates nobody.
            if subject != other:
                yield Relation(subject, name, label, inverse=False, other=other, other_name=None, slot=slot)
    elif isinstance(shown.value, EntityRef):
        far = SubjectId(shown.value.id)
        # Without a label of its own the far end reads as the near one.
        inverse_label = attribute.inverse_label or label
        yield Relation(near, name, label, inverse=False, other=far, other_name=None, slot=slot)
        yield Relation(far, name, inverse_label, inverse=True, other=near, other_name=None, slot=slot)
    elif isinstance(shown.value, EntityName):
        yield Relation(near, name, label, inverse=False, other=None, other_name=shown.value.name, slot=slot)


def find_incoming(
    claims: Iterable[Claim], articles: Articles, publishers: Publishers
) -> Mapping[SubjectId, tuple[ClaimKey, ...]]:
    """Return, for every subject, the claims that name it without being about it."""
    incoming: dict[SubjectId, list[ClaimKey]] = defaultdict(list)
    for claim in claims:
        # A page has its own claims already.
        for subject in sorted(named_by(claim, articles, publishers).difference(claim.about)):
            incoming[subject].append(claim.key)
    return {subject: tuple(keys) for subject, keys in sorted(incoming.items())}


def entity_ids(written: object) -> tuple[SubjectId, ...]:
    """Return the subjects of a qualifier as written: an id, a list of them, a name, unknown, or none."""
    if isinstance(written, list):
        ids: list[SubjectId] = []
        for item in written:
            ids.extend(entity_ids(item))
        return tuple(ids)
    if not isinstance(written, str) or written in ("unknown", "none"):
        return ()
    entity = parse_entity(written)
    if not isinstance(entity, EntityRef):
        return ()
    return (SubjectId(entity.id),)


def named_by(claim: Claim, articles: Articles, publishers: Publishers) -> set[SubjectId]:
    """Return the subjects that a claim names anywhere."""
    named: set[SubjectId] = set()
    if isinstance(claim.value, EntityRef):
        named.add(SubjectId(claim.value.id))
    for party in _PARTIES:
        if party in claim.qualifiers:
            named.update(entity_ids(claim.qualifiers[party]))
    if claim.speaker and claim.speaker.subject:
        named.add(claim.speaker.subject)
    cited = _cited_publisher(claim, articles, publishers)
    if cited and cited.subject:
        named.add(cited.subject)
    return named


def _cited_publisher(claim: Claim, articles: Articles, publishers: Publishers) -> Publisher | None:
    """Return who published the report that a claim is known from at second hand."""
    via = claim.qualifier("via")
    if not via:
        return None
    for report in articles[claim.article].cites:
        if report.id == via and report.publisher:
            return publishers.get(report.publisher)
    return None
