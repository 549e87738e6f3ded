"""The question that a claim answers, as a key: claims with one key stand in one slot."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from briefing.dataset.linked.records import KeyFields, Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.key_names import key_name
from briefing.model.registry import Attribute
from briefing.model.values import EntityName, EntityRef, Text, Value, print_value


@dataclass(frozen=True, slots=True)
class SlotKey:
    """The question that the claims of one slot answer.

    An attribute that has many values, such as a company's partners, asks of each value by itself whether it holds: then
    ``many_value`` names the value.
    """

    about: tuple[SubjectId, ...]
    attribute: str
    key: KeyFields
    many_value: str | None
    opinion: bool

    @classmethod
    def of(cls, slot: Slot) -> "SlotKey":
        """Return the question that a slot answers."""
        return cls(slot.about, slot.attribute, slot.key, slot.many_value, slot.opinion)


SlotKeys = tuple[SlotKey, ...]
"""The slots that one claim stands in: one, but for lists in which everybody is joined with everybody."""


def slot_order(key: SlotKey | Slot) -> tuple[object, ...]:
    """Order slots by subject, attribute and key."""
    names = tuple(value or "" for _, value in key.key)
    return key.about, key.attribute, names, key.many_value or "", key.opinion


def slot_keys(claim: Claim, attribute: Attribute) -> SlotKeys:
    """Return the slot of a claim, or one for each pair of a list that names several members.

    Either name of a relation leads to one slot: an inverse attribute to that of its counterpart, with the ends swapped.
    Either end of a symmetric relation does so, too.
    """
    fields = tuple((name, _key_name(claim, name)) for name in attribute.key)
    if attribute.symmetric:
        return tuple(_symmetric_keys(claim, attribute, fields))
    value = claim.value
    if attribute.inverse_of and isinstance(value, EntityRef):
        # What is said of the far end under the inverse name is what the near end says under the name itself.
        many = _many_value(attribute, EntityRef(claim.about[0]))
        return (SlotKey((SubjectId(value.id),), attribute.inverse_of, fields, many, claim.is_opinion),)
    return (SlotKey(claim.about, attribute.name, fields, _many_value(attribute, value), claim.is_opinion),)


def _key_name(claim: Claim, field: str) -> str | None:
    written = claim.qualifier(field)
    if not written:
        return None
    return key_name(written)


def _symmetric_keys(claim: Claim, attribute: Attribute, fields: KeyFields) -> Iterator[SlotKey]:
    """Yield a slot for each pair of those who are joined, whoever of them is the subject and whoever the value."""
    members, value = claim.about, claim.value
    if isinstance(value, EntityRef):
        # The value is a member like the others, and no longer one of many values.
        members, value = (*members, SubjectId(value.id)), None
    many = _many_value(attribute, value)
    for pair in _pairs(members):
        yield SlotKey(pair, attribute.name, fields, many, claim.is_opinion)


def _pairs(members: tuple[SubjectId, ...]) -> Iterable[tuple[SubjectId, ...]]:
    if len(members) > 2:
        # A list of partners says of each two of them that they are partners.
        return combinations(sorted(set(members)), 2)
    return (tuple(sorted(members)),)


def _many_value(attribute: Attribute, value: Value | None) -> str | None:
    """Return which of an attribute's many values a slot asks of, or None where it has one value only."""
    if not attribute.many or not value:
        return None
    return fold_value(value)


def fold_value(value: Value) -> str:
    """Return the text that tells the values of a many-valued attribute apart."""
    match value:
        # A name without a record and a text may be spelt alike, and then mean the same.
        case EntityName(name=text) | Text(text=text):
            return "text:" + " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return print_value(value)
