"""A picture: its chart, what it shows in words, the same data as a table and as CSV, and its sources.

Nothing here knows a coordinate, so that a picture can be read, exported and tested without being drawn.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.routes import SOURCES, PagePath, list_page, picture_csv
from briefing.views.base.context import Context
from briefing.views.base.tokens import FileLink, PageLink, Prose, join_prose, words
from briefing.views.parts.article_links import article_link
from briefing.views.pictures.charts import Chart

LEAST_MARKS = 2
"""A picture of a single mark compares nothing and is not drawn."""
_NAMED_SOURCES = 8
"""The source line names so many articles and counts the others; the list of sources has all."""


@dataclass(frozen=True, slots=True)
class Table:
    """The data of a picture for readers; every row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Csv:
    """The data of a picture for programs; ``path`` is relative to the root of the site."""

    path: str
    fields: tuple[str, ...]
    records: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its words and its data.

    ``alternative`` says all that the chart shows, for those who cannot see it. ``summary`` heads the folded table.
    """

    name: str
    title: str
    alternative: str
    notes: tuple[Prose, ...]
    chart: Chart
    table: Table
    summary: str
    csv: Csv
    source_line: Prose


@dataclass(frozen=True, slots=True)
class PictureText:
    """The words of a picture: its title, what it shows, and notes beneath it."""

    title: str
    alternative: str
    notes: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureData:
    """The data of a picture twice: ``rows`` as readers see them under ``columns``, ``records`` as programs do."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]
    fields: tuple[str, ...]
    records: tuple[tuple[str, ...], ...]


def compose_picture(
    context: Context,
    page: PagePath,
    name: str,
    chart: Chart,
    text: PictureText,
    data: PictureData,
    claims: Iterable[Claim],
) -> Picture:
    """Return a picture with its source line.

    Args:
        context: what every view reads.
        page: the page that shows the picture; its CSV file lies beside that page.
        name: what tells the picture from the others of its page.
        chart: what is drawn.
        text: the words of the picture.
        data: what is drawn, as rows for readers and as records for programs.
        claims: all that the picture shows; the source line names their articles.
    """
    csv = Csv(picture_csv(page, name), data.fields, data.records)
    return Picture(
        name=name,
        title=text.title,
        alternative=text.alternative,
        notes=text.notes,
        chart=chart,
        table=Table(data.columns, data.rows),
        summary=context.labels.say("picture-table", n=len(data.rows)),
        csv=csv,
        source_line=_source_line(context, claims, csv),
    )


def _source_line(context: Context, claims: Iterable[Claim], csv: Csv) -> Prose:
    # A dictionary drops repeated articles and keeps the order in which the picture uses them.
    articles = list(dict.fromkeys(claim.article for claim in claims))
    named = articles[:_NAMED_SOURCES]
    links: list[Prose] = [(article_link(context, article),) for article in named]
    left = len(articles) - len(named)
    if left:
        links.append((PageLink(context.labels.say("picture-more-sources", n=left), list_page(SOURCES)),))
    file = FileLink(context.labels.say("picture-csv"), csv.path)
    return (*words(context.labels.say("picture-sources")), *join_prose(links), *words(". "), file)


def note_prose(notes: Iterable[str]) -> tuple[Prose, ...]:
    """Return notes without links as the prose that stands beneath a picture."""
    return tuple(map(words, notes))


def make_legend(
    context: Context, group: str, order: Sequence[str], names: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Return the names that occur in a picture with their words, in the order of ``order``.

    Args:
        context: what every view reads.
        group: the group of labels that has the words.
        order: all names that there are.
        names: those that occur.
    """
    occurring = [name for name in order if name in names]
    return tuple((name, context.labels.word(group, name)) for name in occurring)


def claim_keys(claims: Sequence[Claim]) -> str:
    """Return the keys of claims as one field of CSV."""
    return ";".join(claim.key for claim in claims)


def boolean_field(flag: bool) -> str:
    """Return a truth value as one field of CSV, in the words of JSON and YAML."""
    return "true" if flag else "false"


def qualifier_field(qualifier: object) -> str:
    """Return a qualifier as the data have it, as one field of CSV; several values are joined by semicolons."""
    if qualifier is None:
        return ""
    # A qualifier such as the payer may name several subjects.
    if isinstance(qualifier, list | tuple):
        return ";".join(map(str, qualifier))
    return str(qualifier)
