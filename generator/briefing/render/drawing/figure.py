"""A picture as one raw block of HTML for a page, without a blank line, so that no Markdown engine reads into it.

It is drawn twice, for broad and for narrow screens; the stylesheet shows one of the two.
"""

from briefing.render.drawing.bars import lay_out_bars
from briefing.render.drawing.columns import lay_out_columns
from briefing.render.drawing.neighbours import lay_out_neighbours
from briefing.render.drawing.ring import lay_out_ring
from briefing.render.drawing.shapes import Drawing
from briefing.render.drawing.spans import lay_out_spans
from briefing.render.drawing.svg import svg_text
from briefing.render.drawing.tiles import lay_out_tiles
from briefing.render.escape import escape_page
from briefing.routes import PagePath, relative_file, relative_url
from briefing.views.base.tokens import FileLink, PageLink, Prose, Token
from briefing.views.pictures.charts import Bars, Chart, Columns, Neighbours, Ring, Spans, Tiles
from briefing.views.pictures.picture import Picture

BROAD, NARROW = 800, 340


def draw(chart: Chart, width: float) -> Drawing:
    """Return a chart as shapes on a sheet of ``width`` pixels; a ring on a broad sheet takes the room it needs."""
    match chart:
        case Bars():
            return lay_out_bars(chart, width)
        case Spans():
            return lay_out_spans(chart, width)
        case Columns():
            return lay_out_columns(chart, width)
        case Neighbours():
            return lay_out_neighbours(chart, width)
        case Ring():
            return lay_out_ring(chart, width)
        case Tiles():
            return lay_out_tiles(chart, width)


def figure_html(here: PagePath, picture: Picture) -> str:
    """Return the figure of a picture: its title, drawings, notes and source line."""
    name = f"picture-{picture.name}"
    broad = _svg_of_width(here, picture, name, "broad", BROAD)
    narrow = _svg_of_width(here, picture, name, "narrow", NARROW)
    notes = [f"<p>{raw_prose(here, note)}</p>\n" for note in (*picture.notes, picture.source_line)]
    caption = f"<figcaption>{escape_page(picture.title)}</figcaption>"
    return f'<figure class="picture" id="{name}">\n{caption}\n{broad}\n{narrow}\n{"".join(notes)}</figure>'


def _svg_of_width(here: PagePath, picture: Picture, name: str, css: str, width: float) -> str:
    drawing = draw(picture.chart, width)
    return svg_text(drawing, here, f"{name}-{css}", css, picture.title, picture.alternative)


def raw_prose(here: PagePath, prose: Prose) -> str:
    """Return prose as HTML: its links lead where a browser goes, for no engine rewrites them."""
    return "".join(_token_html(here, token) for token in prose)


def _token_html(here: PagePath, token: Token) -> str:
    text = escape_page(token.text)
    if isinstance(token, PageLink):
        return f'<a href="{relative_url(here, token.page, token.anchor)}">{text}</a>'
    if isinstance(token, FileLink):
        return f'<a href="{relative_file(here, token.path)}">{text}</a>'
    # Words, and links out of the site, of which pictures have none.
    return text
