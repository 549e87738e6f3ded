"""R39: lists split by what their rows weigh, so that no page goes over its budget, however much there is to tell."""

import gzip
from collections.abc import Container, Iterator

import pytest

from benchmarks.sample import make_sample
from briefing.finishing.budgets import LARGEST_PAGE
from briefing.pipeline import prepare
from briefing.render.environment import PAGES
from briefing.render.pages import render_page
from briefing.routes import RESERVED_FOLDERS, list_page, money_part
from briefing.views.base import finding_pages, paging
from briefing.views.base.context import Context, open_context
from briefing.views.base.paging import split_by_weight, weigh_claim, weigh_text
from briefing.views.pages import money_overview
from briefing.views.pages.checks import view_checks
from briefing.views.pages.money import view_money_page
from briefing.views.pages.money_overview import plan_money_parts
from briefing.views.pages.money_parts import MoneyOverview
from briefing.views.site import plan_site
from tests.every import every
from tests.unit.views.sample import claim

FRAME = 8 * 1024
"""What an engine adds to the text of a page: head, ways around, contents, footer."""

OVERVIEWS = {"index.md", "companies", *RESERVED_FOLDERS} - {"articles", "publishers"}
FINDINGS = ("checks", "conflicts")


@pytest.fixture(scope="module")
def large() -> Context:
    """Give a briefing of 300 subjects."""
    data = prepare(make_sample(300)).dataset
    assert data is not None
    return open_context(data)


def overviews(context: Context, folders: Container[str]) -> Iterator[tuple[str, int]]:
    """Yield the pages of some folders, each with its compressed size."""
    for page in plan_site(context):
        if page.head.page.split("/")[0] in folders:
            yield page.head.page, len(gzip.compress(render_page(page.view(), PAGES, "en").encode(), 9))


def test_rows_fill_pages_by_weight() -> None:
    assert split_by_weight([3, 3, 3, 9, 1, 1], lambda one: one, 6) == ((3, 3), (3,), (9,), (1, 1))
    assert split_by_weight([], len) == ((),)


def test_texts_and_sources_weigh() -> None:
    assert weigh_text("東京") > weigh_text("ab")
    assert weigh_text(None) == 0
    short, long = (claim("daily-1#c1", "acme", "aim", text, par=1) for text in ("less", "more of it" * 20))
    assert weigh_claim(long) > weigh_claim(short) + 40


def test_no_page_over_all_of_300_subjects_is_over_its_budget(large: Context) -> None:
    sizes = dict(overviews(large, OVERVIEWS))
    assert {one: size for one, size in sizes.items() if size + FRAME > LARGEST_PAGE} == {}
    assert {"checks/page_2/index.md", "conflicts/page_2/index.md", "money/pairs/page_2/index.md"} <= set(sizes)


def test_pages_grow_in_number_and_not_in_size(large: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter of the room makes about four times as many pages: what 1,200 subjects do to the usual room."""
    few = dict(overviews(large, FINDINGS))
    monkeypatch.setattr(paging, "PAGE_WEIGHT", paging.PAGE_WEIGHT // 4)
    many = dict(overviews(open_context(large.data), FINDINGS))
    assert len(many) > 3 * len(few)
    rest = {one: size for one, size in many.items() if one not in ("checks/index.md", "conflicts/index.md")}
    assert max(rest.values()) < paging.PAGE_WEIGHT * 1.2


def test_a_long_part_of_the_reckoning_has_pages_of_its_own(large: Context) -> None:
    here = view_money_page(large).overview
    assert here is not None
    assert here.pairs == ()
    assert here.elsewhere["pairs"].page == list_page(money_part("pairs"))
    assert here.effects
    pages = [make() for head, make in plan_money_parts(large) if head.page.startswith("money/pairs/")]
    told = [row for page in pages for row in page.overview.pairs]
    assert len(told) == pages[0].pager.rows > 200
    assert [link.page for link in pages[1].pager.pages] == [page.head.page for page in pages]


def test_nothing_of_the_reckoning_is_lost_between_its_pages(large: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def count(found: MoneyOverview) -> tuple[int, ...]:
        sums = (found.tree, found.by_payer, found.by_subject, found.effects)
        return tuple(map(len, (*sums, found.lookalikes, found.pairs, found.rates)))

    pages = [view_money_page(large).overview, *(make().overview for _, make in plan_money_parts(large))]
    split = [sum(column) for column in zip(*(count(one) for one in pages if one), strict=True)]
    monkeypatch.setattr(money_overview, "HERE_WEIGHT", 10**9)
    whole = view_money_page(large).overview
    assert whole is not None
    assert not list(plan_money_parts(large))
    assert split == list(count(whole))
    assert every(split)


def test_voices_beyond_the_most_are_counted(large: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_pages, "MOST_VOICES", 5)
    monkeypatch.setattr("briefing.views.pages.conflict_rows.MOST_VOICES", 5)
    row = max(view_checks(large).rows, key=lambda one: one.claims)
    assert len(row.voices) == 5
    assert row.voices_left == row.claims - 5 > 20
