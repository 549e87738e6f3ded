"""What a drawing is made of: a few shapes with coordinates in CSS pixels and class names, nothing that has a style."""

from dataclasses import dataclass
from math import hypot

from briefing.views.base.tokens import PageLink

BROAD_WIDTH = 560
"""From this width on, in CSS pixels, a drawing has room for words beside its shapes."""


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; ``x`` and ``y`` are the baseline of the first, ``turn`` the degrees it is turned about that."""

    x: float
    y: float
    lines: tuple[str, ...]
    css: str = ""
    turn: float = 0


@dataclass(frozen=True, slots=True)
class Rect:
    """A box by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    css: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an area, in the path language of SVG."""

    steps: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Shapes that lead to a page."""

    link: PageLink
    shapes: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Shapes that belong together, under one class."""

    css: str
    shapes: tuple["Shape", ...]


Shape = Text | Rect | Path | Link | Cluster


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of a width and height."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


LINE = 15
"""From one baseline to the next."""


def number(value: float) -> str:
    """Return a coordinate with one decimal at most."""
    written = f"{value:.1f}".removesuffix(".0")
    # What rounds to nothing is written without the sign that it had.
    if written == "-0":
        return "0"
    return written


def path(*steps: "str | float") -> str:
    """Return path steps: letters as they are, numbers rounded, with no more spaces than needed."""
    written = ""
    for step in steps:
        if isinstance(step, str):
            written += step
            continue
        coordinate = number(step)
        # A letter before a number sets it apart, and so does its sign.
        if written and not written[-1].isalpha() and not coordinate.startswith("-"):
            written += " "
        written += coordinate
    return written


_HEAD, _HALF = 7, 3
"""How long the head of an arrow is, and half as wide."""


def arrow_head(x: float, y: float, ahead: float, aside: float) -> str:
    """Return the steps of an arrow's head with its tip at a point, for a line that goes ``ahead`` and ``aside``."""
    length = hypot(ahead, aside) or 1
    right, down = ahead / length, aside / length
    back = round(-_HEAD * right - _HALF * down), round(-_HEAD * down + _HALF * right)
    across = round(2 * _HALF * down), round(-2 * _HALF * right)
    return path("M", x, y, "l", *back, *across, "z")


def mark_box(x: float, y: float, width: float, height: float, css: str) -> list[Shape]:
    """Return the box that marks something in a state; what is overdue or dropped is also struck through."""
    box = Rect(x, y, width, height, css)
    if css == "overdue":
        return [box, Path(path("M", x, y + height, "L", x + width, y), css)]
    if css == "dropped":
        return [box, Path(path("M", x, y, "l", width, height, "M", x, y + height, "l", width, -height), css)]
    return [box]
