"""A finding as a row: what it is about, how it is filtered, and how many voices it has."""

import pytest

from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.pages import conflict_rows
from briefing.views.pages.conflict_rows import facts_heading, view_conflict_row
from tests.unit.views.sample import undecided_context


def test_a_row_has_its_claims_and_what_it_is_filtered_by() -> None:
    context = undecided_context()
    (conflict,) = context.findings.for_readers
    row = view_conflict_row(context, conflict, Linker(context))
    assert (plain(row.about), row.label, row.claims, row.voices_left) == ("Acme", "Rank: top", 2, 0)
    assert [(facet.name, facet.values) for facet in row.facets] == [
        ("sort", ("sources disagree",)),
        ("rule", ("Values differ",)),
        ("status", ("open",)),
        ("kind", ("Company",)),
    ]


def test_voices_beyond_the_most_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflict_rows, "MOST_VOICES", 1)
    context = undecided_context()
    (conflict,) = context.findings.for_readers
    row = view_conflict_row(context, conflict, Linker(context))
    assert (len(row.voices), len(row.sources), row.claims, row.voices_left) == (1, 1, 2, 1)


def test_a_heading_counts_what_it_does_not_name() -> None:
    context = undecided_context()
    assert facts_heading(context, ("a", "b", "c", "d")) == "a, b, c, d"
    assert facts_heading(context, ("a", "b", "c", "d", "e")) == "a, b, c, and 2 more"
