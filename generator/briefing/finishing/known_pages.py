"""The pages of a built site, of which only those are read that are new: of all others it is known what they say."""

from collections.abc import Mapping
from hashlib import sha256

from briefing.finishing.page import Page, built_pages, read_page
from briefing.finishing.page_facts import decode_page, encode_page


def read_new_pages(files: Mapping[str, bytes], known: Mapping[str, str]) -> tuple[dict[str, Page], dict[str, str]]:
    """Return the pages of a site by path, as ``read_built_pages`` does, and what is now known of them.

    ``known`` is what an earlier call with the same program gave second: a line for each page by the digest of its
    bytes. A line that tells of no page is read anew.
    """
    pages: dict[str, Page] = {}
    lines: dict[str, str] = {}
    for path in built_pages(files):
        name = sha256(files[path]).hexdigest()
        line = known.get(name, "")
        page = decode_page(path, line)
        if page is None:
            page = read_page(path, files[path].decode(errors="replace"))
            line = encode_page(page)
        pages[path] = page
        lines[name] = line
    return pages, lines
