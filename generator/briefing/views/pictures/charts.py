"""The kinds of chart and their marks, before anybody draws them: labels, amounts, days and links.

Everything is sorted and chosen here. Coordinates, colours and shapes are the business of ``render.drawing``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.model.numerals import Bound
from briefing.views.base.tokens import PageLink


@dataclass(frozen=True, slots=True)
class Bar:
    """One sum of money.

    ``amount`` is None where the source states no sum: such a bar is a line of words. ``weight`` tells how firm the
    sum is: said, decided, done or cancelled.
    """

    label: str
    value: str
    note: str
    amount: Decimal | None
    amount_max: Decimal | None
    bound: Bound
    weight: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Sums that share a scale, that is one currency and one unit of time.

    ``drawn`` is False where a single sum has nothing to be compared with.
    """

    title: str
    bars: tuple[Bar, ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Sums in panels; ``legend`` pairs each weight that occurs with its word."""

    panels: tuple[Panel, ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A dated step.

    ``first`` or ``last`` is None where the source leaves that end open. ``state`` is happened, planned, hoped,
    overdue, met, late or dropped.
    """

    label: str
    when: str
    note: str
    first: date | None
    last: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Spans:
    """Steps in order of time, and today; ``legend`` pairs each state that occurs with its word."""

    spans: tuple[Span, ...]
    today: date
    today_label: str
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The counts of one month or year.

    ``tick`` is the text below the axis, often empty. ``sure`` is False where a date was inferred.
    """

    label: str
    tick: str
    counts: tuple[int, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """Counts over time, one panel for each of ``titles``, on one axis of time."""

    titles: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A name in a network; ``link`` is None for a name that has no page."""

    text: str
    link: PageLink | None


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that stand together: under one relation, or of one kind. A ``mutual`` relation has no direction."""

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
    """All subjects by kind.

    ``edges`` pair the numbers of two nodes, counted from 0 through all groups, the smaller first. ``arrows`` are the
    directions, from a first to a second node, in which relations go along edges; mutual relations have none.
    """

    groups: tuple[Group, ...]
    edges: tuple[tuple[int, int], ...]
    arrows: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """One region of a tile map, at a column and row from 0; ``note`` says what is known to be there."""

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
