"""The rule values-differ: values of one slot that can not all be true, rounding and bounds respected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from generator.dataset.records import Conflict, Rank, Slot, ValueGroup
from generator.dataset.slots import SlotKey, printed_values
from generator.model.numerals import Interval, intervals_meet
from generator.model.records import Judgement, Rate
from generator.model.registry import Registry
from generator.model.values import (
    EntityName,
    EntityRef,
    Money,
    Nothing,
    Text,
    Unknown,
    Value,
    agree,
    interval,
    value_text,
)

RULE = "values-differ"
TOLERANCE = Decimal("0.02")
"""How far two sums in two currencies may lie apart after conversion at their month's rate."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Exchange rates by pair and month."""

    by_month: Mapping[tuple[str, str], Decimal]

    def convert(self, money: Money, currency: str, month: str) -> Interval | None:
        """Return the interval of ``money`` in another currency at the month's rate, widened by the tolerance."""
        direct = self.by_month.get((f"{money.currency}/{currency}", month))
        back = self.by_month.get((f"{currency}/{money.currency}", month))
        factor = direct if direct else 1 / back if back else None
        if factor is None:
            return None
        low, high = interval(money)
        return (
            None if low is None else low * factor * (1 - TOLERANCE),
            None if high is None else high * factor * (1 + TOLERANCE),
        )


def index_rates(rates: tuple[Rate, ...]) -> Rates:
    """Return the rates, ready to look up."""
    return Rates({(one.pair, one.month): one.rate for one in rates})


def mark_disputes(
    slots: tuple[Slot, ...], registry: Registry, rates: Rates
) -> tuple[tuple[Slot, ...], tuple[Conflict, ...]]:
    """Return the slots with ``disputed`` set, and a conflict for each slot whose values differ."""
    marked: list[Slot] = []
    conflicts: list[Conflict] = []
    for slot in slots:
        differing = tuple(differing_groups(slot, registry, rates))
        if differing:
            conflict = _conflict(slot, differing)
            conflicts.append(conflict)
            marked.append(replace(slot, disputed=conflict.status != "settled"))
        else:
            marked.append(slot)
    return tuple(marked), tuple(sorted(conflicts, key=lambda one: one.key))


def differing_groups(slot: Slot, registry: Registry, rates: Rates) -> Iterator[ValueGroup]:
    """Yield the groups of a slot that disagree with another one, set-aside claims left out."""
    current = [one for one in slot.groups if slot.ranks[one.claims[0].key] in (Rank.SHOWN, Rank.NORMAL)]
    options = registry.attributes[slot.attribute].options
    pairs = [(a, b) for a, b in combinations(current, 2) if _differ(a, b, bool(options), rates)]
    for group in current:
        if any(group is a or group is b for a, b in pairs):
            yield group


def _differ(a: ValueGroup, b: ValueGroup, words_count: bool, rates: Rates) -> bool:
    if a.denied != b.denied:
        return True
    if a.value is None or b.value is None or isinstance(a.value, Unknown) or isinstance(b.value, Unknown):
        return False
    if isinstance(a.value, Nothing) or isinstance(b.value, Nothing):
        return True
    if isinstance(a.value, Money) and isinstance(b.value, Money):
        return not _sums_meet(a, b, rates)
    if isinstance(a.value, Text) or isinstance(b.value, Text):
        # Two wordings are not two facts, unless the words come from a list.
        return words_count
    return _can_compare(a.value, b.value) and not agree(a.value, b.value)


def _can_compare(a: Value, b: Value) -> bool:
    names = (EntityRef, EntityName)
    if isinstance(a, names) and isinstance(b, names):
        return True
    same_unit = getattr(a, "unit", None) == getattr(b, "unit", None)
    return type(a) is type(b) and same_unit and getattr(a, "of", None) == getattr(b, "of", None)


def _sums_meet(a: ValueGroup, b: ValueGroup, rates: Rates) -> bool:
    sums_a = [v for claim in a.claims for v in printed_values(claim) if isinstance(v, Money)]
    sums_b = [v for claim in b.claims for v in printed_values(claim) if isinstance(v, Money)]
    same_currency = [(x, y) for x in sums_a for y in sums_b if x.currency == y.currency and x.per == y.per]
    if same_currency:
        return any(intervals_meet(interval(x), interval(y)) for x, y in same_currency)
    month = a.as_of.latest or a.as_of.earliest
    converted = [
        (rates.convert(x, y.currency, month.isoformat()[:7]), interval(y)) for x in sums_a for y in sums_b if month
    ]
    # Without a rate nothing can be said, so nothing is.
    return not converted or any(x is None or intervals_meet(x, y) for x, y in converted)


def _conflict(slot: Slot, groups: tuple[ValueGroup, ...]) -> Conflict:
    key = SlotKey(slot.about, slot.attribute, slot.key, slot.many_value, slot.opinion)
    claims = tuple(sorted(claim.key for group in groups for claim in group.claims))
    values = " against ".join(_words(group) for group in groups)
    judgement = slot.judgement
    return Conflict(
        key=f"{RULE}-{key.digest}",
        rule=RULE,
        severity="conflict",
        status=status_of(judgement),
        audience="reader",
        about=slot.about,
        claims=claims,
        message=f"{slot.attribute.replace('-', ' ')} of {', '.join(slot.about)}: {values}",
        reading=judgement.because if judgement else None,
        judgement=judgement,
        span=groups[0].claims[0].span,
    )


def _words(group: ValueGroup) -> str:
    text = value_text(group.value) if group.value is not None else "said"
    return f"not {text}" if group.denied else text


def status_of(judgement: Judgement | None) -> str:
    """Return open, explained or settled."""
    if judgement is None:
        return "open"
    return "explained" if judgement.word else "settled"
