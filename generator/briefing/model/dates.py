"""Dates as exact as a source has them: EDTF levels 0 and 1 and Japanese fiscal years; text in, days and label out.

Read by hand: the edtf library takes milliseconds a date and knows no fiscal years. No clock: "today" is an argument.
"""

from dataclasses import dataclass, replace
from datetime import date

from briefing.model.date_points import HINT, Point, Precision, month_text, parse_point
from briefing.model.date_repairs import DATE_REPAIRS, days_meant
from briefing.model.date_wordings import is_wide_reading, lacks_year, means_unknown
from briefing.model.malformed import Malformed, Word, malformed_at, quoted, split_words, with_repair

__all__ = ["PartialDate", "Precision", "contains", "date_order", "disjoint", "parse_date"]

OPEN, NOT_KNOWN = "..", ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date or interval; ``earliest`` and ``latest`` are days, None where open; ``~`` and ``?`` do not widen them.

    ``printed`` is also the canonical literal: no date has two spellings. ``fiscal``: a fiscal year is named.
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
    """Read a date; what is wrong comes with the literal that was probably meant."""
    found = _parse(text)
    if isinstance(found, PartialDate):
        return found
    if means_unknown(text):
        return replace(found, message=f"{quoted(text)} is no date", hint="write `unknown`")
    days = days_meant(text)
    if days:
        found = malformed_at([Word(text, 0)], f"{quoted(text)} is no date", HINT)
    elif lacks_year(text):
        return replace(found, hint="add the year, as in `2024-04-10`")
    if len(days) > 1:
        return replace(found, message=f"{quoted(text)} may be two days", hint=f"write `{days[0]}` or `{days[1]}`")
    mended = with_repair(found, text, DATE_REPAIRS, lambda mended: isinstance(_parse(mended), PartialDate))
    if mended.meant and is_wide_reading(text):
        return replace(mended, hint=f"{mended.hint}; a claim keeps the printed words under said")
    return mended


def _parse(text: str) -> PartialDate | Malformed:
    words = split_words(text)
    if isinstance(words, Malformed):
        return words
    whole = Word(text, 0)
    match text.split("/"):
        case [_]:
            point = parse_point(whole)
            return point if isinstance(point, Malformed) else _single(point, text)
        case [begin, end]:
            return _interval(whole, Word(begin, 0), Word(end, len(begin) + 1))
    return malformed_at([whole], f"{quoted(text)} has more than two ends", "write an interval as `2024-04/2025-03`")


def _interval(whole: Word, begin: Word, end: Word) -> PartialDate | Malformed:
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
    return None if end.text in (OPEN, NOT_KNOWN) else parse_point(end)


def _closed(whole: Word, left: Point, right: Point) -> PartialDate | Malformed:
    if left.earliest > right.latest:
        return malformed_at([whole], f"{quoted(whole.text)} ends before it begins", "write the earlier date first")
    return PartialDate(
        edtf=f"{left.first_edtf}/{right.last_edtf}",
        label=f"{_end_label(left, _starts(left))} to {_end_label(right, _ends(right))}",
        earliest=left.earliest,
        latest=right.latest,
        printed=whole.text,
        fiscal=left.fiscal or right.fiscal,
        precision=Precision.INTERVAL,
    )


def _from(point: Point, end: str, printed: str) -> PartialDate:
    notes = [*_starts(point), *(["end unknown"] if end == NOT_KNOWN else [])]
    label = f"from {_point_label(point, notes)}"
    edtf = f"{point.first_edtf}/{end}"
    return PartialDate(edtf, label, point.earliest, None, printed, point.fiscal, Precision.OPEN)


def _until(point: Point, begin: str, printed: str) -> PartialDate:
    notes = [*_ends(point), *(["start unknown"] if begin == NOT_KNOWN else [])]
    label = f"{'by' if begin == OPEN else 'until'} {_point_label(point, notes)}"
    edtf = f"{begin}/{point.last_edtf}"
    return PartialDate(edtf, label, None, point.latest, printed, point.fiscal, Precision.OPEN)


def _single(point: Point, printed: str) -> PartialDate:
    notes = [_months(point)] if point.fiscal else []
    label = _point_label(point, notes)
    return PartialDate(point.edtf, label, point.earliest, point.latest, printed, point.fiscal, point.precision)


def _months(point: Point) -> str:
    first, last = month_text(point.earliest), month_text(point.latest)
    same_year = point.earliest.year == point.latest.year
    return f"{first.split()[0] if same_year else first} to {last}"


def _starts(point: Point) -> list[str]:
    return [f"starts {month_text(point.earliest)}"] if point.fiscal else []


def _ends(point: Point) -> list[str]:
    return [f"ends {month_text(point.latest)}"] if point.fiscal else []


def _point_label(point: Point, notes: list[str]) -> str:
    about, uncertain = _doubts(point)
    return ("about " if about else "") + point.name + _in_brackets([point.missing, *notes, uncertain])


def _end_label(point: Point, notes: list[str]) -> str:
    """An end of a closed interval has `about` behind it, where it cannot seem to hold for both ends."""
    return point.name + _in_brackets([*_doubts(point), point.missing, *notes])


def _doubts(point: Point) -> tuple[str, str]:
    return "about" if point.qualifier in ("~", "%") else "", "uncertain" if point.qualifier in ("?", "%") else ""


def _in_brackets(notes: list[str]) -> str:
    return f" ({', '.join(filter(None, notes))})" if any(notes) else ""


_FINENESS = {precision: rank for rank, precision in enumerate(Precision)}
DateOrder = tuple[date, int, date, str]


def date_order(d: PartialDate) -> DateOrder:
    """Return a sort key that is total: by first day, or last where the start is open, then finer dates first."""
    anchor = d.first_day or date.max
    return anchor, _FINENESS[d.precision], d.latest or date.max, d.printed


def disjoint(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether no day can belong to both."""
    return _before(a, b) or _before(b, a)


def _before(a: PartialDate, b: PartialDate) -> bool:
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def contains(outer: PartialDate, inner: PartialDate) -> bool:
    """Tell whether every day of ``inner`` belongs to ``outer``."""
    starts = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends
