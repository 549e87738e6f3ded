"""The page of an article: its claims in order, what steps aside and why."""

import pytest

from briefing.model.ids import ArticleId
from briefing.routes import article_page
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.article import article_heads, view_article, view_article_claims
from tests.unit.views.sample import claim, claims, link, sample, subjects


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


def test_an_article_lists_its_claims_in_order_of_paragraphs(context: Context) -> None:
    page = view_article(context, ArticleId("daily-1"))
    rows = page.claims[0].rows
    assert [row.anchor for row in rows][:3] == ["c1", "c2", "c3"]
    first = rows[0]
    assert (first.paragraph, plain(first.about)) == ("¶1", "Acme")
    assert (first.label.page, first.label.anchor) == ("companies/acme/index.md", "amount-tranche")
    assert [(detail.label, plain(detail.value)) for detail in first.details] == [
        ("stage", "approved"),
        ("paid by", "Japan"),
        ("paid to", "Acme"),
    ]
    assert [(paragraphs.paragraph, paragraphs.why) for paragraphs in page.left_out] == [("¶9-12", "teasers")]
    assert [plain(reference.publisher) for reference in page.cited] == ["Acme"]
    assert [ref.link.text for ref in page.points[0].sources] == ["¶1"]


def test_claims_that_step_aside_say_why_on_their_article(context: Context) -> None:
    rows = {row.anchor: row for part in view_article(context, ArticleId("copy-1")).claims for row in part.rows}
    assert (rows["c3"].standing, rows["c3"].reason) == ("rejected", "a copied error")
    assert rows["c3"].label.anchor == "differ-rank-top"
    late = {row.anchor: row for part in view_article(context, ArticleId("weekly-9")).claims for row in part.rows}
    assert (late["c11"].standing, late["c11"].reason) == ("excluded", "withdrawn")


def test_facts_of_subjects_stand_on_the_page_of_their_source(context: Context) -> None:
    rows = view_article(context, ArticleId("weekly-9")).claims[0].rows
    assert "fact-acme-f1" in [row.anchor for row in rows]


def test_a_restatement_leads_to_what_it_restates() -> None:
    again = claim("daily-1#c50", "acme", "aim", "make chips", par=50, restates="daily-1#c8b")
    page = view_article(open_context(link(subjects(), [*claims(), again])), ArticleId("daily-1"))
    row = next(claim_row for claim_row in page.claims[0].rows if claim_row.anchor == "c50")
    assert row.restates is not None
    assert (row.restates.text, row.restates.anchor) == ("¶8", "c8b")


def test_every_page_of_a_long_article_has_a_head_and_the_next_leads_up_to_it() -> None:
    many = [claim(f"daily-1#c{100 + number}", "acme", "aim", f"aim {number}", par=number) for number in range(500)]
    context = open_context(link(subjects(), [*claims(), *many]))
    heads = article_heads(context, ArticleId("daily-1"))
    assert len(heads) == 3
    assert view_article_claims(context, ArticleId("daily-1"), 3).head == heads[2]
    assert [len(part) for part in context.addresses.articles.parts[ArticleId("daily-1")]] == [199, 200, 113]
    assert ": 113 more claims of the article" in heads[2].description
    first, second = heads[:2]
    assert (second.page, second.title) == (article_page(ArticleId("daily-1"), 2), f"{first.title}, page 2")
    assert [link.page for link in second.up] == [*(link.page for link in first.up), first.page]


def test_a_summary_has_points_with_their_sources_and_limits(context: Context) -> None:
    page = view_article(context, ArticleId("daily-1"))
    (point,) = page.points
    assert (plain(point.text), [source.link.anchor for source in point.sources]) == (
        "Acme gets 3.9 trillion yen.",
        ["c1"],
    )
    assert [plain(limit) for limit in page.limits] == ["One analyst only."]
