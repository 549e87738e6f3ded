"""R27: what a subject is related to, and how many more there are."""

from briefing.views.base.context import Context
from briefing.views.pictures.charts import Neighbours
from briefing.views.pictures.neighbours import MOST_NEIGHBOURS, view_neighbours
from tests.unit.views import sample
from tests.unit.views.pictures.bolt import BOLT, context_of


def partners(count: int) -> Context:
    return context_of(
        [sample.claim(f"daily-1#c30{place}", "bolt", "partner", f"text:Firm {place}") for place in range(count)]
    )


def test_a_subject_shows_so_many_neighbours_and_says_how_many_more() -> None:
    assert view_neighbours(partners(1), BOLT) is None
    picture = view_neighbours(partners(MOST_NEIGHBOURS + 3), BOLT)
    assert picture
    assert isinstance(picture.chart, Neighbours)
    assert sum(len(group.nodes) for group in picture.chart.groups) == MOST_NEIGHBOURS == len(picture.table.rows)
    (rest,) = picture.notes[-1]
    assert (rest.text, rest.anchor) == ("3 more relations", "relations")  # type: ignore[union-attr]
