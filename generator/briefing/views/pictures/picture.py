"""What a picture is before anybody draws it: its words, its marks as data, and the same data as a table and as CSV.

Nothing here knows a coordinate. Charts hold labels, amounts, days and addresses, already sorted and chosen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId
from briefing.model.numerals import Bound
from briefing.routes import SOURCES, PagePath, list_page, picture_csv
from briefing.views.base.context import Context
from briefing.views.base.tokens import FileLink, PageLink, Prose, listed, words
from briefing.views.parts.coverage import article_link

LEAST_MARKS = 2
"""A picture of a single mark compares nothing and is not drawn."""
_NAMED_SOURCES = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One sum; without an ``amount`` it is a line of words. ``weight`` is said, decided, done or cancelled."""

    label: str
    value: str
    note: str
    amount: Decimal | None
    amount_max: Decimal | None
    bound: Bound
    weight: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Sums that share a scale: one currency, one unit of time; ``drawn`` only where bars have something to compare."""

    title: str
    bars: tuple[Bar, ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Sums in panels; ``legend`` explains the weights that occur."""

    panels: tuple[Panel, ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A dated step; an end that is open has no day. ``state`` is happened, planned, overdue, met, late or dropped."""

    label: str
    when: str
    note: str
    first: date | None
    last: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Spans:
    """Steps in order of time, and today."""

    spans: tuple[Span, ...]
    today: date
    today_label: str
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of time; ``tick`` stands below the axis where it has one, ``sure`` is no for an inferred date."""

    label: str
    tick: str
    counts: tuple[int, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """Counts over time, one panel for each of ``titles``, on one axis."""

    titles: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A subject in a network; a name without a page has no ``link``."""

    text: str
    link: PageLink | None


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that stand together: under one relation, or of one kind; ``mutual`` relations go both ways."""

    label: str
    nodes: tuple[Node, ...]
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What one subject is related to, by relation."""

    centre: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """All subjects by kind; ``edges`` pair nodes, counted from 0 through all groups.

    ``arrows`` are the ways from a first to a second node that relations go along edges; what goes both ways has none.
    """

    groups: tuple[Group, ...]
    edges: tuple[tuple[int, int], ...]
    arrows: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """One region of a tile map, at a column and row; ``note`` says what is known to be there."""

    name: str
    column: int
    row: int
    link: PageLink | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A map of tiles of one size, in reading order."""

    tiles: tuple[Tile, ...]


Chart = Bars | Spans | Columns | Neighbours | Ring | Tiles


@dataclass(frozen=True, slots=True)
class Table:
    """The data of a picture for readers; every row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Csv:
    """The data of a picture for programs; ``path`` is relative to the site's root."""

    path: str
    fields: tuple[str, ...]
    records: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its title, what it shows in words, notes beneath it, its data, and where these come from."""

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
class Wording:
    """The words of a picture: its title, what it shows, notes."""

    title: str
    alternative: str
    notes: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True)
class Data:
    """The data of a picture in both forms, row by row the same."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]
    fields: tuple[str, ...]
    records: tuple[tuple[str, ...], ...]


def compose(
    ctx: Context, page: PagePath, name: str, chart: Chart, said: Wording, data: Data, claims: Iterable[Claim]
) -> Picture:
    """Return a picture for ``page`` with its source line; ``claims`` are those that it shows."""
    csv = Csv(picture_csv(page, name), data.fields, data.records)
    return Picture(
        name=name,
        title=said.title,
        alternative=said.alternative,
        notes=said.notes,
        chart=chart,
        table=Table(data.columns, data.rows),
        summary=ctx.labels.say("picture-table", n=len(data.rows)),
        csv=csv,
        source_line=_source_line(ctx, claims, FileLink(ctx.labels.say("picture-csv"), csv.path)),
    )


def _source_line(ctx: Context, claims: Iterable[Claim], csv: FileLink) -> Prose:
    articles = list(dict.fromkeys(one.article for one in claims))
    links = [article_prose(ctx, one) for one in articles[:_NAMED_SOURCES]]
    left = len(articles) - len(links)
    more = [(PageLink(ctx.labels.say("picture-more-sources", n=left), list_page(SOURCES)),)] if left else []
    return (*words(ctx.labels.say("picture-sources")), *listed([*links, *more]), *words(". "), csv)


def article_prose(ctx: Context, article: ArticleId) -> Prose:
    """Return an article as a link under its short name."""
    return (article_link(ctx, article),)


def claim_keys(claims: Sequence[Claim]) -> str:
    """Return the keys of claims as one field of CSV."""
    return ";".join(one.key for one in claims)


def written(raw: object) -> str:
    """Return a qualifier as the data have it, as one field of CSV."""
    if isinstance(raw, list | tuple):
        return ";".join(map(str, raw))
    return "" if raw is None else str(raw)
