"""Parts of the frame that are equal on many pages, rendered once for all of them.

The navigation of a page that is no part of it differs from that of the next one by its links alone, which are
relative: it is the same where they come out the same.
"""

import re
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin
from weakref import WeakKeyDictionary

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from briefing.engine.page_keys import is_ours_alone

_LINK = re.compile(r'(?:href|src)="([^"]*)"')
_SITE = "https://site.invalid/"
_REMEMBERED = 64

# How deep a page lies, and the number of folders that it shares with each of the places that a part leads to.
_Place = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it was rendered for one page, and the urls that it leads to or asks about."""

    place: _Place
    targets: tuple[str, ...]
    html: str


class FrameParts:
    """What is known of the frames of each navigation, for as long as that is in use."""

    def __init__(self) -> None:
        self._parts: WeakKeyDictionary[Navigation, dict[tuple[str, str], _Part]] = WeakKeyDictionary()

    def part(self, name: str, page: object, nav: Navigation, render: Callable[[], str]) -> str:
        """Return the part ``name`` of the frame of a page, which ``render`` renders where it is not known.

        What is no page, such as that for what is missing, has parts of its own.
        """
        if not isinstance(page, Page) or _is_in(nav, page):
            return render()
        parts = self._parts.setdefault(nav, {})
        # Its first folder says most of where a page lies; where it does not say all, the part is rendered anew.
        key = name, page.url.split("/")[0]
        known = parts.get(key)
        if known is not None and _place(page.url, known.targets) == known.place:
            return known.html
        html = str(render())
        targets = tuple(sorted({*_targets(page.url, html), *(item.url for item in nav.pages)}))
        if len(parts) >= _REMEMBERED:
            parts.clear()
        parts[key] = _Part(_place(page.url, targets), targets, html)
        return html


def share_frame_parts(variables: MutableMapping[str, Any], config: MkDocsConfig) -> None:
    """Let templates, by their variables, share parts of the frame where none but ours and Material's has a say."""
    if is_ours_alone(config):
        variables.setdefault("frame_part", FrameParts().part)
    else:
        variables.pop("frame_part", None)


def _is_in(nav: Navigation, page: Page) -> bool:
    return page.parent is not None or any(item is page for item in nav.pages)


def _targets(url: str, html: str) -> Iterable[str]:
    """Return the urls of the site that a part of the page at ``url`` leads to."""
    here = f"{_SITE}{url}"
    for link in _LINK.findall(html):
        target = urljoin(here, link)
        if target.startswith(_SITE):
            yield target.removeprefix(_SITE)


def _place(url: str, targets: Iterable[str]) -> _Place:
    folders = url.split("/")
    return len(folders), tuple(_shared(folders, target) for target in targets)


def _shared(folders: list[str], target: str) -> int:
    """Return how many folders a target has in common with a page, from the first one on."""
    number = 0
    for folder, step in zip(folders, target.split("/"), strict=False):
        if folder != step:
            break
        number += 1
    return number
