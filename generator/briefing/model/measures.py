"""Two figures in one measure, so that they can be compared: units, currencies and units of time that meet.

What is measured is told apart first: `% of GDP` is no `%` of anything else, `per year` is not no `per` at all.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import TypeVar

from briefing.model.intervals import Interval, interval_of
from briefing.model.money import Money
from briefing.model.numerals import Bound
from briefing.model.quantity import RANK, Quantity
from briefing.model.unit_words import unit_form
from briefing.model.units import SAME, Conversion, conversion, rounded

Figure = Money | Quantity
F = TypeVar("F", Money, Quantity)

_PER = " per "
CEILINGS = frozenset({Bound.UP_TO, Bound.UNDER})
FLOORS = frozenset({Bound.AT_LEAST, Bound.OVER})
_STRICT = frozenset({Bound.UNDER, Bound.OVER})


class Hurdle(StrEnum):
    """Why two figures cannot be compared."""

    UNIT = "unit"
    PER = "per"
    OF = "of"
    CURRENCY = "currency"
    WORDING = "wording"
    KIND = "kind"


def in_measure_of(figure: F, other: F) -> F | None:
    """Return ``figure`` in the unit and per the unit of time of ``other``, or None where nothing converts it."""
    if measure_of(figure) == measure_of(other):
        return figure
    found = _way(measure_of(figure), measure_of(other))
    return None if isinstance(found, Hurdle) else _converted(figure, other, found)


def in_one_measure(left: Iterable[F], right: Iterable[F]) -> Iterator[tuple[F, F]]:
    """Yield the pairs of figures that convert, the first of each in the measure of the second."""
    for figure, other in product(left, right):
        converted = in_measure_of(figure, other)
        if converted is not None:
            yield converted, other


def hurdle_between(a: Figure, b: Figure) -> Hurdle | None:
    """Return what keeps two figures from being compared, None where nothing does; exchange rates are not known here."""
    if type(a) is not type(b):
        return Hurdle.KIND
    found = _way(measure_of(a), measure_of(b))
    return found if isinstance(found, Hurdle) else None


def measure_marks(figures: Iterable[Figure]) -> dict[object, Hashable]:
    """Return for every figure what is equal where figures say the same: 3 GW and 3000 MW, 5bn a month and 60bn a year.

    Figures of one measure, as nearly all are, are taken as they are printed.
    """
    first: dict[tuple[str, ...], Figure] = {}
    marks: dict[object, Hashable] = {}
    for figure in sorted(set(figures), key=lambda one: (measure_of(one), one.printed)):
        base = next((one for one in first.values() if not hurdle_between(figure, one)), None)
        if base is None:
            first[measure_of(figure)] = base = figure
        found = _way(measure_of(figure), measure_of(base))
        same = SAME if isinstance(found, Hurdle) else found
        marks[figure] = (measure_of(base), same.of(figure.low.value), _end(figure, same), figure.bound)
    return marks


def _end(figure: Figure, change: Conversion) -> Hashable:
    return None if figure.high is None else change.of(figure.high.value)


def bounds_exclude(a: Figure, b: Figure) -> bool:
    """Tell whether a floor lies above a ceiling of the same measure: `over 5000` and `up to 5000` have no number."""
    for floor, ceiling in ((a, b), (b, a)):
        if floor.bound in FLOORS and ceiling.bound in CEILINGS:
            least, most = floor.low.value, (ceiling.high or ceiling.low).value
            return least > most or (least == most and bool({floor.bound, ceiling.bound} & _STRICT))
    return False


def bare_interval(figure: Figure) -> Interval:
    """Return what the printed digits stand for, whatever bound stands before them."""
    return interval_of(figure.low, figure.high, Bound.EXACT)


def same_pace(a: str | None, b: str | None) -> bool:
    """Tell whether what follows `per` converts: months and years do, a month and nothing do not."""
    return _pace(per_form(a), per_form(b)) is not None


def measure_of(figure: Figure) -> tuple[str, ...]:
    """Return what a figure is measured in, the same for all spellings: kind, unit or currency, of what, per what."""
    if isinstance(figure, Money):
        return "money", figure.currency, "", per_form(figure.per)
    return "quantity", unit_form(figure.unit), unit_form(figure.of), per_form(figure.per)


@lru_cache(maxsize=1024)
def per_form(text: str | None) -> str:
    """Return the one form of what follows `per`: several units in one order."""
    return _PER.join(sorted(unit_form(part) for part in text.split(_PER))) if text else ""


@lru_cache(maxsize=1024)
def _way(start: tuple[str, ...], to: tuple[str, ...]) -> Conversion | Hurdle:
    """Return how figures of one measure become figures of another, or what keeps them apart."""
    if start == to:
        return SAME
    kind, unit, of, per = start
    other_kind, other_unit, other_of, other_per = to
    if kind != other_kind:
        return Hurdle.KIND
    if of != other_of and not (unit == RANK and "" in (of, other_of)):
        return Hurdle.OF
    change = conversion(unit, other_unit)
    if change is None:
        return Hurdle.CURRENCY if kind == "money" else Hurdle.UNIT
    pace = _pace(per, other_per)
    if pace is None or (change.offset and pace is not SAME):
        return Hurdle.PER
    return Conversion(rounded(change.factor / pace.factor), change.offset)


def _pace(per: str, other: str) -> Conversion | None:
    """Return how the units after `per` convert: the one that differs, where one does."""
    here, there = per.split(_PER), other.split(_PER)
    rest_here = [one for one in here if one not in there]
    rest_there = [one for one in there if one not in here]
    if not rest_here and not rest_there:
        return SAME
    if len(rest_here) != 1 or len(rest_there) != 1:
        return None
    return conversion(rest_here[0], rest_there[0])


def _converted(figure: F, other: F, change: Conversion) -> F:
    step, step_max = change.of_width(figure.step), change.of_width(figure.step_max)
    if isinstance(figure, Money):
        return replace(
            figure,
            amount=change.of(figure.amount),
            amount_max=None if figure.amount_max is None else change.of(figure.amount_max),
            per=other.per,
            step=step,
            step_max=step_max,
        )
    return replace(
        figure,
        number=change.of(figure.number),
        number_max=None if figure.number_max is None else change.of(figure.number_max),
        unit=other.unit,
        per=other.per,
        step=step,
        step_max=step_max,
    )
