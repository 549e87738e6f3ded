"""The site in outline, for programs that read before they answer: subjects, articles and data, each in a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.registry import Kind
from briefing.routes import ARTICLES, GLOSSARY, METHOD, api_file, article_page, list_page
from briefing.views.base.context import Context
from briefing.views.parts.article_links import newest_first

MOST_LISTED = 200
"""More records of a kind are left to the list of that kind."""
_FILES = ("index.json", "claims.json", "claims.csv", "conflicts.json")


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A file of the site, relative to its root, under its name; ``text`` says what it holds."""

    name: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """Files of one sort."""

    title: str
    lines: tuple[OutlineLine, ...]


@dataclass(frozen=True, slots=True)
class SiteOutline:
    """What the site is, and where what stands in it."""

    title: str
    summary: str
    note: str
    sections: tuple[OutlineSection, ...]


def view_outline(context: Context) -> SiteOutline:
    """Return the outline of a briefing."""
    briefing, labels = context.data.briefing, context.labels
    sections = (
        OutlineSection(labels.say("outline-reading"), tuple(_reading(context))),
        *(OutlineSection(kind.label_plural, tuple(_of_kind(context, kind))) for kind in context.filled_kinds()),
        OutlineSection(labels.say("articles"), tuple(_articles(context))),
        OutlineSection(labels.say("section-about-data"), tuple(_files(context))),
    )
    return SiteOutline(
        title=briefing.name.en,
        summary=briefing.description or labels.say("about-description", briefing=briefing.name.en),
        note=labels.say("outline-note", date=briefing.as_of.label),
        sections=tuple(section for section in sections if section.lines),
    )


def _reading(context: Context) -> Iterator[OutlineLine]:
    for name, page in (("method", METHOD), ("glossary", GLOSSARY)):
        yield OutlineLine(context.labels.say(name), page, context.labels.say(f"{name}-description"))


def _of_kind(context: Context, kind: Kind) -> Iterator[OutlineLine]:
    subjects = context.subjects.by_kind[kind.name]
    if len(subjects) > MOST_LISTED:
        yield _list(context, kind.label_plural, kind.folder, len(subjects))
        return
    for subject in subjects:
        text = context.data.subjects[subject].describes
        yield OutlineLine(context.display(subject), context.page(subject), text)


def _articles(context: Context) -> Iterator[OutlineLine]:
    articles = newest_first(context.data.articles.values())
    if len(articles) > MOST_LISTED:
        yield _list(context, context.labels.say("articles"), ARTICLES, len(articles))
        return
    for article in articles:
        text = article.summary.bottom_line if article.summary else None
        yield OutlineLine(context.names.articles[article.id], article_page(article.id), text or "")


def _list(context: Context, name: str, folder: str, count: int) -> OutlineLine:
    return OutlineLine(name, list_page(folder), context.labels.say("outline-list", n=count))


def _files(context: Context) -> Iterator[OutlineLine]:
    for name in _FILES:
        yield OutlineLine(context.labels.word("file", name), api_file(name), "")
