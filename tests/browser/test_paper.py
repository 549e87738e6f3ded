"""R31: a document printed by Chromium has its chapters as bookmarks, and their pages in its contents."""

import io
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from paper.book import Book, Entry, render_book
from paper.printing import page_numbers, print_twice

STYLES = "@page { size: A4; margin: 20mm } h1 { break-before: page }"
CHAPTERS = [f"Chapter {number} 東京" for number in range(1, 8)]


def book() -> Book:
    entries = tuple(Entry(title, f"c{number}", 1) for number, title in enumerate(CHAPTERS))
    body = "".join(f'<h1 id="c{n}">{title}</h1><p>{"Words. " * 900}</p>' for n, title in enumerate(CHAPTERS))
    return Book("A briefing", "As of today", entries, body)


@pytest.fixture(scope="module")
def pdf(browser: Browser) -> PdfReader:
    # One Playwright a process: the fixture's browser prints here, as the program's own does elsewhere.
    def render(numbers: Mapping[str, int] | None) -> str:
        return render_book(book(), STYLES, numbers)

    return PdfReader(io.BytesIO(print_twice(render, "A briefing", browser)))


def test_the_contents_name_the_pages_on_which_chapters_begin(pdf: PdfReader) -> None:
    contents = contents_of(pdf).extract_text().split("\n")
    numbers = page_numbers_of(pdf)
    assert len(set(numbers.values())) == len(CHAPTERS)
    for number, title in enumerate(CHAPTERS):
        there = numbers[f"c{number}"]
        assert any(title in line and line.rstrip().endswith(str(there)) for line in contents), title
        assert title in pdf.pages[there - 1].extract_text()


def contents_of(pdf: PdfReader) -> PageObject:
    return next(page for page in pdf.pages if "Contents" in page.extract_text())


def page_numbers_of(pdf: PdfReader) -> dict[str, int]:
    written = io.BytesIO()
    pdf.stream.seek(0)
    written.write(pdf.stream.read())
    return page_numbers(written.getvalue())


def test_bookmarks_and_links_lead_to_the_chapters(pdf: PdfReader) -> None:
    marks = [one for one in pdf.outline if not isinstance(one, list)]
    assert [one.title for one in marks] == CHAPTERS
    numbers = page_numbers_of(pdf)
    assert [pdf.get_destination_page_number(one) + 1 for one in marks] == list(numbers.values())
    links = [one for one in contents_of(pdf).get("/Annots", []) if one.get_object()["/Subtype"] == "/Link"]
    assert len(links) >= len(CHAPTERS)


def test_every_page_says_where_it_is(pdf: PdfReader) -> None:
    total = len(pdf.pages)
    for number, page in enumerate(pdf.pages, 1):
        assert f"{number} / {total}" in page.extract_text()
