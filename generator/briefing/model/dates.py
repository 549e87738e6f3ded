"""Dates as exact as a source has them: EDTF of levels 0 and 1, and Japanese fiscal years.

They are read by hand: the edtf library takes milliseconds for each date and knows no fiscal years. Nothing here knows
what day it is today.
"""

from dataclasses import dataclass, replace
from datetime import date

from briefing.model.date_labels import from_label, interval_label, single_label, until_label
from briefing.model.date_points import HINT, Point, Precision, parse_point
from briefing.model.date_repairs import DATE_REPAIRS, days_meant
from briefing.model.date_wordings import is_wide_reading, lacks_year, means_unknown
from briefing.model.malformed import Malformed, Word, malformed_at, quoted, split_words, with_repair

__all__ = ["PartialDate", "Precision", "contains", "date_order", "disjoint", "parse_date"]

OPEN, NOT_KNOWN = "..", ""
"""How EDTF writes an end that lies nowhere, and one that nobody knows."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date or interval; ``earliest`` and ``latest`` are days, None where open; ``~`` and ``?`` do not widen them.

    ``printed`` is also the canonical literal: no date has two spellings. ``fiscal`` tells that a fiscal year is named.
    """

    edtf: str
    label: str
    earliest: date | None
    latest: date | None
    printed: str
    fiscal: bool
    precision: Precision

    @property
    def first_day(self) -> date | None:
        """The first day, or the last where the start is open; None in no date that ``parse_date`` returns."""
        return self.earliest or self.latest

    @property
    def last_day(self) -> date | None:
        """The last day, or the first where the end is open; None in no date that ``parse_date`` returns."""
        return self.latest or self.earliest


def parse_date(text: str) -> PartialDate | Malformed:
    """Read a date; what is wrong comes with the literal that was probably meant.

    `2024-04-10`, `2024-04`, `2024-22` (summer), `202X`, `JFY2030 H2`, `2024-04/2025-03`, `2027/..`, `2021~`.
    """
    parsed = _parse(text)
    if isinstance(parsed, PartialDate):
        return parsed
    if means_unknown(text):
        return replace(parsed, message=f"{quoted(text)} is no date", hint="write `unknown`")
    return _explained(parsed, text)


def _explained(fault: Malformed, text: str) -> Malformed:
    """Return what is wrong with what was probably meant, as far as the text lets one tell.

    Only words are changed: the text is read as no date either way.
    """
    days = days_meant(text)
    if len(days) > 1:
        # Which of two figures is the month depends on where it was written: only the editor knows.
        hint = f"write `{days[0]}` or `{days[1]}`"
        return malformed_at([Word(text, 0)], f"{quoted(text)} may be two days", hint)
    if days:
        fault = malformed_at([Word(text, 0)], f"{quoted(text)} is no date", HINT)
    elif lacks_year(text):
        return replace(fault, hint="add the year, as in `2024-04-10`")
    repaired = with_repair(fault, text, DATE_REPAIRS, _is_date)
    if repaired.meant and is_wide_reading(text):
        return replace(repaired, hint=f"{repaired.hint}; a claim keeps the printed words under said")
    return repaired


def _is_date(text: str) -> bool:
    return isinstance(_parse(text), PartialDate)


def _parse(text: str) -> PartialDate | Malformed:
    """Read a date or an interval by the grammar alone."""
    words = split_words(text)
    if isinstance(words, Malformed):
        return words
    whole = Word(text, 0)
    match text.split("/"):
        case [_]:
            return _parse_single(whole)
        case [begin, end]:
            return _parse_interval(whole, Word(begin, 0), Word(end, len(begin) + 1))
    return malformed_at([whole], f"{quoted(text)} has more than two ends", "write an interval as `2024-04/2025-03`")


def _parse_single(whole: Word) -> PartialDate | Malformed:
    point = parse_point(whole)
    if isinstance(point, Malformed):
        return point
    return _single(point, whole.text)


def _parse_interval(whole: Word, begin: Word, end: Word) -> PartialDate | Malformed:
    """Read an interval whose ends have been cut apart."""
    left, right = _parse_end(begin), _parse_end(end)
    if isinstance(left, Malformed):
        return left
    if isinstance(right, Malformed):
        return right
    if left and right:
        return _closed(whole, left, right)
    if left:
        return _from(left, end.text, whole.text)
    if right:
        return _until(right, begin.text, whole.text)
    return malformed_at([whole], f"{quoted(whole.text)} has no end at all", "write `unknown`")


def _parse_end(end: Word) -> Point | Malformed | None:
    """Return an end of an interval; None where it is open or unknown."""
    if end.text in (OPEN, NOT_KNOWN):
        return None
    return parse_point(end)


def _single(point: Point, printed: str) -> PartialDate:
    return PartialDate(
        edtf=point.edtf,
        label=single_label(point),
        earliest=point.earliest,
        latest=point.latest,
        printed=printed,
        fiscal=point.fiscal,
        precision=point.precision,
    )


def _closed(whole: Word, left: Point, right: Point) -> PartialDate | Malformed:
    """Return an interval with two ends."""
    if left.earliest > right.latest:
        return malformed_at([whole], f"{quoted(whole.text)} ends before it begins", "write the earlier date first")
    return PartialDate(
        edtf=f"{left.first_edtf}/{right.last_edtf}",
        label=interval_label(left, right),
        earliest=left.earliest,
        latest=right.latest,
        printed=whole.text,
        fiscal=left.fiscal or right.fiscal,
        precision=Precision.INTERVAL,
    )


def _from(point: Point, end: str, printed: str) -> PartialDate:
    """Return an interval whose end is open or unknown."""
    return PartialDate(
        edtf=f"{point.first_edtf}/{end}",
        label=from_label(point, end_unknown=end == NOT_KNOWN),
        earliest=point.earliest,
        latest=None,
        printed=printed,
        fiscal=point.fiscal,
        precision=Precision.OPEN,
    )


def _until(point: Point, begin: str, printed: str) -> PartialDate:
    """Return an interval whose start is open or unknown."""
    return PartialDate(
        edtf=f"{begin}/{point.last_edtf}",
        label=until_label(point, start_unknown=begin == NOT_KNOWN),
        earliest=None,
        latest=point.latest,
        printed=printed,
        fiscal=point.fiscal,
        precision=Precision.OPEN,
    )


_FINENESS = {precision: rank for rank, precision in enumerate(Precision)}
DateOrder = tuple[date, int, date, str]


def date_order(moment: PartialDate) -> DateOrder:
    """Return a sort key that is total: by first day, or last where the start is open, then finer dates first.

    The printed text comes last, so that no two different dates are equal.
    """
    anchor = moment.first_day or date.max
    return anchor, _FINENESS[moment.precision], moment.latest or date.max, moment.printed


def disjoint(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether no day can belong to both; an open end reaches as far as it is asked to."""
    return _before(a, b) or _before(b, a)


def _before(a: PartialDate, b: PartialDate) -> bool:
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def contains(outer: PartialDate, inner: PartialDate) -> bool:
    """Tell whether every day of ``inner`` belongs to ``outer``; what is open lies only in what is open there, too."""
    return _starts_within(outer, inner) and _ends_within(outer, inner)


def _starts_within(outer: PartialDate, inner: PartialDate) -> bool:
    if outer.earliest is None:
        return True
    return inner.earliest is not None and outer.earliest <= inner.earliest


def _ends_within(outer: PartialDate, inner: PartialDate) -> bool:
    if outer.latest is None:
        return True
    return inner.latest is not None and inner.latest <= outer.latest
