"""Subjects that are taken for each other."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.parts.lookalikes import view_lookalikes
from tests.unit.views.sample import sample


def test_both_of_two_know_of_each_other(context: Context) -> None:
    acme, fab = context.data.subjects["acme"], context.data.subjects["fab-1"]
    assert [plain(lookalike.link) for lookalike in view_lookalikes(context, acme)] == ["Fab 1"]
    assert [plain(lookalike.link) for lookalike in view_lookalikes(context, fab)] == ["Acme"]
    assert view_lookalikes(context, context.data.subjects["bolt"]) == ()


def test_a_name_that_two_have_makes_them_alike() -> None:
    data = sample()
    shared = replace(data.conflicts[0], rule="alias-shared", about=("acme", "bolt"), claims=(), judgement=None)
    context = open_context(replace(data, conflicts=(shared,)))
    assert [plain(lookalike.link) for lookalike in view_lookalikes(context, data.subjects["bolt"])] == ["Acme"]
