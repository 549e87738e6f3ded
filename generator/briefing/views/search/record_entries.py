"""The search entries of the records of the data: subjects, articles and publishers."""

from collections.abc import Iterable

from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.records import Article, Name, Publisher, Subject
from briefing.routes import article_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.shortening import shorten
from briefing.views.pages.lead_sentence import lead_sentence
from briefing.views.parts.article_links import articles_of
from briefing.views.search.entries import SearchEntry, SearchNames
from briefing.views.search.texts import article_texts, publisher_texts, subject_texts

MOST_WEIGHT = 9
"""A weight is one digit of the index."""


def subject_entry(context: Context, record: Subject) -> SearchEntry:
    """Return the entry of a subject; its weight grows with the logarithm of the number of its claims."""
    claims = context.claims_of(record.id)
    articles = articles_of(context, claims)
    return SearchEntry(
        page=context.page(record.id),
        kind=record.kind,
        names=_subject_names(record),
        line=shorten(lead_sentence(record)),
        weight=min(MOST_WEIGHT, len(claims).bit_length()),
        texts=subject_texts(context, record, claims),
        years=_years(article.published for article in articles),
        publishers=_publishers(context, articles),
        status=_status(context, record.id),
    )


def _subject_names(record: Subject) -> SearchNames:
    name = record.name
    all_forms = {*_shown_forms(name), name.en, name.reading}
    return SearchNames(
        title=name.display,
        japanese=name.ja or "",
        full=_full_forms(name),
        aliases=_each_once((alias.name for alias in record.aliases), all_forms),
        former=tuple(former.name for former in record.former_names),
        codes=tuple(record.identifiers.values()),
    )


def _shown_forms(name: Name) -> set[str | None]:
    """Return the forms of a name that a result shows: the short one and the Japanese."""
    return {name.display, name.ja}


def _full_forms(name: Name) -> tuple[str, ...]:
    return _each_once((name.en, name.reading), _shown_forms(name))


def _each_once(names: Iterable[str | None], indexed: set[str | None]) -> tuple[str, ...]:
    """Return names in order, none twice, without those that are in the index already."""
    return tuple(dict.fromkeys(name for name in names if name and name not in indexed))


def _status(context: Context, subject: SubjectId) -> str:
    """Return the status of a subject where it is one word of the list, not a wording of its own."""
    for slot in context.data.slots_of.get(subject, ()):
        if slot.attribute == "status" and slot.shown:
            text = str(getattr(slot.shown.value, "text", ""))
            # Readers filter by status: wordings that no other subject shares would fill the choice.
            if text in context.attribute(slot).options:
                return text
            return ""
    return ""


def article_entry(context: Context, record: Article) -> SearchEntry:
    """Return the entry of an article."""
    name = context.names.articles[record.id]
    title = record.title or name
    return SearchEntry(
        page=article_page(record.id),
        kind="article",
        names=SearchNames(title, full=_each_once((name,), {title})),
        line=_summary_line(record),
        note=_article_note(record, name),
        weight=1,
        texts=article_texts(context, record),
        years=_years([record.published]),
        publishers=_publishers(context, [record]),
        status=_article_status(context, record),
    )


def _article_status(context: Context, record: Article) -> str:
    # Nearly all articles are current, and no reader would filter by that.
    if record.status == "current":
        return ""
    return context.labels.word("article-status", record.status)


def _summary_line(record: Article) -> str:
    if record.summary is None or not record.summary.bottom_line:
        return ""
    return shorten(record.summary.bottom_line)


def _article_note(record: Article, name: str) -> str:
    # An article without a headline goes by its name, which need not be said again.
    if not record.title:
        return record.published.label
    return " · ".join(dict.fromkeys(filter(None, (name, record.published.label))))


def publisher_entry(context: Context, record: Publisher) -> SearchEntry:
    """Return the entry of a publisher; articles that only cite it count for its years, too."""
    name = record.name
    articles = [*context.articles.by_publisher.get(record.id, ()), *context.articles.citing.get(record.id, ())]
    return SearchEntry(
        page=publisher_page(record.id),
        kind="publisher",
        names=SearchNames(name.display, name.ja or "", _full_forms(name)),
        line=context.labels.say("grade-is", letter=record.grade.letter),
        texts=publisher_texts(record),
        years=_years(article.published for article in articles),
    )


def _years(dates: Iterable[PartialDate]) -> tuple[str, ...]:
    """Return the years in which dates end, the newest first."""
    days = filter(None, (date.last_day for date in dates))
    return tuple(sorted({f"{day.year:04}" for day in days}, reverse=True))


def _publishers(context: Context, articles: Iterable[Article]) -> tuple[str, ...]:
    publishers = filter(None, (context.publisher(article.publisher) for article in articles))
    return tuple(sorted({publisher.name.display for publisher in publishers}))
