"""The pages of all that is said about a subject whose own page has no room for it."""

from briefing.model.ids import SubjectId
from briefing.views.base.tokens import plain
from briefing.views.pages.claims import view_claims
from tests.unit.views.sample import claim, context_with, sample_context

BOLT = SubjectId("bolt")


def test_a_subject_whose_page_has_room_for_all_has_no_further_page() -> None:
    assert view_claims(sample_context(), BOLT) == ()


def test_what_is_left_out_stands_on_further_pages_that_lead_back() -> None:
    aims = [claim(f"daily-1#c{100 + number}", "bolt", "aim", f"aim {number}") for number in range(300)]
    context = context_with(*aims)
    pages = view_claims(context, BOLT)
    shown = {plain(row.statement.value) for page in pages for row in page.rows}
    rest = [entry for entry in context.addresses.layouts[BOLT].rest if entry.slot.shown]
    assert len(shown) == len(rest) == pages[0].pager.rows > 200
    assert [page.head.full_title for page in pages[:2]] == ["More on Bolt", "More on Bolt, page 2"]
    assert {page.head.up[0].page for page in pages} == {"companies/bolt/index.md"}
    assert [link.page for link in pages[0].pager.pages] == [page.head.page for page in pages]


def test_the_speaker_is_named_of_a_judgement_only() -> None:
    aims = [claim(f"daily-1#c{100 + number}", "bolt", "aim", f"aim {number}") for number in range(60)]
    pages = view_claims(context_with(*aims), BOLT)
    assert pages[0].rows
    assert {row.speaker for row in pages[0].rows} == {()}
