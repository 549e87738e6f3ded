"""Pages under their own headers (R40, T19): nothing is refused, nothing complains, nobody else is asked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.finding import MISSING, Pages, by_folder

WATCH = """
window.refused = [];
document.addEventListener('securitypolicyviolation', event =>
  window.refused.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
"""


@pytest.fixture(scope="module")
def crawled(pages: Pages, count: Callable[[int], int]) -> list[str]:
    """Give urls of every folder and depth, a missing page among them; `make soak` takes all."""
    few = count(10) == 1
    return [url for group in by_folder(pages) for url in (group[:1] if few else group)] + [MISSING]


def test_a_crawl_under_the_headers_has_no_violation(browser: Browser, site: str, crawled: list[str]) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    asked: set[str] = set()
    found: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.add(request.url))
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    page.on("console", lambda message: found.append((page.url, message.text)) if message.type != "log" else None)
    for url in crawled:
        answer = page.goto(site + url)
        assert answer
        assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
        page.keyboard.press("Tab")
        found += [(url, one) for one in page.evaluate("window.refused")]
    page.wait_for_load_state("networkidle")
    assert context.cookies() == []
    context.close()
    # That the missing page is missing is no complaint of the page.
    assert [one for one in found if "404 (Not Found)" not in one[1]] == []
    assert [url for url in asked if not url.startswith((site, "data:", f"blob:{site}"))] == []


def test_the_policy_refuses_what_nobody_pinned(browser: Browser, site: str) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(site)
    page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.spied = 1';"
        " document.body.append(script); document.body.setAttribute('style', 'color: red') }"
    )
    page.wait_for_function("window.refused.length > 1")
    assert page.evaluate("window.spied") is None
    assert sorted(one.split()[0] for one in page.evaluate("window.refused")) == ["script-src-elem", "style-src-attr"]
    context.close()


def test_the_theme_s_scripts_are_kept_and_pages_are_asked_for_again(site: str, browser: Browser) -> None:
    context = browser.new_context()
    # Headers go by the address alone: this site needs none of those scripts.
    answer = context.request.get(f"{site}assets/javascripts/bundle.js")
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" not in context.request.get(site).headers.get("cache-control", "")
    context.close()
