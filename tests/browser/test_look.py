"""The look of a built briefing: fits every width, asks nobody, reads without colour and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.finding import MISSING, Pages, Subject, by_folder, facts_page, find_page

REJECTED = "//details[@class='rejected']"
PER_FOLDER = 1
"""Pages of each folder that are looked at; `make soak` looks at ten."""


@pytest.fixture(scope="module")
def urls(pages: Pages, count: Callable[[int], int]) -> list[str]:
    """Give urls of every folder, the home page and one that is missing."""
    return [url for group in by_folder(pages) for url in group[: PER_FOLDER * count(10)]] + [MISSING]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_no_page_scrolls_sideways(page: Page, site: str, urls: list[str]) -> None:
    wide = []
    page.emulate_media(reduced_motion="reduce")
    for url in urls:
        page.goto(site + url)
        for width in (320, 390, 800, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            if overflow(page) > 0:
                wide.append((url, width))
    assert wide == []


def test_the_bottom_line_is_above_the_fold_of_a_phone(page: Page, site: str, pages: Pages) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + facts_page(pages))
    box = page.locator(".bottom-line").bounding_box()
    assert box
    assert box["y"] + box["height"] < 844


def test_facts_stack_on_a_phone_with_their_sources_in_view(page: Page, site: str, pages: Pages) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + facts_page(pages))
    row = page.locator(".facts tbody tr").first
    cells = [cell for cell in row.locator("td").all() if cell.is_visible()]
    tops = [cell.bounding_box()["y"] for cell in cells]  # type: ignore[index]
    assert len(tops) >= 4
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    named = cells[1].evaluate("cell => getComputedStyle(cell, '::before').content")
    assert named == f'"{cells[1].get_attribute("data-label")}"'
    reference = row.locator(".source-ref").first
    box = reference.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_marks_and_numbers_of_the_head_break_on_a_phone(page: Page, site: str) -> None:
    """A long mark widens neither the page nor its column, and a remark on a number stands behind it."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site)
    page.evaluate(
        """() => {
          const bar = document.querySelector(".trust-bar"), words = "a mark of many words ".repeat(6);
          bar.querySelector("li").insertAdjacentHTML("beforeend", `<span class="stale">${words}</span>`);
          bar.insertAdjacentHTML("afterend", `<p class="flag">${words}</p>`);
          const item = [...bar.querySelectorAll("li")].find((one) => one.firstElementChild.className === "stat");
          item.querySelector(".note")?.remove();
          item.insertAdjacentHTML("beforeend", '<span class="note" id="remark">(a remark)</span>');
          item.id = "numbered";
        }"""
    )
    assert overflow(page) <= 0
    edges = page.evaluate(
        "[...document.querySelectorAll('.trust-bar *, .flag')].map((one) => one.getBoundingClientRect().right)"
    )
    assert max(edges) <= 390
    number, remark = page.locator("#numbered .stat").bounding_box(), page.locator("#remark").bounding_box()
    assert number
    assert remark
    assert remark["y"] >= number["y"]


def test_source_references_are_large_enough_to_hit(page: Page, site: str, pages: Pages) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(site + facts_page(pages))
        sizes = page.locator(".source-ref").evaluate_all(
            "links => links.map(link => link.getClientRects()[0]).map(box => [box.width, box.height])"
        )
        assert sizes
        assert [size for size in sizes if min(size) < 23.5] == []


def test_light_and_dark_follow_the_reader(browser: Browser, site: str, pages: Pages) -> None:
    seen = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(site + facts_page(pages))
        colours = (
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('td')).color]"
        )
        seen[scheme] = page.evaluate(colours)
        context.close()
    assert seen["light"][0] != seen["dark"][0]
    assert seen["light"][1] != seen["dark"][1]


