"""A difference in one row."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.disputed import WHY_LENGTH, _first_sentences, view_disputed


def test_values_stand_side_by_side_what_was_set_aside_last(context: Context, linker: Linker) -> None:
    (conflict,) = context.findings.for_readers
    row = view_disputed(context, conflict, linker)
    assert ([plain(value) for value in row.values], row.joint) == (["3rd", "30th"], "against")
    assert (row.label, row.about, row.within) == ("Rank: top", "Acme", "")
    assert row.why == "The agency names its source."


def test_reasons_end_with_a_whole_sentence() -> None:
    long = "x" * (WHY_LENGTH - 10)
    assert _first_sentences("One. Two.") == "One. Two."
    assert _first_sentences(f"{long}. Another one that is too long.") == f"{long}."
    assert _first_sentences(f"{long}{long}. Short.") == f"{long}{long}."
