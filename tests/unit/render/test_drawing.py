"""R27: layouts keep words apart and on the sheet, keep the order of the data, and write nothing but text and shapes."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import lxml.html
import pytest

from briefing.model.numerals import Bound
from briefing.render.drawing.bars import lay_out_bars
from briefing.render.drawing.columns import lay_out_columns
from briefing.render.drawing.figure import BROAD, NARROW, draw
from briefing.render.drawing.measure import one_line, text_width, wrap
from briefing.render.drawing.neighbours import lay_out_neighbours
from briefing.render.drawing.ring import lay_out_ring
from briefing.render.drawing.shapes import LINE, Cluster, Drawing, Link, Path, Rect, Shape, Text, number, path
from briefing.render.drawing.spans import lay_out_spans
from briefing.render.drawing.svg import svg_text
from briefing.routes import PagePath
from briefing.views.base.tokens import PageLink
from briefing.views.pictures.charts import (
    Bar,
    Bars,
    Chart,
    Column,
    Columns,
    Group,
    Neighbours,
    Node,
    Panel,
    Ring,
    Span,
    Spans,
    Tile,
    Tiles,
)
from briefing.views.pictures.prefectures import PREFECTURES
from tests.every import every

HERE = PagePath("companies/acme/index.md")
LONG = "A name of quite a length that no column of a picture will ever hold in one line, nor in two of them"


def bar(label: str, amount: int, bound: Bound = Bound.EXACT, weight: str = "said", most: int | None = None) -> Bar:
    top = Decimal(most) if most else None
    return Bar(label, f"{bound.words} ¥{amount}", "announced, payer not stated", Decimal(amount), top, bound, weight)


def node(name: str) -> Node:
    return Node(name, PageLink(name, PagePath(f"companies/{len(name)}/index.md")))


def span(label: str, first: date | None, last: date | None, state: str = "planned") -> Span:
    return Span(label, "some time", state, first, last, state)


BARS = Bars(
    (
        Panel("Sums in JPY", (bar(LONG, 900, Bound.UP_TO), bar("b", 90, Bound.ABOUT, "done"), bar("c", 1)), drawn=True),
        Panel("In USD: a single sum", (bar("d", 5),), drawn=False),
    ),
    (("said", "said: announced"), ("done", "done: spent")),
)
SPANS = Spans(
    (
        span("first", date(2024, 4, 1), date(2024, 4, 30), "happened"),
        span(LONG, None, date(2024, 12, 31), "overdue"),
        span("third", date(2027, 1, 1), date(2027, 12, 31)),
        span("fourth", date(2030, 4, 1), None),
        span("gone", date(2031, 4, 1), date(2031, 4, 1), "dropped"),
    ),
    date(2026, 11, 22),
    "22 November 2026",
    (("happened", "happened"), ("overdue", "overdue"), ("planned", "planned")),
)
MONTHS = tuple(
    Column(f"month {place}", str(2020 + place // 12) * (place % 12 == 0), (place % 3, 9 * (place % 5)))
    for place in range(40)
)
COLUMNS = Columns(("Articles", "Claims"), MONTHS)
NEIGHBOURS = Neighbours(
    "Acme",
    (
        Group("Partner", tuple(node(f"Partner {place}" * (place + 1)) for place in range(4)), mutual=True),
        Group("Located in", (Node("Somewhere", None),)),
        Group("Owned by", tuple(node(f"Owner {place}") for place in range(12))),
    ),
)
RING = Ring(
    (Group("Companies", tuple(node(f"Company {place}") for place in range(20))), Group("People", (node("Ann"),))),
    ((0, 20), (3, 7), (19, 20)),
    ((0, 20), (20, 19)),
)
TILES = Tiles(
    tuple(
        Tile(tile.name, tile.column, tile.row, *((PageLink(tile.name, HERE), "1 subject") if tile.row % 5 == 0 else ()))
        for tile in PREFECTURES
    )
)
CHARTS: list[Chart] = [BARS, SPANS, COLUMNS, NEIGHBOURS, RING, TILES]


def flat(shapes: tuple[Shape, ...]) -> Iterator[Text | Rect | Path]:
    for shape in shapes:
        if isinstance(shape, Link | Cluster):
            yield from flat(shape.shapes)
        else:
            yield shape


def texts(drawing: Drawing) -> list[Text]:
    return [shape for shape in flat(drawing.shapes) if isinstance(shape, Text)]


def box(text: Text) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of words; their width errs on the wide side."""
    size = 10 if "small" in text.css else 12
    width = 0.9 * max(text_width(line, size) for line in text.lines)
    left = text.x - (width if "end" in text.css else width / 2 if "mid" in text.css else 0)
    return left, text.y - 9, left + width, text.y + 3 + LINE * (len(text.lines) - 1)


