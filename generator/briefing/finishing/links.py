"""The addresses in pages and style sheets: those that lead nowhere, away from the site, or into danger."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from briefing.finishing.addresses import NOT_FOUND, Site, Target, Whither, page_address, page_url
from briefing.finishing.link_kinds import broken_code, may_leave
from briefing.finishing.page import Page
from briefing.finishing.page_links import Link
from briefing.finishing.problem import Problem

_EMPTY_VALUE = re.compile(r"(?:^|[/=&?#:])(?:None|nan|NaN|undefined|null)(?=$|[/=&?#.])")
_STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^\s"');]+))""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def find_link_problems(site: Site, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield what is wrong with the addresses in pages."""
    for page in pages.values():
        for link in dict.fromkeys(page.links):
            yield from _check_link(site, pages, page, link)
        yield from _check_canonical(site, page)
        for style in page.styles:
            yield from find_style_problems(site, page.path, style)
        if page.refresh is not None:
            yield from _check_refresh(site, pages, page, page.refresh)


def find_style_problems(site: Site, path: str, style: str) -> Iterator[Problem]:
    """Yield what is wrong with the addresses in a style sheet; pictures written into it are fine."""
    for groups in dict.fromkeys(_STYLE_URL.findall(_COMMENT.sub("", style))):
        address = "".join(groups)
        if address.startswith(("data:image/", "#")):
            continue
        target = site.resolve(path, address)
        if target.whither is Whither.ELSEWHERE:
            yield Problem(path, "other-host", _describe("url()", address, target))
        elif target.whither is not Whither.HERE:
            yield Problem(path, "asset-broken", _describe("url()", address, target))


def _check_link(site: Site, pages: Mapping[str, Page], page: Page, link: Link) -> Iterator[Problem]:
    """Check one address of a page: that it is one, that it leads somewhere, and that it may lead there."""
    where, target = f"<{link.tag} {link.attribute}>", site.resolve(page.path, link.address)
    # The site's own address may hold such words: only what is beneath it is ours.
    if _EMPTY_VALUE.search(link.address.removeprefix(site.root)):
        yield Problem(page.path, "leftover-value", f'{where}: an empty value in "{link.address}"')
    if link.address.strip() in ("", "#"):
        yield Problem(page.path, "link-empty", f'{where}: "{link.address}" leads nowhere')
    elif code := _target_code(link, target):
        yield Problem(page.path, code, _describe(where, link.address, target))
    else:
        yield from _check_fragment(pages, page, where, target)
        yield from _check_not_found_link(site, page, where, link, target)


def _target_code(link: Link, target: Target) -> str | None:
    """Return the code of what is wrong with where a link leads, or None where nothing is."""
    match target.whither:
        case Whither.UNSAFE:
            return "unsafe-scheme"
        case Whither.MISSING | Whither.ABOVE:
            return broken_code(link)
        case Whither.ELSEWHERE if not may_leave(link):
            return "other-host"
        case _:
            return None


def _check_not_found_link(site: Site, page: Page, where: str, link: Link, target: Target) -> Iterator[Problem]:
    """Check that the page for what is missing, which hosts show at any address, has no link relative to that."""
    if page.path != NOT_FOUND or target.whither is Whither.ELSEWHERE:
        return
    if link.address.startswith(("/", "#", site.root or "/")):
        return
    yield Problem(page.path, "link-relative", f'{where}: "{link.address}" depends on where the page is shown')


def _check_fragment(pages: Mapping[str, Page], page: Page, where: str, target: Target) -> Iterator[Problem]:
    """Check that the place in a page exists; other files name their places as they like."""
    fragment, target_page = target.fragment, pages.get(target.file)
    # Behind the second sign stand words that a browser looks for, and no name.
    if not fragment or fragment.startswith(":~:") or target_page is None:
        return
    if target_page.anchors.isdisjoint({fragment, unquote(fragment)}):
        shown = f"{page_url(target.file)}#{unquote(fragment)}"
        yield Problem(page.path, "fragment-missing", f'{where}: there is no place "{shown}"')


def _check_canonical(site: Site, page: Page) -> Iterator[Problem]:
    """Check that a page says its own address, once: search engines list it under the one that it says.

    Pages for what is missing, and those that only send readers on, have none.
    """
    if page.is_redirect or page.path == NOT_FOUND:
        return
    addresses = [link.address for link in page.links if "canonical" in link.rel]
    if not addresses:
        yield Problem(page.path, "canonical-missing", "no link says what its address is")
    elif addresses != [site.root + page_address(page.path)]:
        yield Problem(page.path, "canonical-wrong", f'its address is not "{addresses[-1]}"')


def _check_refresh(site: Site, pages: Mapping[str, Page], page: Page, address: str) -> Iterator[Problem]:
    """Check that a page sends its readers on to another place of the site."""
    target = site.resolve(page.path, address)
    match target.whither:
        case Whither.HERE:
            yield from _check_fragment(pages, page, "refresh", target)
        case Whither.MISSING | Whither.ABOVE:
            yield Problem(page.path, "link-broken", _describe("refresh", address, target))
        case _:
            yield Problem(page.path, "refresh-elsewhere", _describe("refresh", address, target))


def _describe(where: str, address: str, target: Target) -> str:
    text = f'{where}: "{address[:120]}" leads to {target.whither.value}'
    if not target.note:
        return text
    return f"{text} ({target.note})"
