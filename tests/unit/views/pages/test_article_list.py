"""The list of articles: the newest first, each with what it says."""

from briefing.model.ids import ArticleId
from briefing.views.base.tokens import plain
from briefing.views.pages.article_list import view_articles
from tests.unit.views.sample import sample_context


def test_articles_stand_newest_first_with_what_they_say() -> None:
    (page,) = view_articles(sample_context())
    assert [(row.source.link.text, plain(row.summary)) for row in page.rows] == [
        ("Acme", "What weekly-9 says of Acme."),
        ("Unidentified source", "What copy-1 says of Acme."),
        ("The Daily", "Acme builds chips in Japan."),
    ]
    assert page.head.description == "Articles: the 3 source documents of Sample Briefing, with their summaries."


def test_the_note_names_what_only_a_machine_has_reviewed() -> None:
    (page,) = view_articles(sample_context())
    reviewed = sample_context().names.articles[ArticleId("copy-1")]
    assert page.review == f"Reviewed by machine only, not yet by a person: the records of {reviewed}."


def test_rows_are_filtered_by_what_the_head_of_the_list_offers() -> None:
    (page,) = view_articles(sample_context())
    offered = {facet.name for facet in page.facets}
    assert offered == {"publisher", "year", "grade", "form", "language"}
    assert [{facet.name for facet in row.source.facets} <= offered for row in page.rows] == [True] * 3
