"""The crawl of a built site: everything that is wrong with it, before anybody can read it.

Nothing is opened, asked or changed, and MkDocs is not needed: what counts are the bytes.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from briefing.finishing.addresses import Site, is_page, page_address
from briefing.finishing.canonical import canonical_addresses
from briefing.finishing.databases import find_database_problems
from briefing.finishing.embeds import find_embed_problems, is_embed
from briefing.finishing.feeds_and_data import find_file_problems, subject_files
from briefing.finishing.links import find_link_problems
from briefing.finishing.page import Page, read_built_pages
from briefing.finishing.problem import Problem
from briefing.finishing.reach import find_unreached
from briefing.finishing.redirects import REDIRECTS, find_redirect_problems
from briefing.finishing.sitemap import find_sitemap_problems
from briefing.finishing.style_links import find_style_problems
from briefing.finishing.text_files import decode_texts

__all__ = ["Problem", "crawl_site"]


def crawl_site(files: Mapping[str, bytes], pages: Mapping[str, Page] | None = None) -> tuple[Problem, ...]:
    """Return the problems of a built site, sorted.

    Args:
        files: the bytes of every file by its path within the site.
        pages: the pages among them, where a caller has read them already.
    """
    texts, problems = decode_texts(files)
    if pages is None:
        pages = read_built_pages(files)
    # A page that is no UTF-8 is a problem itself; what it might say is guesswork.
    pages = {path: page for path, page in pages.items() if path in texts}
    site = Site(files.keys(), _root(pages))
    return tuple(sorted({*problems, *_find_problems(site, files, texts, pages)}))


def _find_problems(
    site: Site, files: Mapping[str, bytes], texts: Mapping[str, str], pages: Mapping[str, Page]
) -> Iterator[Problem]:
    """Yield every problem of the site, some more than once."""
    for page in pages.values():
        yield from page.problems
        yield from find_embed_problems(page)
    yield from find_link_problems(site, pages)
    yield from _check_sheets(site, texts)
    yield from find_file_problems(site, pages, texts)
    yield from find_database_problems(files)
    yield from find_redirect_problems(site, texts.get(REDIRECTS, ""))
    readable = {path: page for path, page in pages.items() if _is_readable(path, page)}
    yield from find_sitemap_problems(files, [site.root + page_address(path) for path in readable])
    yield from _find_repeated(readable, "title", lambda page: page.title)
    yield from _find_repeated(readable, "description", lambda page: page.description)
    yield from find_unreached(site, pages, readable, subject_files(texts))


def _check_sheets(site: Site, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Check the addresses in style sheets, which count from the sheet, whatever page asks for it."""
    for path, text in texts.items():
        if path.endswith(".css"):
            yield from find_style_problems(site, path, text)


def _is_readable(path: str, page: Page) -> bool:
    """Return whether readers come to a page and stay there; cards are for frames, and no search lists them."""
    return is_page(path) and not page.is_redirect and not is_embed(path)


def _root(pages: Mapping[str, Page]) -> str:
    """Return the address of the site, as most pages have it: one page alone may be wrong."""
    roots = Counter(_stated_roots(pages))
    return max(roots, key=lambda root: (roots[root], root), default="")


def _stated_roots(pages: Mapping[str, Page]) -> Iterator[str]:
    """Yield the address that the site has by each page which says its own."""
    for path, page in pages.items():
        address = page_address(path)
        canonical = next(iter(canonical_addresses(page)), "")
        if canonical.endswith(f"/{address}"):
            yield canonical.removesuffix(address)


def _find_repeated(pages: Mapping[str, Page], name: str, value_of: Callable[[Page], str]) -> Iterator[Problem]:
    """Find pages without a title or description, or with that of another: search engines list them by it."""
    first_paths: dict[str, str] = {}
    for path, page in sorted(pages.items()):
        value = value_of(page)
        if not value:
            yield Problem(path, f"{name}-missing", f"it has no {name}")
        elif value in first_paths:
            yield Problem(path, f"{name}-repeated", f'{first_paths[value]} has the same {name}: "{value[:80]}"')
        first_paths.setdefault(value, path)