@pytest.mark.parametrize("width", [BROAD, NARROW])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
def test_words_stand_apart_and_on_the_sheet(chart: Chart, width: int) -> None:
    drawing = draw(chart, width)
    straight = [shape for shape in texts(drawing) if not shape.turn]
    for shape in straight:
        left, top, right, bottom = box(shape)
        assert left >= -1, shape
        assert right <= drawing.width + 2, shape
        assert top >= -1, shape
        assert bottom <= drawing.height + 1, shape
    for a, b in combinations(straight, 2):
        (la, ta, ra, ba), (lb, tb, rb, bb) = box(a), box(b)
        assert ra <= lb + 1 or rb <= la + 1 or ba <= tb or bb <= ta, (a, b)


@pytest.mark.parametrize("width", [BROAD, NARROW])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
def test_boxes_are_on_the_sheet_and_drawings_the_same_each_time(chart: Chart, width: int) -> None:
    drawing = draw(chart, width)
    for shape in flat(drawing.shapes):
        if isinstance(shape, Rect):
            assert 0 <= shape.x <= shape.x + shape.width <= drawing.width + 0.1, shape
            assert 0 <= shape.y <= shape.y + shape.height <= drawing.height + 0.1, shape
    assert draw(chart, width) == drawing


def lengths(drawing: Drawing) -> list[float]:
    """Return how far every bar reaches from its start, in order from top to bottom."""
    reached = []
    for shape in flat(drawing.shapes):
        match = isinstance(shape, Path) and re.match(r"M([\d.]+) ([\d.]+)H([\d.]+)", shape.steps)
        if match and isinstance(shape, Path) and shape.css in ("said", "decided", "done"):
            reached.append(float(match[3]) - float(match[1]))
    return reached


def test_bars_are_as_long_as_their_sums_and_a_lone_sum_has_none() -> None:
    exact = Bars((Panel("JPY", (bar("a", 900), bar("b", 300), bar("c", 90)), drawn=True), BARS.panels[1]), ())
    first, second, third = lengths(lay_out_bars(exact, BROAD))
    assert second == pytest.approx(first / 3, abs=0.2)
    assert third == pytest.approx(first / 10, abs=0.2)


def bar_shapes(drawn_bar: Bar) -> list[Path]:
    chart = Bars((Panel("JPY", (drawn_bar, bar("z", 1000)), drawn=True),), ())
    return [shape for shape in flat(lay_out_bars(chart, BROAD).shapes) if isinstance(shape, Path)][:2]


def test_every_bound_has_an_end_of_its_own() -> None:
    ceiling, edge = bar_shapes(bar("a", 500, Bound.UP_TO))
    assert "Z" not in ceiling.steps
    assert edge.css == "open"
    ends = {
        bound: bar_shapes(bar("a", 500, bound))[0].steps.count("l") for bound in (Bound.EXACT, Bound.OVER, Bound.ABOUT)
    }
    assert ends == {Bound.EXACT: 0, Bound.OVER: 2, Bound.ABOUT: 4}
    assert bar_shapes(bar("a", 500, most=700))[1].css == "stripe range"


