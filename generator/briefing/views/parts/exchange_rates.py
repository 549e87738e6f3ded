"""Exchange rates that sources used: what every sum printed in two currencies implies, against the rate of its month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


def list_pairs(ctx: Context) -> list[PrintedPair]:
    """Return every printed pair, the oldest claim first."""
    return sorted(printed_pairs(RuleContext(ctx.data, index_rates(ctx.data.rates), ctx.today)), key=_by_date)


def view_pairs(ctx: Context, pairs: Iterable[PrintedPair]) -> tuple[PairRow, ...]:
    """Return a row for every printed pair."""
    rates, linker = index_rates(ctx.data.rates), Linker(ctx)
    return tuple(_pair(ctx, one, rates, linker) for one in pairs)


def _by_date(pair: PrintedPair) -> tuple[str, str]:
    day = pair.claim.as_of.last_day
    return day.isoformat() if day else "", pair.claim.key


def _pair(ctx: Context, pair: PrintedPair, rates: Rates, linker: Linker) -> PairRow:
    slot = ctx.data.slot_of[pair.claim.key]
    known = known_rates(rates, pair.base, pair.quote)
    month = min(_months(pair, list(known)), key=lambda one: (pair.miss(known[one]), one), default=None)
    best = min(_past(pair, known), key=lambda one: (abs(known[one] - pair.middle), one), default=None)
    return PairRow(
        about=PageLink(ctx.display(slot.about[0]), *locate_slot(ctx, slot)),
        label=slot_label(ctx, slot)[0],
        printed=claim_value(ctx, pair.claim, linker),
        implied=pair.words,
        month=month_words(month) if month else "",
        rate=rate_words(known[month]) if month else "",
        deviation=_percent(pair.middle / known[month] - 1) if month else "",
        beyond=_beyond(ctx, pair.miss(known[month])) if month else ctx.labels.say("no-rate"),
        best=f"{month_words(best)}, {rate_words(known[best])}" if best else "",
        sources=source_refs(ctx, [pair.claim]),
    )


def _months(pair: PrintedPair, known: list[str]) -> Iterator[str]:
    """Yield the known months that the claim is of: the day it holds for and the day it was published."""
    yield from months_within((pair.claim.as_of, pair.claim.published), known)


def _past(pair: PrintedPair, known: Iterable[str]) -> list[str]:
    """Return the known months up to that of publication: no text can have used a later rate."""
    latest = pair.claim.published.latest
    return [one for one in known if latest is None or one <= latest.isoformat()[:7]]


def _percent(share: Decimal) -> str:
    return f"{share * 100:+.1f} %".replace("-", "\N{MINUS SIGN}")


def _beyond(ctx: Context, miss: Decimal) -> str:
    if not miss:
        return ctx.labels.say("within-rounding")
    return ctx.labels.say("beyond-rounding", share=f"{miss * 100:.1f} %")
