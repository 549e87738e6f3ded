"""The link from a value to its box."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.parts.difference_links import differ_link
from tests.unit.views.sample import claims, link, subjects


def test_a_disputed_value_leads_to_its_box() -> None:
    unjudged = {**subjects(), "acme": replace(subjects()["acme"], judgements=())}
    context = open_context(link(unjudged, claims()))
    disputed = differ_link(context, context.data.slot_of["daily-1#c3"])
    assert disputed is not None
    assert (disputed.page, disputed.anchor) == ("companies/acme/index.md", "differ-rank-top")


def test_a_settled_value_has_no_link(context: Context) -> None:
    assert differ_link(context, context.data.slot_of["daily-1#c3"]) is None
