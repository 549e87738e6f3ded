"""What is still open about a subject."""

from briefing.model.ids import SubjectId
from briefing.views.pages.open_conflicts import open_conflicts
from tests.unit.views.sample import sample_context, undecided_context

ACME = SubjectId("acme")


def test_a_decision_closes_a_conflict() -> None:
    assert [conflict.rule for conflict in open_conflicts(undecided_context(), ACME)] == ["values-differ"]
    assert sample_context().findings.by_subject[ACME]
    assert open_conflicts(sample_context(), ACME) == []


def test_a_subject_without_conflicts_has_none_open() -> None:
    assert open_conflicts(undecided_context(), SubjectId("summit")) == []
