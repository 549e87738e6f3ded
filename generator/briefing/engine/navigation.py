"""The hubs of a site: the navigation of mkdocs.yml in, the part of it that this briefing has out.

Subjects are never in it: an engine renders the whole navigation once per page.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

NavItem: TypeAlias = "str | dict[str, NavItem] | list[NavItem]"


def fit_navigation(nav: Sequence[NavItem], exists: Callable[[str], bool], hubs: Sequence[str]) -> list[NavItem]:
    """Return ``nav`` without entries whose page does not exist, and with the hubs of kinds that it lacks.

    Those follow the last hub that ``nav`` names, under the titles of their pages.
    """
    fitted = [item for item in (_fit(item, exists) for item in nav) if item]
    named = set(_paths(fitted))
    new: list[NavItem] = [page for page in hubs if exists(page) and page not in named]
    last_hub = max((place for place, item in enumerate(fitted) if set(hubs).intersection(_paths(item))), default=0)
    return [*fitted[: last_hub + 1], *new, *fitted[last_hub + 1 :]]


def _fit(item: NavItem, exists: Callable[[str], bool]) -> "NavItem | None":
    if isinstance(item, str):
        return item if exists(item) or "://" in item else None
    if isinstance(item, list):
        return [fitted for fitted in (_fit(each, exists) for each in item) if fitted] or None
    fitted_values = {label: _fit(value, exists) for label, value in item.items()}
    return {label: value for label, value in fitted_values.items() if value} or None


def _paths(item: "NavItem | Sequence[NavItem]") -> list[str]:
    if isinstance(item, str):
        return [item]
    inner = item.values() if isinstance(item, dict) else item
    return [path for each in inner for path in _paths(each)]
