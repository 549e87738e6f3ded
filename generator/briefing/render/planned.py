"""The files of a site as mappings whose values are rendered when they are asked for, and then kept.

A preview shows few of the pages of one state of the data; those of all others are never rendered.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from briefing.render.environment import PAGES, TWINS, Target
from briefing.render.pages import render_page
from briefing.views.base.context import Context
from briefing.views.site import PlannedPage, plan_site


class PlannedTexts(Mapping[str, str]):
    """Texts by page path, for one target."""

    def __init__(self, pages: Mapping[str, PlannedPage], target: Target, language: str) -> None:
        self._pages = pages
        self._target = target
        self._language = language
        self._texts: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = render_page(self._pages[path].view(), self._target, self._language)
        return self._texts[path]

    def __contains__(self, path: object) -> bool:
        return path in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


class PlannedFiles(Mapping[str, bytes]):
    """Twins one by one, and all other files together once one of them is wanted."""

    def __init__(self, twins: Mapping[str, str], render_others: Callable[[], Mapping[str, bytes]]) -> None:
        self._twins = twins
        self._render_others = render_others

    @cached_property
    def _others(self) -> Mapping[str, bytes]:
        return self._render_others()

    def __getitem__(self, path: str) -> bytes:
        if path in self._twins:
            return self._twins[path].encode()
        return self._others[path]

    def __iter__(self) -> Iterator[str]:
        yield from self._twins
        yield from self._others

    def __len__(self) -> int:
        return len(self._twins) + len(self._others)


def plan_texts(context: Context) -> tuple[PlannedTexts, PlannedTexts]:
    """Return the pages and their twins."""
    pages: dict[str, PlannedPage] = {page.head.page: page for page in plan_site(context)}
    language = context.data.briefing.language
    return PlannedTexts(pages, PAGES, language), PlannedTexts(pages, TWINS, language)
