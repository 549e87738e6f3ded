"""The page of the whole network: every subject that is related to another one, and how."""

from dataclasses import dataclass

from briefing.routes import NETWORK, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.pages.paged_list import list_head
from briefing.views.pictures.charts import Ring
from briefing.views.pictures.network_graph import view_network_picture
from briefing.views.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The page of the whole network; there is none where nothing is related."""

    head: Head
    picture: Picture


def view_network(ctx: Context) -> tuple[NetworkPage, ...]:
    """Return the page of the whole network, or no page."""
    picture = view_network_picture(ctx, list_page(NETWORK))
    if picture is None:
        return ()
    chart = picture.chart
    count = sum(len(one.nodes) for one in chart.groups) if isinstance(chart, Ring) else 0
    description = ctx.labels.say("network-description", n=count)
    return (NetworkPage(list_head(ctx, ctx.labels.say("network"), description, NETWORK, 1), picture),)
