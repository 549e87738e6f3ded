"""What an article is called where it is referred to: its publisher, with its date or a number where that is not one."""

from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.dates import DateOrder, date_order
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.views.labels.catalogue import Labels


def name_articles(data: Dataset, labels: Labels) -> dict[ArticleId, str]:
    """Return a name of its own for every article: `Taipei Times`, `FNEX, 2024`, `Unidentified source 2, April 2024`."""
    names: dict[ArticleId, str] = {}
    for publisher_name, articles in _group_by_publisher(data, labels).items():
        if len(articles) == 1 and articles[0].publisher in data.publishers:
            names[articles[0].id] = publisher_name
        else:
            names.update(_dated_names(publisher_name, articles))
    return names


def _group_by_publisher(data: Dataset, labels: Labels) -> Mapping[str, tuple[Article, ...]]:
    """Return the articles under the name of their publisher, the oldest first."""
    # By name, and not by id: two publishers of one name must be told apart, too.
    articles = sorted(data.articles.values(), key=_publication_order)
    return group_by(articles, lambda article: _publisher_name(data, article, labels))


def _publication_order(article: Article) -> tuple[DateOrder, ArticleId]:
    return date_order(article.published), article.id


def _publisher_name(data: Dataset, article: Article, labels: Labels) -> str:
    if article.publisher is None or article.publisher not in data.publishers:
        return labels.say("unidentified")
    return data.publishers[article.publisher].name.display


def _dated_names(publisher_name: str, articles: Iterable[Article]) -> dict[ArticleId, str]:
    """Return names with dates; a number tells apart those of one date, no letter, which would look like a grade."""
    names: dict[ArticleId, str] = {}
    for date, same_date in group_by(articles, _plain_date).items():
        if len(same_date) == 1:
            names[same_date[0].id] = f"{publisher_name}, {date}"
            continue
        for number, article in enumerate(same_date, 1):
            names[article.id] = f"{publisher_name} {number}, {date}"
    return names


def _plain_date(article: Article) -> str:
    # That a date is uncertain stands where the date is given, not in a name.
    date, _, _ = article.published.label.partition(" (")
    return date


def shorten_names(data: Dataset, names: Mapping[ArticleId, str], labels: Labels) -> dict[ArticleId, str]:
    """Return the names for narrow cells: `Unidentified 2` where that is enough to tell a source without a publisher."""
    short_names = {article: _short_name(data, article, name, labels) for article, name in names.items()}
    counts = Counter(short_names.values())
    for article, name in names.items():
        # What two articles would share names neither of them.
        if counts[short_names[article]] > 1:
            short_names[article] = name
    return short_names


def _short_name(data: Dataset, article: ArticleId, name: str, labels: Labels) -> str:
    if data.articles[article].publisher in data.publishers:
        return name
    long, brief = labels.say("unidentified"), labels.say("unidentified-brief")
    return name.partition(",")[0].replace(f"{long} ", f"{brief} ")
