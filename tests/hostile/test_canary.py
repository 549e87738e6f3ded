"""T4: a browser reads the hostile site, searches it, goes through it by keyboard and prints it: nothing runs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Request

from tests.hostile.crowd import TITLE, members

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]
HUBS = (
    "", "companies/", "gadgets/", "gadgets/widget/", "articles/", "publishers/", "publishers/gazette/", "sources/",
    "timeline/", "money/", "conflicts/", "about/", "about/licence/", "about/method/", "404.html",
)  # fmt: skip
ARMED = [name for name, member in members().items() if "pwned" in "".join(member.texts)]
QUERIES = ("script", "onerror", "<img src=x onerror=window.__pwned=1>", "window.__pwned", "evil.example", "無害な名前")


QUIET = """new Promise((done) => {
  let quiet = 0
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  new MutationObserver(() => { quiet = 0 }).observe(document, all)
  const look = () => (++quiet > 12 ? done() : requestAnimationFrame(look))
  requestAnimationFrame(look)
})"""


@dataclass(slots=True)
class Watch:
    """Notes whatever a page does that it should not."""

    page: Page
    root: str
    trouble: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.page.on("console", lambda said: self._note(said.type == "error", f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self._note(True, f"error: {error}"))
        self.page.on("dialog", lambda dialog: self._note(True, f"dialog: {dialog.message}"))
        self.page.on("popup", lambda popup: self._note(True, f"window: {popup.url}"))
        self.page.on("request", lambda request: self._check_host(request))

    def _check_host(self, request: Request) -> None:
        self._note(not request.url.startswith((self.root, "data:image/", "blob:")), f"asks {request.url}")

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.trouble.append(f"{self.page.url.removeprefix(self.root)}: {what}")

    def go(self, url: str) -> None:
        self.page.goto(self.root + url, wait_until="load")
        self.check()

    def rest(self) -> None:
        """Check once nothing has changed in the page for some frames."""
        self.page.evaluate(QUIET)
        self.check()

    def check(self) -> None:
        self._note(self.page.evaluate("window.__pwned") is not None, "the canary sang")
        assert not self.trouble


@pytest.fixture
def watch(page: Page, hostile_site: Path, site_server: Callable[[Path], str]) -> Iterator[Watch]:
    found = Watch(page, site_server(hostile_site))
    found.start()
    yield found
    found.check()


def test_a_canary_sings_where_something_runs(watch: Watch) -> None:
    watch.go("")
    watch.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.__pwned=1>')")
    watch.page.wait_for_function("window.__pwned")
    watch.page.evaluate("delete window.__pwned")
    assert any("404" in one for one in watch.trouble)
    watch.trouble.clear()


def test_hubs_run_nothing_when_read_printed_and_gone_through_by_keyboard(watch: Watch) -> None:
    for url in HUBS:
        watch.go(url)
        for key in ("Tab", "Tab", "Tab", "Shift+Tab", "End", "Home"):
            watch.page.keyboard.press(key)
        watch.page.emulate_media(media="print")
        watch.check()
        watch.page.emulate_media(media="screen")


@pytest.mark.parametrize("folder", ["companies/", "articles/article-"])
def test_pages_of_armed_texts_run_nothing(watch: Watch, folder: str, count: Callable[[int], int]) -> None:
    """Hubs and search hold all texts; of their own pages a third is read here, all of them in a soak."""
    step = 1 if count(10) == 10 else 3
    for name in ARMED[len(folder) % step :: step]:
        watch.go(f"{folder}{name}/")
    watch.page.evaluate(
        "for (const one of document.querySelectorAll('a, summary, [tabindex]')) {"
        " one.focus(); one.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})) }"
        "for (const one of document.querySelectorAll('details')) one.open = true"
    )
    watch.check()


def test_search_shows_hostile_texts_as_text(watch: Watch) -> None:
    watch.go("")
    watch.page.keyboard.press("/")
    field = watch.page.locator(".search-field")
    for query in QUERIES:
        field.fill(query)
        watch.page.wait_for_function("document.querySelector('.search-body')?.childElementCount", timeout=20_000)
        watch.rest()
    field.fill("thing widget")
    watch.page.wait_for_function(
        "document.querySelector('.search-list')?.textContent.includes('window.__pwned=1')", timeout=20_000
    )
    assert TITLE in watch.page.locator(".search-list").inner_text()
    assert watch.page.locator(".search-panel img").count() == 0


def test_queries_of_an_address_are_text_too(watch: Watch) -> None:
    hostile = quote("<img src=x onerror=window.__pwned=1>")
    for url in (
        f"search/?q={hostile}",
        f"?search=q%3D{hostile}",
        f"?q={hostile}",
        f"companies/{ARMED[0]}/?h={hostile}",
        f"companies/#{hostile}",
    ):
        watch.go(url)
        watch.rest()
