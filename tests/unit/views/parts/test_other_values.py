"""What stands beside a shown value."""

from briefing.dataset.linked.records import Rank
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import plain
from briefing.views.parts.other_values import contradicted_details, view_other_values


def entry_at(context: Context, anchor: str) -> Entry:
    return next(entry for entry in context.addresses.layouts["acme"].entries if entry.anchor == anchor)


def test_an_older_value_is_superseded_with_its_day(context: Context, linker: Linker) -> None:
    (planned,) = view_other_values(context, entry_at(context, "status"), Rank.SUPERSEDED, linker)
    assert (plain(planned.value), planned.as_of) == ("planned", "2024")
    assert view_other_values(context, entry_at(context, "status"), Rank.NORMAL, linker) == ()


def test_a_sum_beside_another_has_its_own_stage(context: Context, linker: Linker) -> None:
    (other,) = view_other_values(context, entry_at(context, "amount-tranche"), Rank.NORMAL, linker)
    assert (plain(other.value), other.stage, other.as_of) == ("up to ¥4.5 trillion", "announced", "April 2024")


def test_values_that_contradict_nothing_add_no_details(context: Context, linker: Linker) -> None:
    slot = context.data.slot_of["weekly-9#c2"]
    assert list(contradicted_details(context, slot, slot.groups[0].claims[0], linker)) == []
