"""Which slots a timeline draws on."""

from briefing.views.base.context import Context, open_context
from briefing.views.parts.timeline_slots import briefing_slots, dates_its_article, near_subjects, subject_slots
from tests.unit.views.sample import ARTICLES, article, claim, claims, link, subjects


def test_a_subject_has_the_dates_of_what_it_runs(context: Context) -> None:
    assert near_subjects(context, "acme") == ("fab-1",)
    assert near_subjects(context, "fab-1") == ()
    slots = list(subject_slots(context, "acme"))
    assert [slot.about for slot in slots if slot.attribute == "milestone"] == [("fab-1",)] * 3
    assert not any(slot.attribute == "operator" and slot.about == ("summit",) for slot in slots)


def test_what_a_publication_says_of_its_own_day_is_no_event_but_a_release_is() -> None:
    own = claim("weekly-9#c30", "acme", "date", "2026-06-25", measure="published")
    context = open_context(link(subjects(), [*claims(), own]))
    assert dates_its_article(context, context.data.slot_of[own.key])
    assert own.key not in {key for slot in briefing_slots(context) for key in slot.ranks}
    releases = {**ARTICLES, "weekly-9": article("weekly-9", "weekly", "2026-06-25", form="release")}
    released = open_context(link(subjects(), [*claims(), own], releases))
    assert not dates_its_article(released, released.data.slot_of[own.key])
