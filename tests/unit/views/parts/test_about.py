"""The pages about the site lead to each other, and to what licences say."""

from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import WebLink, Words
from briefing.views.parts.about import up_to_about, view_about, view_licence
from tests.unit.views.sample import briefing, claims, link, subjects


def test_the_first_page_leads_to_all_others(context: Context) -> None:
    page = view_about(context)
    assert [part.page for part in page.parts if part.page == page.head.page] == []
    assert {"about/method/index.md", "about/licence/index.md"} <= {part.page for part in page.parts}
    assert up_to_about(context)[0].page == page.head.page


def test_licences_that_are_known_lead_to_their_text_and_others_stand_as_they_are() -> None:
    about = briefing(licences={"code": "MIT", "data": "our own terms"})
    code, data = view_licence(open_context(link(subjects(), claims(), about=about))).licences
    assert code.name == (WebLink("MIT", "https://opensource.org/license/mit"),)
    assert data.name == (Words("our own terms"),)
