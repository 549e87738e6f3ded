"""Exchange rates that sources used: what every sum printed in two currencies implies, against the rate of its month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.dataset.linked.exchange_rates import Rates, index_rates
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.printed_pairs import (
    PrintedPair,
    known_rates,
    month_words,
    months_within,
    printed_pairs,
    rate_words,
)
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.values import claim_value


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pair of printed sums with the rate that it implies; texts that no known rate gives are empty."""

    about: PageLink
    label: str
    printed: Prose
    implied: str
    month: str
    rate: str
    deviation: str
    beyond: str
    best: str
    sources: tuple[SourceRef, ...]


def list_pairs(context: Context) -> list[PrintedPair]:
    """Return every printed pair, the oldest claim first."""
    pairs = printed_pairs(RuleContext(context.data, index_rates(context.data.rates), context.today))
    return sorted(pairs, key=_age_order)


def view_pairs(context: Context, pairs: Iterable[PrintedPair]) -> tuple[PairRow, ...]:
    """Return a row for every printed pair."""
    rates, linker = index_rates(context.data.rates), Linker(context)
    return tuple(_view_pair(context, pair, rates, linker) for pair in pairs)


def _age_order(pair: PrintedPair) -> tuple[str, str]:
    day = pair.claim.as_of.last_day
    if day is None:
        return "", pair.claim.key
    return day.isoformat(), pair.claim.key


def _view_pair(context: Context, pair: PrintedPair, rates: Rates, linker: Linker) -> PairRow:
    slot = context.data.slot_of[pair.claim.key]
    label, _ = slot_label(context, slot)
    rate_of = known_rates(rates, pair.base, pair.quote)
    row = PairRow(
        about=PageLink(context.display(slot.about[0]), *locate_slot(context, slot)),
        label=label,
        printed=claim_value(context, pair.claim, linker),
        implied=pair.words,
        month="",
        rate="",
        deviation="",
        beyond=context.labels.say("no-rate"),
        best=_best_month(pair, rate_of),
        sources=source_refs(context, [pair.claim]),
    )
    months = months_within((pair.claim.as_of, pair.claim.published), list(rate_of))
    # Of the month that the sum is of and that of publication, the writer is given the one that fits him better.
    month = min(months, key=lambda month: (pair.miss(rate_of[month]), month), default=None)
    if month is None:
        return row
    rate = rate_of[month]
    return replace(
        row,
        month=month_words(month),
        rate=rate_words(rate),
        deviation=_percent(pair.middle / rate - 1),
        beyond=_rounding_words(context, pair.miss(rate)),
    )


def _best_month(pair: PrintedPair, rate_of: Mapping[str, Decimal]) -> str:
    """Return the month, with its rate, that comes nearest to a pair; nothing where none was known."""
    latest = pair.claim.published.latest
    # No text can have used a rate of a month after its publication.
    past = [month for month in rate_of if latest is None or month <= latest.isoformat()[:7]]
    best = min(past, key=lambda month: (abs(rate_of[month] - pair.middle), month), default=None)
    if best is None:
        return ""
    return f"{month_words(best)}, {rate_words(rate_of[best])}"


def _percent(share: Decimal) -> str:
    return f"{share * 100:+.1f} %".replace("-", "\N{MINUS SIGN}")


def _rounding_words(context: Context, miss: Decimal) -> str:
    """Return by how much a rate misses what a pair can imply, its sums being rounded."""
    if not miss:
        return context.labels.say("within-rounding")
    return context.labels.say("beyond-rounding", share=f"{miss * 100:.1f} %")
