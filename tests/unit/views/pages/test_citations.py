"""References that articles name: what the article does not say stays empty."""

from briefing.model.ids import PublisherId
from briefing.model.records import Citation
from briefing.views.base.tokens import plain
from briefing.views.pages.citations import citation_date, view_citation
from tests.unit.views.sample import day, sample_context

BARE = Citation("report-1", None, None, None, None, None)


def test_a_reference_leads_to_its_publisher_and_to_the_original() -> None:
    cited = Citation("weekly-1", PublisherId("weekly"), "Acme plans", day("2024-03"), "https://weekly.example/1", None)
    row = view_citation(sample_context(), cited)
    assert (plain(row.publisher), plain(row.title), row.published) == ("Acme", "Acme plans", "March 2024")
    assert row.address is not None
    assert (row.address.text, row.address.address) == ("Original", "https://weekly.example/1")


def test_a_reference_of_which_nothing_is_known_says_so() -> None:
    row = view_citation(sample_context(), BARE)
    assert (plain(row.publisher), row.title, row.published, row.address) == ("unknown publisher", (), "", None)
    assert citation_date(BARE) == ""
