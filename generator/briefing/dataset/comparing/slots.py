"""Claims in, slots out: which claims answer the same question, and which value is shown.

The rules: excluded and rejected claims step aside; what varies with time is succeeded by what is
newer; a judgement's preference wins; otherwise grade, independent origins and date decide.
"""

import hashlib
import json
import unicodedata
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from briefing.dataset.comparing.agreement import agreeing_sets, own_claims
from briefing.dataset.comparing.backing import back_claims, doubt_words
from briefing.dataset.comparing.choosing import choose_shown, day_of, group_order, newest_day, rank_of, with_spans_told
from briefing.dataset.comparing.confidence import origins_of, rate_confidence
from briefing.dataset.linked.records import Confidence, Doubt, Rank, Slot, ValueGroup
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.key_names import key_name
from briefing.model.measures import measure_marks
from briefing.model.records import Judgement
from briefing.model.registry import Attribute, Registry
from briefing.model.values import (
    EntityName,
    EntityRef,
    Money,
    Nothing,
    Quantity,
    Text,
    Unknown,
    Value,
    print_value,
)


@dataclass(frozen=True, slots=True)
class SlotKey:
    """The question that the claims of one slot answer."""

    about: tuple[SubjectId, ...]
    attribute: str
    key: tuple[tuple[str, str | None], ...]
    many_value: str | None
    opinion: bool

    @classmethod
    def of(cls, slot: Slot) -> "SlotKey":
        """Return the question that a slot answers."""
        return cls(slot.about, slot.attribute, slot.key, slot.many_value, slot.opinion)

    @property
    def digest(self) -> str:
        """Twelve hex digits that name the slot for good."""
        parts = [list(self.about), self.attribute, [list(one) for one in self.key], self.many_value, self.opinion]
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Judging:
    """Every editor's decision, ready to look up: on a slot, for claims of a slot, against single claims."""

    by_slot: Mapping[SlotKey, Judgement]
    preferred: Mapping[SlotKey, tuple[ClaimKey, ...]]
    rejected: Mapping[ClaimKey, str]


def slot_keys(claim: Claim, attribute: Attribute) -> tuple[SlotKey, ...]:
    """Return the slot of a claim, or one for each pair of a list that names several members.

    Either name of a relation and either end of a pair lead to one slot.
    """
    about, name, value = claim.about, attribute.name, claim.value
    key = tuple((one, key_name(said) if (said := claim.qualifier(one)) else None) for one in attribute.key)
    if attribute.symmetric:
        members = (*about, SubjectId(value.id)) if isinstance(value, EntityRef) else about
        value = None if isinstance(value, EntityRef) else value
        pairs = combinations(sorted(set(members)), 2) if len(members) > 2 else [tuple(sorted(members))]
        return tuple(SlotKey(pair, name, key, _many(attribute, value), claim.is_opinion) for pair in pairs)
    if attribute.inverse_of and isinstance(value, EntityRef):
        name, about, value = attribute.inverse_of, (SubjectId(value.id),), EntityRef(about[0])
    return (SlotKey(about, name, key, _many(attribute, value), claim.is_opinion),)


def _many(attribute: Attribute, value: Value | None) -> str | None:
    return canonical(value) if attribute.many and value else None


def canonical(value: Value) -> str:
    """Return the text that tells the values of a many-valued attribute apart."""
    match value:
        case EntityName(name=text) | Text(text=text):
            return "text:" + " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return print_value(value)


_FIGURES = (Money, Quantity)
_NOBODY = frozenset(print_value(one) for one in (Nothing(), Unknown()))
Keys = tuple[SlotKey, ...]


