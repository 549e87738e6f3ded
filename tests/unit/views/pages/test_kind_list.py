"""The list of the subjects of a kind."""

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.pages.kind_list import kind_picture, view_kind
from tests.unit.views.pictures.bolt import context_of
from tests.unit.views.pictures.test_place_map import place
from tests.unit.views.sample import claim, sample


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def test_the_list_of_a_kind_is_by_name_with_counts(context: Context) -> None:
    (page,) = view_kind(context, context.data.registry.kinds["company"])
    assert [row.link.text for row in page.rows] == ["Acme", "Bolt"]
    assert (page.rows[0].status, page.rows[0].articles) == ("operating", 3)
    assert page.has_status
    assert page.pager.pages == ()


def test_places_have_a_map_and_no_other_kind_has() -> None:
    context = context_of(
        [claim("daily-1#c1", "fab-1", "located-in", "kumamoto")],
        place("north", "Hokkaido") | place("kumamoto", "Kumamoto Prefecture"),
    )
    kinds = context.data.registry.kinds
    assert kind_picture(context, kinds["place"]) is not None
    assert kind_picture(context, kinds["company"]) is None
