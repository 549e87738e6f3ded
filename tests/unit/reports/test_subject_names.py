"""Subjects in reports: by name where they are there, and a page to lead to where there is one."""

from briefing.model.ids import SubjectId
from briefing.reports.subject_names import join_names, subject_url
from tests.unit.reports.small_data import linked

ACME, FAB, GONE = SubjectId("acme"), SubjectId("acme-fab"), SubjectId("long-gone")


def test_names_are_joined_and_what_is_gone_goes_by_its_id() -> None:
    assert join_names(linked(), [ACME]) == "Acme"
    assert join_names(linked(), [FAB, GONE, ACME]) == "Acme fab and long-gone and Acme"
    assert join_names(linked(), []) == ""


def test_the_first_subject_that_is_there_has_the_page() -> None:
    assert subject_url(linked(), [FAB, ACME]) == "projects/acme-fab/"
    assert subject_url(linked(), [GONE, ACME]) == "companies/acme/"
    assert subject_url(linked(), [GONE]) is None
    assert subject_url(linked(), []) is None
