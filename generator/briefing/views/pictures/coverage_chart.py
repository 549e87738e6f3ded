"""Coverage over time: articles and the claims taken from them, by month or year of publication."""

from collections.abc import Iterable, Sequence
from itertools import chain

from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, words
from briefing.views.pictures.charts import Column, Columns
from briefing.views.pictures.coverage_periods import Period, coverage_periods
from briefing.views.pictures.picture import (
    LEAST_MARKS,
    Picture,
    PictureData,
    PictureText,
    boolean_field,
    compose_picture,
)

_FIELDS = ("from", "articles", "claims", "date_inferred")


def view_coverage_picture(context: Context, page: PagePath) -> Picture | None:
    """Return the picture of articles and claims over time, or None where all were published together."""
    periods = coverage_periods(context)
    # The axis is one of time and has every month; words and data leave out those without an article.
    covered = [period for period in periods if period.articles]
    if len(covered) < LEAST_MARKS:
        return None
    claims = chain.from_iterable(period.claims for period in covered)
    chart = _chart(context, periods)
    return compose_picture(context, page, "coverage", chart, _text(context, covered), _data(context, covered), claims)


def _chart(context: Context, periods: Iterable[Period]) -> Columns:
    return Columns(context.labels.say_all("articles", "claims"), tuple(map(_column, periods)))


def _column(period: Period) -> Column:
    # Below the axis stand years only, each at its January: the names of months would run into each other.
    tick = str(period.start.year) if period.start.month == 1 else ""
    return Column(period.label, tick, (len(period.articles), len(period.claims)), period.is_sure)


def _text(context: Context, periods: Sequence[Period]) -> PictureText:
    counts = "; ".join(_count_text(context, period) for period in periods)
    return PictureText(
        context.labels.say("coverage-picture"),
        context.labels.say("coverage-alternative", counts=counts),
        _notes(context, periods),
    )


def _count_text(context: Context, period: Period) -> str:
    return context.labels.say(
        "coverage-said", when=period.label, articles=len(period.articles), claims=len(period.claims)
    )


def _notes(context: Context, periods: Iterable[Period]) -> tuple[Prose, ...]:
    if all(period.is_sure for period in periods):
        return ()
    return (words(context.labels.say("coverage-inferred")),)


def _data(context: Context, periods: Sequence[Period]) -> PictureData:
    return PictureData(
        columns=context.labels.say_all("published", "articles", "claims"),
        rows=tuple(map(_row, periods)),
        fields=_FIELDS,
        records=tuple(map(_record, periods)),
    )


def _row(period: Period) -> tuple[Prose, ...]:
    return words(period.label), words(str(len(period.articles))), words(str(len(period.claims)))


def _record(period: Period) -> tuple[str, ...]:
    article_count, claim_count = str(len(period.articles)), str(len(period.claims))
    return period.start.isoformat(), article_count, claim_count, boolean_field(not period.is_sure)
