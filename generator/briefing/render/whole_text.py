"""``llms-full.txt``: the twins of the pages one after the other, for programs that read a site in one go."""

import re
from collections.abc import Container, Iterator, Mapping
from urllib.parse import urljoin

from briefing.routes import OUTLINE, WHOLE_TEXT, PagePath, site_url
from briefing.views.base.context import Context

MOST_BYTES = 2_000_000
"""More is no reader's to take in at once; what has no room is named at the end."""
_LINK = re.compile(r"\]\((?![a-z]+:)([^()\s]+)\)")


def render_whole_text(context: Context, twins: Mapping[str, str], docs: Container[str]) -> dict[str, bytes]:
    """Return the file by its path, nothing where somebody has written it in the docs folder, ``docs``.

    ``twins`` are the texts of all pages by path, in the order of the site.
    """
    if WHOLE_TEXT in docs:
        return {}
    return {WHOLE_TEXT: whole_text(context, twins).encode()}


def whole_text(context: Context, twins: Mapping[str, str], most_bytes: int = MOST_BYTES) -> str:
    """Return the texts one after the other, each behind its address, its links leading there from anywhere.

    Whole pages only: from the first that would make the text longer than ``most_bytes`` on, all others are left out.
    """
    root = context.data.briefing.url
    parts = [context.labels.say("whole-text-note", briefing=context.data.briefing.name.en)]
    size = 0
    for part in _pages(root, twins):
        size += len(part.encode())
        if size > most_bytes:
            break
        parts.append(part)
    left_out = len(twins) - len(parts) + 1
    if left_out:
        outline = urljoin(f"{root.rstrip('/')}/", OUTLINE)
        parts.append(context.labels.say("whole-text-rest", n=left_out, outline=outline))
    return "\n\n---\n\n".join(parts) + "\n"


def _pages(root: str, twins: Mapping[str, str]) -> Iterator[str]:
    """Yield the text of each page behind its address; pages that have no room are never made."""
    for path in twins:
        address = site_url(root, PagePath(path))
        yield f"<{address}>\n\n{_with_whole_links(twins[path], address).strip()}"


def _with_whole_links(text: str, address: str) -> str:
    return _LINK.sub(lambda link: f"]({urljoin(address, link[1])})", text)
