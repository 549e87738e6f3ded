"""What every view reads."""

from datetime import date

from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Words


def test_today_is_the_day_of_the_data(ctx: Context) -> None:
    assert ctx.today == date(2026, 11, 22)


def test_a_subject_is_linked_under_its_name_and_an_unknown_id_is_text(ctx: Context) -> None:
    assert ctx.link("acme", "money") == (PageLink("Acme", "companies/acme/index.md", "money"),)
    assert ctx.link("nobody") == (Words("nobody"),)


def test_claims_about_a_subject_come_with_those_that_name_it(ctx: Context) -> None:
    keys = [claim.key for claim in ctx.claims_of("japan")]
    assert keys == ["weekly-9#c9b", "copy-1#c1", "daily-1#c1", "daily-1#c8", "daily-1#c8b"]


def test_kinds_without_subjects_are_left_out(ctx: Context) -> None:
    assert [kind.name for kind in ctx.filled_kinds()] == [
        name for name in ctx.data.registry.kinds if name in {"company", "event", "person", "place", "project"}
    ]


def test_a_rejection_is_found_by_its_claim(ctx: Context) -> None:
    assert set(ctx.rejections) == {"copy-1#c3"}
    assert (ctx.publisher(None), ctx.publisher("nobody")) == (None, None)
