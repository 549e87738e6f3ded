"""Articles as rows of lists."""

from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.parts.coverage import all_coverage, view_source
from tests.unit.views.sample import ARTICLES


def test_a_source_names_the_other_copies_of_its_original(context: Context) -> None:
    row = view_source(context, ARTICLES["daily-1"], 3)
    assert [copy.text for copy in row.copies] == ["Unidentified source"]
    assert (row.grade, row.claims, row.published) == ("B", 3, "14 April 2024")
    assert view_source(context, ARTICLES["weekly-9"], 1).copies == ()


def test_every_article_is_listed_with_what_it_says(context: Context) -> None:
    rows = [(row.link.text, plain(row.summary), row.claims) for row in all_coverage(context)]
    assert rows == [
        ("Acme", "What weekly-9 says of Acme.", 7),
        ("Unidentified source", "What copy-1 says of Acme.", 2),
        ("The Daily", "Acme builds chips in Japan.", 12),
    ]
