"""What several subjects say, and which of them say something else after a change."""

from operator import attrgetter

from briefing.dataset.linked.subject_sets import differing_subjects, judgements_of
from briefing.model.ids import SubjectId
from tests.unit.dataset.sample import JUDGEMENT, dataset, figure

ACME = SubjectId("acme")
JUDGED = JUDGEMENT % "slot: {attribute: figure, measure: revenue}, prefer: [one#c1]"
CLAIMS = (figure(1, "JPY 3bn"), figure(2, "JPY 4bn"))


def test_judgements_are_those_of_all_files() -> None:
    data = dataset(*CLAIMS, companies__acme=JUDGED)
    assert [judgement.because for judgement in judgements_of(data.subjects.values())] == ["So it is."]


def test_only_a_subject_of_which_something_else_is_read_differs() -> None:
    before, after = dataset(*CLAIMS).subjects, dataset(*CLAIMS, companies__acme=JUDGED).subjects
    assert list(differing_subjects(before, before, after, attrgetter("judgements"))) == [ACME]
    assert list(differing_subjects(before, before, after, attrgetter("id"))) == []


def test_a_subject_that_comes_differs_unless_it_reads_like_one_that_is_not_there() -> None:
    here = dataset(*CLAIMS).subjects
    assert list(differing_subjects([ACME], {}, here, attrgetter("judgements"))) == []
    assert list(differing_subjects([ACME], {}, here, attrgetter("judgements"), absent=None)) == [ACME]
