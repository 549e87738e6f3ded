"""Links of a claim on its article's page: to the fact, and to the claims that it refers to."""

from briefing.model.ids import ArticleId, ClaimKey
from briefing.views.pages.claim_links import restated_link, slot_link, with_note
from tests.unit.views.sample import ARTICLES, claim, context_with, sample_context

DAILY = ARTICLES[ArticleId("daily-1")]
COPY = ARTICLES[ArticleId("copy-1")]


def test_a_claim_leads_to_the_fact_that_it_speaks_to() -> None:
    context = sample_context()
    link = slot_link(context, context.data.claims[ClaimKey("daily-1#c1")])
    assert (link.text, link.page, link.anchor) == (
        "April tranche (amount)", "companies/acme/index.md", "amount-tranche",
    )  # fmt: skip


def test_what_was_set_aside_leads_to_the_box_of_the_decision() -> None:
    context = sample_context()
    assert slot_link(context, context.data.claims[ClaimKey("copy-1#c3")]).anchor == "differ-rank-top"


def test_a_restatement_names_the_article_of_another_claim_but_not_its_own() -> None:
    again = claim("copy-1#c50", "acme", "aim", "make chips", par=50, restates="daily-1#c8b")
    context = context_with(again)
    links = [restated_link(context, article, again) for article in (DAILY, COPY)]
    assert [link.text for link in links if link] == ["¶8", "The Daily, ¶8"]
    assert [(link.page, link.anchor) for link in links if link] == [("articles/daily-1/index.md", "c8b")] * 2


def test_a_claim_that_restates_nothing_here_has_no_link() -> None:
    context = sample_context()
    lost = claim("copy-1#c51", "acme", "aim", "make chips", restates="daily-1#c999")
    assert restated_link(context, COPY, lost) is None
    assert restated_link(context, COPY, context.data.claims[ClaimKey("copy-1#c1")]) is None


def test_a_note_stands_in_brackets_where_there_is_one() -> None:
    assert (with_note("Money", "amount"), with_note("Money", "")) == ("Money (amount)", "Money")
