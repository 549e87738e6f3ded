"""The slots that judgements name, by subject and key fields, and what is decided on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.dataset.comparing.slot_keys import SlotKey, SlotKeys, fold_value
from briefing.dataset.linked.records import named_fields
from briefing.model.grouping import group_by
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.key_names import key_name
from briefing.model.records import Judgement
from briefing.model.registry import Registry
from briefing.model.values import Text

NamedFields = frozenset[tuple[str, str]]
"""The key fields of a slot with what they name."""
_NO_KEY_FIELDS = frozenset({"attribute", "value", "opinion"})


@dataclass(slots=True)
class JudgedSlots:
    """The slots that judgements name, and what has been decided on them so far.

    ``by_fields`` is an index that is filled as it is needed: hardly a subject is judged.
    """

    registry: Registry
    keys_of: Mapping[ClaimKey, SlotKeys]
    keys_by_subject: Mapping[SubjectId, SlotKeys]
    by_slot: dict[SlotKey, Judgement] = field(default_factory=dict)
    preferred: dict[SlotKey, tuple[ClaimKey, ...]] = field(default_factory=dict)
    by_fields: dict[SubjectId, Mapping[NamedFields, SlotKeys]] = field(default_factory=dict)

    def find(self, judgement: Judgement) -> SlotKeys:
        """Return the slots that a judgement names; facts come before opinions where it does not say which."""
        if judgement.slot is None:
            return ()
        slot = dict(judgement.slot)
        opinion = slot.pop("opinion", None)
        candidates = self._with_fields(judgement.subject, _written_fields(judgement.slot))
        keys = tuple(key for key in candidates if _fits(judgement.subject, slot, key, self.registry))
        if opinion is not None:
            return _of_kind(keys, opinion=opinion == "true")
        # A question may have a slot of facts and one of opinions beside it.
        return _of_kind(keys, opinion=False) or keys

    def take_in(self, judgement: Judgement, keys: SlotKeys) -> None:
        """Note what a judgement decides; the first judgement on a slot stands, a second one is a finding."""
        for key in keys:
            self.by_slot.setdefault(key, judgement)
        for name in judgement.prefer:
            for key in self.keys_of.get(name, ()):
                self.preferred[key] = (*self.preferred.get(key, ()), name)

    def _with_fields(self, subject: SubjectId, fields: NamedFields) -> SlotKeys:
        if subject not in self.by_fields:
            self.by_fields[subject] = group_by(self.keys_by_subject.get(subject, ()), _fields_of)
        return self.by_fields[subject].get(fields, ())


def _of_kind(keys: SlotKeys, *, opinion: bool) -> SlotKeys:
    return tuple(key for key in keys if key.opinion == opinion)


def _fields_of(key: SlotKey) -> NamedFields:
    return frozenset(named_fields(key.key).items())


def _written_fields(slot: Mapping[str, str]) -> NamedFields:
    named = slot.keys() - _NO_KEY_FIELDS
    return frozenset((field_name, key_name(slot[field_name])) for field_name in named)


def _fits(subject: SubjectId, written: Mapping[str, str], key: SlotKey, registry: Registry) -> bool:
    attribute = registry.attributes.get(written.get("attribute", ""))
    if attribute is None:
        return False
    value = written.get("value")
    # Slots bear the name of the relation itself, whichever of the two a judgement writes.
    if attribute.inverse_of:
        return _fits_from_far_end(subject, value, key, attribute.inverse_of)
    if key.attribute != attribute.name or subject not in key.about:
        return False
    return value is None or _says(key, value, subject)


def _fits_from_far_end(subject: SubjectId, value: str | None, key: SlotKey, relation: str) -> bool:
    """Tell whether a slot of a relation leads to the subject, from the one that ``value`` names, if any."""
    if (key.attribute, key.many_value) != (relation, subject):
        return False
    return value is None or value in key.about


def _says(key: SlotKey, value: str, subject: SubjectId) -> bool:
    """Tell whether the value of a many-valued slot is this one: a subject, or a name as it is written."""
    # Of a relation that goes both ways the other end stands among those that the slot is about.
    if value in key.about and value != subject:
        return True
    return key.many_value in (value, fold_value(Text(value.removeprefix("text:"))))
