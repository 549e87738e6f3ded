"""A difference in one row."""

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.link import add_conflicts
from briefing.views.base.context import Context, open_context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.disputed import WHY_LENGTH, _first_sentences, view_disputed
from tests.unit.views.sample import claim, link, subjects


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


def test_terms_of_one_figure_stand_against_each_other() -> None:
    sums = [
        claim("daily-1#c20", "bolt", "amount", "JPY 5bn", line="x", payer="japan"),
        claim("weekly-9#c20", "bolt", "amount", "JPY 5bn", line="x", payer="acme"),
    ]
    dataset, _ = add_conflicts(link(subjects(), sums), [rule for rule in RULES if rule.code == "terms-differ"])
    context = open_context(dataset)
    (conflict,) = context.findings.for_readers
    row = view_disputed(context, conflict, Linker(context))
    assert (row.label, row.joint) == ("X, ¥5 billion, payer", "against")
    assert [plain(value) for value in row.values] == ["Japan", "Acme"]
