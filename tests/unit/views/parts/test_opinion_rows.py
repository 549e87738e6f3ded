"""Opinions as rows."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.opinion_rows import quote_of, view_opinion
from tests.unit.views.sample import claim


def test_an_opinion_says_whose_it_is(context: Context, linker: Linker) -> None:
    (entry,) = context.addresses.layouts["acme"].section("opinion")
    row = view_opinion(context, entry, linker)
    assert (plain(row.speaker), row.quote) == ("Ann Lee", "not on Acme alone")
    # Whose it is has a column of its own.
    assert "Ann Lee" not in [plain(detail.value) for detail in row.statement.details]


def test_pages_set_marks_of_their_own_around_a_quote() -> None:
    assert quote_of(claim("daily-1#c1", "acme", "aim", "grow", quote="“grow”")) == "grow"
    assert quote_of(claim("daily-1#c1", "acme", "aim", "grow")) == ""
