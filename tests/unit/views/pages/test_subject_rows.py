"""A subject as a row of the list of its kind."""

from dataclasses import replace

import pytest

from briefing.model.ids import SubjectId
from briefing.views.base.tokens import plain
from briefing.views.labels.catalogue import labels_for
from briefing.views.pages.subject_rows import view_subject_row
from tests.unit.views.sample import sample_context, undecided_context

ACME = SubjectId("acme")


def test_a_row_counts_what_the_page_shows() -> None:
    row = view_subject_row(sample_context(), ACME)
    assert (row.link.text, plain(row.japanese), row.status) == ("Acme", "アクメ株式会社", "operating")
    assert (row.claims, row.articles, row.open_conflicts) == (17, 3, 0)
    assert view_subject_row(undecided_context(), ACME).open_conflicts == 1


@pytest.mark.parametrize(("language", "key"), [("en", "Acme"), ("ja", "アクメ")])
def test_names_are_sorted_as_readers_of_the_language_look_them_up(language: str, key: str) -> None:
    context = replace(sample_context(), labels=labels_for(language))
    assert view_subject_row(context, ACME).name_key == key
    assert view_subject_row(context, SubjectId("bolt")).name_key == "Bolt"


def test_a_subject_without_a_status_has_none() -> None:
    assert view_subject_row(sample_context(), SubjectId("summit")).status == ""
