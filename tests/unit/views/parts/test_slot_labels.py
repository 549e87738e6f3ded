"""What a slot is called."""

from briefing.views.base.context import Context
from briefing.views.parts.slot_labels import locate_slot, money_line, slot_label


def test_a_sum_goes_by_the_label_in_its_file(context: Context) -> None:
    slot = context.data.slot_of["daily-1#c1"]
    line = money_line(context.data.subjects["acme"], slot)
    assert line is not None
    assert (line.id, slot_label(context, slot)) == ("tranche", ("April tranche", "amount"))
    assert money_line(context.data.subjects["acme"], context.data.slot_of["daily-1#c2"]) is None
    assert money_line(None, slot) is None


def test_steps_and_facts_go_by_their_names(context: Context) -> None:
    assert slot_label(context, context.data.slot_of["daily-1#c6"]) == ("Trial production", "")
    assert slot_label(context, context.data.slot_of["daily-1#c3"]) == ("Rank: top", "")


def test_a_slot_is_found_on_its_page(context: Context) -> None:
    assert locate_slot(context, context.data.slot_of["daily-1#c6"]) == (
        "projects/fab-1/index.md",
        "milestone-trial-production",
    )
