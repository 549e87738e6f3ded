"""R30, R32, R33, R37: pages under the settings that readers need, and what a screen reader is told of them (R36)."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.finding import MISSING
from tests.browser.walks import find_templates, list_urls, opened, stay
from tests.every import every
from tests.site.conftest import once

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll('article *, header a, footer *')].filter(one => {
  const style = getComputedStyle(one);
  const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
  // Lines of search results are excerpts, cut to two whatever their spacing; the whole is where they lead.
  return hides && style.webkitLineClamp === 'none' && style.clipPath === 'none' && one.checkVisibility()
    && one.clientWidth > 1 && !one.closest('svg')
    && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 4);
}).map(one => one.outerHTML.slice(0, 150))"""
WIDE = """() => {
  const frame = document.documentElement;
  const box = one => one.closest('.picture, .md-typeset__scrollwrap, pre');
  const beyond = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility({visibilityProperty: true})
    && one.getBoundingClientRect().right > frame.clientWidth + 1 && !box(one) && !one.closest('.md-sidebar--primary'));
  if (frame.scrollWidth <= frame.clientWidth) return [];
  return beyond.map(one => one.outerHTML.slice(0, 120)).slice(0, 3).concat('wide');
}"""
NAMES = """() => {
  const named = one => ['aria-label', 'aria-labelledby', 'title'].some(name => one.getAttribute(name));
  const wrong = [];
  const say = (what, one) => wrong.push(`${what}: ${one.outerHTML.slice(0, 120)}`);
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  if (document.querySelectorAll('main').length !== 1) wrong.push('not one main');
  for (const nav of document.querySelectorAll('nav')) if (!named(nav)) say('a way around without a name', nav);
  for (const table of document.querySelectorAll('article table')) {
    const heads = [...document.querySelectorAll('article :is(h1, h2, h3, summary)')];
    const headed = heads.some(head => head.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!table.caption && !named(table) && !headed) say('a table without a name', table);
    const scoped = [...table.querySelectorAll('th')].every(head => head.scope || head.closest('thead'));
    if (!table.querySelector('th') || !scoped) say('a table without heads', table);
  }
  for (const icon of document.querySelectorAll('svg')) {
    const inside = icon.closest('a, button, label, summary');
    const known = icon.getAttribute('aria-hidden') === 'true' || named(icon) || icon.querySelector('title')
      || (inside && (named(inside) || inside.textContent.trim()));
    if (!known) say('a picture without a name', icon);
  }
  for (const short of document.querySelectorAll('abbr:not([title])')) say('an abbreviation without its words', short);
  return wrong;
}"""
JAPANESE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const unsaid = [];
  let said = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!/[\\u3040-\\u30ff\\u3400-\\u9fff]/.test(node.data) || node.parentElement.closest('script, style')) continue;
    const lang = node.parentElement.closest('[lang]').lang;
    if (lang.startsWith('ja')) said += 1;
    else unsaid.push(node.parentElement.outerHTML.slice(0, 160));
  }
  return {said, unsaid};
}"""
WORDS = """(article, css) => {
  const copy = article.cloneNode(true);
  copy.querySelectorAll(css).forEach(one => one.remove());
  return copy.textContent.split(/\\s+/).filter(Boolean).join(' ');
}"""
ADDED = ".list-tools, .sort-said, .fact-link, #preview, .search-place, .compare, .near"


@pytest.fixture(scope="module")
def urls(site_folder: Path) -> list[str]:
    """Give the largest page of each template, and the one for what is missing."""
    return list(find_templates(site_folder).values())


Findings = Mapping[str, Mapping[str, Any]]
"""What was found on the pages by their url, by what was looked for; a page without findings is left out."""


@pytest.fixture(scope="module")
def broad(browser: Browser, site: str, urls: list[str], shared: Path) -> Findings:
    """Give what was found on a desk: each page is loaded once, for all that is looked for."""
    with once(shared, "adapted-broad.json") as record:
        if not record.is_file():
            with opened(browser, 1280) as page:
                found = {url: find_on_a_desk(page, site + url) for url in urls}
            record.write_text(json.dumps(found), encoding="utf-8")
        return by_aim(json.loads(record.read_text(encoding="utf-8")))


def find_on_a_desk(page: Page, address: str) -> dict[str, Any]:
    page.emulate_media(media="screen")
    page.goto(address)
    stay(page)
    unnamed = page.evaluate(NAMES)[:4]
    said = page.locator("article").evaluate(WORDS, ADDED)
    references = page.locator(".facts .source-ref")
    unseen = bool(references.count()) and not references.first.is_visible()
    page.evaluate(SPACED)
    lost = (page.evaluate(CUT) + page.evaluate(WIDE))[:4]
    page.emulate_media(media="print")
    folded = page.locator("article details").evaluate_all(
        "all => all.filter(one => one.lastElementChild.getBoundingClientRect().height === 0).length"
    )
    return {"unnamed": unnamed, "said": said, "unseen": unseen, "lost": lost, "folded": folded}


@pytest.fixture(scope="module")
def narrow(browser: Browser, site: str, urls: list[str], shared: Path) -> Findings:
    """Give what was found at 400 %: 1280 by 1024 then has 320 by 256 CSS pixels, each of sixteen."""
    with once(shared, "adapted-narrow.json") as record:
        if not record.is_file():
            context = browser.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
            page = context.new_page()
            found = {url: find_when_narrow(page, site + url) for url in urls}
            context.close()
            record.write_text(json.dumps(found), encoding="utf-8")
        return by_aim(json.loads(record.read_text(encoding="utf-8")))


def find_when_narrow(page: Page, address: str) -> dict[str, Any]:
    page.goto(address)
    stay(page)
    wide = page.evaluate(WIDE)
    page.evaluate(SPACED)
    return {"wide": wide, "lost": (page.evaluate(CUT) + page.evaluate(WIDE))[:4]}


def by_aim(found: Mapping[str, Mapping[str, Any]]) -> Findings:
    """Return what was found of each page by what was looked for instead."""
    assert found
    aims = next(iter(found.values()))
    return {aim: {url: one[aim] for url, one in found.items() if one[aim]} for aim in aims}


# ---- zoom and spacing


def test_zoom_of_400_percent_scrolls_one_way(narrow: Findings) -> None:
    assert narrow["wide"] == {}


def test_wider_spacing_loses_nothing(broad: Findings, narrow: Findings) -> None:
    """WCAG 1.4.12."""
    assert (broad["lost"], narrow["lost"]) == ({}, {})


# ---- forced colours, calm, paper


def test_forced_colours_keep_marks_and_rings(browser: Browser, site: str, urls: list[str]) -> None:
    with opened(browser, 1280, forced_colors="active") as page:
        page.goto(site + next(url for url in urls if url.startswith("companies/") and url != "companies/"))
        mark = page.locator("[class^=confidence-]").first
        assert mark.inner_text().strip()
        assert mark.evaluate("one => getComputedStyle(one, '::before').content")[1] in "●"
        chip = page.locator(".kind-chip, .disputed").first
        assert chip.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
        page.keyboard.press("Tab")
        assert page.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        page.goto(f"{site}money/")
        drawn = page.locator(".picture svg:visible").first.locator("rect, path").first
        ground = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
        assert drawn.evaluate("one => getComputedStyle(one).stroke") != ground


def test_less_motion_is_none(page: Page, site: str, urls: list[str]) -> None:
    page.emulate_media(reduced_motion="reduce")
    for url in urls[:6]:
        page.goto(site + url)
        page.keyboard.press("Tab")
        page.mouse.wheel(0, 600)
        lasting = page.evaluate(
            "document.getAnimations().map(one => one.effect.getComputedTiming().duration).filter(one => one > 1)"
        )
        assert lasting == [], url
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_paper_has_all_that_is_folded(broad: Findings) -> None:
    assert broad["folded"] == {}


# ---- what a screen reader is told


def test_parts_of_a_page_have_names(broad: Findings) -> None:
    assert broad["unnamed"] == {}


def test_every_japanese_run_says_that_it_is(
    browser: Browser, site: str, site_folder: Path, count: Callable[[int], int]
) -> None:
    all_urls = [*list_urls(site_folder), MISSING]
    said, unsaid = 0, {}
    with opened(browser, 1280) as page:
        for url in all_urls if count(10) == 10 else all_urls[::10]:
            page.goto(site + url)
            found = page.evaluate(JAPANESE)
            said += found["said"]
            if found["unsaid"]:
                unsaid[url] = found["unsaid"][:3]
    assert said > 10
    assert unsaid == {}


def test_counts_and_orders_are_told(browser: Browser, site: str) -> None:
    with opened(browser, 1280) as page:
        page.goto(f"{site}companies/")
        assert page.locator(".filters output").count() == 1  # a live region by itself
        page.locator(".sort").last.click()
        expect(page.locator(".sort-said[role=status]")).to_have_text(re.compile(r"Sorted by .+, ascending"))
        page.locator(".search-open").click()
        page.locator("dialog[open] .search-field").fill("chip")
        page.locator("a.search-hit").first.wait_for()
        expect(page.locator("dialog [role=status]").first).to_have_text(re.compile(r"\d"))


# ---- without scripts (R33)


def test_pages_say_the_same_without_scripts(browser: Browser, site: str, urls: list[str], broad: Findings) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    said = {}
    cited = 0
    for url in urls:
        page.goto(site + url)
        references = page.locator(".facts .source-ref")
        if references.count():
            assert references.first.is_visible(), url
            cited += 1
        said[url] = page.locator("article").evaluate(WORDS, ADDED)
    context.close()
    assert broad["unseen"] == {}
    assert [url for url in urls if broad["said"].get(url, "") != said[url]] == []
    assert cited > 1
    assert every(len(text) > 40 for url, text in said.items() if url)
