"""The list of publishers by name."""

from briefing.views.pages.publisher_list import view_publishers
from tests.unit.views.sample import sample_context


def test_publishers_stand_by_name_with_grade_and_use() -> None:
    (page,) = view_publishers(sample_context())
    assert [(row.link.text, row.grade, row.why, row.articles, row.cited) for row in page.rows] == [
        ("Acme", "C", "house paper", 1, 1),
        ("The Daily", "B", "a newspaper", 1, 0),
    ]
    assert (
        page.head.description == "Publishers: the 2 publishers behind the sources, each with its grade and the reason."
    )


def test_they_are_filtered_by_grade() -> None:
    (page,) = view_publishers(sample_context())
    assert [facet.name for facet in page.facets] == ["grade"]
    assert [(row.facets[0].name, row.facets[0].values) for row in page.rows] == [("grade", ("C",)), ("grade", ("B",))]
