"""The pages that draw on the whole briefing."""

from dataclasses import replace

import pytest

from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.views.base.context import Context, open_context
from briefing.views.base.paging import split_by_weight
from briefing.views.base.tokens import plain
from briefing.views.pages.article import view_article
from briefing.views.pages.article_list import view_articles
from briefing.views.pages.conflict_list import view_conflicts
from briefing.views.pages.home import view_home
from briefing.views.pages.kind_list import view_kind
from briefing.views.pages.money import view_money_page
from briefing.views.pages.publisher import view_publisher
from briefing.views.pages.publisher_list import view_publishers
from briefing.views.pages.source_list import view_sources
from briefing.views.pages.timeline import view_timeline
from briefing.views.parts.events import Event
from briefing.views.parts.sums import rate_for, worth_of
from briefing.views.site import view_site
from tests.unit.views.sample import ARTICLES, article, claim, claims, link, sample, subjects


@pytest.fixture(scope="module")
def ctx() -> Context:
    return open_context(sample())


def told(events: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(one.when, plain(one.what), one.state) for one in events]


def test_home_leads_with_the_bottom_line_and_what_comes(ctx: Context) -> None:
    home = view_home(ctx)
    assert plain(home.bottom_line) == "Acme leads."
    assert home.as_of == "22 November 2026"
    assert told(home.overdue) == [("April 2025", "Trial production", "overdue")]
    assert told(home.coming) == [("2027", "Mass production", "planned")]
    assert [plain(row.subject) for row in home.sums] == ["Acme"]
    assert {(one.link.text, one.count) for one in home.kinds} >= {("Companies", 2), ("People", 1)}
    assert all(one.count for one in home.kinds)
    assert [one.link.text for one in home.articles] == ["Acme", "Unidentified source", "The Daily"]


def test_home_shows_disputed_values_side_by_side() -> None:
    undecided = {key: replace(one, judgements=()) for key, one in subjects().items()}
    home = view_home(open_context(link(undecided, claims())))
    row = next(one for one in home.disputed if one.link.anchor == "differ-rank-top")
    assert [plain(value) for value in row.values] == ["3rd", "30th"]
    assert row.sources
    assert row.as_of == "14 April 2024"


def test_the_list_of_a_kind_is_by_name_with_counts(ctx: Context) -> None:
    (page,) = view_kind(ctx, ctx.data.registry.kinds["company"])
    assert [row.link.text for row in page.rows] == ["Acme", "Bolt"]
    assert (page.rows[0].status, page.rows[0].articles) == ("operating", 3)
    assert page.has_status
    assert page.pager.pages == ()


def test_an_article_lists_its_claims_in_order_of_paragraphs(ctx: Context) -> None:
    page = view_article(ctx, ArticleId("daily-1"))
    rows = page.claims[0].rows
    assert [row.anchor for row in rows][:3] == ["c1", "c2", "c3"]
    first = rows[0]
    assert (first.paragraph, plain(first.about)) == ("¶1", "Acme")
    assert (first.label.page, first.label.anchor) == ("companies/acme/index.md", "amount-tranche")
    assert [(one.label, plain(one.value)) for one in first.details] == [
        ("stage", "approved"),
        ("paid by", "Japan"),
        ("paid to", "Acme"),
    ]
    assert [(one.paragraph, one.why) for one in page.left_out] == [("¶9-12", "teasers")]
    assert [plain(one.publisher) for one in page.cited] == ["Acme"]
    assert [ref.link.text for ref in page.points[0].sources] == ["¶1"]


def test_claims_that_step_aside_say_why_on_their_article(ctx: Context) -> None:
    rows = {row.anchor: row for part in view_article(ctx, ArticleId("copy-1")).claims for row in part.rows}
    assert (rows["c3"].standing, rows["c3"].reason) == ("rejected", "a copied error")
    assert rows["c3"].label.anchor == "differ-rank-top"
    late = {row.anchor: row for part in view_article(ctx, ArticleId("weekly-9")).claims for row in part.rows}
    assert (late["c11"].standing, late["c11"].reason) == ("excluded", "withdrawn")


