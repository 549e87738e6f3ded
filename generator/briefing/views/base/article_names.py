"""What an article is called where it is referred to: its publisher, with its date or a number where that is not one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.dates import date_order
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.views.labels.catalogue import Labels


def name_articles(data: Dataset, labels: Labels) -> dict[ArticleId, str]:
    """Return a name of its own for every article: `Taipei Times`, `FNEX, 2024`, `Unidentified source 2, April 2024`."""
    named: dict[ArticleId, str] = {}
    for name, articles in _by_name(data, labels).items():
        known = any(one.publisher in data.publishers for one in articles)
        named.update({articles[0].id: name} if known and len(articles) == 1 else _dated(name, articles))
    return named


def _by_name(data: Dataset, labels: Labels) -> Mapping[str, list[Article]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(data.articles.values(), key=lambda one: (date_order(one.published), one.id)):
        publisher = data.publishers.get(article.publisher) if article.publisher else None
        found[publisher.name.display if publisher else labels.say("unidentified")].append(article)
    return found


def _dated(name: str, articles: Iterable[Article]) -> dict[ArticleId, str]:
    """Return names with dates; a number tells apart those of one date, no letter, which would look like a grade."""
    by_date: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        # That a date is uncertain stands where it is told, not in a name.
        by_date[article.published.label.partition(" (")[0]].append(article)
    return {
        one.id: f"{name}{f' {number}' if len(same) > 1 else ''}, {date}"
        for date, same in by_date.items()
        for number, one in enumerate(same, 1)
    }


def shorten_names(data: Dataset, names: Mapping[ArticleId, str], labels: Labels) -> dict[ArticleId, str]:
    """Return the names for narrow cells: `Unidentified 2` where that is enough to tell a source without a publisher."""
    unknown = {one.id for one in data.articles.values() if one.publisher not in data.publishers}
    long, brief = labels.say("unidentified"), labels.say("unidentified-brief")
    short = {
        one: name.partition(",")[0].replace(f"{long} ", f"{brief} ") if one in unknown else name
        for one, name in names.items()
    }
    count = Counter(short.values())
    return {one: short[one] if count[short[one]] == 1 else name for one, name in names.items()}