@dataclass(slots=True)
class SlotMemo:
    """The slots built last, and of what; empty at first. Whoever changes the registry begins with an empty one."""

    keys_of: dict[ClaimKey, Keys] = field(default_factory=dict)
    by_key: dict[SlotKey, dict[ClaimKey, Claim]] = field(default_factory=dict)
    slots: dict[SlotKey, Slot] = field(default_factory=dict)
    judging: Judging = field(default_factory=lambda: Judging({}, {}, {}))
    releases: frozenset[ClaimKey] = frozenset()
    corrected: frozenset[ClaimKey] = frozenset()

    def take_in(
        self, claims: Mapping[ClaimKey, Claim], changed: Collection[ClaimKey], registry: Registry
    ) -> tuple[set[SlotKey], bool]:
        """Sort changed claims into their slots; return these slots, and whether any claim answers another question."""
        touched: set[SlotKey] = set()
        moved = False
        for name in changed:
            claim, old_keys = claims.get(name), self.keys_of.pop(name, ())
            keys = slot_keys(claim, registry.attributes[claim.attribute]) if claim else ()
            for key in old_keys:
                del self.by_key[key][name]
            if claim:
                self.keys_of[name] = keys
                for key in keys:
                    self.by_key.setdefault(key, {})[name] = claim
            touched.update(old_keys, keys)
            moved = moved or keys != old_keys
        return touched, moved

    def slot_of(self, name: ClaimKey) -> Slot:
        """Return the slot of a claim; of a claim that says several pairs, the first of them."""
        keys = self.keys_of[name]
        return self.slots[keys[0] if len(keys) == 1 else min(keys, key=slot_order)]


def build_slots(
    touched: Collection[SlotKey],
    registry: Registry,
    judging: Judging,
    releases: frozenset[ClaimKey],
    memo: SlotMemo,
    corrected: frozenset[ClaimKey] = frozenset(),
) -> set[SlotKey]:
    """Build the slots of ``memo`` anew where claims are ``touched`` or judged otherwise; return which these are.

    ``releases`` are claims of an actor about its own done act, ``corrected`` those that their source took back.
    """
    stale = {*touched, *_rejudged(memo, judging, (memo.releases ^ releases) | (memo.corrected ^ corrected))}
    slots = dict(memo.slots)
    for key in stale:
        claims = memo.by_key.get(key)
        if claims:
            attribute = registry.attributes[key.attribute]
            slots[key] = _build_slot(key, list(claims.values()), attribute, judging, releases, corrected)
        else:
            slots.pop(key, None)
            memo.by_key.pop(key, None)
    if slots.keys() != memo.slots.keys():
        slots = {key: slots[key] for key in sorted(slots, key=slot_order)}
    memo.slots, memo.judging, memo.releases, memo.corrected = slots, judging, releases, corrected
    return stale


