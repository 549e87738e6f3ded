"""R37: readers at a keyboard reach everything in order, always see where they are, and get out of what they opened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.walks import CITED, SCHEMES, find_templates, opened

STOP = (Path(__file__).parent / "stop.js").read_text(encoding="utf-8")
STOPPABLE = """() => [...document.querySelectorAll('a[href], button, summary, select, input, [tabindex="0"]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0
    && !one.matches('.md-option:not(:checked)')).length"""
TARGETS = """() => {
  // A target is large enough, stands in a line of text, or nothing else is within a circle of 24 px around it.
  const all = [...document.querySelectorAll('a[href], button, summary, select, input, label[for], [tabindex="0"]')]
    .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(one => !one.closest('svg, [hidden]'));
  const boxes = all.map(one => [...one.getClientRects()]).map(rects => rects[0]);
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const far = (a, b) => Math.hypot(middle(a)[0] - middle(b)[0], middle(a)[1] - middle(b)[1]);
  const inText = one => {
    const around = one.closest('p, li, td, dd, h1, h2, h3, figcaption');
    return around && around.textContent.trim().length > one.textContent.trim().length;
  };
  return all.filter((one, at) => {
    const box = boxes[at];
    if (!box || Math.min(box.width, box.height) >= 23.5 || inText(one)) return false;
    return boxes.some((other, place) => other && place !== at && !all[place].contains(one) && !one.contains(all[place])
      && far(box, other) < 23.5);
  }).map(one => one.outerHTML.slice(0, 120));
}"""
ALONE = """() => !document.querySelector('#preview:not([hidden])')
  || document.activeElement?.getAttribute('aria-describedby') === 'preview'"""
"""Whether no preview is open but that of the link that has the focus: another one is about to close."""


@pytest.fixture(scope="module")
def walked(site_folder: Path, count: Callable[[int], int]) -> list[str]:
    """Give the pages that are walked through: five that differ most; `make soak` takes every template."""
    templates = find_templates(site_folder)
    few = [templates[name] for name in ("", "companies/", "companies/*/", "timeline/", "404")]
    return few if count(10) == 1 else list(templates.values())


def stop(page: Page) -> dict[str, Any] | None:
    """Measure where the keyboard stands; what only a closing preview covers is looked at again."""
    found: dict[str, Any] | None = page.evaluate(STOP)
    if found and found["covered"]:
        page.wait_for_function(ALONE)
        found = page.evaluate(STOP)
    return found


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of a page until its end."""
    most = page.evaluate(STOPPABLE) + 20
    stops = []
    while len(stops) <= most:
        page.keyboard.press("Tab")
        found = stop(page)
        # Past its end a page is left for the browser, or, where there is no frame to go to, begun again.
        if found is None or (stops and found["region"] == 0):
            return stops
        stops.append(found)
    raise AssertionError(f"no end after {most} stops: {stops[-1]['what']}")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_stop_is_seen_and_in_order(
    browser: Browser, site: str, walked: list[str], width: int, scheme: str
) -> None:
    with opened(browser, width, scheme) as page:
        for url in walked:
            page.goto(site + url)
            stops = walk(page)
            assert len(stops) > 15, url
            assert stops[0]["what"].startswith("a.md-skip")
            assert [one["region"] for one in stops] == sorted(one["region"] for one in stops), url
            # Skip link, header, content and footer; the tabs, or a drawer that is closed and so no stop.
            assert {0, 1, 5, 6} <= {one["region"] for one in stops}, url
            assert (2 in {one["region"] for one in stops}) == (width == 1280)
            unseen = [one for one in stops if one["ring"] < 3 or not one["shown"] or one["covered"]]
            assert unseen == [], url


def test_the_way_back_is_the_same(page: Page, site: str) -> None:
    page.goto(f"{site}companies/")
    stops = [one["what"] for one in walk(page)]
    back = []
    while len(back) < len(stops):
        page.keyboard.press("Shift+Tab")
        found = stop(page)
        assert found, back[-1:]
        back.append(found["what"])
    assert back == stops[::-1]


def test_the_skip_link_leads_into_the_text(page: Page, site: str, site_folder: Path) -> None:
    page.goto(site + find_templates(site_folder)["companies/*/"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    found = stop(page)
    assert found
    assert found["region"] == 5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_of_lists_show_where_the_keyboard_is(browser: Browser, site: str, scheme: str) -> None:
    with opened(browser, 1280, scheme) as page:
        page.goto(f"{site}companies/")
        for css in (".filters select", ".sort", "a.search-open", ".md-footer a"):
            page.locator(css).first.focus()
            page.keyboard.press("Tab")
            page.keyboard.press("Shift+Tab")
            found = stop(page)
            assert found
            assert found["ring"] >= 3, css


# ---- what opens closes, and the keyboard is where it was


def test_escape_closes_the_search_and_returns(page: Page, site: str) -> None:
    page.goto(site)
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] .search-field").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".search-open")).to_be_focused()


def test_escape_closes_a_preview_and_stays(page: Page, site: str, site_folder: Path) -> None:
    page.goto(site + find_templates(site_folder)["companies/*/"])
    link = page.locator(CITED).first
    link.focus()
    page.locator("#preview:not([hidden])").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#preview:not([hidden])")).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_drawer_opens_by_key_holds_the_keyboard_and_closes(browser: Browser, site: str, key: str) -> None:
    with opened(browser, 390) as page:
        page.goto(f"{site}companies/")
        menu = page.get_by_role("button", name="Menu")
        expect(menu).to_have_attribute("aria-expanded", "false")
        menu.focus()
        page.keyboard.press(key)
        drawer = page.locator(".md-sidebar--primary")
        expect(drawer).to_be_in_viewport()
        expect(drawer.locator("a").first).to_be_focused()
        stops = []
        while (found := stop(page)) and len(stops) < 60:
            stops.append(found)
            page.keyboard.press("Tab")
        assert {one["region"] for one in stops} == {3}
        assert [one for one in stops if not one["shown"] or one["ring"] < 3] == []
        page.keyboard.press("Escape")
        expect(menu).to_be_focused()
        expect(menu).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("Tab")
        found = stop(page)
        assert found
        assert found["region"] == 1


def test_a_wider_window_frees_what_a_drawer_held(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site)
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".md-content[inert]")).to_have_count(1)
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".md-content[inert]")).to_have_count(0)


# ---- targets (WCAG 2.5.8)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_targets_are_24_pixels_or_stand_apart(browser: Browser, site: str, walked: list[str], width: int) -> None:
    small = {}
    with opened(browser, width) as page:
        for url in walked:
            page.goto(site + url)
            if found := page.evaluate(TARGETS):
                small[url] = found[:5]
    assert small == {}
