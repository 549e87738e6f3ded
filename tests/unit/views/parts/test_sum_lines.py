"""How the sums of a subject stand to each other."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.sum_lines import line_relations, view_lines


def test_a_sum_that_no_file_declares_goes_by_its_key(context: Context, linker: Linker) -> None:
    (note,) = view_lines(context, context.data.subjects["acme"], linker)
    assert (note.label, plain(note.because)) == ("April tranche", "Two.")
    assert [(detail.label, plain(detail.value)) for detail in note.relations] == [("in addition to", "Earlier")]
    assert view_lines(context, context.data.subjects["bolt"], linker) == ()


def test_the_sum_of_another_subject_is_linked_to_its_page(context: Context) -> None:
    acme, bolt = context.data.subjects["acme"], context.data.subjects["bolt"]
    line = replace(acme.money_lines[0], relations={"part_of": ("acme/tranche", "none-such/line")})
    (detail,) = line_relations(context, bolt, line)
    assert plain(detail.value) == "Acme, April tranche, none-such/line"