def test_facts_of_subjects_stand_on_the_page_of_their_source(ctx: Context) -> None:
    rows = view_article(ctx, ArticleId("weekly-9")).claims[0].rows
    assert "fact-acme-f1" in [row.anchor for row in rows]


def test_a_restatement_leads_to_what_it_restates() -> None:
    again = claim("daily-1#c50", "acme", "aim", "make chips", par=50, restates="daily-1#c8b")
    page = view_article(open_context(link(subjects(), [*claims(), again])), ArticleId("daily-1"))
    row = next(one for one in page.claims[0].rows if one.anchor == "c50")
    assert row.restates is not None
    assert (row.restates.text, row.restates.anchor) == ("¶8", "c8b")


def test_publishers_show_grade_articles_and_who_cites_them(ctx: Context) -> None:
    page = view_publisher(ctx, PublisherId("weekly"))
    assert page.head.full_title == "Acme as a publisher"
    assert (page.grade, plain(page.subject)) == ("C", "Acme")
    assert [(one.article.text, one.titles) for one in page.cited_in] == [("The Daily", ("Acme plans",))]
    (publishers,) = view_publishers(ctx)
    assert [(row.link.text, row.articles, row.cited) for row in publishers.rows] == [
        ("Acme", 1, 1),
        ("The Daily", 1, 0),
    ]


def test_the_timeline_sorts_partial_dates(ctx: Context) -> None:
    (page,) = view_timeline(ctx)
    assert told(page.rows) == [
        ("August 2011", "Founded", "happened"),
        ("February 2024", "Opening", "met"),
        ("10 April 2024", "Held", "happened"),
        ("April 2025", "Trial production", "overdue"),
        ("2027", "Mass production", "planned"),
    ]


def test_money_goes_by_payer_and_knows_what_sums_are_worth() -> None:
    dollars = claim("daily-1#c60", "bolt", "amount", "USD 30bn", line="a", stage="spent", payer="japan", par=6)
    unknown = claim("daily-1#c61", "bolt", "amount", "JPY 1bn", line="b", stage="spent", payer="unknown", par=6)
    ctx = open_context(link(subjects(), [*claims(), dollars, unknown]))
    page = view_money_page(ctx)
    assert [group.name for group in page.groups] == ["Japan", "Payer not stated"]
    assert [plain(row.subject) for row in page.groups[0].rows] == ["Bolt", "Acme"]
    assert page.overview is not None
    assert [plain(row.statement.value) for row in page.overview.effects] == ["¥9 trillion"]
    assert [row.rate for row in page.overview.rates] == ["153.89"]
    worth = worth_of(ctx, dollars)
    assert worth is not None
    assert worth.amount == 30_000_000_000 * ctx.data.rates[0].rate
    assert rate_for(ctx, "USD", "2025-04") == ctx.data.rates[0]
    # A rate from further away says nothing of a sum, and none does where nobody says when it was paid.
    assert rate_for(ctx, "USD", "2025-05") is None
    assert rate_for(ctx, "USD", "2023-03") is None
    undated = replace(dollars, as_of=replace(dollars.as_of, earliest=None, latest=None))
    assert worth_of(ctx, undated) is None
    assert rate_for(ctx, "EUR", "2024-04") is None


def test_sources_list_what_is_only_cited(ctx: Context) -> None:
    (page,) = view_sources(ctx)
    assert [row.link.text for row in page.rows] == ["Acme", "Unidentified source", "The Daily"]
    assert [(plain(one.cited.title), one.article.text) for one in page.cited] == [("Acme plans", "The Daily")]


