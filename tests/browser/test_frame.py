"""The frame that stands in for the theme's own script: colours, the way up, where a reader is (R32, R38)."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.finding import Pages, facts_page

LAYOUTS = """() => {
  const names = ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft', 'clientWidth', 'clientHeight',
    'scrollWidth', 'scrollHeight'];
  window.asked = [];
  const note = (owner, name) => {
    const {get, value, ...rest} = Object.getOwnPropertyDescriptor(owner, name);
    const noting = original => function (...words) { window.asked.push(name); return original.apply(this, words) };
    Object.defineProperty(owner, name, {...rest, ...(get ? {get: noting(get)} : {value: noting(value)})});
  };
  for (const name of names) note(name.startsWith('offset') ? HTMLElement.prototype : Element.prototype, name);
  for (const name of ['getBoundingClientRect', 'getClientRects']) note(Element.prototype, name);
}"""
MARKED = "[...document.querySelectorAll('[data-md-component=toc] .md-nav__link--active')].map(one => one.hash)"


@pytest.fixture
def read(page: Page, site: str, pages: Pages) -> Page:
    """Give the largest page with facts, as it loads."""
    page.goto(site + facts_page(pages))
    return page


def test_nothing_is_measured_while_a_page_loads(page: Page, site: str, pages: Pages) -> None:
    """R38: a measurement in the middle of changes has the whole page laid out anew."""
    page.add_init_script(f"({LAYOUTS})()")
    for url in ("", "companies/", facts_page(pages)):
        page.goto(site + url, wait_until="load")
        assert page.evaluate("window.asked") == [], url


def test_the_theme_s_own_script_is_asked_for_by_no_page(site_folder: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in site_folder.rglob("*.html")]
    assert pages
    assert [page for page in pages if "assets/javascripts/bundle" in page] == []


def test_the_name_of_the_page_takes_the_place_of_the_site_s(read: Page) -> None:
    title = read.locator(".md-header__title")
    expect(title).not_to_have_class("md-header__title md-header__title--active")
    read.mouse.wheel(0, 900)
    expect(title).to_have_class("md-header__title md-header__title--active")
    read.mouse.wheel(0, -900)
    expect(title).to_have_class("md-header__title")


def test_the_section_that_is_read_is_marked(read: Page) -> None:
    assert read.evaluate(MARKED) == []
    second = read.locator("[data-md-component=toc] a").nth(1).get_attribute("href")
    assert second
    read.locator("[data-md-component=toc] a").nth(1).click()
    read.wait_for_function(f"{MARKED}.length === 1")
    assert read.evaluate(MARKED) == [second]


def test_the_way_up_is_offered_to_whoever_turns_back(read: Page) -> None:
    up = read.locator(".md-top")
    read.mouse.wheel(0, 1500)
    read.wait_for_function("scrollY > 1000")
    expect(up).to_be_hidden()
    read.mouse.wheel(0, -200)
    expect(up).to_be_visible()
    up.click()
    read.wait_for_function("scrollY === 0")
    expect(up).to_be_hidden()


def test_automatic_colours_follow_the_system_while_a_page_is_open(page: Page, site: str) -> None:
    scheme = page.locator("body")
    page.emulate_media(color_scheme="dark")
    page.goto(site)
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    # What the browser draws by itself goes with a choice against the system, too.
    page.locator(".md-header__option label:not([hidden])").click()
    page.locator(".md-header__option label:not([hidden])").click()
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") in ("dark", "normal")
    assert page.locator("meta[name=color-scheme]").get_attribute("content") == "dark"
    assert page.evaluate("document.querySelector('.md-option:checked').id") == "__palette_2"


def test_a_choice_of_colours_is_there_before_the_first_paint(page: Page, site: str) -> None:
    """Scripts of our own come after it: the theme's inline script reads what ours has kept."""
    page.emulate_media(color_scheme="dark")
    page.goto(site)
    page.wait_for_function("localStorage.length === 1")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site}about/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_colours_are_chosen_by_key(page: Page, site: str) -> None:
    page.goto(site)
    for place in ("__palette_1", "__palette_2", "__palette_0"):
        page.locator(".md-option:checked").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{place}")).to_be_focused()
        expect(page.locator(f"#{place}")).to_be_checked()


