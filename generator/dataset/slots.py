"""Claims in, slots out: which claims answer the same question, and which value is shown.

The rules: excluded and rejected claims step aside; what varies with time is succeeded by what is
newer; a judgement's preference wins; otherwise grade, independent origins and date decide.
"""

import hashlib
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dataset.confidence import rate_confidence
from generator.dataset.records import Rank, Slot, ValueGroup
from generator.model.claims import Claim
from generator.model.dates import PartialDate
from generator.model.ids import ClaimKey, SubjectId
from generator.model.records import Judgement
from generator.model.registry import Attribute, Registry
from generator.model.values import EntityName, EntityRef, Money, Text, Value, print_value, same_value


@dataclass(frozen=True, slots=True)
class SlotKey:
    """The question that the claims of one slot answer."""

    about: tuple[SubjectId, ...]
    attribute: str
    key: tuple[tuple[str, str | None], ...]
    many_value: str | None
    opinion: bool

    @property
    def digest(self) -> str:
        """Twelve hex digits that name the slot for good."""
        parts = [list(self.about), self.attribute, [list(one) for one in self.key], self.many_value, self.opinion]
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Judging:
    """Every editor's decision, ready to look up."""

    by_slot: Mapping[SlotKey, Judgement]
    rejected: Mapping[ClaimKey, str]
    moved: Mapping[ClaimKey, SubjectId]


def slot_key(claim: Claim, attribute: Attribute, moved: Mapping[ClaimKey, SubjectId]) -> SlotKey:
    """Return the slot of a claim; either name of a relation and either end of a pair lead to one slot."""
    to = moved.get(claim.key)
    about = (to,) if to else claim.about
    name, value = attribute.name, claim.value
    if attribute.symmetric and isinstance(value, EntityRef):
        about = tuple(sorted((*about, SubjectId(value.id))))
        value = None
    elif attribute.inverse_of and isinstance(value, EntityRef):
        name, about, value = attribute.inverse_of, (SubjectId(value.id),), EntityRef(about[0])
    if attribute.symmetric:
        about = tuple(sorted(about))
    key = tuple((one, claim.qualifier(one)) for one in attribute.key)
    return SlotKey(about, name, key, canonical(value) if attribute.many and value else None, claim.is_opinion)


def canonical(value: Value) -> str:
    """Return the text that tells the values of a many-valued attribute apart."""
    match value:
        case EntityName(name=text) | Text(text=text):
            return "text:" + " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return print_value(value)


def build_slots(
    claims: Iterable[Claim], registry: Registry, judging: Judging, releases: frozenset[ClaimKey]
) -> tuple[Slot, ...]:
    """Return all slots, sorted; ``releases`` are claims of an actor about its own done act."""
    by_key: dict[SlotKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_key[slot_key(claim, registry.attributes[claim.attribute], judging.moved)].append(claim)
    return tuple(
        _build_slot(key, by_key[key], registry.attributes[key.attribute], judging, releases)
        for key in sorted(by_key, key=_slot_order)
    )


def _slot_order(key: SlotKey) -> tuple[object, ...]:
    return key.about, key.attribute, tuple(value or "" for _, value in key.key), key.many_value or "", key.opinion


def _build_slot(
    key: SlotKey, claims: Sequence[Claim], attribute: Attribute, judging: Judging, releases: frozenset[ClaimKey]
) -> Slot:
    ordered = tuple(sorted(claims, key=claim_order))
    ranks: dict[ClaimKey, Rank] = {}
    for claim in ordered:
        if claim.excluded:
            ranks[claim.key] = Rank.EXCLUDED
        elif claim.key in judging.rejected:
            ranks[claim.key] = Rank.REJECTED
    standing = [claim for claim in ordered if claim.key not in ranks]
    groups = [_value_group(one, _far_value(key, attribute), releases) for one in same_value_sets(standing)]
    judgement = judging.by_slot.get(key)
    shown = _choose(groups, attribute, judgement)
    newest = max((_day(claim.as_of) for claim in standing), default=date.min)
    for group in groups:
        rank = Rank.SHOWN if group is shown else _rank_of(group, attribute, newest)
        ranks |= {claim.key: rank for claim in group.claims}
    groups.sort(key=lambda one: (one is not shown, ranks[one.claims[0].key] is Rank.SUPERSEDED, _strength(one)))
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


def same_value_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims in sets that say the same value; a printed second currency joins them too."""
    sets: list[list[Claim]] = []
    for claim in claims:
        hits = [one for one in sets if any(_says_same(claim, other) for other in one)]
        joined = [other for one in hits for other in one]
        sets = [one for one in sets if one not in hits]
        sets.append(sorted([*joined, claim], key=claim_order))
    return sets


def _says_same(a: Claim, b: Claim) -> bool:
    if a.denied != b.denied:
        return False
    if a.value is None or b.value is None:
        return True
    return any(same_value(x, y) for x in printed_values(a) for y in printed_values(b) if _comparable(x, y)) or (
        a.attribute != b.attribute and isinstance(a.value, EntityRef)
    )


def _comparable(a: Value, b: Value) -> bool:
    return not (isinstance(a, Money) and isinstance(b, Money)) or a.currency == b.currency


def printed_values(claim: Claim) -> tuple[Value, ...]:
    """Return the claim's value and the one printed beside it."""
    return tuple(one for one in (claim.value, claim.also_printed) if one is not None)


def _far_value(key: SlotKey, attribute: Attribute) -> Value | None:
    """Return the far end of a many-valued relation, by whichever of its names the claims write it."""
    if not attribute.is_relation or key.many_value is None or key.many_value.startswith("text:"):
        return None
    return EntityRef(key.many_value)


def _value_group(claims: list[Claim], far: Value | None, releases: frozenset[ClaimKey]) -> ValueGroup:
    by_origin: dict[str, str] = {}
    for claim in claims:
        by_origin[claim.origin] = max(claim.grade, by_origin.get(claim.origin, claim.grade))
    confidence, reason = rate_confidence(claims, by_origin, releases)
    first = min(claims, key=lambda one: one.key)
    newest = max(claims, key=lambda one: (_day(one.as_of), one.key))
    return ValueGroup(
        far or first.value, first.denied, tuple(claims), tuple(sorted(by_origin)), min(by_origin.values()),
        newest.as_of, confidence, reason,
    )  # fmt: skip


def _choose(groups: list[ValueGroup], attribute: Attribute, judgement: Judgement | None) -> ValueGroup | None:
    if judgement:
        for key in judgement.prefer:
            for group in groups:
                if any(claim.key == key for claim in group.claims):
                    return group
    candidates = groups
    if attribute.varies and groups:
        newest = max(_day(group.as_of) for group in groups)
        candidates = [group for group in groups if _day(group.as_of) == newest]
    return min(candidates, key=_strength, default=None)


def _strength(group: ValueGroup) -> tuple[str, int, int, str]:
    return group.grade, -len(group.origins), -_day(group.as_of).toordinal(), min(one.key for one in group.claims)


def _rank_of(group: ValueGroup, attribute: Attribute, newest: date) -> Rank:
    return Rank.SUPERSEDED if attribute.varies and _day(group.as_of) < newest else Rank.NORMAL


def _day(moment: PartialDate) -> date:
    return moment.latest or moment.earliest or date.min
