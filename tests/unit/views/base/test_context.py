"""What every view reads."""

from datetime import date

from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Words


def test_today_is_the_day_of_the_data(context: Context) -> None:
    assert context.today == date(2026, 11, 22)


def test_a_subject_is_linked_under_its_name_and_an_unknown_id_is_text(context: Context) -> None:
    assert context.link("acme", "money") == (PageLink("Acme", "companies/acme/index.md", "money"),)
    assert context.link("nobody") == (Words("nobody"),)


def test_claims_about_a_subject_come_with_those_that_name_it(context: Context) -> None:
    keys = [claim.key for claim in context.claims_of("japan")]
    assert keys == ["weekly-9#c9b", "copy-1#c1", "daily-1#c1", "daily-1#c8", "daily-1#c8b"]


def test_kinds_without_subjects_are_left_out(context: Context) -> None:
    assert [kind.name for kind in context.filled_kinds()] == [
        name for name in context.data.registry.kinds if name in {"company", "event", "person", "place", "project"}
    ]


def test_a_rejection_is_found_by_its_claim(context: Context) -> None:
    assert set(context.rejections) == {"copy-1#c3"}
    assert (context.publisher(None), context.publisher("nobody")) == (None, None)