def _rejudged(memo: SlotMemo, judging: Judging, claims: frozenset[ClaimKey]) -> set[SlotKey]:
    """Return the slots on which, or on whose claims, something else has been decided, and those of ``claims``."""
    if judging is memo.judging:
        return {key for name in claims for key in memo.keys_of.get(name, ())}
    found = changed_keys(memo.judging.by_slot, judging.by_slot)
    before, after = memo.judging.preferred, judging.preferred
    found |= {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    claims |= memo.judging.rejected.keys() ^ judging.rejected.keys()
    return found | {key for name in claims for key in memo.keys_of.get(name, ())}


def slot_order(key: SlotKey | Slot) -> tuple[object, ...]:
    """Order slots by subject, attribute and key."""
    return key.about, key.attribute, tuple(value or "" for _, value in key.key), key.many_value or "", key.opinion


def _build_slot(
    key: SlotKey,
    claims: Sequence[Claim],
    attribute: Attribute,
    judging: Judging,
    releases: frozenset[ClaimKey],
    corrected: frozenset[ClaimKey],
) -> Slot:
    ordered = tuple(sorted(claims, key=claim_order))
    ranks: dict[ClaimKey, Rank] = {}
    for claim in ordered:
        if claim.excluded:
            ranks[claim.key] = Rank.EXCLUDED
        elif claim.key in corrected:
            ranks[claim.key] = Rank.SUPERSEDED
        elif claim.key in judging.rejected:
            ranks[claim.key] = Rank.REJECTED
    standing = [claim for claim in ordered if claim.key not in ranks]
    far = _far_value(key, attribute)
    groups = _value_groups(standing, far, releases)
    judgement = judging.by_slot.get(key)
    shown = choose_shown(groups, attribute, judging.preferred.get(key, ()))
    groups, shown = with_spans_told(groups, shown)
    newest = newest_day(groups)
    for group in groups:
        ranks |= dict.fromkeys((claim.key for claim in group.claims), rank_of(group, shown, attribute, newest))
    taken_back = [claim for claim in ordered if claim.key in corrected and not claim.excluded]
    groups.extend(_doubted_group(one, far, releases, Doubt.CORRECTED) for one in agreed_sets(taken_back))
    groups.sort(key=lambda one: group_order(one, ranks[one.claims[0].key], shown))
    return Slot(
        about=key.about,
        attribute=key.attribute,
        key=key.key,
        many_value=key.many_value,
        opinion=key.opinion,
        claims=ordered,
        groups=tuple(groups),
        ranks=ranks,
        confidences={claim.key: group.confidence for group in groups for claim in group.claims},
        disputed=False,
        judgement=judgement,
    )


def claim_order(claim: Claim) -> tuple[str, int, str]:
    """Order claims by file, then as written."""
    return claim.holder, claim.order, claim.key


def agreed_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims of one slot in sets that agree: they say one value, and on terms that no two contradict."""
    sets = [one for same in same_value_sets(claims) for one in agreeing_sets(same)]
    return sorted(sets, key=_first_order) if len(sets) > 1 else sets


def same_value_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims of one slot in sets that say the same value; a printed second currency joins them too."""
    if len(claims) < 2:
        return [list(claims)] if claims else []
    listed = any(claim.value is None for claim in claims)
    measured = _measured(claims)
    sets: dict[Hashable, list[Claim]] = {}
    joined = False
    for claim in sorted(claims, key=claim_order):
        marks = _marks(claim, measured, listed=listed)
        met = {id(one): one for mark in marks if (one := sets.get(mark))}
        joined = joined or len(met) > 1
        largest = max(met.values(), key=len, default=[])
        largest.append(claim)
        for other in met.values():
            if other is not largest:
                largest.extend(other)
                marks |= {mark for one in other for mark in _marks(one, measured, listed=listed)}
        sets.update(dict.fromkeys(marks, largest))
    found = list({id(one): one for one in sets.values()}.values())
    # Sets that no claim has joined are in order as they are.
    return sorted((sorted(one, key=claim_order) for one in found), key=_first_order) if joined else found


def _first_order(claims: Sequence[Claim]) -> tuple[str, int, str]:
    return claim_order(claims[0])


def _measured(claims: Iterable[Claim]) -> Mapping[object, Hashable]:
    """Return what figures come to in one measure, where those of a slot are printed in several: 3 GW and 3000 MW."""
    values = [one for claim in claims for one in (claim.value, claim.also_printed)]
    figures = [one for one in values if isinstance(one, _FIGURES)]
    if len(figures) < 2:
        return {}
    return measure_marks(figures) if len({_printed_measure(one) for one in figures}) > 1 else {}


def _printed_measure(figure: Money | Quantity) -> tuple[str | None, ...]:
    if isinstance(figure, Money):
        return figure.currency, figure.per
    return figure.unit, figure.of, figure.per


def _marks(claim: Claim, measured: Mapping[object, Hashable], *, listed: bool) -> set[Hashable]:
    """Return what tells the claim's values from others; a sum in two currencies has a mark for each.

    Where a claim lists the members of a relation (``listed``), all claims of its slot speak of the same pair.
    """
    if listed:
        return {claim.denied}
    return {(claim.denied, measured[one] if one in measured else _mark(one, claim)) for one in printed_values(claim)}


def _mark(value: Value, claim: Claim) -> Hashable:
    match value:
        case EntityRef(id=end):
            # A relation is the same by whichever of its names and from whichever of its ends it is told.
            return frozenset({*claim.about, end})
        case EntityName() | Text():
            return canonical(value)
        case Money():
            return value.amount, value.amount_max, value.currency, value.bound, value.per
        case Quantity():
            return value.number, value.number_max, value.unit, value.bound, value.of, value.per
        case PartialDate():
            return value.edtf
        case Unknown() | Nothing():
            return type(value).__name__


def printed_values(claim: Claim) -> tuple[Value, ...]:
    """Return the claim's value and the one printed beside it."""
    return tuple(one for one in (claim.value, claim.also_printed) if one is not None)


def _far_value(key: SlotKey, attribute: Attribute) -> Value | None:
    """Return the far end of a relation as its first subject sees it, by whichever of its names it is written."""
    if attribute.symmetric and len(key.about) > 1:
        return EntityRef(key.about[1])
    far = far_end(key) if attribute.is_relation else None
    return EntityRef(far) if far else None


def far_end(place: Slot | SlotKey) -> SubjectId | None:
    """Return the subject at the far end of a relation; a name alone, none and unknown are no subjects."""
    far = place.many_value
    return None if far is None or far in _NOBODY or far.startswith("text:") else SubjectId(far)


def value_of(slot: Slot, claim: Claim) -> Value | None:
    """Return what a claim says from where its slot looks: of a relation written from its far end, that end."""
    if not isinstance(claim.value, EntityRef) or claim.value.id not in slot.about:
        return claim.value
    far = slot.about[1] if len(slot.about) > 1 else far_end(slot)
    return EntityRef(far) if far else claim.value


def _value_groups(claims: Sequence[Claim], far: Value | None, releases: frozenset[ClaimKey]) -> list[ValueGroup]:
    """Return the groups of claims that say the same, each rated by those of its claims that count."""
    sets = agreed_sets(claims)
    found = []
    for same, backing in zip(sets, back_claims(sets), strict=True):
        if backing.doubt:
            found.append(_doubted_group(same, far, releases, backing.doubt))
        else:
            found.append(_value_group(same, far, releases, backing.claims))
    return found


def _doubted_group(claims: list[Claim], far: Value | None, releases: frozenset[ClaimKey], doubt: Doubt) -> ValueGroup:
    """Return a group that nothing backs: it is never surer than low, and says why."""
    group = _value_group(claims, far, releases, claims)
    reason = f"{doubt_words(doubt, claims)}; {group.reason}"
    return replace(group, confidence=Confidence.LOW, reason=reason, doubt=doubt)


def _value_group(
    claims: list[Claim], far: Value | None, releases: frozenset[ClaimKey], backing: Sequence[Claim]
) -> ValueGroup:
    """Return a group; ``backing`` are the claims that its origins and grade are counted of, restatements aside."""
    by_origin: dict[str, str] = {}
    counted, voices = own_claims(backing), own_claims(claims)
    for claim in counted:
        by_origin[claim.origin] = max(claim.grade, by_origin.get(claim.origin, claim.grade))
    confidence, reason = rate_confidence(counted, by_origin, releases)
    first = min(voices, key=lambda one: one.key)
    newest = max(voices, key=lambda one: (day_of(one.as_of), one.key))
    return ValueGroup(
        far or first.value, first.denied, tuple(claims), tuple(sorted(by_origin)), min(by_origin.values()),
        newest.as_of, confidence, reason, independent=max(1, origins_of(counted).independent),
    )  # fmt: skip


def choose_unjudged(slot: Slot, attribute: Attribute, among: Collection[ClaimKey] | None = None) -> ClaimKey | None:
    """Return the first claim of the value that a slot would show if nobody had judged it; ``among`` leaves some out."""
    corrected = slot.corrected
    standing = [claim for claim in slot.claims if not claim.excluded and claim.key not in corrected]
    counted = [claim for claim in standing if among is None or claim.key in among]
    shown = choose_shown(_value_groups(counted, None, frozenset()), attribute, ())
    return min(claim.key for claim in shown.claims) if shown else None
