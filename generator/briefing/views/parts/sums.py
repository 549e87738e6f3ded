"""Sums in one order: what a sum is worth in the briefing's currency, by the pair printed beside it or a dated rate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.dataset.linked.exchange_rates import month_of, nearest_month
from briefing.model.claims import Claim
from briefing.model.money import Money
from briefing.model.records import Rate
from briefing.views.base.context import Context
from briefing.views.base.paging import weigh_claim
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.values import lead_claim

_ROW = 60


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum in the briefing's currency; ``rate`` is the monthly rate it comes by, None where the source prints it."""

    amount: Decimal
    rate: Rate | None


def worth_of(ctx: Context, claim: Claim) -> Worth | None:
    """Return what a sum is worth in the briefing's currency, or None where nothing tells."""
    currency = ctx.data.briefing.currency
    sums = [one for one in (claim.value, claim.also_printed) if isinstance(one, Money)]
    printed = next((one for one in sums if one.currency == currency), None)
    if printed:
        return Worth(printed.amount_max or printed.amount, None)
    found = ((one, rate_for(ctx, one.currency, month_of(claim))) for one in sums)
    return next((_converted(one, rate, currency) for one, rate in found if rate), None)


def _converted(money: Money, rate: Rate, currency: str) -> Worth:
    amount = money.amount_max or money.amount
    forward = rate.pair == f"{money.currency}/{currency}"
    return Worth(amount * rate.rate if forward else amount / rate.rate, rate)


def rate_for(ctx: Context, currency: str, month: str) -> Rate | None:
    """Return the rate between a currency and the briefing's for a month, else for the nearest one within a year."""
    home = ctx.data.briefing.currency
    fitting = [one for one in ctx.data.rates if one.pair in (f"{currency}/{home}", f"{home}/{currency}")]
    nearest = nearest_month((one.month for one in fitting), month)
    return next((one for one in fitting if one.month == nearest), None)


def by_worth(ctx: Context, claims: Iterable[Claim]) -> list[tuple[Decimal, Claim]]:
    """Return claims with what they are worth, the largest first, those of unknown worth last."""
    found = [(worth.amount if worth else Decimal(-1), claim) for claim in claims for worth in [worth_of(ctx, claim)]]
    return sorted(found, key=lambda one: (-one[0], one[1].key))


def money_entries(ctx: Context, attribute: str) -> Iterator[Entry]:
    """Yield every slot of sums (``amount``) or of effects (``effect``) that shows a value, once."""
    for layout in ctx.addresses.layouts.values():
        for entry in layout.entries:
            if entry.slot.attribute == attribute and entry.slot.shown and entry.slot.about[0] == layout.subject:
                yield entry


def largest(ctx: Context, attribute: str) -> list[Entry]:
    """Return the slots of an attribute by what they are worth, the largest first."""
    return largest_first(ctx, money_entries(ctx, attribute))


def largest_first(ctx: Context, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries that show a sum by what it is worth, the largest first."""
    by_claim = {lead_claim(one.slot.shown).key: one for one in entries if one.slot.shown}
    return [by_claim[claim.key] for _, claim in by_worth(ctx, [ctx.data.claims[key] for key in by_claim])]


def weigh_sum(entry: Entry) -> int:
    """Return what the row of a sum weighs in a list."""
    return _ROW + sum(map(weigh_claim, entry.slot.claims))
