"""The ends of intervals, of days or of figures, where None is an open end."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

End = TypeVar("End", date, Decimal, int)


def is_below(end: End | None, limit: End | None) -> bool:
    """Tell whether an end lies below another one for sure; an open end lies neither below nor above anything."""
    if end is None or limit is None:
        return False
    return end < limit
