"""What editors meet in the browser: the overlay, and pages that follow the data without losing the reader's place."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.preview import ACME, BOLT, Preview, lay_out_briefing, running, save

SECONDS = 30_000
HOSTILE = "name: {en: Acme Corporation}\ndescribes: A maker of anvils.\n'<img src=x onerror=alert(1)>': '</script>'\n"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = lay_out_briefing(tmp_path_factory.mktemp("live"))
    for number in range(60):
        text = f"name: {{en: Firm number {number}}}\ndescribes: One of many.\n"
        (folder / "data" / "companies" / f"firm-{number}.yml").write_text(text, encoding="utf-8")
    with running(folder) as preview:
        preview.wait_for("companies/acme/", "maker of anvils")
        yield preview


@pytest.fixture
def preview(started: Preview) -> Iterator[Preview]:
    """Give the running preview, its data as they were before.

    Tests ask for it before their page, which is then closed before the data go back and pages reload.
    """
    yield started
    save(started.acme, ACME)
    save(started.acme.with_name("bolt.yml"), BOLT)
    started.wait_for("companies/acme/", "maker of anvils")


def open_page(page: Page, preview: Preview, path: str) -> None:
    """Open a page, and mark it, so that a reload is seen."""
    page.goto(preview.url + path)
    page.evaluate("window.marked = true")


def test_errors_are_listed_over_the_page_and_go_away_by_themselves(preview: Preview, page: Page) -> None:
    """E17: place, message, frame and hint; the page below stays."""
    open_page(page, preview, "companies/acme/")
    save(preview.acme, f"{ACME}not_same_as: [blot]\n")
    overlay = page.locator("#briefing-overlay")
    expect(overlay).to_be_visible(timeout=SECONDS)
    expect(overlay.get_by_role("heading")).to_contain_text("1 error")
    expect(overlay.locator(".briefing-place")).to_have_text("data/companies/acme.yml:3:15")
    expect(overlay.locator(".briefing-frame")).to_contain_text("not_same_as: [blot]")
    expect(overlay.locator(".briefing-hint").first).to_contain_text("bolt")
    assert page.locator("main").inner_text().count("maker of anvils")
    save(preview.acme, ACME)
    expect(overlay).to_have_count(0, timeout=SECONDS)
    assert page.evaluate("window.marked"), "a page that did not change was reloaded"


def test_findings_are_text_whatever_the_data_holds(preview: Preview, page: Page) -> None:
    """E18."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    open_page(page, preview, "companies/acme/")
    save(preview.acme, HOSTILE)
    overlay = page.locator("#briefing-overlay")
    expect(overlay).to_contain_text("<img src=x onerror=alert(1)>", timeout=SECONDS)
    assert overlay.locator("img, script").count() == 0
    assert asked == []


def test_the_live_script_works_under_a_strict_policy(preview: Preview, page: Page) -> None:
    policy = "script-src 'self'; style-src 'self'"
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text) if "/-/" in message.text else None)

    def with_policy(route, request) -> None:  # type: ignore[no-untyped-def]
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/companies/acme/", with_policy)
    page.goto(f"{preview.url}companies/acme/")
    save(preview.acme, HOSTILE)
    overlay = page.locator("#briefing-overlay")
    expect(overlay).to_be_visible(timeout=SECONDS)
    assert overlay.evaluate("one => getComputedStyle(one).position") == "fixed"
    assert broken == []


def test_only_the_affected_page_reloads_and_it_keeps_its_place(preview: Preview, page: Page) -> None:
    """E21."""
    other = page.context.new_page()
    open_page(page, preview, "companies/")
    open_page(other, preview, "companies/bolt/")
    loads: list[str] = []
    other.on("load", lambda loaded: loads.append(loaded.url))
    page.bring_to_front()
    page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
    place = page.evaluate("scrollY")
    assert place > 500
    save(preview.acme, ACME.replace("anvils", "rockets"))
    expect(page.locator("main")).to_contain_text("maker of rockets", timeout=SECONDS)
    page.wait_for_load_state("load")
    assert page.evaluate("window.marked") is None
    page.wait_for_function("place => Math.abs(scrollY - place) < 40", arg=place)
    other.bring_to_front()
    assert other.evaluate("window.marked"), "a page that did not change was reloaded"
    save(preview.acme.with_name("bolt.yml"), BOLT.replace("bolts", "nuts"))
    expect(other.locator("main")).to_contain_text("maker of nuts", timeout=SECONDS)
    other.wait_for_load_state("load")
    assert len(loads) == 1, "it was loaded more often than it changed"


