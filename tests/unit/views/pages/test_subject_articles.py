"""The articles behind a subject's page."""

from dataclasses import replace

from briefing.model.ids import ArticleId, SubjectId
from briefing.views.pages.subject_articles import view_subject_coverage, view_subject_sources, withdrawn_note
from briefing.views.parts.page_claims import page_claims
from tests.unit.views.sample import sample_context

ACME = SubjectId("acme")


def test_articles_stand_newest_first_with_their_claims_on_this_page() -> None:
    context = sample_context()
    claims = page_claims(context, ACME)
    coverage = view_subject_coverage(context, ACME, claims)
    assert [(row.link.text, row.claims) for row in coverage] == [
        ("Acme", 5), ("Unidentified source", 2), ("The Daily", 10),
    ]  # fmt: skip
    assert sum(row.claims for row in coverage) == len(claims)
    assert [row.link.page for row in view_subject_sources(context, claims)] == [row.link.page for row in coverage]


def test_a_page_with_claims_needs_no_note() -> None:
    context = sample_context()
    assert withdrawn_note(context, ACME, page_claims(context, ACME)) == ""
    assert withdrawn_note(context, ACME, ()) == ""


def test_counts_are_of_the_claims_that_are_given() -> None:
    context = sample_context()
    claims = [claim for claim in page_claims(context, ACME) if claim.article == ArticleId("copy-1")]
    (row,) = view_subject_sources(context, [replace(claim) for claim in claims])
    assert row.claims == len(claims) == 2
