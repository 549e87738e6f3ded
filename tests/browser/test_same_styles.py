"""Pruned style sheets style every template as the whole ones do: light, dark and on paper (R39)."""

from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, Route

from tests.browser.finding import MISSING, Pages

THEMES = {
    "search": Path(__file__).resolve().parents[2] / "generator/briefing/engine/theme/assets/search",
    "stylesheets": Path(material.__file__).parent / "templates" / "assets" / "stylesheets",
}
OURS = Path(__file__).resolve().parents[2] / "generator" / "briefing" / "engine" / "theme" / "assets"
# Search, comparison and the missing page fill themselves with what their scripts fetch.
LOOKS = (("light", "screen", 1280), ("dark", "screen", 390), ("light", "print", 1280))
FILLED = {"search/", "compare/", "no/such/page/"}
STILL = """() => new Promise(done => {
  // Resolves when nothing in the page has changed for a tenth of a second.
  let last = performance.now();
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => {
    if (performance.now() - last < 100) return setTimeout(look, 20);
    watch.disconnect();
    done();
  };
  look();
})"""
STYLES = """known => {
  // One element of each look: what has the same classes, and whose ancestors have, falls under the same rules.
  const look = one => one && one.tagName + '.' + one.className + '#' + one.id.slice(0, 2) + [...one.attributes].length;
  const first = new Map();
  for (const one of document.querySelectorAll('*')) {
    const key = [one, one.parentElement, one.parentElement?.parentElement, one.previousElementSibling].map(look).join();
    if (!first.has(key) && !known.includes(key)) first.set(key, one);
  }
  // Custom properties count where something reads them, and that shows in the others.
  const names = [...getComputedStyle(document.documentElement)].filter(name => !name.startsWith('--'));
  return Object.fromEntries([...first].flatMap(([key, one]) => [null, '::before', '::after'].map(part => {
    const style = getComputedStyle(one, part);
    if (part && style.content === 'none') return [key + part, ''];
    return [key + (part ?? ''), names.map(name => name + ':' + style.getPropertyValue(name)).join(';')];
  })));
}"""


def whole(route: Route) -> None:
    """Answer with a style sheet as its author wrote it."""
    name = route.request.url.rpartition("/")[2]
    folder = THEMES.get(route.request.url.split("/")[-2], OURS)
    route.fulfill(path=folder / name, content_type="text/css; charset=utf-8")


def differences(one: str, other: str) -> list[str]:
    """Give the properties that only one of two looks has, so that a failure can be read."""
    return sorted({*one.split(";")} ^ {*other.split(";")})


@pytest.fixture(scope="module")
def templates(pages: Pages, count: Callable[[int], int]) -> list[str]:
    """Give the page of each template that has the most to show: lists, details, and one that is missing."""
    folders = ("companies", "topics", "articles", "publishers")
    details = [[url for url in pages if fnmatch(url, f"{folder}/*/")][: count(10)] for folder in folders]
    lists = [url for url in pages if url.count("/") < 2 or url.startswith("about/")]
    split = [url for url in pages if "/claims/" in url or "/page_" in url][:1]
    return [*dict.fromkeys([*(url for group in details for url in group), *lists, *split]), MISSING]


@pytest.mark.parametrize("number", range(len(LOOKS)))
def test_computed_styles_are_the_same(
    browser: Browser, site: str, templates: list[str], count: Callable[[int], int], number: int
) -> None:
    """Under `make soak` all templates in each look, otherwise each template in one of them."""
    scheme, media, width = LOOKS[number]
    shown = templates if count(10) == 10 else templates[number :: len(LOOKS)]
    seen = []
    for everything in (True, False):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"  # type: ignore[arg-type]
        )  # fmt: skip
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        if everything:
            page.route("**/*.css", whole)
        found: dict[str, str] = {}
        for url in shown:
            page.goto(site + url, wait_until="networkidle" if url in FILLED else "load")
            page.evaluate(STILL)
            found |= page.evaluate(STYLES, [key for key in found if not key.endswith(("::before", "::after"))])
        seen.append(found)
        context.close()
    one, other = seen
    assert len(one) > 30 * len(shown)
    both = one.keys() & other.keys()
    assert len(both) > 0.95 * len(one)
    assert [(key, differences(one[key], other[key])) for key in sorted(both) if one[key] != other[key]] == []
