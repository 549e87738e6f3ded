"""The addresses in pages: those that lead nowhere, away from the site, or into danger."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from briefing.finishing.addresses import NOT_FOUND, Site, Target, Whither, describe_target, page_url
from briefing.finishing.canonical import find_canonical_problems
from briefing.finishing.link_kinds import broken_code, may_leave
from briefing.finishing.page import Page
from briefing.finishing.page_links import Link
from briefing.finishing.problem import Problem
from briefing.finishing.style_links import find_style_problems

_EMPTY_VALUE = re.compile(r"(?:^|[/=&?#:])(?:None|nan|NaN|undefined|null)(?=$|[/=&?#.])")


def find_link_problems(site: Site, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield what is wrong with the addresses in pages."""
    for page in pages.values():
        yield from _check_links(site, pages, page)
        yield from find_canonical_problems(site, page)
        yield from _check_styles(site, page)
        if page.refresh is not None:
            yield from _check_refresh(site, pages, page, page.refresh)


def _check_links(site: Site, pages: Mapping[str, Page], page: Page) -> Iterator[Problem]:
    """Check all addresses in the elements of a page."""
    # An address that stands in a page many times is told once.
    for link in dict.fromkeys(page.links):
        yield from _check_link(site, pages, page, link)


def _check_styles(site: Site, page: Page) -> Iterator[Problem]:
    """Check the addresses in the styles that a page has within itself; they count from the page."""
    for style in page.styles:
        yield from find_style_problems(site, page.path, style)


def _check_link(site: Site, pages: Mapping[str, Page], page: Page, link: Link) -> Iterator[Problem]:
    """Check one address of a page: that it is one, that it leads somewhere, and that it may lead there."""
    where = f"<{link.tag} {link.attribute}>"
    # The site's own address may hold such words: only what is beneath it is ours.
    if _EMPTY_VALUE.search(link.address.removeprefix(site.root)):
        yield Problem(page.path, "leftover-value", f'{where}: an empty value in "{link.address}"')
    if link.address.strip() in ("", "#"):
        yield Problem(page.path, "link-empty", f'{where}: "{link.address}" leads nowhere')
    else:
        yield from _check_target(site, pages, page, link)


def _check_target(site: Site, pages: Mapping[str, Page], page: Page, link: Link) -> Iterator[Problem]:
    """Check where a link leads: to a file, to a place in it, and from the page for what is missing at any address."""
    where = f"<{link.tag} {link.attribute}>"
    target = site.resolve(page.path, link.address)
    code = _target_code(link, target)
    if code:
        yield Problem(page.path, code, describe_target(where, link.address, target))
        return
    yield from _check_fragment(pages, page, where, target)
    if page.path == NOT_FOUND:
        yield from _check_not_found_link(site, where, link, target)


def _target_code(link: Link, target: Target) -> str | None:
    """Return the code of what is wrong with where a link leads, or None where nothing is."""
    if target.whither is Whither.UNSAFE:
        return "unsafe-scheme"
    if target.is_broken:
        return broken_code(link)
    # Only what a reader follows may lead away.
    if target.whither is Whither.ELSEWHERE and not may_leave(link):
        return "other-host"
    return None


def _check_not_found_link(site: Site, where: str, link: Link, target: Target) -> Iterator[Problem]:
    """Check that the page for what is missing, which hosts show at any address, has no link relative to that."""
    if target.whither is Whither.ELSEWHERE:
        return
    # A site whose root is not known has no whole addresses of its own.
    absolute = ("/", "#", site.root or "/")
    if not link.address.startswith(absolute):
        yield Problem(NOT_FOUND, "link-relative", f'{where}: "{link.address}" depends on where the page is shown')


def _check_fragment(pages: Mapping[str, Page], page: Page, where: str, target: Target) -> Iterator[Problem]:
    """Check that the place in a page exists; other files name their places as they like."""
    fragment, target_page = target.fragment, pages.get(target.file)
    if not fragment or target_page is None:
        return
    # Behind the second sign stand words that a browser looks for, and no name.
    if fragment.startswith(":~:"):
        return
    name = unquote(fragment)
    if target_page.anchors.isdisjoint({fragment, name}):
        shown = f"{page_url(target.file)}#{name}"
        yield Problem(page.path, "fragment-missing", f'{where}: there is no place "{shown}"')


def _check_refresh(site: Site, pages: Mapping[str, Page], page: Page, address: str) -> Iterator[Problem]:
    """Check that a page sends its readers on to another place of the site."""
    target = site.resolve(page.path, address)
    if target.whither is Whither.HERE:
        yield from _check_fragment(pages, page, "refresh", target)
        return
    code = "link-broken" if target.is_broken else "refresh-elsewhere"
    yield Problem(page.path, code, describe_target("refresh", address, target))
