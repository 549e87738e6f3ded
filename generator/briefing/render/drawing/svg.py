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
    ids = f"{name}-title", f"{name}-text"
    return (
        f'<svg class="{css}" viewBox="0 0 {size}" width="{number(drawing.width)}" role="{role}"'
        f' aria-labelledby="{ids[0]} {ids[1]}"><title id="{ids[0]}">{escape_page(title)}</title>'
        f'<desc id="{ids[1]}">{escape_page(alternative)}</desc>'
        f"{''.join(_shape(one, here) for one in drawing.shapes)}</svg>"
    )


def _has_link(shape: Shape) -> bool:
    return isinstance(shape, Link) or (isinstance(shape, Cluster) and any(map(_has_link, shape.shapes)))


def _shape(shape: Shape, here: PagePath) -> str:
    match shape:
        case Text():
            return _text(shape)
        case Rect():
            place = f'x="{number(shape.x)}" y="{number(shape.y)}"'
            return f'<rect{_class(shape.css)} {place} width="{number(shape.width)}" height="{number(shape.height)}"/>'
        case Path():
            return f'<path{_class(shape.css)} d="{shape.steps}"/>' if shape.steps else ""
        case Link():
            return f"<a{_address(shape.link, here)}{_full_name(shape)}>{_inner(shape.shapes, here)}</a>"
        case Cluster():
            return f"<g{_class(shape.css)}>{_inner(shape.shapes, here)}</g>"


def _inner(shapes: tuple[Shape, ...], here: PagePath) -> str:
    return "".join(_shape(one, here) for one in shapes)


def _class(css: str) -> str:
    return f' class="{css}"' if css else ""


def _address(link: PageLink, here: PagePath) -> str:
    return f' href="{relative_url(here, link.page, link.anchor)}"'


def _full_name(link: Link) -> str:
    """Return a name for a link whose own text had to be cut."""
    cut = any(line.endswith("…") for one in link.shapes if isinstance(one, Text) for line in one.lines)
    return f' aria-label="{escape_page(link.link.text)}"' if cut else ""


def _text(text: Text) -> str:
    x, y = number(text.x), number(text.y)
    turn = f' transform="rotate({number(text.turn)} {x} {y})"' if text.turn else ""
    first, *rest = map(escape_page, text.lines)
    more = "".join(f' <tspan x="{x}" dy="{LINE}">{line}</tspan>' for line in rest)
    return f'<text{_class(text.css)} x="{x}" y="{y}"{turn}>{first}{more}</text>'
