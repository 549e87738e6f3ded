"""What stands below the sums: the short parts, and links to the long ones."""

import pytest

from briefing.views.pages import money_overview
from briefing.views.pages.money_overview import plan_money_parts, view_money_overview
from tests.unit.views.sample import sample_context


def test_where_there_is_room_no_part_has_a_page_of_its_own() -> None:
    overview = view_money_overview(sample_context())
    assert [row.rate for row in overview.rates] == ["153.89"]
    assert overview.effects
    assert overview.elsewhere == {}
    assert list(plan_money_parts(sample_context())) == []


def test_the_longest_parts_go_first_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(money_overview, "HERE_WEIGHT", 30)
    context = sample_context()
    overview = view_money_overview(context)
    assert overview.rates
    assert overview.effects == ()
    assert overview.elsewhere["effects"].text == "Expected effects: 1 row on a page of its own"
    pages = dict(plan_money_parts(context))
    heads = {head.page: head for head in pages}
    assert set(heads) == {link.page for link in overview.elsewhere.values()}
    effects = heads[overview.elsewhere["effects"].page]
    assert [link.text for link in effects.up] == ["Money"]
    assert pages[effects]().overview.effects
