"""A document printed by Chromium, twice: the first print tells on which pages its chapters begin."""

import base64
import io
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from paper.chromium import CHROMIUM, FLAGS

Render = Callable[[Mapping[str, int] | None], str]


def print_twice(render: Render, title: str, browser: Browser | None = None) -> bytes:
    """Return the PDF of the document that ``render`` makes from the page numbers of its anchors (none at first).

    A browser of its own is started where none is given.
    """
    if browser:
        return _print_twice(render, title, browser)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            return _print_twice(render, title, started)
        finally:
            started.close()


def _print_twice(render: Render, title: str, browser: Browser) -> bytes:
    with browser.new_page() as page:
        return _print(page, render(page_numbers(_print(page, render(None), title))), title)


def _print(page: Page, document: str, title: str) -> bytes:
    # From a file: a document of this size is too long for an address.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.html"
        path.write_text(document, "utf-8")
        page.goto(path.as_uri())
        session = page.context.new_cdp_session(page)
        answer = session.send("Page.printToPDF", _options(title))
    return base64.b64decode(answer["data"])


def _options(title: str) -> dict[str, object]:
    style = "font: 7pt sans-serif; color: #555a70; width: 100%; padding: 0 16mm; display: flex;"
    footer = (
        f'<div style="{style} justify-content: space-between"><span>{escape(title)}</span>'
        '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'
    )
    return {
        "printBackground": True,
        "preferCSSPageSize": True,
        "displayHeaderFooter": True,
        "headerTemplate": "<span></span>",
        "footerTemplate": footer,
        "generateTaggedPDF": True,
        "generateDocumentOutline": True,
    }


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Return the page (from 1) of every anchor that a link inside the document leads to."""
    reader = PdfReader(io.BytesIO(pdf))
    found = ((name, reader.get_destination_page_number(place)) for name, place in reader.named_destinations.items())
    return {name.removeprefix("/"): number + 1 for name, number in found if number is not None}
