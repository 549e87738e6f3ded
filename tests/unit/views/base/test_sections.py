"""Which section a slot belongs to."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.base.sections import SECTIONS, SET_ASIDE, section_of


def test_a_slot_stands_where_the_registry_puts_its_attribute(context: Context) -> None:
    sections = {
        key: section_of(context.data.registry, context.data.slot_of[key]) for key in ("daily-1#c1", "daily-1#c4")
    }
    assert sections == {"daily-1#c1": "money", "daily-1#c4": "relations"}


def test_opinions_and_what_is_set_aside_stand_apart(context: Context) -> None:
    registry, slots = context.data.registry, context.data.slot_of
    assert section_of(registry, slots["daily-1#c8"]) == "opinion"
    assert section_of(registry, slots["weekly-9#c11"]) == SET_ASIDE
    assert section_of(registry, replace(slots["daily-1#c4"], opinion=True)) == "relations"


def test_the_anchors_of_sections_are_taken() -> None:
    assert len(set(SECTIONS)) == len(SECTIONS)
