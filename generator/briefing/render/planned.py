"""The files of a site as mappings whose values are rendered when they are asked for, and then kept.

A preview shows few of the pages of one state of the data; those of all others are never rendered.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from briefing.render.environment import PAGES, TWINS, Target
from briefing.render.pages import render_page
from briefing.views.base.context import Context
from briefing.views.site import Page, PlannedPage, plan_site


class PlannedViews(Mapping[str, Page]):
    """The views of pages, the last of which is kept: whoever renders all makes the twin next to the page."""

    def __init__(self, pages: Mapping[str, PlannedPage]) -> None:
        self._pages = pages
        self._last: tuple[str, Page] | None = None

    def __getitem__(self, path: str) -> Page:
        # Requests come from several threads: what is returned is what this one has looked at.
        last = self._last
        if last is None or last[0] != path:
            last = self._last = path, self._pages[path].view()
        return last[1]

    def __contains__(self, path: object) -> bool:
        return path in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


class _FromViews(Mapping[str, str]):
    """A text for each page, made from its view; the paths are known without making one."""

    def __init__(self, views: PlannedViews, language: str) -> None:
        self._views = views
        self._language = language

    def __contains__(self, path: object) -> bool:
        return path in self._views

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)


class PlannedTexts(_FromViews):
    """Texts by page path, for one target."""

    def __init__(self, views: PlannedViews, target: Target, language: str) -> None:
        super().__init__(views, language)
        self._target = target
        self._texts: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = render_page(self._views[path], self._target, self._language)
        return self._texts[path]


class PlannedSources(_FromViews):
    """What the text of each page is made from, by its path: as long as this is the same, so is the page, and its twin.

    A view is a tree of frozen values, each of which prints all that it holds; ``tests/unit/render/test_planned.py``
    sees to that.
    """

    def __getitem__(self, path: str) -> str:
        return f"{self._language} {self._views[path]!r}"


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


def plan_texts(context: Context) -> tuple[PlannedTexts, PlannedTexts, PlannedSources]:
    """Return the pages, their twins, and what both are made from."""
    views = PlannedViews({page.head.page: page for page in plan_site(context)})
    language = context.data.briefing.language
    texts, twins = PlannedTexts(views, PAGES, language), PlannedTexts(views, TWINS, language)
    return texts, twins, PlannedSources(views, language)
