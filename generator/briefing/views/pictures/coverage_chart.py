"""Coverage over time: articles and the claims taken from them, by month or year of publication."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from briefing.model.claims import Claim
from briefing.model.date_points import month_text
from briefing.model.records import Article
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, words
from briefing.views.pictures.charts import Column, Columns
from briefing.views.pictures.picture import LEAST_MARKS, Picture, PictureData, PictureText, compose_picture

MOST_MONTHS = 60
"""Coverage that reaches further apart is counted by year."""
_FIELDS = ("from", "articles", "claims", "date_inferred")


@dataclass(frozen=True, slots=True)
class _Period:
    """What was published in the month or year that begins on ``start``."""

    start: date
    label: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]

    @property
    def is_sure(self) -> bool:
        """Whether every article's date is known well enough to count it here and nowhere else."""
        return all(_is_of_one_month(article) for article in self.articles)


def view_coverage_picture(ctx: Context, page: PagePath) -> Picture | None:
    """Return the picture of articles and claims over time, or None where all were published together."""
    articles = [article for article in ctx.data.articles.values() if article.published.last_day]
    yearly = _reaches_over_years(articles)
    periods = _group_by_period(ctx, articles, yearly=yearly)
    if len(periods) < LEAST_MARKS:
        return None
    claims = chain.from_iterable(period.claims for period in periods)
    chart = _chart(ctx, periods, yearly=yearly)
    return compose_picture(ctx, page, "coverage", chart, _text(ctx, periods), _data(ctx, periods), claims)


def _publication_day(article: Article) -> date:
    # An interval counts at its end, as it does for the as-of day of claims.
    return article.published.last_day or date.min


def _reaches_over_years(articles: Iterable[Article]) -> bool:
    months = [_month_number(_publication_day(article)) for article in articles]
    return max(months, default=0) - min(months, default=0) > MOST_MONTHS


def _month_number(day: date) -> int:
    """Return the months since the year 0, so that months can be counted and subtracted."""
    return day.year * 12 + day.month - 1


def _is_of_one_month(article: Article) -> bool:
    earliest, latest = article.published.earliest, article.published.latest
    if earliest is None or latest is None:
        return earliest == latest
    return _month_number(earliest) == _month_number(latest)


def _group_by_period(ctx: Context, articles: Iterable[Article], *, yearly: bool) -> list[_Period]:
    by_start: dict[date, list[Article]] = {}
    for article in articles:
        by_start.setdefault(_period_start(_publication_day(article), yearly=yearly), []).append(article)
    return [_period(ctx, start, by_start[start], yearly=yearly) for start in sorted(by_start)]


def _period_start(day: date, *, yearly: bool) -> date:
    return day.replace(month=1, day=1) if yearly else day.replace(day=1)


def _period(ctx: Context, start: date, articles: Sequence[Article], *, yearly: bool) -> _Period:
    claims = chain.from_iterable(ctx.articles.claims.get(article.id, ()) for article in articles)
    return _Period(start, _label(start, yearly=yearly), tuple(articles), tuple(claims))


def _label(start: date, *, yearly: bool) -> str:
    return str(start.year) if yearly else month_text(start)


def _chart(ctx: Context, periods: Sequence[_Period], *, yearly: bool) -> Columns:
    # Months without an article are columns, too: the axis is one of time.
    by_start = {period.start: period for period in periods}
    starts = _all_starts(periods[0].start, periods[-1].start, yearly=yearly)
    columns = [_column(start, by_start.get(start), yearly=yearly) for start in starts]
    return Columns((ctx.labels.say("articles"), ctx.labels.say("claims")), tuple(columns))


def _all_starts(first: date, last: date, *, yearly: bool) -> list[date]:
    if yearly:
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    months = range(_month_number(first), _month_number(last) + 1)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _column(start: date, period: _Period | None, *, yearly: bool) -> Column:
    label = _label(start, yearly=yearly)
    tick = str(start.year) if start.month == 1 else ""
    if period is None:
        return Column(label, tick, (0, 0))
    return Column(label, tick, (len(period.articles), len(period.claims)), period.is_sure)


def _text(ctx: Context, periods: Sequence[_Period]) -> PictureText:
    counts = "; ".join(_count_text(ctx, period) for period in periods)
    return PictureText(
        ctx.labels.say("coverage-picture"),
        ctx.labels.say("coverage-alternative", told=counts),
        _notes(ctx, periods),
    )


def _count_text(ctx: Context, period: _Period) -> str:
    return ctx.labels.say("coverage-said", when=period.label, articles=len(period.articles), claims=len(period.claims))


def _notes(ctx: Context, periods: Sequence[_Period]) -> tuple[Prose, ...]:
    if all(period.is_sure for period in periods):
        return ()
    return (words(ctx.labels.say("coverage-inferred")),)


def _data(ctx: Context, periods: Sequence[_Period]) -> PictureData:
    columns = ("published", "articles", "claims")
    return PictureData(
        columns=tuple(ctx.labels.say(column) for column in columns),
        rows=tuple(_row(period) for period in periods),
        fields=_FIELDS,
        records=tuple(_record(period) for period in periods),
    )


def _row(period: _Period) -> tuple[Prose, ...]:
    return words(period.label), words(str(len(period.articles))), words(str(len(period.claims)))


def _record(period: _Period) -> tuple[str, ...]:
    date_inferred = "false" if period.is_sure else "true"
    return period.start.isoformat(), str(len(period.articles)), str(len(period.claims)), date_inferred
