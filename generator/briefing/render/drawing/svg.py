"""Drawings as SVG for a page: the one place that writes it. All text is escaped, nothing has a style of its own."""

from briefing.render.drawing.shapes import LINE, Cluster, Drawing, Link, Path, Rect, Shape, Text, number
from briefing.render.escape import escape_page
from briefing.routes import PagePath, relative_url
from briefing.views.base.tokens import PageLink


def svg_text(drawing: Drawing, here: PagePath, name: str, css: str, title: str, alternative: str) -> str:
    """Return the element for a drawing on the page ``here``; ``name`` begins its ids.

    One that holds links is a group, since an image would hide them from those who do not see it.
    """
    role = "group" if any(map(_has_link, drawing.shapes)) else "img"
    size = f"{number(drawing.width)} {number(drawing.height)}"
    title_id, text_id = f"{name}-title", f"{name}-text"
    return (
        f'<svg class="{css}" viewBox="0 0 {size}" width="{number(drawing.width)}" role="{role}"'
        f' aria-labelledby="{title_id} {text_id}"><title id="{title_id}">{escape_page(title)}</title>'
        f'<desc id="{text_id}">{escape_page(alternative)}</desc>'
        f"{_write_shapes(drawing.shapes, here)}</svg>"
    )


def _has_link(shape: Shape) -> bool:
    if isinstance(shape, Cluster):
        return any(map(_has_link, shape.shapes))
    return isinstance(shape, Link)


def _write_shapes(shapes: tuple[Shape, ...], here: PagePath) -> str:
    return "".join(_write_shape(shape, here) for shape in shapes)


def _write_shape(shape: Shape, here: PagePath) -> str:
    match shape:
        case Text():
            return _write_text(shape)
        case Rect():
            corner = f'x="{number(shape.x)}" y="{number(shape.y)}"'
            return f'<rect{_class(shape.css)} {corner} width="{number(shape.width)}" height="{number(shape.height)}"/>'
        case Path():
            return _write_path(shape)
        case Link():
            return f"<a{_address(shape.link, here)}{_full_name(shape)}>{_write_shapes(shape.shapes, here)}</a>"
        case Cluster():
            return f"<g{_class(shape.css)}>{_write_shapes(shape.shapes, here)}</g>"


def _write_path(drawn: Path) -> str:
    # A node without relations has an empty path.
    if not drawn.steps:
        return ""
    return f'<path{_class(drawn.css)} d="{drawn.steps}"/>'


def _class(css: str) -> str:
    if not css:
        return ""
    return f' class="{css}"'


def _address(link: PageLink, here: PagePath) -> str:
    return f' href="{relative_url(here, link.page, link.anchor)}"'


def _full_name(link: Link) -> str:
    """Return a name for a link whose own text had to be cut."""
    texts = [shape for shape in link.shapes if isinstance(shape, Text)]
    if not any(map(_is_cut, texts)):
        return ""
    return f' aria-label="{escape_page(link.link.text)}"'


def _is_cut(text: Text) -> bool:
    return any(line.endswith("…") for line in text.lines)


def _write_text(text: Text) -> str:
    x, y = number(text.x), number(text.y)
    turn = f' transform="rotate({number(text.turn)} {x} {y})"' if text.turn else ""
    first, *others = map(escape_page, text.lines)
    # The space keeps words of two lines apart for those who hear the text or copy it.
    more = [f' <tspan x="{x}" dy="{LINE}">{line}</tspan>' for line in others]
    return f'<text{_class(text.css)} x="{x}" y="{y}"{turn}>{first}{"".join(more)}</text>'
