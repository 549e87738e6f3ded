"""What the accessibility tests walk over: templates of a built site, the states of a page, and how each is reached."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.finding import MISSING

CITED = "article a.source-ref[href*='../articles/']:visible"
WIDTHS = (1280, 390, 320)
SCHEMES = ("light", "dark")
QUERIES = {"search/": "?q=chip", "compare/": "?ids="}
"""What a page is asked for, so that it has something to show."""


def list_urls(folder: Path) -> list[str]:
    """Return the urls of all pages of a built site but the cards for other sites, which have no frame around them."""
    pages = sorted(page.relative_to(folder).parent.as_posix() for page in folder.rglob("index.html"))
    return ["" if page == "." else f"{page}/" for page in pages if not page.startswith("embed/")]


def find_templates(folder: Path) -> dict[str, str]:
    """Return the largest page of each template by the template's name, and a page that is missing.

    A list and a page about the site are templates of their own; details share the one of their folder and depth.
    """
    found: dict[str, list[str]] = {}
    for url in list_urls(folder):
        parts = url.split("/")[:-1]
        alone = len(parts) < 2 or parts[0] == "about"
        found.setdefault(url if alone else f"{parts[0]}/{'*/' * (len(parts) - 1)}", []).append(url)
    largest = {name: max(urls, key=lambda url: _size(folder, url)) for name, urls in found.items()}
    asked = {name: url + _query(folder, url) for name, url in largest.items()}
    return {**asked, "404": MISSING}


def _size(folder: Path, url: str) -> int:
    return (folder / url / "index.html").stat().st_size


def _query(folder: Path, url: str) -> str:
    companies = sorted(path.parent.name for path in folder.glob("companies/*/index.html"))
    return QUERIES.get(url, "") + (",".join(companies[:3]) if url == "compare/" else "")


# ---- states: each brings a page there, and says whether it could


def stay(page: Page) -> bool:
    """Leave the page as it loads; what it fetches for its query has come."""
    if "?q=" in page.url:
        page.locator("a.search-hit").first.wait_for()
    if "?ids=" in page.url:
        page.locator(".compare table").wait_for()
    return True


def open_search(page: Page) -> bool:
    """Open the search window over the page, with results in it."""
    if page.locator(".search-place").count():
        return False
    page.locator(".search-open").click()
    page.locator("dialog[open] .search-field").fill("chip")
    page.locator("a.search-hit .search-line").first.wait_for()
    filters = page.locator(".search-filters > button")
    if filters.count():
        filters.first.click()
    return True


def open_drawer(page: Page) -> bool:
    """Open the drawer with the ways around, which only narrow windows have."""
    button = page.locator(".md-header__button[for=__drawer]")
    if not button.is_visible():
        return False
    button.click()
    page.wait_for_function("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left >= 0")
    return True


def open_preview(page: Page) -> bool:
    """Open the look at where the first source leads."""
    link = page.locator(CITED)
    if not link.count():
        return False
    link.first.focus()
    page.locator("#preview:not([hidden])").wait_for()
    return True


def use_filter(page: Page) -> bool:
    """Choose the last option of the first filter of a list."""
    choices = page.locator(".filters select")
    if not choices.count():
        return False
    choices.first.select_option(index=choices.first.locator("option").count() - 1)
    return True


def open_details(page: Page) -> bool:
    """Open everything that is folded."""
    if not page.locator("article details:not([open])").count():
        return False
    page.locator("article details").evaluate_all("all => all.forEach(one => { one.open = true })")
    return True


def sort_table(page: Page) -> bool:
    """Sort the first table by its last column, downwards; one that is folded away is opened."""
    if not page.locator(".sort:visible, .sort-choice select:visible").count():
        open_details(page)
    button, choice = page.locator(".sort:visible"), page.locator(".sort-choice select:visible")
    if choice.count():
        choice.first.select_option(index=choice.first.locator("option").count() - 1)
    elif button.count():
        button.last.click()
        button.last.click()
    else:
        return False
    return True


OFFERS = {
    "load": "body",
    "search open": "body:not(:has(.search-place)) .search-open",
    "drawer open": ".md-header__button[for=__drawer]",
    "preview open": CITED,
    "filter used": ".filters select",
    "details opened": "article details:not([open])",
    "sorted": ".sort",
}
"""What a page has that can come to a state; the words of a state are those of R36."""
STATES: Mapping[str, Callable[[Page], bool]] = {
    "load": stay,
    "search open": open_search,
    "drawer open": open_drawer,
    "preview open": open_preview,
    "filter used": use_filter,
    "details opened": open_details,
    "sorted": sort_table,
}


@contextmanager
def opened(browser: Browser, width: int, scheme: str = "light", **settings: object) -> Iterator[Page]:
    """Give a page of a width and a colour scheme in a fresh context, without motion."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        **settings,  # type: ignore[arg-type]
    )
    yield context.new_page()
    context.close()