def test_a_date_is_as_wide_as_it_is_exact_and_in_the_order_of_time() -> None:
    drawing = lay_out_spans(SPANS, BROAD)
    marks = [shape for shape in flat(drawing.shapes) if isinstance(shape, Rect)][len(SPANS.legend) :]
    month, overdue, year, opened, dropped = marks
    assert year.width == pytest.approx((800 - 8 - 452) / 8, abs=0.5)  # a year of eight
    assert month.width < year.width / 6
    assert [shape.y for shape in marks] == sorted(shape.y for shape in marks)
    assert month.x < overdue.x < year.x < opened.x < dropped.x
    tails = [shape for shape in flat(drawing.shapes) if isinstance(shape, Path) and shape.css == "open"]
    assert len(tails) == 2  # by 2024 and from April 2030 are open at one end
    (today,) = [shape for shape in flat(drawing.shapes) if isinstance(shape, Path) and shape.css == "today"]
    assert overdue.x < float(today.steps[1:].split()[0]) < year.x


def test_columns_are_as_high_as_their_counts() -> None:
    chart = Columns(("Articles",), (Column("a", "", (4,)), Column("b", "", (0,)), Column("c", "", (1,), sure=False)))
    tall, small = (shape for shape in flat(lay_out_columns(chart, NARROW).shapes) if isinstance(shape, Rect))
    assert tall.height == pytest.approx(4 * small.height, abs=0.2)
    assert (tall.css, small.css) == ("done", "unsure")


@pytest.mark.parametrize("width", [BROAD, NARROW])
def test_neighbours_are_targets_large_enough_under_their_relation(width: int) -> None:
    drawing = lay_out_neighbours(NEIGHBOURS, width)
    links = [shape for shape in drawing.shapes if isinstance(shape, Link)]
    assert [shape.link.text for shape in links] == [
        n.text for group in NEIGHBOURS.groups for n in group.nodes if n.link
    ]
    boxes = [shape for shape in flat(tuple(links)) if isinstance(shape, Rect)]
    assert min(shape.height for shape in boxes) >= 24
    assert {line for shape in texts(drawing) for line in shape.lines} >= {"Partner", "Located in", "Owned by", "Acme"}


def test_a_ring_grows_with_its_nodes_and_a_list_keeps_their_order() -> None:
    many = Ring((Group("Companies", tuple(node(f"Company {place}") for place in range(120))),), ((0, 60),))
    assert lay_out_ring(many, BROAD).width > lay_out_ring(RING, BROAD).width
    names = [shape for shape in texts(lay_out_ring(many, NARROW)) if not shape.css]
    assert [shape.lines[0] for shape in names] == [f"Company {place}" for place in range(120)]
    assert every(b.y - a.y >= 24 for a, b in pairwise(names))
    knots = [shape for shape in lay_out_ring(RING, BROAD).shapes if isinstance(shape, Cluster)]
    assert len(knots) == 21
    assert sum(len(shape.shapes[1].steps) > 0 for shape in knots if isinstance(shape.shapes[1], Path)) == 5


