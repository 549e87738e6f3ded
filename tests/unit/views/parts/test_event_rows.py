"""Rows of a timeline."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.event_rows import view_date, view_dated_claim
from tests.unit.views.sample import claim, context_with, day


def test_a_date_is_a_row_with_what_happens_and_where_it_stands(context: Context) -> None:
    slot = context.data.slot_of["daily-1#c7b"]
    dated = view_date(context, slot, slot.groups[0])
    assert dated is not None
    assert (plain(dated.event.what), dated.event.when, dated.act) == ("Held", "10 April 2024", "held")
    assert (dated.event.about.text, dated.event.about.anchor) == ("Tokyo Summit", "date-held")


def test_what_is_no_date_has_no_row(context: Context) -> None:
    slot = context.data.slot_of["daily-1#c1"]
    assert view_date(context, slot, slot.groups[0]) is None


def test_a_statement_stands_at_the_day_that_it_holds_for(context: Context, linker: Linker) -> None:
    approved = claim("daily-1#c1", "acme", "amount", "JPY 3.9tn", line="tranche", stage="approved", when="2024-04")
    dated = view_dated_claim(context, context.data.slot_of["daily-1#c1"], approved, day("2024-04"), linker)
    assert plain(dated.event.what) == "April tranche: ¥3.9 trillion"
    assert (dated.event.state, dated.act, dated.claims) == ("happened", "approved", (approved,))
    assert ("year", ("2024",)) in [(facet.name, facet.values) for facet in dated.event.facets]


def test_a_row_of_several_is_found_by_the_kind_of_the_first() -> None:
    joint = claim("daily-1#c20", "acme+fab-1", "partner", None, when="2024-04")
    context = context_with(joint)
    dated = view_dated_claim(context, context.data.slot_of[joint.key], joint, day("2024-04"), Linker(context))
    assert [facet.values for facet in dated.event.facets if facet.name == "kind"] == [("Company",)]
