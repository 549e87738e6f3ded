"""The months or years of publication, each with the articles that appeared in it and the claims taken from them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from briefing.model.claims import Claim
from briefing.model.date_points import month_text
from briefing.model.records import Article
from briefing.views.base.context import Context

MOST_MONTHS = 60
"""Coverage that reaches further apart is counted by year."""


@dataclass(frozen=True, slots=True)
class Period:
    """What was published in the month or year that begins on ``start``."""

    start: date
    label: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]

    @property
    def is_sure(self) -> bool:
        """Whether every article's date is known well enough to count it here and nowhere else."""
        return all(_is_of_one_month(article) for article in self.articles)


def _is_of_one_month(article: Article) -> bool:
    earliest, latest = article.published.earliest, article.published.latest
    if earliest is None or latest is None:
        return earliest == latest
    return _month_number(earliest) == _month_number(latest)


def coverage_periods(context: Context) -> list[Period]:
    """Return the months from the first article to the last, or the years where they reach too far apart.

    Months in which nothing appeared are among them. Articles without a date are in none.
    """
    articles = [article for article in context.data.articles.values() if article.published.last_day]
    if _reach(articles) > MOST_MONTHS:
        by_year = _group_by_start(articles, _year_start)
        return [_period(context, start, str(start.year), by_year) for start in _years(by_year)]
    by_month = _group_by_start(articles, _month_start)
    return [_period(context, start, month_text(start), by_month) for start in _months(by_month)]


def _publication_day(article: Article) -> date:
    # An interval counts at its end, as it does for the as-of day of claims.
    return article.published.last_day or date.min


def _reach(articles: Iterable[Article]) -> int:
    """Return the months between the first and the last article."""
    months = [_month_number(_publication_day(article)) for article in articles]
    return max(months, default=0) - min(months, default=0)


def _month_number(day: date) -> int:
    # Months are counted from the year 0 on, so that they can be subtracted across years.
    return day.year * 12 + day.month - 1


_Articles = dict[date, list[Article]]
"""Articles by the first day of their month or year."""


def _group_by_start(articles: Iterable[Article], start_of: Callable[[date], date]) -> _Articles:
    groups: _Articles = {}
    for article in articles:
        groups.setdefault(start_of(_publication_day(article)), []).append(article)
    return groups


def _year_start(day: date) -> date:
    return day.replace(month=1, day=1)


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _years(groups: _Articles) -> Iterator[date]:
    for year in range(min(groups).year, max(groups).year + 1):
        yield date(year, 1, 1)


def _months(groups: _Articles) -> Iterator[date]:
    # A briefing without dated articles has no first month to begin with.
    if not groups:
        return
    for number in range(_month_number(min(groups)), _month_number(max(groups)) + 1):
        yield date(number // 12, number % 12 + 1, 1)


def _period(context: Context, start: date, label: str, groups: _Articles) -> Period:
    articles = groups.get(start, [])
    claims = chain.from_iterable(context.articles.claims.get(article.id, ()) for article in articles)
    return Period(start, label, tuple(articles), tuple(claims))
