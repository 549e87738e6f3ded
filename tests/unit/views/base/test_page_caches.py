"""What pages keep of a subject."""

from briefing.views.base.page_caches import PageCaches


def test_every_context_has_caches_of_its_own() -> None:
    first, second = PageCaches(), PageCaches()
    assert first.payments.get("acme", lambda: ()) == ()
    assert first.payments is not second.payments
    assert second.page_claims.get("acme", tuple) == ()
