"""What the judgements of all subjects decide, by slot and claim; judgements that decide nothing are findings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.slot_keys import Keys, SlotKey, canonical, slot_keys
from briefing.dataset.comparing.slots import Judging
from briefing.diagnostics.diagnostic import Diagnostic, Related, error
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.key_names import key_name
from briefing.model.records import Judgement, Rejection, Subject
from briefing.model.registry import Registry
from briefing.model.values import Text

NamedFields = frozenset[tuple[str, str]]
"""The key fields of a slot with what they name."""
_NO_KEY_FIELDS = frozenset({"attribute", "value", "opinion"})
_MOST_SUGGESTED = 5


def gather_judgements(
    subjects: Iterable[Subject],
    claims: Iterable[Claim],
    registry: Registry,
    doubted: Collection[str | None] = (),
    keys_of: Mapping[ClaimKey, Keys] | None = None,
) -> tuple[Judging, tuple[Diagnostic, ...]]:
    """Return the editors' decisions by slot and claim; of the subjects in ``doubted`` claims may be missing.

    ``keys_of`` has the slots of every claim, where they are known.
    """
    judgements = _judgements_of(subjects)
    claims_by_key = {claim.key: claim for claim in claims}
    if keys_of is None:
        keys_of = _sort_into_slots(claims_by_key.values(), registry)
    rejected = _reasons_of_rejection(judgements)
    aside = {claim.key for claim in claims_by_key.values() if claim.excluded and not claim.is_withdrawn}
    slots = _JudgedSlots(registry, keys_of, _index_by_subject(keys_of.values()), aside | rejected.keys())
    findings: list[Diagnostic] = []
    for judgement in judgements:
        keys = slots.find(judgement)
        if judgement.slot is not None:
            # Where a claim of the subject was unreadable, the slot that is missing may be that claim's.
            if not keys and judgement.subject not in doubted and None not in doubted:
                findings.append(_slot_unknown(judgement, slots.keys_by_subject.get(judgement.subject, ())))
            findings.extend(slots.find_second_judgement(judgement, keys))
            findings.extend(slots.find_preference_problems(judgement, keys))
        findings.extend(_rejection_problems(judgement, keys, claims_by_key, keys_of))
        slots.take_in(judgement, keys)
    return Judging(slots.by_slot, slots.preferred, rejected), tuple(findings)


def _judgements_of(subjects: Iterable[Subject]) -> list[Judgement]:
    judgements: list[Judgement] = []
    for subject in subjects:
        judgements.extend(subject.judgements)
    return judgements


def _sort_into_slots(claims: Iterable[Claim], registry: Registry) -> dict[ClaimKey, Keys]:
    return {claim.key: slot_keys(claim, registry.attributes[claim.attribute]) for claim in claims}


def _reasons_of_rejection(judgements: Iterable[Judgement]) -> dict[ClaimKey, str]:
    reasons: dict[ClaimKey, str] = {}
    for judgement in judgements:
        for rejection in judgement.reject:
            reasons[rejection.claim] = rejection.reason
    return reasons


def _index_by_subject(keys_of_claims: Iterable[Keys]) -> Mapping[SubjectId, Keys]:
    """Return the slots of every subject, those at whose far end it stands among them."""
    index: dict[SubjectId, dict[SlotKey, None]] = defaultdict(dict)
    for keys in keys_of_claims:
        for key in keys:
            for subject in key.about:
                index[subject][key] = None
            far = far_end(key)
            if far:
                index[far][key] = None
    return {subject: tuple(keys) for subject, keys in index.items()}


@dataclass(slots=True)
class _JudgedSlots:
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


def _slot_unknown(judgement: Judgement, keys: Keys) -> Diagnostic:
    attribute = (judgement.slot or {}).get("attribute")
    near = sorted({_slot_as_written(key) for key in keys if key.attribute == attribute})
    hint = f'name what a claim about "{judgement.subject}" says'
    if near:
        hint = f"it has: {'; '.join(near[:_MOST_SUGGESTED])}"
    message = f'no claim about "{judgement.subject}" is in this slot'
    return error("judgement-slot-unknown", judgement.span, message, hint)


def _slot_as_written(key: SlotKey) -> str:
    fields = [f"{name}: {value}" for name, value in key.key if value is not None]
    return "{" + ", ".join([f"attribute: {key.attribute}", *fields]) + "}"


def _rejection_problems(
    judgement: Judgement, judged: Keys, claims: Mapping[ClaimKey, Claim], keys_of: Mapping[ClaimKey, Keys]
) -> Iterator[Diagnostic]:
    """Yield every rejected claim that is about another subject, unless the judgement moves it as well."""
    moved = {move.claim for move in judgement.move}
    for rejection in judgement.reject:
        claim = claims.get(rejection.claim)
        if claim is None or rejection.claim in moved:
            continue
        keys = keys_of.get(rejection.claim, ())
        if set(judged).isdisjoint(keys) and judgement.subject not in _subjects_of(claim, keys):
            yield _rejection_problem(judgement, rejection, claim)


def _subjects_of(claim: Claim, keys: Keys) -> set[SubjectId]:
    subjects = set(claim.about)
    for key in keys:
        # A relation that goes both ways is about either of its ends.
        if len(key.about) > 1:
            subjects.update(key.about)
    return subjects


def _rejection_problem(judgement: Judgement, rejection: Rejection, claim: Claim) -> Diagnostic:
    first = claim.about[0]
    message = f'"{rejection.claim}" is about "{first}", which this file does not judge'
    hint = f'reject it in the file of "{first}", or move it beside the rejection if it is misattributed'
    return error("judgement-target", rejection.span or judgement.span, message, hint)
