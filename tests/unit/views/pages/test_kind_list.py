"""The list of the subjects of a kind."""

import pytest

from briefing.views.base.context import Context, open_context
from briefing.views.pages.kind_list import view_kind
from tests.unit.views.sample import sample


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def test_the_list_of_a_kind_is_by_name_with_counts(context: Context) -> None:
    (page,) = view_kind(context, context.data.registry.kinds["company"])
    assert [row.link.text for row in page.rows] == ["Acme", "Bolt"]
    assert (page.rows[0].status, page.rows[0].articles) == ("operating", 3)
    assert page.has_status
    assert page.pager.pages == ()
