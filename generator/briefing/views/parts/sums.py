"""Sums in one order: what a sum is worth in the briefing's currency, by the pair printed beside it or a dated rate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.dataset.linked.exchange_rates import month_of, nearest_month
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.money import Money
from briefing.model.records import Rate
from briefing.views.base.context import Context
from briefing.views.base.paging import weigh_claim
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.values import lead_claim

_ROW_WEIGHT = 60


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum in the briefing's currency; ``rate`` is the monthly rate it comes by, None where the source prints it."""

    amount: Decimal
    rate: Rate | None


def worth_of(ctx: Context, claim: Claim) -> Worth | None:
    """Return what a sum is worth in the briefing's currency, or None where nothing tells."""
    currency = ctx.data.briefing.currency
    sums = [money for money in (claim.value, claim.also_printed) if isinstance(money, Money)]
    # What the source prints itself is better than any rate.
    for money in sums:
        if money.currency == currency:
            return Worth(_upper_end(money), None)
    month = month_of(claim)
    for money in sums:
        rate = rate_for(ctx, money.currency, month)
        if rate:
            return _convert(money, rate, currency)
    return None


def _convert(money: Money, rate: Rate, currency: str) -> Worth:
    """Return a sum in another currency by a monthly rate, which is stated in one direction and serves for both."""
    amount = _upper_end(money)
    if rate.pair == f"{money.currency}/{currency}":
        return Worth(amount * rate.rate, rate)
    return Worth(amount / rate.rate, rate)


def _upper_end(money: Money) -> Decimal:
    """Return the upper end of a range, or the sum itself."""
    return money.amount_max or money.amount


def rate_for(ctx: Context, currency: str, month: str) -> Rate | None:
    """Return the rate between a currency and the briefing's for a month, else for the nearest one within a year."""
    home = ctx.data.briefing.currency
    pairs = (f"{currency}/{home}", f"{home}/{currency}")
    by_month: dict[str, Rate] = {}
    for rate in ctx.data.rates:
        if rate.pair in pairs:
            by_month.setdefault(rate.month, rate)
    nearest = nearest_month(by_month, month)
    return by_month[nearest] if nearest else None


def money_entries(ctx: Context, attribute: str) -> Iterator[Entry]:
    """Yield every slot of sums (``amount``) or of effects (``effect``) that shows a value, once."""
    for layout in ctx.addresses.layouts.values():
        for entry in layout.entries:
            if entry.slot.attribute == attribute and _is_shown_for(entry, layout.subject):
                yield entry


def _is_shown_for(entry: Entry, subject: SubjectId) -> bool:
    # A slot about two subjects stands on both of their pages, and counts for the first.
    return entry.slot.shown is not None and entry.slot.about[0] == subject


def largest(ctx: Context, attribute: str) -> list[Entry]:
    """Return the slots of an attribute by what they are worth, the largest first."""
    return largest_first(ctx, money_entries(ctx, attribute))


def largest_first(ctx: Context, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries that show a sum by what it is worth, the largest first, those of unknown worth last."""
    by_lead: dict[ClaimKey, Entry] = {}
    for entry in entries:
        if entry.slot.shown:
            by_lead[lead_claim(entry.slot.shown).key] = entry
    leads = sorted(ctx.data.find_claims(by_lead), key=lambda claim: _worth_order(ctx, claim))
    return [by_lead[claim.key] for claim in leads]


def _worth_order(ctx: Context, claim: Claim) -> tuple[Decimal, str]:
    """Return what sums are sorted by, the largest first; equal ones stand in the order of their keys."""
    worth = worth_of(ctx, claim)
    # A sum of nothing is worth more than one of which nobody knows.
    amount = worth.amount if worth else Decimal(-1)
    return -amount, claim.key


def weigh_sum(entry: Entry) -> int:
    """Return what the row of a sum weighs in a list."""
    return _ROW_WEIGHT + sum(map(weigh_claim, entry.slot.claims))
