"""What a bibliography says of a source, or of a page of this site."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate
from briefing.model.ids import ArticleId, SubjectId
from briefing.model.records import Article
from briefing.routes import PagePath, article_page, cite_file, site_url, sources_file
from briefing.views.base.context import Context
from briefing.views.base.tokens import FileLink, Prose, Words

FORMATS = ("bib", "ris", "csl.json")
"""The formats of bibliographies, by the suffix of their files: BibTeX as BibLaTeX reads it, RIS, CSL-JSON."""
_PLAIN = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_NEWS = frozenset({"report", "wire-copy", "opinion"})
"""Forms of articles as newspapers print them; where the others stood is not known."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a bibliography; what is None is not known, and nothing is made up for it.

    ``news`` tells that a newspaper printed it. ``container`` is the publication or the site that it stands in.
    ``authors`` are as printed: names of people and of offices alike, so that none is taken apart. ``note`` is what no
    other field can say.
    """

    id: str
    news: bool
    title: str | None
    authors: tuple[str, ...]
    container: str | None
    published: PartialDate
    address: str | None
    language: str
    note: str


@dataclass(frozen=True, slots=True)
class Cite:
    """How to cite a page: in words, and as files for programs that keep references."""

    text: Prose
    files: tuple[FileLink, ...]


def article_reference(context: Context, article: Article) -> Reference:
    """Return a source as a bibliography has it."""
    publisher = context.publisher(article.publisher)
    return Reference(
        id=article.id,
        news=article.form in _NEWS,
        title=article.title,
        authors=article.author,
        container=publisher.name.en if publisher else None,
        published=article.published,
        address=article.url,
        language=article.language,
        note="; ".join(_article_notes(context, article)),
    )


def _article_notes(context: Context, article: Article) -> Iterator[str]:
    if not is_plain(article.published):
        yield context.labels.say("cite-published", date=article.published.label)
    if article.status != "current":
        yield context.labels.word("article-status", article.status)


def is_plain(published: PartialDate) -> bool:
    """Tell whether a date is a day, a month or a year, and certain: no format of bibliographies holds all others."""
    return published.precision in _PLAIN and not published.fiscal and published.edtf[-1].isdigit()


def subject_reference(context: Context, subject: SubjectId) -> Reference:
    """Return the page of a subject as a bibliography has it: an entry of this site, of the day of its data."""
    briefing = context.data.briefing
    return Reference(
        id=subject,
        news=False,
        title=context.display(subject),
        authors=(),
        container=briefing.name.en,
        published=briefing.as_of,
        address=site_url(briefing.url, context.page(subject)),
        language=briefing.language,
        note=context.labels.say("cite-as-of", date=briefing.as_of.label),
    )


def cite_article(context: Context, article: ArticleId) -> Cite:
    """Return how to cite a source."""
    reference = article_reference(context, context.data.articles[article])
    return _cite(context, reference, article_page(article))


def cite_subject(context: Context, subject: SubjectId) -> Cite:
    """Return how to cite the page of a subject."""
    return _cite(context, subject_reference(context, subject), context.page(subject))


def cite_sources(context: Context) -> tuple[FileLink, ...]:
    """Return the files that have all sources."""
    return tuple(FileLink(context.labels.word("format", suffix), sources_file(suffix)) for suffix in FORMATS)


def _cite(context: Context, reference: Reference, page: PagePath) -> Cite:
    files = tuple(FileLink(context.labels.word("format", suffix), cite_file(page, suffix)) for suffix in FORMATS)
    return Cite((Words(citation_text(context, reference)),), files)


def citation_text(context: Context, reference: Reference) -> str:
    """Return a reference as a sentence: who, what, where, when, and its address where it has one."""
    title = context.labels.say("cite-untitled")
    if reference.title:
        title = context.labels.say("cite-title", title=reference.title)
    parts = [*reference.authors, title, reference.container, reference.published.label, reference.address]
    return ", ".join(filter(None, parts))


def all_sources(data: Dataset) -> tuple[Article, ...]:
    """Return every article, by id: an order that a new one does not upset."""
    return tuple(data.articles[article] for article in sorted(data.articles))