def test_conflicts_have_their_permanent_anchors() -> None:
    undecided = {key: replace(one, judgements=()) for key, one in subjects().items()}
    ctx = open_context(link(undecided, claims()))
    page = view_conflicts(ctx)
    rows = [row for group in page.groups for row in group.rows]
    assert {row.anchor for row in rows} == {one.key for one in ctx.data.conflicts if one.audience == "reader"}
    assert rows[0].finding.status == "open"
    assert all(row.voices for row in rows)
    assert [(one.rule.anchor, one.found, one.open) for one in page.rules] == [(rows[0].anchor, "1", "1")]


def test_lists_split_after_two_hundred_rows() -> None:
    assert [len(part) for part in split_by_weight(range(401), lambda _: 1)] == [200, 200, 1]
    assert split_by_weight([], len) == ((),)
    many = {ArticleId(f"n-{n}"): article(f"n-{n}", "daily", "2024") for n in range(201)}
    pages = view_articles(open_context(link(subjects(), claims(), {**ARTICLES, **many})))
    assert [len(page.rows) for page in pages] == [200, 4]
    assert [page.head.page for page in pages] == ["articles/index.md", "articles/page_2/index.md"]


def test_articles_of_one_publisher_are_told_apart() -> None:
    same = {ArticleId(one): article(one, "daily", "2024-05-01") for one in ("d-2", "d-3")}
    names = open_context(link(subjects(), claims(), {**ARTICLES, **same})).names.articles
    assert names[ArticleId("daily-1")] == "The Daily, 14 April 2024"
    assert names[ArticleId("d-2")] == "The Daily 1, 1 May 2024"
    assert names[ArticleId("d-3")] == "The Daily 2, 1 May 2024"


def test_an_article_without_a_publisher_is_named_in_words() -> None:
    alone = open_context(link(subjects(), claims())).names.articles
    assert alone[ArticleId("copy-1")] == "Unidentified source, April 2024"
    second = {ArticleId("copy-2"): article("copy-2", None, "2024-04")}
    both = open_context(link(subjects(), claims(), {**ARTICLES, **second})).names.articles
    assert both[ArticleId("copy-2")] == "Unidentified source 2, April 2024"


def test_a_source_without_a_publisher_has_a_brief_name_for_narrow_cells() -> None:
    """Its date goes where the number tells it from the others; it stays where two would have one name."""
    more = {ArticleId(one): article(one, None, when) for one, when in (("copy-2", "2024-04"), ("copy-3", "2025-01"))}
    ctx = open_context(link(subjects(), claims(), {**ARTICLES, **more}))
    assert [ctx.names.brief_articles[ArticleId(f"copy-{n}")] for n in (1, 2, 3)] == [
        "Unidentified 1",
        "Unidentified 2",
        "Unidentified source",
    ]
    clash = {ArticleId(one): article(one, None, "2025-01") for one in ("copy-3", "copy-4")}
    ctx = open_context(link(subjects(), claims(), {**ARTICLES, **more, **clash}))
    assert ctx.names.brief_articles[ArticleId("copy-4")] == ctx.names.articles[ArticleId("copy-4")]
    assert ctx.names.brief_articles[ArticleId("daily-1")] == ctx.names.articles[ArticleId("daily-1")]


def test_a_long_article_is_folded_between_paragraphs() -> None:
    many = [claim(f"daily-1#c{100 + n}", "acme", "aim", f"aim {n}", par=10 + n // 30) for n in range(90)]
    parts = view_article(open_context(link(subjects(), [*claims(), *many])), ArticleId("daily-1")).claims
    assert [part.title for part in parts[1:]] == ["¶11: 30 claims", "¶12: 30 claims"]
    assert not parts[0].title
    assert sum(len(part.rows) for part in parts[1:]) == 60
    one = view_article(open_context(link(subjects(), claims())), ArticleId("daily-1")).claims
    assert [part.title for part in one] == [""]


def test_every_page_has_a_title_of_its_own() -> None:
    heads = [page.head for page in view_site(open_context(sample()))]
    assert len({head.full_title for head in heads}) == len(heads)
    assert len({head.page for head in heads}) == len(heads)
    assert SubjectId("acme") in {head.page.split("/")[1] for head in heads if head.kind == "company"}
