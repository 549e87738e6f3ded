"""The page of the whole network: every subject that is related to another one, and how."""

from dataclasses import dataclass

from briefing.routes import NETWORK, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.pages.paged_list import list_head
from briefing.views.pictures.charts import Chart, Ring
from briefing.views.pictures.network_graph import view_network_picture
from briefing.views.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The page of the whole network."""

    head: Head
    picture: Picture


def view_network(context: Context) -> tuple[NetworkPage, ...]:
    """Return the page of the whole network, or no page where nothing is related."""
    picture = view_network_picture(context, list_page(NETWORK))
    if picture is None:
        return ()
    description = context.labels.say("network-description", n=_count_subjects(picture.chart))
    return (NetworkPage(list_head(context, context.labels.say("network"), description, NETWORK, 1), picture),)


def _count_subjects(chart: Chart) -> int:
    # The picture may leave out subjects, so that those that it shows are counted and not those of the data.
    if not isinstance(chart, Ring):
        return 0
    return sum(len(group.nodes) for group in chart.groups)
