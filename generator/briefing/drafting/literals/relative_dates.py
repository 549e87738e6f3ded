"""Dates that are counted from the day of publication: last month, on Wednesday, in the past three years, 来年."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from briefing.drafting.literals.printed_date import DateContext, DateMention, Reader, date_of_match, month_number
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.text.spelling import WORDS, read_whole_number
from briefing.model.date_points import MONTHS

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED = r"\d{1,2}|" + "|".join(list(WORDS)[1:13])
# After one of these words a month or weekday without a year is the next one, else the last one.
_AHEAD = re.compile(r"\b(?:will|plans?|planned|planning|aims?|aiming|expects?|expected|slated|due|next|would|to be)\b")
_STEPS = {"last": -1, "this": 0, "next": 1, "earlier this": 0, "later this": 0}
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_JA_YEARS = {"昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1}
_JA_MONTHS = {"先月": -1, "今月": 0, "来月": 1}


def _count(
    match: re.Match[str], context: DateContext, reckon: Callable[[date], str], how: str, *, span: bool = False
) -> DateMention | None:
    """Return the date that ``reckon`` counts from the day of publication, and how, with that day.

    Its literal is None where the two ends of a longer time of publication give different dates.
    """
    literal = context.publication.settle(reckon)
    if literal is None:
        return date_of_match(match, None, span=span)
    if context.publication.text not in how:
        how = f"{how}, {context.publication.text}"
    return date_of_match(match, literal, how, span=span)


def _is_ahead(match: re.Match[str], context: DateContext) -> bool:
    """Tell whether the words before a date speak of what is to come."""
    return bool(_AHEAD.search(context.text[: match.start()]))


def _read_month(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "in February", "late March 3", "May last year"."""
    month = month_number(match["month"])
    day = ""
    if match["day"]:
        day = f"-{int(match['day']):02}"

    def last_year(published: date) -> str:
        return f"{published.year - 1}-{month:02}{day}"

    # A month that is over comes again next year; the comparison adds 0 or 1.
    def next_time(published: date) -> str:
        return f"{published.year + (month < published.month)}-{month:02}{day}"

    def last_time(published: date) -> str:
        return f"{published.year - (month > published.month)}-{month:02}{day}"

    if match["last"]:
        return _count(match, context, last_year, "counted back from publication")
    if _is_ahead(match, context):
        return _count(match, context, next_time, f"the nearest {MONTHS[month - 1]} after publication")
    return _count(match, context, last_time, f"the nearest {MONTHS[month - 1]} up to publication")


def _read_unit(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "last month", "this year", "next week"."""
    # "Earlier this week" is still this week; which day of it is left open.
    step, unit = _STEPS[match["which"].lower()], match["unit"].lower()
    reckon = {"year": _year_from, "month": _month_from, "week": _week_from}[unit]
    return _count(match, context, lambda day: reckon(day, step), _how_unit(unit, step))


def _how_unit(unit: str, step: int) -> str:
    """Return how a unit was counted, as a note beside the claim."""
    match unit, step:
        case _, 0:
            return f"the {unit} of publication"
        case "year", -1:
            return "the year before publication"
        case "year", _:
            return "the year after publication"
        case _:
            return "counted from publication"


def _year_from(day: date, step: int) -> str:
    """Return the year some years away."""
    return str(day.year + step)


def _month_from(day: date, step: int) -> str:
    """Return the month some months away."""
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"


def _week_from(day: date, step: int) -> str:
    """Return a week as an interval from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    return f"{monday}/{monday + timedelta(days=6)}"


def _read_weekday(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "on Wednesday" and "next Monday"."""
    wanted, published = _DAYS.index(match["day"]), context.publication.text

    def next_time(day: date) -> str:
        return str(day + timedelta(days=(wanted - day.weekday()) % 7))

    def last_time(day: date) -> str:
        return str(day - timedelta(days=(day.weekday() - wanted) % 7))

    reckon, how = last_time, f"the last {match['day']} before publication on {published}"
    if match["next"] or _is_ahead(match, context):
        reckon, how = next_time, f"the next {match['day']} after publication on {published}"
    # An article of a Wednesday that says "on Wednesday" means its own day, whichever way it looks.
    if context.publication.settle(reckon) == published:
        how = f"the {match['day']} of publication, {published}"
    return _count(match, context, reckon, how)


def _read_near_day(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "yesterday", "today", "tomorrow"."""
    step = timedelta(days=_NEAR_DAYS[match[0].lower()])
    return _count(match, context, lambda day: str(day + step), "from publication")


def _read_stretch(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "in the past three years", "the next ten years"."""
    count = read_whole_number(match["number"])
    if match["way"].lower() in ("next", "coming"):
        how = f"{count} years counted on from publication"
        return _count(match, context, lambda day: f"{day.year}/{day.year + count}", how, span=True)
    # Roughly (~): "the past three years" hardly began on a day.
    end = _last_month(context.publication)
    how = f"{count} years counted back from publication"
    return _count(match, context, lambda day: f"{day.year - count}~/{end}", how, span=True)


def _last_month(publication: PublicationDate) -> str:
    """Return the month of publication as it was given; of an interval the year in which it ends."""
    if "/" in publication.text:
        return publication.text.split("/")[1][:4]
    return publication.text[:7]


def _read_recently(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "recently" as some time up to the month of publication."""
    last = context.publication.last
    return _count(match, context, lambda _: f"../{last.year}-{last.month:02}", "before publication")


def _read_japanese(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read 昨年, 来年, 先月 and their like."""
    word = match[0]
    if word in _JA_YEARS:
        return _count(match, context, lambda day: _year_from(day, _JA_YEARS[word]), "counted from publication")
    return _count(match, context, lambda day: _month_from(day, _JA_MONTHS[word]), "counted from publication")


RELATIVE_DATES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(rf"\b(?:in |over |during )?the (?P<way>past|last|next|coming) (?P<number>{_COUNTED}) years\b"),
        _read_stretch,
    ),
    (re.compile(rf"\b(?:in )?(?P<way>next|past|last) (?P<number>{_COUNTED}) years\b"), _read_stretch),
    (
        re.compile(
            rf"\b(?:[Ee]arly |[Ll]ate |mid-)?(?P<month>{'|'.join(MONTHS)})"
            rf"(?: (?P<day>[0-3]?\d)(?!\d))?(?P<last> last year)?\b"
        ),
        _read_month,
    ),
    (
        re.compile(r"\b(?P<which>earlier this|later this|last|this|next) (?P<unit>year|month|week)\b", re.IGNORECASE),
        _read_unit,
    ),
    (re.compile(rf"\b(?:on )?(?P<next>next )?(?P<day>{'|'.join(_DAYS)})\b"), _read_weekday),
    (re.compile(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE), _read_near_day),
    (re.compile(r"\brecently\b"), _read_recently),
    (re.compile("|".join([*_JA_YEARS, *_JA_MONTHS])), _read_japanese),
)
"""Patterns of relative dates with what reads them; "last five years" before "last year", "last" before a weekday."""
