"""R39: an article of very many claims has further pages, and every claim stands on one of them."""

import gzip
import json
from itertools import chain

import pytest

from briefing.finishing.budgets import LARGEST_PAGE
from briefing.model.ids import ArticleId, ClaimKey
from briefing.render.environment import PAGES
from briefing.render.pages import render_page
from briefing.render.previews import render_previews
from briefing.reports.claim_lines import claim_urls
from briefing.views.base.context import Context, open_context
from briefing.views.pages.article import view_article, view_article_claims
from briefing.views.parts.sources import refs_of_keys
from briefing.views.site import PlannedPage, plan_site
from tests.every import every
from tests.unit.views.base.test_paging import FRAME
from tests.unit.views.sample import claim, claims, link, sample, subjects

DAILY = ArticleId("daily-1")
FIRST = "articles/daily-1/index.md"
MANY = 1_200


@pytest.fixture(scope="module")
def context() -> Context:
    """Give a briefing with an article of 1,200 claims more, four in each paragraph."""
    words = ("builds", "tests", "sells", "plans", "drops", "moves", "trains")
    many = [
        claim(
            f"daily-1#c{100 + n}", "bolt", "aim", f"it {words[n % 7]} the {n}th chip of line {n % 13}", par=20 + n // 4
        )
        for n in range(MANY)
    ]
    return open_context(link(subjects(), [*claims(), *many]))


@pytest.fixture(scope="module")
def planned(context: Context) -> tuple[PlannedPage, ...]:
    """Give the pages of the article."""
    return tuple(page for page in plan_site(context) if page.head.page.startswith("articles/daily-1/"))


def test_an_article_with_room_for_all_has_one_page() -> None:
    context = open_context(sample())
    assert context.addresses.articles.further == {}
    assert {len(parts) for parts in context.addresses.articles.parts.values()} == {1}
    assert view_article(context, DAILY).pager.pages == ()


def test_every_claim_stands_once_and_in_order_of_paragraphs(context: Context) -> None:
    parts = context.addresses.articles.parts[DAILY]
    placed = list(chain(*parts))
    assert len(parts) > 5
    assert {claim.key for claim in placed} == {claim.key for claim in context.articles.claims[DAILY]}
    assert len(placed) == len(context.articles.claims[DAILY]) > MANY
    assert [claim.par for claim in placed] == sorted(claim.par or (0, 0) for claim in placed)
    pages = [view_article(context, DAILY), *(view_article_claims(context, DAILY, n) for n in range(2, len(parts) + 1))]
    anchors = [row.anchor for page in pages for part in page.claims for row in part.rows]
    assert len(anchors) == len(set(anchors)) == len(placed)
    assert {page.pager.rows for page in pages} == {len(placed)}


def test_the_pages_of_an_article_lead_to_each_other_under_titles_of_their_own(planned: tuple[PlannedPage, ...]) -> None:
    paths = [page.head.page for page in planned]
    assert paths[:3] == [FIRST, "articles/daily-1/page_2/index.md", "articles/daily-1/page_3/index.md"]
    pagers = [page.view().pager for page in planned]
    assert every([link.page for link in pager.pages] == paths for pager in pagers)
    assert {page.head.up[-1].page for page in planned[1:]} == {FIRST}
    assert planned[1].head.full_title == "The Daily, 14 April 2024, page 2"
    assert len({page.head.description for page in planned}) == len(planned)


def test_no_page_of_a_long_article_is_over_its_budget(planned: tuple[PlannedPage, ...]) -> None:
    texts = {page.head.page: render_page(page.view(), PAGES, "en") for page in planned}
    sizes = {path: len(gzip.compress(text.encode(), 9)) for path, text in texts.items()}
    assert {path: size for path, size in sizes.items() if size + FRAME > LARGEST_PAGE} == {}


def test_links_to_a_claim_lead_to_the_page_where_it_stands(context: Context) -> None:
    first, last = ClaimKey("daily-1#c1"), ClaimKey(f"daily-1#c{99 + MANY}")
    last_page = f"articles/daily-1/page_{len(context.addresses.articles.parts[DAILY])}/"
    (ref,) = refs_of_keys(context, [last])
    assert (ref.link.page, ref.link.anchor) == (f"{last_page}index.md", "c1299")
    (near,) = refs_of_keys(context, [first])
    assert (near.link.page, near.link.anchor) == (FIRST, "c1")
    url_of = claim_urls(context.data)
    assert url_of(context.data.claims[last]) == f"{last_page}#c1299"


def test_each_page_has_a_preview_of_its_own_claims(context: Context) -> None:
    previews = render_previews(context)
    parts = context.addresses.articles.parts[DAILY]
    shown = [
        json.loads(previews[f"articles/daily-1/{folder}preview.json"])["claims"]
        for folder in ("", *(f"page_{number}/" for number in range(2, len(parts) + 1)))
    ]
    assert [len(claims) for claims in shown] == [len(part) for part in parts]


def test_what_an_article_says_of_itself_takes_of_the_room_for_claims(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.views.base.paging.PAGE_WEIGHT", 10)
    small = open_context(sample())
    assert small.addresses.articles.parts[DAILY][0] == ()
    page = view_article(small, DAILY)
    assert page.claims == ()
    assert page.points
    assert page.pager.pages
