"""Dates in running text, as literals: plain ones as printed, relative ones counted back from the day of publication."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.drafting.spelling import WORDS
from briefing.model.date_points import MONTHS
from briefing.model.dates import PartialDate, parse_date

_MONTH = "|".join(MONTHS) + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = r"(?:19|20)\d\d"
_COUNTED = r"\d{1,2}|" + "|".join(list(WORDS)[1:13])
_OPENERS = (
    ("by", r"(?:by|no later than)(?: the end of)?"),
    ("from", r"(?:from|starting(?: in)?|beginning(?: in)?|as of)"),
    ("since", "since"),
)
_LATER = re.compile(r"\b(?:will|plans?|planned|planning|aims?|aiming|expects?|expected|slated|due|next|would|to be)\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date of a sentence; ``literal`` is None where it cannot be counted back, ``how`` says how it was.

    ``opener`` is by, from, since or nothing; ``span`` tells a stretch of time from a point.
    """

    literal: str | None
    start: int
    end: int
    wording: str
    how: str = ""
    opener: str = ""
    span: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The first and last day on which the text can have appeared."""

    first: date
    last: date
    text: str

    def settle(self, reckon: Callable[[date], str | None]) -> str | None:
        """Return what ``reckon`` says of both days, or None where they differ."""
        found = reckon(self.first)
        return found if found == reckon(self.last) else None


def published_of(text: str) -> Published | None:
    """Read the day, month or interval of publication; None where it is open or no date."""
    found = parse_date(text)
    if isinstance(found, PartialDate) and found.earliest and found.latest:
        return Published(found.earliest, found.latest, text)
    return None


def find_moments(text: str, published: Published, *, fiscal: bool = False) -> tuple[DateMention, ...]:
    """Return the dates of a sentence from left to right; ``fiscal`` years are Japan's where it says so."""
    found: list[DateMention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            taken = any(one.start < match.end() and match.start() < one.end for one in found)
            one = None if taken else read(match, text, published, fiscal)
            if one:
                found.append(one)
    return tuple(_opened(text, one) for one in sorted(found, key=lambda one: one.start))


def _opened(text: str, moment: DateMention) -> DateMention:
    """Turn a year with ``by`` before it into an end; ``from`` leaves it as it is, for a step begins there."""
    for opener, words in _OPENERS:
        before = re.search(rf"\b{words} $", text[: moment.start], re.IGNORECASE)
        if before:
            wording = text[before.start() : moment.end]
            literal = f"../{moment.literal}" if opener == "by" and _is_point(moment) else moment.literal
            return replace(moment, literal=literal, start=before.start(), wording=wording, opener=opener)
    if re.match(r"\s?年?度?末?(?:まで|までに)", text[moment.end :]) and _is_point(moment):
        return replace(moment, literal=f"../{moment.literal}", opener="by")
    return moment


def _is_point(moment: DateMention) -> bool:
    return bool(moment.literal) and "/" not in (moment.literal or "")


Reader = Callable[[re.Match[str], str, Published, bool], DateMention | None]


def _moment(match: re.Match[str], literal: str | None, how: str = "", *, span: bool = False) -> DateMention | None:
    if literal is not None and not isinstance(parse_date(literal), PartialDate):
        return None
    return DateMention(literal, match.start(), match.end(), match[0], how, span=span)


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _day(match: re.Match[str], _text: str, _published: Published, _fiscal: bool) -> DateMention | None:
    month = _month_number(match["month"])
    return _moment(match, f"{match['year']}-{month:02}-{int(match['day']):02}")


def _month_of_year(match: re.Match[str], _text: str, _published: Published, _fiscal: bool) -> DateMention | None:
    return _moment(match, f"{match['year']}-{_month_number(match['month']):02}")


def _iso(match: re.Match[str], _text: str, _published: Published, _fiscal: bool) -> DateMention | None:
    return _moment(match, match[0])


def _kanji_date(match: re.Match[str], _text: str, _published: Published, _fiscal: bool) -> DateMention | None:
    parts = [match["year"], *(f"{int(match[name]):02}" for name in ("month", "day") if match[name])]
    return _moment(match, "-".join(parts))


def _fiscal_year(match: re.Match[str], _text: str, _published: Published, fiscal: bool) -> DateMention | None:
    year = match["year"]
    fiscal = fiscal or "年度" in match[0]
    return _moment(match, f"JFY{year}" if fiscal else year, "" if fiscal else "the fiscal year read as a plain year")


def _year(match: re.Match[str], _text: str, _published: Published, _fiscal: bool) -> DateMention | None:
    return _moment(match, match["year"])


def _decade(match: re.Match[str], _text: str, _published: Published, _fiscal: bool) -> DateMention | None:
    return _moment(match, f"{match['year']}/{int(match['year']) + 9}", span=True)


def _month_alone(match: re.Match[str], text: str, published: Published, _fiscal: bool) -> DateMention | None:
    month = _month_number(match["month"])
    last_year = bool(match["last"])
    ahead = bool(_LATER.search(text[: match.start()])) and not last_year

    def reckon(day: date) -> str:
        year = day.year - 1 if last_year else day.year + (month < day.month if ahead else -(month > day.month))
        return f"{year}-{month:02}-{int(match['day']):02}" if match["day"] else f"{year}-{month:02}"

    side = "after" if ahead else "up to"
    how = "counted back from publication" if last_year else f"the nearest {MONTHS[month - 1]} {side} publication"
    return _counted(match, published.settle(reckon), how, published)


def _relative_unit(match: re.Match[str], _text: str, published: Published, _fiscal: bool) -> DateMention | None:
    step = {"last": -1, "this": 0, "next": 1, "earlier this": 0, "later this": 0}[match["which"].lower()]
    unit = match["unit"].lower()
    reckon = {"year": _year_of, "month": _month_from, "week": _week_of}[unit]
    how = f"the week that begins {step:+d} weeks" if unit == "week" and step else f"the {unit} of publication"
    how = {("year", -1): "the year before publication", ("year", 1): "the year after publication"}.get(
        (unit, step), "counted from publication" if step else how
    )
    return _counted(match, published.settle(lambda day: reckon(day, step)), how, published)


def _year_of(day: date, step: int) -> str:
    return str(day.year + step)


def _month_from(day: date, step: int) -> str:
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"


def _week_of(day: date, step: int) -> str:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    return f"{monday}/{monday + timedelta(days=6)}"


def _weekday(match: re.Match[str], text: str, published: Published, _fiscal: bool) -> DateMention | None:
    wanted = _DAYS.index(match["day"])
    ahead = bool(match["next"]) or bool(_LATER.search(text[: match.start()]))

    def reckon(day: date) -> str:
        back = (day.weekday() - wanted) % 7
        return str(day + timedelta(days=7 - back if ahead and back else 0 if ahead else -back))

    side = "next" if ahead else "last"
    how = f"the {side} {match['day']} {'after' if ahead else 'before'} publication on {published.text}"
    found = published.settle(reckon)
    if found == published.text:
        how = f"the {match['day']} of publication, {published.text}"
    return _counted(match, found, how, published)


def _near_day(match: re.Match[str], _text: str, published: Published, _fiscal: bool) -> DateMention | None:
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[match[0].lower()]
    return _counted(match, published.settle(lambda day: str(day + timedelta(days=step))), "from publication", published)


def _stretch(match: re.Match[str], _text: str, published: Published, _fiscal: bool) -> DateMention | None:
    count = WORDS.get(match["n"].lower()) or int(match["n"])
    ahead = match["way"].lower() in ("next", "coming")
    how = f"{count} years counted {'on' if ahead else 'back'} from publication"
    reckon = (lambda day: f"{day.year}/{day.year + count}") if ahead else _years_back(count, published)
    return _counted(match, published.settle(reckon), how, published, span=True)


def _years_back(count: int, published: Published) -> Callable[[date], str]:
    end = published.text if "/" not in published.text else published.text.split("/")[1][:4]
    return lambda day: f"{day.year - count}~/{end[:7]}"


def _recently(match: re.Match[str], _text: str, published: Published, _fiscal: bool) -> DateMention | None:
    return _counted(match, f"../{published.last.year}-{published.last.month:02}", "before publication", published)


_JA_YEARS = {"昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1}
_JA_MONTHS = {"先月": -1, "今月": 0, "来月": 1}


def _ja_relative(match: re.Match[str], _text: str, published: Published, _fiscal: bool) -> DateMention | None:
    word = match[0]
    if word in _JA_YEARS:
        literal = published.settle(lambda day: _year_of(day, _JA_YEARS[word]))
    else:
        literal = published.settle(lambda day: _month_from(day, _JA_MONTHS[word]))
    return _counted(match, literal, "counted from publication", published)


def _counted(
    match: re.Match[str], literal: str | None, how: str, published: Published, *, span: bool = False
) -> DateMention | None:
    if literal is None:
        return _moment(match, None, span=span)
    shown = how if published.text in how else f"{how}, {published.text}"
    return _moment(match, literal, shown, span=span)


def _readers() -> Iterator[tuple[re.Pattern[str], Reader]]:
    yield re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?\b(?![-/]\d)"), _iso
    yield re.compile(rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})\b"), _day
    yield re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>{_YEAR})\b"), _day
    yield re.compile(rf"\b(?P<month>{_MONTH})\.?(?: of|,)? (?P<year>{_YEAR})\b"), _month_of_year
    yield re.compile(rf"(?:\b(?:fiscal(?: year)?|FY|JFY) ?|)(?P<year>{_YEAR})(?:年度)"), _fiscal_year
    yield re.compile(rf"\b(?:fiscal(?: year)?|FY|JFY) ?(?P<year>{_YEAR})\b"), _fiscal_year
    yield re.compile(rf"(?P<year>{_YEAR})年(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[0-3]?\d)日)?)?"), _kanji_date
    yield re.compile(rf"\bthe (?P<year>{_YEAR[:-2]}\d0)s\b"), _decade
    yield (
        re.compile(rf"\b(?:in |over |during )?the (?P<way>past|last|next|coming) (?P<n>{_COUNTED}) years\b"),
        _stretch,
    )
    yield re.compile(rf"\b(?:in )?(?P<way>next|past|last) (?P<n>{_COUNTED}) years\b"), _stretch
    yield (
        re.compile(
            rf"\b(?:[Ee]arly |[Ll]ate |mid-)?(?P<month>{'|'.join(MONTHS)})"
            rf"(?: (?P<day>[0-3]?\d)(?!\d))?(?P<last> last year)?\b"
        ),
        _month_alone,
    )
    yield (
        re.compile(r"\b(?P<which>earlier this|later this|last|this|next) (?P<unit>year|month|week)\b", re.IGNORECASE),
        _relative_unit,
    )
    yield re.compile(rf"\b(?:on )?(?P<next>next )?(?P<day>{'|'.join(_DAYS)})\b"), _weekday
    yield re.compile(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE), _near_day
    yield re.compile(r"\brecently\b"), _recently
    yield re.compile("|".join([*_JA_YEARS, *_JA_MONTHS])), _ja_relative
    yield re.compile(rf"(?<![\w$¥€£./-])(?P<year>{_YEAR})\b(?![-/.]\d|年)"), _year


_READERS = tuple(_readers())
