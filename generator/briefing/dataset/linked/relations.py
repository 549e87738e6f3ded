"""Relations from the slots of relating attributes, seen from both ends; and who names whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import Article, Publisher
from briefing.model.registry import Attribute, Registry
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName, EntityRef


def find_relations(slots: Iterable[Slot], registry: Registry) -> Mapping[SubjectId, tuple[Relation, ...]]:
    """Return the relations of every subject: what A says of B stands on B's page too."""
    found: dict[SubjectId, list[Relation]] = defaultdict(list)
    order = {name: position for position, name in enumerate(registry.attributes)}
    for slot in slots:
        for relation in _relations_of(slot, registry.attributes[slot.attribute]):
            found[relation.subject].append(relation)
    return {
        subject: tuple(
            sorted(ends, key=lambda one: (order[one.attribute], one.inverse, one.other or one.other_name or ""))
        )
        for subject, ends in sorted(found.items())
    }


def _relations_of(slot: Slot, attribute: Attribute) -> Iterator[Relation]:
    shown = slot.shown
    if not attribute.is_relation or shown is None or shown.denied:
        return
    if attribute.symmetric and len(slot.about) > 1:
        for one in slot.about:
            for other in slot.about:
                if one != other:
                    yield Relation(one, attribute.name, attribute.label, False, other, None, slot)
        return
    value = shown.value
    if isinstance(value, EntityRef):
        other = SubjectId(value.id)
        yield Relation(slot.about[0], attribute.name, attribute.label, False, other, None, slot)
        yield Relation(
            other, attribute.name, attribute.inverse_label or attribute.label, True, slot.about[0], None, slot
        )
    elif isinstance(value, EntityName):
        yield Relation(slot.about[0], attribute.name, attribute.label, False, None, value.name, slot)


def find_incoming(
    claims: Iterable[Claim], articles: Mapping[ArticleId, Article], publishers: Mapping[PublisherId, Publisher]
) -> Mapping[SubjectId, tuple[ClaimKey, ...]]:
    """Return, for every subject, the claims that name it without being about it."""
    found: dict[SubjectId, list[ClaimKey]] = defaultdict(list)
    for claim in claims:
        for subject in sorted(named_by(claim, articles, publishers) - set(claim.about)):
            found[subject].append(claim.key)
    return {subject: tuple(keys) for subject, keys in sorted(found.items())}


def entity_ids(written: object) -> tuple[SubjectId, ...]:
    """Return the subjects of a qualifier as written: an id, a list of them, a name, unknown, or none."""
    if isinstance(written, list):
        return tuple(one for item in written for one in entity_ids(item))
    if not isinstance(written, str) or written in ("unknown", "none"):
        return ()
    entity = parse_entity(written)
    return (SubjectId(entity.id),) if isinstance(entity, EntityRef) else ()


def named_by(
    claim: Claim, articles: Mapping[ArticleId, Article], publishers: Mapping[PublisherId, Publisher]
) -> set[SubjectId]:
    """Return the subjects that a claim names anywhere."""
    named: set[SubjectId] = set()
    if isinstance(claim.value, EntityRef):
        named.add(SubjectId(claim.value.id))
    for field in ("payer", "payee"):
        if field in claim.qualifiers:
            named.update(entity_ids(claim.qualifiers[field]))
    if claim.speaker and claim.speaker.subject:
        named.add(claim.speaker.subject)
    via = claim.qualifier("via")
    cited = next((one for one in articles[claim.article].cites if one.id == via), None) if via else None
    publisher = publishers.get(cited.publisher) if cited and cited.publisher else None
    if publisher and publisher.subject:
        named.add(publisher.subject)
    return named
