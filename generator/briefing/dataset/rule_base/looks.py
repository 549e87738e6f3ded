"""Figures as a reader sees them: a sum, what rounding makes of it, and the digits that catch the eye."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from briefing.dataset.comparing.leading_claims import parties
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.sums import Figure, figures_of, sizes_of
from briefing.model.grouping import first_by
from briefing.model.money import Money
from briefing.model.numerals import EXACT

Parties = tuple[str, ...]


class PrintedSum(NamedTuple):
    """What a source prints of a sum: currency, amount, and of a range its upper end."""

    currency: str
    amount: Decimal
    amount_max: Decimal | None


class Look(NamedTuple):
    """A figure as a reader sees it: its sum, what rounding makes of it, and the digits that catch the eye.

    A figure that is ``rough`` is rounded to one digit, such as 2 trillion, and meets too many others.
    """

    figure: Figure
    sum: PrintedSum
    low: Decimal
    high: Decimal
    digits: tuple[int, ...]
    rough: bool
    payer: Parties
    payee: Parties

    @property
    def slot(self) -> Slot:
        """The slot that the figure stands in."""
        return self.figure.slot


def looks_of_slot(context: RuleContext, slot: Slot) -> tuple[Look, ...]:
    """Return every different sum of a slot; none of an opinion."""
    return context.cached_of(_find_looks, slot)


def looks_of_things(context: RuleContext, slots: Sequence[Slot]) -> list[Look]:
    """Return the figures of several slots; a slot alone is one thing, whose figures are taken for no other one's."""
    if len(slots) < 2:
        return []
    return list(chain.from_iterable(context.cached_of_each(_find_looks, slots)))


def _find_looks(_context: RuleContext, slot: Slot) -> tuple[Look, ...]:
    if slot.opinion:
        return ()
    figures = first_by(figures_of(slot), _printed_sum)
    return tuple(map(_look, figures.values(), figures))


def _printed_sum(figure: Figure) -> PrintedSum:
    return PrintedSum(figure.money.currency, figure.money.amount, figure.money.amount_max)


def _look(figure: Figure, printed: PrintedSum) -> Look:
    money, claim = figure.money, figure.claim
    is_rough = bool(money.step) and money.amount.adjusted() <= money.step.adjusted()
    # What was rounded may have been half a step away; a range may be rounded more coarsely at its end.
    step_max = money.step_max or money.step
    smaller, larger = sizes_of(money)
    return Look(
        figure,
        printed,
        smaller - money.step / 2,
        larger + step_max / 2,
        _digits(money),
        is_rough,
        parties(claim, "payer"),
        parties(claim, "payee"),
    )


def _digits(money: Money) -> tuple[int, ...]:
    """Return the digits of a sum without the zeros around them; none of a range."""
    if money.amount_max is not None:
        return ()
    return money.amount.normalize(EXACT).as_tuple().digits
