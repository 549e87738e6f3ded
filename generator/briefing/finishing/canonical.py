"""The address that a page says it has: search engines list it under that one."""

from collections.abc import Iterator

from briefing.finishing.addresses import NOT_FOUND, Site, page_address
from briefing.finishing.embeds import is_embed
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem


def canonical_addresses(page: Page) -> list[str]:
    """Return the addresses that a page says are its own; it should say one."""
    addresses: list[str] = []
    for link in page.links:
        if "canonical" in link.rel:
            addresses.append(link.address)
    return addresses


def find_canonical_problems(site: Site, page: Page) -> Iterator[Problem]:
    """Check that a page says its own address, once.

    Pages for what is missing, and those that only send readers on, have none. A card that others frame names the fact.
    """
    if page.is_redirect or page.path == NOT_FOUND or is_embed(page.path):
        return
    own_address = site.root + page_address(page.path)
    addresses = canonical_addresses(page)
    if not addresses:
        yield Problem(page.path, "canonical-missing", "no link says what its address is")
    elif addresses != [own_address]:
        yield Problem(page.path, "canonical-wrong", f'its address is not "{addresses[-1]}"')
