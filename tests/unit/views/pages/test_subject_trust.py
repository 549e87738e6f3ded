"""How far to trust the page of a subject."""

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.pages.subject_trust import TrustBar, view_trust
from briefing.views.parts.page_claims import page_claims
from tests.unit.views.sample import sample_context, undecided_context


def trust(context: Context, subject: str) -> TrustBar:
    record = context.data.subjects[SubjectId(subject)]
    return view_trust(context, record, page_claims(context, record.id))


def test_open_conflicts_are_counted_and_lead_to_the_first() -> None:
    bar = trust(undecided_context(), "acme")
    assert (bar.articles, bar.origins, bar.open_conflicts) == (3, 2, 1)
    assert bar.open_differences == "1 between sources"
    assert bar.conflicts_link is not None
    assert bar.conflicts_link.text == "1"
    assert bar.conflicts_link.anchor == undecided_context().findings.for_readers[0].key


def test_a_page_without_open_conflicts_links_to_none() -> None:
    bar = trust(sample_context(), "acme")
    assert (bar.open_conflicts, bar.open_differences, bar.conflicts_link) == (0, "", None)


def test_the_next_milestone_names_its_subject_on_the_page_of_another() -> None:
    for subject, text in (("acme", "Fab 1: Mass production"), ("fab-1", "Mass production")):
        bar = trust(sample_context(), subject)
        assert bar.next_milestone == "2027"
        assert bar.next_milestone_link is not None
        assert (bar.next_milestone_link.text, bar.next_milestone_link.page) == (text, "projects/fab-1/index.md")


def test_where_nothing_is_planned_there_is_no_next_milestone() -> None:
    bar = trust(sample_context(), "summit")
    assert (bar.next_milestone, bar.next_milestone_link) == ("", None)
