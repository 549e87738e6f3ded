"""Boxes where sources differ: each dispute once, in few words, with nothing told twice."""

from dataclasses import replace

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import SubjectId
from briefing.views.base.context import open_context
from briefing.views.pages.subject import SubjectPage, view_subject
from briefing.views.parts.differences import Difference
from tests.every import every
from tests.unit.views.parts.test_findings import conflict
from tests.unit.views.parts.test_leading import AID, dataset
from tests.unit.views.sample import sample

STAGES = {
    "herald": [AID | {"value": "JPY 3tn", "stage": "pledged", "scope": "chips"}],
    "gazette": [AID | {"value": "JPY 3tn", "stage": "spent", "scope": "robots"}],
}


def page(data: Dataset, subject: str) -> SubjectPage:
    return view_subject(open_context(data), SubjectId(subject))


def box(data: Dataset, subject: str) -> Difference:
    (found,) = page(data, subject).differences
    return found


def test_terms_that_differ_are_named_and_not_spelt_out() -> None:
    (finding,) = box(dataset(STAGES), "plan").findings
    assert finding.summary == "stage and scope"
    assert "pledged" in finding.message


@pytest.mark.parametrize("message", ["3rd against 30th", "x" * 1000])
def test_a_box_tells_what_a_rule_says_unless_it_goes_through_the_claims_of_the_box(message: str) -> None:
    for rule, gist in (("values-differ", message), ("calendars-mixed", "")):
        found = replace(conflict(rule, ("daily-1#c3", "copy-1#c3")), message=message)
        (finding,) = (
            one for each in page(replace(sample(), conflicts=(found,)), "acme").differences for one in each.findings
        )
        assert (finding.summary, finding.message) == (gist, message)


def test_a_slot_that_only_a_wider_finding_disputes_has_no_box_of_its_own() -> None:
    """A box with one value in it and no finding says nothing; the mark leads to the box that holds both values."""
    sum_of = {"about": "plan", "attribute": "amount", "value": "USD 2.9bn", "stage": "pledged", "payer": "acme"}
    claims = {"herald": [sum_of | {"line": "cloud"}], "gazette": [sum_of | {"line": "training"}]}
    shown = page(dataset(claims), "plan")
    boxes = [one.anchor for one in shown.differences]
    marks = [row.statement.differ.anchor for row in shown.money.own if row.statement.differ]
    assert len(boxes) == 1
    assert boxes[0].startswith("differ-two-causes-")
    assert marks == boxes * 2


def test_a_voice_does_not_repeat_its_date_or_its_source() -> None:
    groups = box(dataset(STAGES), "plan").groups
    voices = [voice for group in groups for voice in group.voices]
    assert [(one.as_of_note, one.origin_note) for one in voices] == [("", "")] * 2
    assert every(one.as_of and one.origin for one in voices)


def test_a_finding_told_in_the_same_words_stands_once_in_a_box() -> None:
    same = conflict("values-differ", ("daily-1#c3", "copy-1#c3"))
    data = replace(sample(), conflicts=(same, replace(same, key="values-differ-000000000001")))
    assert len([one for each in page(data, "acme").differences for one in each.findings]) == 1


def test_a_reading_in_a_box_is_not_told_again_among_the_notes() -> None:
    data = sample()
    judgement = next(one for one in data.subjects[SubjectId("acme")].judgements if one.slot)
    note = replace(conflict("restatement-drift", ("daily-1#c3",)), judgement=judgement, reading=judgement.because)
    for found, reading in ((note, ""), (replace(note, judgement=None), judgement.because)):
        (told,) = page(replace(data, conflicts=(found,)), "acme").notes
        assert told.reading == reading
