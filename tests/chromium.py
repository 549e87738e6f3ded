"""What browser tests ask for: Debian's Chromium driven by Playwright, and a local server of a built site.

The fixtures stand in the topmost conftest: Playwright runs once a process, so there may be only one of each.
"""

import os
import threading
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from paper.chromium import CHROMIUM, FLAGS

PATIENCE = 30_000
"""Milliseconds after which a test no longer waits for what it expects: no measure, busy machines are slow."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one headless Chromium for the session."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page of 1280 by 800 in a fresh context, closed afterwards."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


Headers = list[tuple[str, list[tuple[str, str]]]]


def read_headers(folder: Path) -> Headers:
    """Return the rules of a site's ``_headers`` as a host reads them: a pattern of paths, and what it adds."""
    rules: Headers = []
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        elif line:
            rules.append((line, []))
    return rules


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line per request, and the site's own page for what is missing."""

    rules: ClassVar[Headers] = []

    def end_headers(self) -> None:
        """Add what the site's own headers say of this path."""
        for pattern, lines in self.rules:
            if fnmatch(self.path.partition("?")[0], pattern):
                for name, value in lines:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Serve text as UTF-8, as hosts do."""
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page where it has one."""
        own = Path(self.directory) / "404.html"
        if code != 404 or not own.is_file():
            super().send_error(code, message, explain)
            return
        body = own.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site_server() -> Iterator[Callable[..., str]]:
    """Give a function that serves a folder on a free local port and returns its address, ending in a slash.

    With ``headers`` the server answers with those of the site's ``_headers``, as its host does.
    """
    servers: list[ThreadingHTTPServer] = []

    def serve(folder: Path, *, headers: bool = False) -> str:
        handler = type("_Headed", (_Quiet,), {"rules": read_headers(folder)}) if headers else _Quiet
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
