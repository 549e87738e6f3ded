"""Pages and style sheets in, every address of theirs that leads nowhere, away or into danger out."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from briefing.finishing.addresses import NOT_FOUND, Site, Target, Whither, page_address, page_url
from briefing.finishing.document import words
from briefing.finishing.page import Link, Page
from briefing.finishing.problem import Problem

_LOADING = words(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload preconnect prefetch preload prerender"
    " stylesheet"
)
_FOLLOWED = words("a area blockquote q del ins")
_EMBEDDED = words("embed iframe img object script")
_WHOLE = re.compile(r"(?i)\s*https?://[a-z0-9]")
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
            yield from _check_refresh(site, pages, page)


def find_style_problems(site: Site, path: str, style: str) -> Iterator[Problem]:
    """Yield what is wrong with the addresses in a style sheet; pictures written into it are fine."""
    for groups in dict.fromkeys(_STYLE_URL.findall(_COMMENT.sub("", style))):
        address = "".join(groups)
        if address.startswith(("data:image/", "#")):
            continue
        target = site.resolve(path, address)
        if target.whither is not Whither.HERE:
            code = "other-host" if target.whither is Whither.ELSEWHERE else "asset-broken"
            yield Problem(path, code, _say("url()", address, target))


def followed(site: Site, page: Page) -> Iterator[str]:
    """Yield the files of the site that a reader reaches from a page with one click."""
    for link in page.links:
        if link.tag in ("a", "area"):
            target = site.resolve(page.path, link.address)
            if target.whither is Whither.HERE:
                yield target.file
    if page.refresh is not None:
        yield site.resolve(page.path, page.refresh).file


def loads(page: Page) -> Iterator[str]:
    """Yield the addresses that a browser asks for by itself to show a page."""
    for link in page.links:
        unasked = _LOADING & set(link.rel) if link.tag == "link" else link.tag in _EMBEDDED
        if unasked and not link.attribute.endswith("srcset"):
            yield link.address


def _check_link(site: Site, pages: Mapping[str, Page], page: Page, link: Link) -> Iterator[Problem]:
    where, target = f"<{link.tag} {link.attribute}>", site.resolve(page.path, link.address)
    # The site's own address may hold such words: only what is beneath it is ours.
    if _EMPTY_VALUE.search(link.address.removeprefix(site.root)):
        yield Problem(page.path, "leftover-value", f'{where}: an empty value in "{link.address}"')
    if not link.address.strip() or link.address.strip() == "#":
        yield Problem(page.path, "link-empty", f'{where}: "{link.address}" leads nowhere')
    elif target.whither is Whither.UNSAFE:
        yield Problem(page.path, "unsafe-scheme", _say(where, link.address, target))
    elif target.whither is Whither.ELSEWHERE:
        if not _may_leave(link):
            yield Problem(page.path, "other-host", _say(where, link.address, target))
    elif target.whither in (Whither.MISSING, Whither.ABOVE):
        yield Problem(page.path, _broken_code(link), _say(where, link.address, target))
    else:
        yield from _check_fragment(pages, page, where, target)
        if page.path == NOT_FOUND and not link.address.startswith(("/", "#", site.root or "/")):
            yield Problem(page.path, "link-relative", f'{where}: "{link.address}" depends on where the page is shown')


def _may_leave(link: Link) -> bool:
    """Return whether an address may name another host: that of a plain link, which nobody asks unasked."""
    if link.attribute == "ping" or "canonical" in link.rel or "alternate" in link.rel:
        return False
    return link.tag in _FOLLOWED or (link.tag == "link" and not _LOADING & set(link.rel))


def _broken_code(link: Link) -> str:
    if link.tag in _FOLLOWED:
        # Our own links are relative; a whole address in a page is a source's, which may lie on this very host.
        return "address-broken" if _WHOLE.match(link.address) else "link-broken"
    for rel in ("canonical", "alternate"):
        if rel in link.rel:
            return f"{rel}-broken"
    return "asset-broken"


def _check_fragment(pages: Mapping[str, Page], page: Page, where: str, target: Target) -> Iterator[Problem]:
    """Check that the place in a page exists; other files name their places as they like."""
    fragment, there = target.fragment, pages.get(target.file)
    if not fragment or fragment.startswith(":~:") or there is None:
        return
    if not {fragment, unquote(fragment)} & there.anchors:
        shown = f"{page_url(target.file)}#{unquote(fragment)}"
        yield Problem(page.path, "fragment-missing", f'{where}: there is no place "{shown}"')


def _check_canonical(site: Site, page: Page) -> Iterator[Problem]:
    named = [link.address for link in page.links if "canonical" in link.rel]
    if page.is_redirect or page.path == NOT_FOUND:
        return
    if not named:
        yield Problem(page.path, "canonical-missing", "no link says what its address is")
    elif named != [site.root + page_address(page.path)]:
        yield Problem(page.path, "canonical-wrong", f'its address is not "{named[-1]}"')


def _check_refresh(site: Site, pages: Mapping[str, Page], page: Page) -> Iterator[Problem]:
    address = page.refresh or ""
    target = site.resolve(page.path, address)
    if target.whither is Whither.HERE:
        yield from _check_fragment(pages, page, "refresh", target)
    else:
        code = "link-broken" if target.whither in (Whither.MISSING, Whither.ABOVE) else "refresh-elsewhere"
        yield Problem(page.path, code, _say("refresh", address, target))


def _say(where: str, address: str, target: Target) -> str:
    note = f" ({target.note})" if target.note else ""
    return f'{where}: "{address[:120]}" leads to {target.whither.value}{note}'