def test_an_edit_far_away_reaches_the_page_that_shows_it(preview: Preview, page: Page) -> None:
    open_page(page, preview, "companies/")
    save(preview.acme.with_name("bolt.yml"), BOLT.replace("bolts", "nuts"))
    expect(page.locator("main")).to_contain_text("A maker of nuts", timeout=SECONDS)


def test_more_open_pages_than_a_browser_has_connections(preview: Preview, page: Page) -> None:
    """Pages that wait for news must not keep the next one from being loaded."""
    tabs = [page.context.new_page() for _ in range(8)]
    for tab in tabs:
        tab.goto(f"{preview.url}companies/acme/", timeout=SECONDS)
    save(preview.acme, ACME.replace("anvils", "carts"))
    for tab in tabs:
        expect(tab.locator("main")).to_contain_text("maker of carts", timeout=SECONDS)
    tabs[0].close()  # one of them listened for the others
    save(preview.acme, ACME.replace("anvils", "drums"))
    for tab in tabs[1:]:
        expect(tab.locator("main")).to_contain_text("maker of drums", timeout=SECONDS)


def test_a_page_that_waits_for_data_becomes_the_page(page: Page, tmp_path: Path) -> None:
    """E20."""
    folder = lay_out_briefing(tmp_path)
    acme = folder / "data" / "companies" / "acme.yml"
    acme.write_text(HOSTILE, encoding="utf-8")
    with running(folder) as preview:
        page.goto(f"{preview.url}companies/acme/")
        expect(page.locator("#briefing-overlay")).to_be_visible(timeout=SECONDS)
        save(acme, ACME)
        expect(page.get_by_role("heading", name="Acme Corporation")).to_be_visible(timeout=SECONDS)
        expect(page.locator("#briefing-overlay")).to_have_count(0)


class Proxy(ThreadingHTTPServer):
    """Hands on what is asked for below `/proxy/8741/`, as hosted editors do; all else is missing."""

    daemon_threads = True
    prefix = "/proxy/8741/"

    def __init__(self, target: str) -> None:
        self.target = target
        self.missed: list[str] = []
        super().__init__(("127.0.0.1", 0), ProxyHandler)


class ProxyHandler(BaseHTTPRequestHandler):
    server: Proxy

    def do_GET(self) -> None:
        if not self.path.startswith(self.server.prefix):
            self.server.missed.append(self.path)
            self.send_error(404)
            return
        asked = urllib.request.Request(self.server.target + self.path.removeprefix(self.server.prefix))
        try:
            answer = urllib.request.urlopen(asked, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer, suppress(OSError):
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.headers["Content-Type"])
            self.end_headers()
            while part := answer.read1():
                self.wfile.write(part)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def proxy(preview: Preview) -> Iterator[Proxy]:
    with Proxy(preview.url) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_behind_a_proxy_that_adds_a_path_pages_reload_and_errors_are_listed(
    preview: Preview, proxy: Proxy, page: Page
) -> None:
    page.goto(f"http://localhost:{proxy.server_port}{proxy.prefix}companies/acme/")
    page.evaluate("window.marked = true")
    save(preview.acme, ACME.replace("anvils", "rails"))
    expect(page.locator("main")).to_contain_text("maker of rails", timeout=SECONDS)
    assert page.evaluate("window.marked") is None
    save(preview.acme, f"{ACME}not_same_as: [blot]\n")
    expect(page.locator("#briefing-overlay .briefing-place")).to_have_text(
        "data/companies/acme.yml:3:15", timeout=SECONDS
    )
    page.goto(f"http://localhost:{proxy.server_port}{proxy.prefix}companies/no/such")
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page.locator("#briefing-overlay")).to_be_visible(timeout=SECONDS)
    assert proxy.missed in ([], ["/favicon.ico"])


def test_a_browser_without_storage_and_locks_reloads_all_the_same(preview: Preview, page: Page) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(
        """const denied = {get() { throw new DOMException("denied", "SecurityError") }};
        for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, denied);
        Object.defineProperty(navigator, "locks", {value: undefined});"""
    )
    open_page(page, preview, "companies/acme/")
    save(preview.acme, ACME.replace("anvils", "springs"))
    expect(page.locator("main")).to_contain_text("maker of springs", timeout=SECONDS)
    assert complaints == []
