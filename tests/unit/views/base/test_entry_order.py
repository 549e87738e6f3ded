"""The order and the strength of entries."""

from briefing.views.base.context import Context
from briefing.views.base.entry_order import SECTION_ROWS, find_strongest
from briefing.views.base.sections import SECTIONS


def test_entries_stand_in_the_order_of_sections(context: Context) -> None:
    ranks = [SECTIONS.index(entry.section) for entry in context.addresses.layouts["acme"].entries]
    assert len(set(ranks)) > 2
    assert ranks == sorted(ranks)


def test_of_equally_strong_entries_the_first_stay(context: Context) -> None:
    (entry,) = [entry for entry in context.addresses.layouts["acme"].entries if entry.anchor == "status"]
    assert find_strongest([entry] * (SECTION_ROWS + 2)) == frozenset(range(SECTION_ROWS))


def test_what_shows_nothing_is_weakest(context: Context) -> None:
    (status,) = [entry for entry in context.addresses.layouts["acme"].entries if entry.anchor == "status"]
    (aside,) = [entry for entry in context.addresses.layouts["bolt"].entries if entry.slot.shown is None]
    weak = type(aside)(status.section, aside.slot, None, "", status.page)
    assert 0 not in find_strongest([weak, *[status] * SECTION_ROWS])
