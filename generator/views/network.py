"""The page of the whole network: every subject that is related to another one, and how."""

from dataclasses import dataclass

from generator.routes import NETWORK, list_page
from generator.views.context import Context
from generator.views.head import Head
from generator.views.listing import list_head
from generator.views.pictures.network import view_network_picture
from generator.views.pictures.picture import Picture, Ring


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
