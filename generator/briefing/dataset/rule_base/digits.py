"""The digits of a printed figure, whatever it is of: what is left of a sum or a quantity without unit and bound."""

from decimal import Decimal

from briefing.model.money import Money
from briefing.model.quantity import Quantity

Digits = tuple[Decimal, Decimal | None]


def digits_of(figure: Money | Quantity) -> Digits:
    """Return the number of a figure, and of a range its upper end."""
    if isinstance(figure, Money):
        return figure.amount, figure.amount_max
    return figure.number, figure.number_max