def test_a_drawer_closes_when_it_has_led_to_a_place(browser: Browser, site: str, pages: Pages) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}companies/")
    page.get_by_role("button", name="Menu").click()
    level = page.locator("label[tabindex][for^=__nav]").last
    level.focus()
    page.keyboard.press("Enter")
    held = page.locator(f"[aria-labelledby={level.get_attribute('id')}]")
    expect(held).to_have_attribute("aria-expanded", "true")
    page.evaluate("location.hash = 'top'")
    expect(page.locator("#__drawer")).not_to_be_checked()
    context.close()


def test_tables_have_their_boxes_without_scripts(browser: Browser, site: str, pages: Pages) -> None:
    """R33, R30: a wide table scrolls in a box of its own."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + facts_page(pages))
    tables = page.locator("article table").count()
    assert tables
    assert page.locator("article .md-typeset__scrollwrap > .md-typeset__table > table").count() == tables
    context.close()


# ---- a browser that keeps nothing, or keeps what nobody here wrote

BLOCKED = """const denied = {get() { throw new DOMException("denied", "SecurityError") }};
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, denied);"""
FOREIGN = (
    "not json {",
    "null",
    "7",
    '"dark"',
    "[]",
    '{"index": "1"}',
    '{"index": 99}',
    '{"index": -1}',
    '{"index": 1.5}',
    '{"color": null}',
    '{"index": "length", "color": {"a b": "c", "scheme": {"x": 1}}}',
    '{"color": {"media": "(none)", "scheme": "purple"}}',
)
SHOWN = ".md-header__option label:not([hidden])"


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """Give the list that every error of a script on the page is added to."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_storage_colours_follow_the_system_and_can_be_chosen(
    page: Page, site: str, pages: Pages, complaints: list[str], scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.add_init_script(BLOCKED)
    page.goto(site + facts_page(pages))
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme])
    for chosen in ("default", "slate"):
        page.locator(SHOWN).click()
        expect(body).to_have_attribute("data-md-color-scheme", chosen)
    expect(page.locator(SHOWN)).to_have_count(1)
    assert complaints == []


def test_without_storage_the_frame_and_the_search_do_what_they_do(
    page: Page, site: str, pages: Pages, complaints: list[str]
) -> None:
    page.add_init_script(BLOCKED)
    page.goto(site + facts_page(pages))
    page.mouse.wheel(0, 1500)
    expect(page.locator(".md-header__title")).to_have_class("md-header__title md-header__title--active")
    page.mouse.wheel(0, -500)
    expect(page.locator(".md-top")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(".search-field")).to_be_focused()
    page.goto(site + "companies/")
    page.goto(site + "compare/")
    page.wait_for_load_state("networkidle")
    assert complaints == []


def without_policy(route: Route) -> None:
    """Answer as a host does that allows frames: ours are refused where the headers of the site are sent."""
    answer = route.fetch()
    ruled = ("x-frame-options", "content-security-policy")
    route.fulfill(response=answer, headers={name: said for name, said in answer.headers.items() if name not in ruled})


def test_in_a_frame_without_an_origin_the_page_does_what_it_can(
    page: Page, site: str, pages: Pages, complaints: list[str]
) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1280, "height": 800})
    address = site + facts_page(pages)
    page.route(f"{site}**", without_policy)
    page.set_content(f'<iframe sandbox="allow-scripts" width="1200" height="700" src="{address}"></iframe>')
    inside = page.frame_locator("iframe")
    expect(inside.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    inside.locator(SHOWN).click()
    expect(inside.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 1500)
    expect(inside.locator(".md-header__title")).to_have_class("md-header__title md-header__title--active")
    page.mouse.wheel(0, -500)
    expect(inside.locator(".md-top")).to_be_visible()
    assert complaints == []


@pytest.mark.parametrize("kept", FOREIGN)
def test_what_nobody_here_kept_is_not_heeded(page: Page, site: str, complaints: list[str], kept: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site)
    page.evaluate("kept => localStorage.setItem(__md_scope.pathname + '.__palette', kept)", kept)
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(SHOWN).click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert complaints == []
