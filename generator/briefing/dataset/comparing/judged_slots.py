"""The slots that judgements name, by subject and key fields, and what is decided on them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.dataset.comparing.slot_keys import Keys, SlotKey, canonical
from briefing.diagnostics.diagnostic import Diagnostic, Related, error
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

    ``aside`` are claims that no judgement may prefer. ``by_fields`` is an index that is filled as it is needed: hardly
    a subject is judged.
    """

    registry: Registry
    keys_of: Mapping[ClaimKey, Keys]
    keys_by_subject: Mapping[SubjectId, Keys]
    aside: Collection[ClaimKey]
    by_slot: dict[SlotKey, Judgement] = field(default_factory=dict)
    preferred: dict[SlotKey, tuple[ClaimKey, ...]] = field(default_factory=dict)
    by_fields: dict[SubjectId, dict[NamedFields, list[SlotKey]]] = field(default_factory=dict)

    def find(self, judgement: Judgement) -> Keys:
        """Return the slots that a judgement names; facts come before opinions where it does not say which."""
        if judgement.slot is None:
            return ()
        slot = dict(judgement.slot)
        opinion = slot.pop("opinion", None)
        candidates = self._with_fields(judgement.subject, _written_fields(judgement.slot))
        keys = tuple(key for key in candidates if _fits(judgement.subject, slot, key, self.registry))
        if opinion is not None:
            return tuple(key for key in keys if key.opinion == (opinion == "true"))
        # A question may have a slot of facts and one of opinions beside it.
        facts = tuple(key for key in keys if not key.opinion)
        return facts or keys

    def take_in(self, judgement: Judgement, keys: Keys) -> None:
        """Note what a judgement decides; the first judgement on a slot stands, a second one is a finding."""
        for key in keys:
            self.by_slot.setdefault(key, judgement)
        for name in judgement.prefer:
            for key in self.keys_of.get(name, ()):
                self.preferred[key] = (*self.preferred.get(key, ()), name)

    def find_second_judgement(self, judgement: Judgement, keys: Keys) -> Iterator[Diagnostic]:
        """Yield one finding where a slot has been judged before."""
        earlier = [self.by_slot[key] for key in keys if key in self.by_slot]
        if not earlier:
            return
        first = min(earlier, key=lambda judgement: str(judgement.span))
        related = (Related(first.span, "the first judgement on this slot"),)
        message = "the slot has a judgement already"
        yield error("judgement-target", judgement.span, message, "make one judgement of the two", related)

    def find_preference_problems(self, judgement: Judgement, keys: Keys) -> Iterator[Diagnostic]:
        """Yield every preferred claim that the judgement can not prefer."""
        for name in judgement.prefer:
            if name not in self.keys_of or not keys:
                continue
            if set(keys).isdisjoint(self.keys_of[name]):
                message = f'"{name}" answers another question than the slot judged'
                yield error("judgement-target", judgement.span, message, "prefer a claim of this slot")
            elif name in self.aside:
                message = f'"{name}" is preferred and yet set aside'
                hint = "take it out of prefer:, or do not set it aside"
                yield error("judgement-target", judgement.span, message, hint)

    def _with_fields(self, subject: SubjectId, fields: NamedFields) -> Iterable[SlotKey]:
        if subject not in self.by_fields:
            self.by_fields[subject] = defaultdict(list)
            for key in self.keys_by_subject.get(subject, ()):
                self.by_fields[subject][_fields_of(key)].append(key)
        return self.by_fields[subject].get(fields, ())


def _fields_of(key: SlotKey) -> NamedFields:
    return frozenset((field, text) for field, text in key.key if text is not None)


def _written_fields(slot: Mapping[str, str]) -> NamedFields:
    return frozenset((field, key_name(text)) for field, text in slot.items() if field not in _NO_KEY_FIELDS)


def _fits(subject: SubjectId, written: Mapping[str, str], key: SlotKey, registry: Registry) -> bool:
    name, value = written.get("attribute", ""), written.get("value")
    attribute = registry.attributes.get(name)
    if attribute is None:
        return False
    # Slots bear the name of the relation itself, whichever of the two a judgement writes.
    if attribute.inverse_of:
        is_inverse = key.attribute == attribute.inverse_of and key.many_value == subject
        return is_inverse and (value is None or value in key.about)
    if key.attribute != name or subject not in key.about:
        return False
    return value is None or _says(key, value, subject)


def _says(key: SlotKey, value: str, subject: SubjectId) -> bool:
    """Tell whether the value of a many-valued slot is this one: a subject, or a name as it is written."""
    if value in key.about and value != subject:
        return True
    return key.many_value in (value, canonical(Text(value.removeprefix("text:"))))
