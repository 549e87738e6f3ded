"""Coverage over time: articles and the claims taken from them, by month or year of publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model.claims import Claim
from briefing.model.date_points import month_text
from briefing.model.dates import PartialDate
from briefing.model.records import Article
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import words
from briefing.views.pictures.picture import LEAST_MARKS, Column, Columns, Data, Picture, Wording, compose

MOST_MONTHS = 60
_FIELDS = ("from", "articles", "claims", "date_inferred")


@dataclass(frozen=True, slots=True)
class _Count:
    """What was published in one stretch of time that begins on ``first``."""

    first: date
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]

    @property
    def sure(self) -> bool:
        """Whether every article's date is known well enough to count it here and nowhere else."""
        return all(_month(one.published.earliest) == _month(one.published.latest) for one in self.articles)


def view_coverage_picture(ctx: Context, page: PagePath) -> Picture | None:
    """Return the picture of articles and claims over time, or None where all were published together."""
    dated = [one for one in ctx.data.articles.values() if _day(one.published)]
    months = sorted({_start(one, yearly=False) for one in dated})
    yearly = len(months) > 1 and _months_between(months[0], months[-1]) > MOST_MONTHS
    starts = sorted({_start(one, yearly=yearly) for one in dated})
    if len(starts) < LEAST_MARKS:
        return None
    counts = [_count(ctx, start, [one for one in dated if _start(one, yearly=yearly) == start]) for start in starts]
    chart = _chart(ctx, counts, yearly=yearly)
    claims = [claim for one in counts for claim in one.claims]
    return compose(ctx, page, "coverage", chart, _wording(ctx, counts, yearly), _data(ctx, counts, yearly), claims)


def _day(when: PartialDate) -> date | None:
    # An interval counts at its end, as it does for the as-of day of claims.
    return when.last_day


def _start(article: Article, *, yearly: bool) -> date:
    day = _day(article.published) or date.min
    return day.replace(month=1 if yearly else day.month, day=1)


def _month(day: date | None) -> tuple[int, int] | None:
    return (day.year, day.month) if day else None


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _count(ctx: Context, start: date, articles: Sequence[Article]) -> _Count:
    claims = tuple(claim for one in articles for claim in ctx.claims_in.get(one.id, ()))
    return _Count(start, tuple(articles), claims)


def _label(start: date, yearly: bool) -> str:
    return str(start.year) if yearly else month_text(start)


def _chart(ctx: Context, counts: Sequence[_Count], *, yearly: bool) -> Columns:
    found = {one.first: one for one in counts}
    steps = _steps(counts[0].first, counts[-1].first, yearly)
    columns = (_column(start, found.get(start), yearly) for start in steps)
    return Columns((ctx.labels.say("articles"), ctx.labels.say("claims")), tuple(columns))


def _steps(first: date, last: date, yearly: bool) -> list[date]:
    if yearly:
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(one // 12, one % 12 + 1, 1) for one in months]


def _column(start: date, found: _Count | None, yearly: bool) -> Column:
    tick = str(start.year) if start.month == 1 else ""
    counts = (len(found.articles), len(found.claims)) if found else (0, 0)
    return Column(_label(start, yearly), tick, counts, found is None or found.sure)


def _wording(ctx: Context, counts: Sequence[_Count], yearly: bool) -> Wording:
    told = "; ".join(
        ctx.labels.say(
            "coverage-said", when=_label(one.first, yearly), articles=len(one.articles), claims=len(one.claims)
        )
        for one in counts
    )
    unsure = any(not one.sure for one in counts)
    notes = (words(ctx.labels.say("coverage-inferred")),) if unsure else ()
    title = ctx.labels.say("coverage-picture")
    return Wording(title, ctx.labels.say("coverage-alternative", told=told), notes)


def _data(ctx: Context, counts: Sequence[_Count], yearly: bool) -> Data:
    return Data(
        columns=tuple(ctx.labels.say(one) for one in ("published", "articles", "claims")),
        rows=tuple(
            (words(_label(one.first, yearly)), words(str(len(one.articles))), words(str(len(one.claims))))
            for one in counts
        ),
        fields=_FIELDS,
        records=tuple(
            (one.first.isoformat(), str(len(one.articles)), str(len(one.claims)), "false" if one.sure else "true")
            for one in counts
        ),
    )
