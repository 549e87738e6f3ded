"""Our own drawing, without a library."""

from benchmarks.picture_libraries.job import WIDTH, Job
from briefing.render.drawing.figure import draw as lay_out
from briefing.render.drawing.svg import svg_text
from briefing.routes import MONEY, list_page


def draw(job: Job) -> str:
    """Return a picture as SVG."""
    return svg_text(lay_out(job.chart, WIDTH), list_page(MONEY), "picture", "broad", job.title, job.alternative)