def test_the_colours_can_be_chosen_and_stay(page: Page, site: str) -> None:
    page.goto(site)
    for scheme in ("default", "slate", "default"):  # light, dark, automatic in a light browser
        page.locator(".md-header__option label:not([hidden])").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.locator(".md-header__option label:not([hidden])").click()
    page.locator(".md-header__option label:not([hidden])").click()
    page.goto(site + "about/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_marks_are_words_with_shapes(page: Page, site: str, pages: Pages) -> None:
    page.goto(site + facts_page(pages))
    marks = page.locator("[class^=confidence-]")
    assert marks.count() > 0
    shape = "mark => getComputedStyle(mark, '::before').content"
    for mark in marks.all()[:10]:
        word = mark.get_attribute("class")
        assert word
        assert mark.inner_text().lower() == word.removeprefix("confidence-")
        assert mark.evaluate(shape)[1] in "●"


def test_rejected_claims_fold_and_unfold(page: Page, site: str, pages: Pages) -> None:
    page.goto(site + find_page(pages, "", REJECTED))
    fold = page.locator("details.rejected").first
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold.locator("li").first).to_be_visible()


def test_the_tab_of_the_hub_is_marked_and_the_way_up_leads_there(page: Page, site: str, pages: Pages) -> None:
    page.goto(site + find_page(pages, "companies/"))
    assert page.locator(".md-tabs__item--active").all_inner_texts() == ["Companies"]
    page.locator(".md-path a").last.click()
    expect(page).to_have_url(site + "companies/")


def test_search_finds_both_scripts(page: Page, site: str, subjects: tuple[Subject, ...]) -> None:
    """By the name that a subject goes by, and by its reading or Japanese name."""
    one, other = [one for one in subjects if one.kind == "company" and one.japanese][:2]
    for words, href in ((one.name, one.url), (other.japanese, other.url)):
        page.goto(site)
        page.locator(".search-open").click()
        page.locator(".search-field").fill(words)
        page.locator(".search-panel:not([aria-busy]) a.search-hit").first.wait_for()
        found = page.locator("a.search-hit").evaluate_all("links => links.slice(0, 3).map(link => link.href)")
        assert any(href in link for link in found), (words, found)


def test_print_keeps_the_content_and_drops_the_frame(page: Page, site: str, pages: Pages) -> None:
    page.goto(site + facts_page(pages))
    page.emulate_media(media="print")
    assert not page.locator(".md-tabs").is_visible()
    assert not page.locator(".md-sidebar--secondary").is_visible()
    assert page.locator(".facts .source-ref").first.is_visible()


def test_forced_colours_and_less_motion_lose_nothing(page: Page, site: str, pages: Pages) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(site + facts_page(pages))
    assert page.locator(".bottom-line").evaluate("box => getComputedStyle(box).borderLeftStyle") == "solid"
    duration = page.locator(".md-tabs").evaluate("box => getComputedStyle(box).transitionDuration")
    assert max(float(part.strip().removesuffix("s")) for part in duration.split(",")) < 0.001


def test_paper_is_white_with_dark_words_whatever_the_screen_was(browser: Browser, site: str, pages: Pages) -> None:
    """R31: and what is folded on a screen is open on paper, with the whole address behind a link to another host."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(site + facts_page(pages))
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("td .value").first.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    assert page.locator("tr").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    assert not page.locator(".fact-link").first.is_visible()
    page.goto(site + find_page(pages, "", REJECTED))
    folded = page.locator("details.rejected").first
    assert folded.locator("li").first.is_visible()
    context.close()


def test_the_first_difference_is_in_view_of_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site)
    box = page.locator(".disputes .value").first.bounding_box()
    assert box
    assert box["y"] < 844


def test_the_first_screen_of_a_subject_holds_name_bottom_line_and_trust(page: Page, site: str, pages: Pages) -> None:
    """R1, R6: on a phone, for most subjects whole; the trust bar begins there for all."""
    page.set_viewport_size({"width": 390, "height": 844})
    for url in [find_page(pages, folder) for folder in ("companies/", "topics/", "people/", "places/")]:
        page.goto(site + url)
        tops = [page.locator(css).first.bounding_box()["y"] for css in ("h1", ".names", ".trust-bar")]  # type: ignore[index]
        assert tops == sorted(tops)
        assert tops[-1] < 844, url
