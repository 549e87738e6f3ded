"""Every picture of the site in one sequence, for what takes their data without their pages."""

from collections.abc import Iterator

from briefing.routes import NETWORK, SOURCES, TIMELINE, list_page
from briefing.views.base.context import Context
from briefing.views.pages.home import home_picture
from briefing.views.pages.kind_list import kind_picture
from briefing.views.pages.money import money_picture
from briefing.views.pages.subject_head import subject_picture
from briefing.views.parts.sums import largest
from briefing.views.pictures.coverage_chart import view_coverage_picture
from briefing.views.pictures.neighbours import view_neighbours
from briefing.views.pictures.network_graph import view_network_picture
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.step_spans import view_all_steps


def view_gallery(context: Context) -> tuple[Picture, ...]:
    """Return all pictures of a briefing, those that their pages show and no others."""
    return tuple(picture for picture in _all_pictures(context) if picture)


def _all_pictures(context: Context) -> Iterator[Picture | None]:
    yield home_picture(context)
    for kind in context.data.registry.kinds.values():
        yield kind_picture(context, kind)
    for subject in context.data.subjects:
        yield subject_picture(context, subject)
        yield view_neighbours(context, subject)
    yield view_coverage_picture(context, list_page(SOURCES))
    yield view_all_steps(context, list_page(TIMELINE))
    yield money_picture(context, largest(context, "amount"))
    yield view_network_picture(context, list_page(NETWORK))
