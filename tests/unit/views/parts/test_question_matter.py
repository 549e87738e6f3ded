"""What questions are made of."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.question_matter import FindingMatter


def test_names_and_values_come_each_once(context: Context) -> None:
    matter = FindingMatter(context, context.data.conflicts[0])
    assert (matter.subject, matter.values, matter.whats) == ("Acme", ["30th", "3rd"], ["top (rank)"])
    assert (matter.voices, matter.voice) == (["Unidentified source", "The Daily"], "Unidentified source")
    assert (matter.places, matter.owners, matter.terms) == (["¶3"], ["Acme"], [])


def test_the_first_term_that_differs_is_asked_for(context: Context) -> None:
    sums = replace(context.data.conflicts[0], claims=("copy-1#c1", "daily-1#c1"))
    assert FindingMatter(context, sums).terms == ["announced", "approved"]


def test_a_finding_without_claims_is_about_its_first_subject(context: Context) -> None:
    shared = replace(context.data.conflicts[0], about=("fab-1", "acme"), claims=())
    matter = FindingMatter(context, shared)
    assert (matter.subject, matter.subjects, matter.voice) == ("Fab 1", ["Fab 1", "Acme"], "")
    assert matter.join(["a", "b"]) == "a and b"
