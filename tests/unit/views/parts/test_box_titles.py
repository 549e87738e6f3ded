"""The title of a slot's box."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.box_titles import view_slot_title


def test_a_box_is_titled_by_the_question_of_its_finding(context: Context) -> None:
    slot, conflict = context.data.slot_of["daily-1#c3"], context.data.conflicts[0]
    assert view_slot_title(context, slot, [conflict], None) == ("Acme, top (rank): 30th, or 3rd?", "Rank: top")


def test_an_editors_question_comes_first_and_without_any_the_name_has_to_do(context: Context) -> None:
    slot = context.data.slot_of["weekly-9#c9"]
    asking = replace(context.data.subjects["acme"].judgements[0], question="Which field is it?")
    assert view_slot_title(context, slot, [], asking) == ("Which field is it?", "Sector")
    assert view_slot_title(context, slot, [], None) == ("Sector", "")


def test_the_attribute_stands_in_brackets_beneath_a_question(context: Context) -> None:
    title, note = view_slot_title(context, context.data.slot_of["daily-1#c1"], [], None)
    assert title.endswith("?")
    assert note == "April tranche (amount)"
