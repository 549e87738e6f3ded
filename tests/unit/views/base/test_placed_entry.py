"""Entries of a page."""

from briefing.views.base.context import Context


def test_an_entry_has_the_claims_that_it_shows(context: Context) -> None:
    (status,) = [entry for entry in context.addresses.layouts["acme"].entries if entry.anchor == "status"]
    (aside,) = [entry for entry in context.addresses.layouts["bolt"].entries if entry.slot.shown is None]
    assert [claim.key for claim in status.shown_claims] == ["weekly-9#c2"]
    assert aside.shown_claims == ()
