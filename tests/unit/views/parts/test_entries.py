"""Entries of a page in words."""

import pytest

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.entries import entry_label, entry_value, link_entry, shown_group


def test_an_entry_has_a_label_a_value_and_a_link(context: Context, linker: Linker) -> None:
    layout = context.addresses.layouts["acme"]
    by_anchor = {entry.anchor: entry for entry in layout.entries}
    tranche, partner = by_anchor["amount-tranche"], by_anchor["partner-bolt"]
    assert entry_label(context, tranche) == ("April tranche", "amount")
    assert entry_label(context, partner) == ("Partner", "")
    assert plain(entry_value(context, partner, linker)) == "Bolt"
    (link,) = link_entry(context, tranche)
    assert (link.text, link.anchor) == ("Acme", "amount-tranche")


def test_what_shows_nothing_has_no_row(context: Context) -> None:
    withdrawn = context.data.slot_of["weekly-9#c11"]
    with pytest.raises(ValueError, match="shows nothing"):
        shown_group(withdrawn)
