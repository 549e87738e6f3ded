"""Sums of others on a subject's page."""

from briefing.views.base.context import Context
from briefing.views.parts.payments import payments


def test_who_pays_has_the_sum_and_who_owns_it_has_not(context: Context) -> None:
    assert [entry.anchor for entry in payments(context, "japan")] == ["amount-tranche"]
    assert payments(context, "acme") == payments(context, "bolt") == ()


def test_payments_are_found_once(context: Context) -> None:
    assert payments(context, "japan") is payments(context, "japan")
