"""What links say before they are followed (R24)."""

from briefing.model.ids import PublisherId, SubjectId
from briefing.render.previews import render_previews
from briefing.views.base.context import open_context
from briefing.views.pages.link_previews import preview_publisher, preview_subject
from tests.unit.views.sample import sample


def test_a_publisher_says_its_grade_and_how_much_of_it_is_used() -> None:
    weekly, daily = (preview_publisher(open_context(sample()), PublisherId(name)) for name in ("weekly", "daily"))
    assert (weekly.kind, weekly.title, weekly.text) == ("Publisher", "Acme", "Grade C: house paper")
    assert weekly.notes == ("1 article, 1 article that cites it",)
    assert daily.notes == ("1 article",)


def test_every_page_that_links_lead_to_has_a_preview() -> None:
    data = sample()
    paths = set(render_previews(open_context(data)))
    assert {f"publishers/{publisher}/preview.json" for publisher in data.publishers} <= paths
    assert {f"articles/{article}/preview.json" for article in data.articles} <= paths
    assert len(paths) == len(data.subjects) + len(data.articles) + len(data.publishers)


def test_a_subject_has_its_japanese_name_beside_the_english_one() -> None:
    context = open_context(sample())
    names = [preview_subject(context, SubjectId(name)).japanese for name in ("acme", "bolt")]
    assert names == ["アクメ株式会社", ""]
