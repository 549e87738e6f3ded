"""The navigation of a site: that of mkdocs.yml, fitted to what this briefing has.

Subjects are never in it: an engine renders the whole navigation once per page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

NavItem: TypeAlias = "str | dict[str, NavItem] | list[NavItem]"


def fit_navigation(nav: Sequence[NavItem], exists: Callable[[str], bool], hubs: Sequence[str]) -> list[NavItem]:
    """Return ``nav`` without entries whose page does not exist, and with the hubs of kinds that it lacks.

    Those follow the last hub that ``nav`` names, under the titles of their pages. Hubs are the pages of kinds.
    """
    fitted = _fit_list(nav, exists)
    named = set(_paths_in(fitted))
    missing: list[NavItem] = [page for page in hubs if exists(page) and page not in named]
    end = _last_hub(fitted, frozenset(hubs)) + 1
    return [*fitted[:end], *missing, *fitted[end:]]


def _last_hub(nav: Sequence[NavItem], hubs: frozenset[str]) -> int:
    """Return the position of the last item with a hub in it, or of the first one where there is none."""
    last = 0
    for position, item in enumerate(nav):
        if not hubs.isdisjoint(_paths_in(item)):
            last = position
    return last


def _fit_list(items: Iterable[NavItem], exists: Callable[[str], bool]) -> list[NavItem]:
    fitted = (_fit(item, exists) for item in items)
    return [item for item in fitted if item]


def _fit(item: NavItem, exists: Callable[[str], bool]) -> "NavItem | None":
    """Return an item without what does not exist, or nothing where none of it does."""
    match item:
        case str():
            return _fit_path(item, exists)
        case list():
            return _fit_list(item, exists)
        case dict():
            fitted = {label: _fit(inner, exists) for label, inner in item.items()}
            return {label: inner for label, inner in fitted.items() if inner}


def _fit_path(path: str, exists: Callable[[str], bool]) -> str | None:
    # An address of another site cannot be looked up, and stays.
    if exists(path) or "://" in path:
        return path
    return None


def _paths_in(item: "NavItem | Sequence[NavItem]") -> Iterator[str]:
    """Yield the pages that an item names, in the order of the navigation."""
    if isinstance(item, str):
        yield item
        return
    # Of an entry with a label, the label is no page.
    inner_items = item.values() if isinstance(item, dict) else item
    for inner in inner_items:
        yield from _paths_in(inner)
