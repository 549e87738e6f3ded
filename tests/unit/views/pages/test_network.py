"""The page of the whole network, which is there only where something is related."""

from briefing.views.base.context import open_context
from briefing.views.pages.network import view_network
from tests.unit.views.sample import claims, link, sample_context, subjects


def test_the_page_says_how_many_subjects_it_shows() -> None:
    (page,) = view_network(sample_context())
    assert page.head.description == "Network: How 5 subjects of this briefing are related to one another."
    assert page.picture.name == "network"


def test_without_relations_there_is_no_page() -> None:
    alone = [claim for claim in claims() if claim.attribute == "status"]
    assert alone
    assert view_network(open_context(link(subjects(), alone))) == ()
