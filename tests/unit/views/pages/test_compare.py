"""Subjects side by side: what to compare one with."""

import pytest

from briefing.model.ids import SubjectId
from briefing.views.pages.compare import compare_link, find_counterpart, view_compare
from tests.unit.views.sample import claim, context_with, sample_context


@pytest.mark.parametrize(
    ("subject", "other"),
    [
        ("acme", "fab-1"),  # its file says that it is not the fab
        ("bolt", "acme"),  # the partner, which is of its kind
        ("summit", None),  # the only event
    ],
)
def test_a_subject_is_compared_with_what_is_nearest(subject: str, other: str | None) -> None:
    assert find_counterpart(sample_context(), SubjectId(subject)) == other


def test_a_relation_to_another_kind_makes_no_counterpart() -> None:
    context = context_with(claim("daily-1#c70", "fab-1", "located-in", "japan"))
    assert find_counterpart(context, SubjectId("fab-1")) is None


def test_the_link_names_what_is_compared() -> None:
    links = [compare_link(sample_context(), SubjectId(subject)) for subject in ("acme", "summit")]
    assert [(link.text, link.path) for link in links] == [
        ("Compare with Fab 1", "compare/?ids=acme,fab-1"),
        ("Compare subjects", "compare/?ids=summit"),
    ]


def test_the_page_hands_the_script_its_words_and_leads_to_every_list() -> None:
    page = view_compare(sample_context())
    assert page.words["remove"] == "Remove %s"
    assert [link.text for link in page.lists] == ["Companies", "Projects", "People", "Places", "Events"]
