"""Sums of others on a subject's page."""

from briefing.views.base.context import Context
from briefing.views.parts.payments import payments


def test_who_pays_has_the_sum_and_who_owns_it_has_not(ctx: Context) -> None:
    assert [entry.anchor for entry in payments(ctx, "japan")] == ["amount-tranche"]
    assert payments(ctx, "acme") == payments(ctx, "bolt") == ()


def test_payments_are_found_once(ctx: Context) -> None:
    assert payments(ctx, "japan") is payments(ctx, "japan")