def heads(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Return the head of every arrow: its tip, and where it points from the middle of its back."""
    steps = "".join(shape.steps for shape in flat(drawing.shapes) if isinstance(shape, Path) and shape.css == "head")
    tips = []
    for head in steps.split("z")[:-1]:
        x, y, back_x, back_y, across_x, across_y = map(float, re.findall(r"-?[\d.]+", head))
        tips.append((x, y, -(back_x + across_x / 2), -(back_y + across_y / 2)))
    return tips


@pytest.mark.parametrize("width", [BROAD, NARROW])
def test_arrows_reach_every_neighbour_but_those_that_are_related_both_ways(width: int) -> None:
    drawing = lay_out_neighbours(NEIGHBOURS, width)
    boxes = [shape for shape in flat(drawing.shapes) if isinstance(shape, Rect) and shape.css.startswith("node")]
    directed = boxes[4:]
    assert len(directed) == len(heads(drawing)) == 13
    for box, (x, y, ahead, aside) in zip(directed, heads(drawing), strict=True):
        edge = box.x if ahead > 0 else box.x + box.width
        assert abs(x - edge) <= 1
        assert y == pytest.approx(box.y + box.height / 2, abs=1)
        assert abs(ahead) > 5 > abs(aside)


@pytest.mark.parametrize("width", [BROAD, NARROW])
def test_an_arrow_of_the_network_points_at_its_second_end(width: int) -> None:
    """Each arrow lies on its line, and goes on towards the name that the table has second."""
    drawing = lay_out_ring(RING, width)
    names = {shape.lines[0]: (shape.x, shape.y) for shape in texts(drawing)}
    ends = [names[name] for name in ("Company 0", "Ann", "Company 19")]
    tips = list(dict.fromkeys(heads(drawing)))
    assert len(tips) == 2
    for (x, y, ahead, aside), start, end in zip(tips, ends, ends[1:], strict=False):
        towards = ahead * (end[0] - x) + aside * (end[1] - y), ahead * (start[0] - x) + aside * (start[1] - y)
        assert towards[0] > towards[1]


def test_no_two_prefectures_share_a_tile() -> None:
    assert len({(tile.column, tile.row) for tile in PREFECTURES}) == len({tile.name for tile in PREFECTURES}) == 47
    corners = [tile for tile in PREFECTURES if tile.name in ("Hokkaido", "Tokyo", "Kumamoto", "Okinawa")]
    assert [tile.name for tile in sorted(corners, key=lambda tile: -tile.column)] == [
        "Hokkaido",
        "Tokyo",
        "Kumamoto",
        "Okinawa",
    ]
    kyoto, hokkaido = (next(tile for tile in PREFECTURES if tile.name == name) for name in ("Kyoto", "Hokkaido"))
    assert {"京都", "京都府", "kyoto prefecture"} <= kyoto.names
    assert "北海" not in hokkaido.names


# ---- text


@pytest.mark.parametrize("text", [LONG, "長い名前" * 20, "x" * 300, "", "a  b\n c", "word " * 500])
def test_text_is_broken_to_fit_and_cut_where_it_must_be(text: str) -> None:
    lines = wrap(text, 120)
    assert 1 <= len(lines) <= 3
    assert every(text_width(line) <= 120 for line in lines)
    whole = "".join(text.split())
    shown = "".join("".join(lines).split())
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))
    assert text_width(one_line(text, 120)) <= 120


def test_coordinates_are_short() -> None:
    assert [number(value) for value in (1, 1.0, 1.25, 0.04, -0.04, -3.5, 10)] == [
        "1",
        "1",
        "1.2",
        "0",
        "0",
        "-3.5",
        "10",
    ]
    assert path("M", 1, 2.5, "H", 10, "l", -4.0, 3) == "M1 2.5H10l-4 3"


HOSTILE = [
    "<script>alert(1)</script>",
    '" onload="x',
    "</svg></figure>",
    "{{7*7}} {% x %}",
    "&lt;b&gt;",
    "]]><!--",
    "a\n\nb",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text: str) -> None:
    link = PageLink(text, PagePath("companies/bolt/index.md"), "fact")
    drawing = Drawing(100, 50, (Link(link, (Text(1, 2, (text, f"{text}…")),)), Text(1, 2, (text,), "muted", 45)))
    written = svg_text(drawing, HERE, "picture-x", "broad", text, text)
    assert "\n" not in written
    assert "style" not in written
    svg = lxml.html.fragment_fromstring(written)
    assert [element.tag for element in svg.iter()] == ["svg", "title", "desc", "a", "text", "tspan", "text"]
    assert svg.get("role") == "group"
    (anchor,) = svg.iter("a")
    assert dict(anchor.items()) == {"href": "../bolt/#fact", "aria-label": " ".join(text.split())}
    assert " ".join(svg.findtext("title").split()) == " ".join(text.split())


def test_a_drawing_without_links_is_an_image() -> None:
    assert 'role="img"' in svg_text(Drawing(1, 1, (Text(0, 0, ("a",)),)), HERE, "n", "broad", "t", "d")
