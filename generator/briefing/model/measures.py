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
from briefing.model.quantity import Quantity
from briefing.model.unit_faults import RANK
from briefing.model.unit_words import unit_form
from briefing.model.units import SAME, Conversion, conversion, rounded

Figure = Money | Quantity
F = TypeVar("F", Money, Quantity)
Measure = tuple[str, str, str, str]
"""Kind of figure, unit or currency, of what, per what; all in the forms in which they are compared."""

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
    """Return ``figure`` in the unit and per the unit of time of ``other``, or None where nothing converts it.

    `3 GW` becomes 3000 where the other is in megawatts; the words that were printed stay as they are.
    """
    measure, other_measure = measure_of(figure), measure_of(other)
    if measure == other_measure:
        return figure
    change = _conversion_between(measure, other_measure)
    if isinstance(change, Hurdle):
        return None
    return _converted(figure, other, change)


def in_one_measure(left: Iterable[F], right: Iterable[F]) -> Iterator[tuple[F, F]]:
    """Yield the pairs of figures that convert, the first of each in the measure of the second."""
    for figure, other in product(left, right):
        converted = in_measure_of(figure, other)
        if converted is not None:
            yield converted, other


def hurdle_between(a: Figure, b: Figure) -> Hurdle | None:
    """Return what keeps two figures from being compared, None where nothing does.

    Exchange rates are not known here: of two currencies the hurdle is the currency.
    """
    if type(a) is not type(b):
        return Hurdle.KIND
    change = _conversion_between(measure_of(a), measure_of(b))
    if isinstance(change, Hurdle):
        return change
    return None


def measure_marks(figures: Iterable[Figure]) -> dict[object, Hashable]:
    """Return for every figure what is equal where figures say the same: 3 GW and 3000 MW, 5bn a month and 60bn a year.

    Figures of one measure, as nearly all are, are taken as they are printed. Others are converted to the first
    figure of theirs in order, so that marks of one call can be compared with each other, and with no others.
    """
    bases: dict[Measure, Figure] = {}
    marks: dict[object, Hashable] = {}
    # In a fixed order, so that the same measure serves as the base whatever order the figures come in.
    for figure in sorted(set(figures), key=_figure_order):
        base = _first_comparable(figure, bases.values())
        if base is None:
            base = figure
            bases[measure_of(figure)] = base
        marks[figure] = _mark(figure, base)
    return marks


def _figure_order(figure: Figure) -> tuple[Measure, str]:
    return measure_of(figure), figure.printed


def _first_comparable(figure: Figure, bases: Iterable[Figure]) -> Figure | None:
    """Return the first figure that another converts to."""
    for base in bases:
        if hurdle_between(figure, base) is None:
            return base
    return None


def _mark(figure: Figure, base: Figure) -> Hashable:
    """Return what a figure says in the measure of ``base``: two figures say the same where this is equal."""
    change = _conversion_between(measure_of(figure), measure_of(base))
    if isinstance(change, Hurdle):
        change = SAME
    high = None if figure.high is None else change.of(figure.high.value)
    return measure_of(base), change.of(figure.low.value), high, figure.bound


def bounds_exclude(a: Figure, b: Figure) -> bool:
    """Tell whether a floor lies above a ceiling of the same measure, so that no number satisfies both.

    `over 5000` and `up to 5000` exclude each other, `at least 5000` and `up to 5000` have the number itself.
    """
    for floor, ceiling in ((a, b), (b, a)):
        if floor.bound in FLOORS and ceiling.bound in CEILINGS:
            return _lies_above(floor, ceiling)
    return False


def _lies_above(floor: Figure, ceiling: Figure) -> bool:
    """Tell whether a floor leaves nothing up to a ceiling."""
    least = floor.low.value
    most = (ceiling.high or ceiling.low).value
    if least == most:
        # `at least 5000` and `up to 5000` have the number itself in common; a strict bound leaves it out.
        return floor.bound in _STRICT or ceiling.bound in _STRICT
    return least > most


def bare_interval(figure: Figure) -> Interval:
    """Return what the printed digits stand for, whatever bound stands before them."""
    return interval_of(figure.low, figure.high, Bound.EXACT)


def same_pace(a: str | None, b: str | None) -> bool:
    """Tell whether what follows `per` converts.

    Months and years do; a month and nothing do not: a sum a month is no sum in all.
    """
    return _pace(per_form(a), per_form(b)) is not None


def measure_of(figure: Figure) -> Measure:
    """Return what a figure is measured in, the same for all spellings: kind, unit or currency, of what, per what."""
    if isinstance(figure, Money):
        return "money", figure.currency, "", per_form(figure.per)
    return "quantity", unit_form(figure.unit), unit_form(figure.of), per_form(figure.per)


@lru_cache(maxsize=1024)
def per_form(text: str | None) -> str:
    """Return the one form of what follows `per`: several units in one order."""
    if not text:
        return ""
    return _PER.join(sorted(unit_form(unit) for unit in text.split(_PER)))


@lru_cache(maxsize=1024)
def _conversion_between(start: Measure, to: Measure) -> Conversion | Hurdle:
    """Return how figures of one measure become figures of another, or what keeps them apart.

    What is told first is what matters most to a reader: of another kind, of something else, in another unit, per
    another time.
    """
    if start == to:
        return SAME
    kind, unit, of, per = start
    other_kind, other_unit, other_of, other_per = to
    if kind != other_kind:
        return Hurdle.KIND
    if of != other_of and not _is_rank_without_length(unit, of, other_of):
        return Hurdle.OF
    change = conversion(unit, other_unit)
    if change is None:
        return Hurdle.CURRENCY if kind == "money" else Hurdle.UNIT
    pace = _pace(per, other_per)
    # Degrees have an offset: so many degrees a day cannot be had from so many of another scale a month.
    if pace is None or (change.offset and pace is not SAME):
        return Hurdle.PER
    return Conversion(rounded(change.factor / pace.factor), change.offset)


def _is_rank_without_length(unit: str, of: str, other_of: str) -> bool:
    """Tell whether two ranks are of one list as far as is said: `rank 3` may be that of `rank 3 of 67`."""
    return unit == RANK and "" in (of, other_of)


def _pace(per: str, other_per: str) -> Conversion | None:
    """Return how the units after `per` convert: the one that differs, where one does.

    `per wafer per month` and `per wafer per year` differ in one; two that differ at once are not converted.
    """
    units, other_units = per.split(_PER), other_per.split(_PER)
    own = [unit for unit in units if unit not in other_units]
    others = [unit for unit in other_units if unit not in units]
    if not own and not others:
        return SAME
    if len(own) != 1 or len(others) != 1:
        return None
    return conversion(own[0], others[0])


def _converted(figure: F, other: F, change: Conversion) -> F:
    """Return a figure in the measure of another; its currency or kind is the same already."""
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
