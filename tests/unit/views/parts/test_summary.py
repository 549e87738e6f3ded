"""What a page says within a minute."""

from dataclasses import replace

import pytest

from briefing.model.ids import SubjectId
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain, words
from briefing.views.pages.subject import view_subject
from tests.unit.views.parts.test_findings import conflict
from tests.unit.views.sample import claim, claims, link, sample, subjects

ACME = SubjectId("acme")


def test_what_two_origins_agree_on_is_firm() -> None:
    again = claim("weekly-9#c90", "acme", "date", "2011-08", measure="founded")
    other = claim("daily-1#c90", "acme", "date", "2011-08", measure="founded")
    glance = view_subject(open_context(link(subjects(), [*claims(), again, other])), ACME).summary
    assert [(one.link.text, one.link.anchor) for one in glance.firm] == [("Founded: August 2011", "date-founded")]


def test_one_origin_is_never_firm() -> None:
    glance = view_subject(open_context(sample()), ACME).summary
    assert (glance.firm, glance.has_claims) == ((), True)


def test_a_dispute_names_its_values_and_its_reading() -> None:
    found = replace(conflict("stage-dropped", ("daily-1#c3", "copy-1#c3")), reading="A word is lost.")
    context = open_context(replace(sample(), conflicts=(found,)))
    (row,) = view_subject(context, ACME).summary.disputed
    assert [plain(one) for one in row.values] == ["3rd", "30th"]
    assert row.why == "A word is lost."


def test_a_long_reading_ends_with_a_sentence() -> None:
    found = replace(
        conflict("stage-dropped", ("daily-1#c3", "copy-1#c3")), reading="A word is lost. " + "So it goes " * 40
    )
    context = open_context(replace(sample(), conflicts=(found,)))
    (row,) = view_subject(context, ACME).summary.disputed
    assert row.why == "A word is lost."


def test_on_its_own_page_a_dispute_does_not_name_the_subject_beside_its_question() -> None:
    found = conflict("values-differ", ("daily-1#c3", "copy-1#c3"))
    (row,) = view_subject(open_context(replace(sample(), conflicts=(found,))), ACME).summary.disputed
    assert (row.link.text, row.link.anchor) == ("Acme, top (rank): 3rd, or 30th?", "differ-rank-top")
    assert (row.about, row.label) == ("", "Rank: top")


def test_what_a_company_runs_is_on_its_page() -> None:
    other = claim("copy-1#c96", "fab-1", "milestone", "2026", milestone="trial-production", modality="planned")
    found = conflict("dates-disjoint", ("daily-1#c6", "copy-1#c96"), ("fab-1",))
    context = open_context(replace(link(subjects(), [*claims(), other]), conflicts=(found,)))
    (row,) = view_subject(context, ACME).summary.disputed
    assert (row.about, row.label) == ("Fab 1", "Trial production")
    assert row.link.text == "Fab 1, trial production: April 2025, or 2026?"


def test_values_of_several_questions_are_told_apart() -> None:
    found = conflict("stage-dropped", ("daily-1#c6", "weekly-9#c6"), ("fab-1",))
    context = open_context(replace(sample(), conflicts=(found,)))
    (row,) = view_subject(context, SubjectId("fab-1")).summary.disputed
    assert sorted(plain(one) for one in row.values) == ["Mass production: 2027", "Trial production: April 2025"]


def test_a_fact_names_whoever_states_it() -> None:
    speaker = claims()[13].speaker
    assert speaker is not None
    said = claim("daily-1#c97", "bolt", "rank", "rank 4", list="top", speaker=speaker)
    page = view_subject(open_context(link(subjects(), [*claims(), said])), SubjectId("bolt"))
    (row,) = page.facts.rows
    assert [(one.label, plain(one.value)) for one in row.details] == [("said by", "Ann Lee")]


def test_whoever_pays_goes_by_name_on_its_own_page_without_a_link_to_it() -> None:
    page = view_subject(open_context(sample()), SubjectId("japan"))
    (row,) = page.money.incoming
    assert (plain(row.payer), plain(row.payee)) == ("Japan", "Acme")
    assert row.payer == words("Japan")


def test_an_alias_that_differs_by_case_alone_is_no_other_name() -> None:
    known = subjects()
    acme = known[ACME]
    shouting = replace(acme, aliases=(replace(acme.aliases[0], name="ACME"), acme.aliases[0]))
    page = view_subject(open_context(link({**known, ACME: shouting}, claims())), ACME)
    assert [plain(one) for one in page.names.aliases] == ["Acme Corp"]


@pytest.mark.parametrize(("length", "shown"), [(60, f"Sector: chip making{'x' * 49}"), (61, "Sector")])
def test_a_value_longer_than_a_line_goes_by_its_label(length: int, shown: str) -> None:
    sources = [
        claim(key, "bolt", "sector", f"chip making{'x' * (length - 11)}") for key in ("daily-1#c20", "weekly-9#c20")
    ]
    summary = view_subject(open_context(link(subjects(), sources)), SubjectId("bolt")).summary
    assert [fact.link.text for fact in summary.firm] == [shown]
