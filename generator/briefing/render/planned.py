"""The files of a site as mappings whose values are rendered when they are asked for, and then kept.

A preview shows few of the pages of one state of the data; those of all others are never rendered.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from briefing.render.environment import PAGES, TWINS, Target
from briefing.render.pages import render_page
from briefing.views.base.context import Context
from briefing.views.site import Page, PlannedPage, plan_site


class PlannedTexts(Mapping[str, str]):
    """Texts by page path, for one target."""

    def __init__(self, pages: "PlannedViews", target: Target, language: str) -> None:
        self._pages = pages
        self._target = target
        self._language = language
        self._texts: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = render_page(self._pages.view(path), self._target, self._language)
        return self._texts[path]

    def __contains__(self, path: object) -> bool:
        return path in self._pages

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


class PlannedViews:
    """The views of pages, the last of which is kept: whoever renders all makes the twin next to the page."""

    def __init__(self, pages: Mapping[str, PlannedPage]) -> None:
        self._pages = pages
        self._last: tuple[str, Page] | None = None

    def view(self, path: str) -> Page:
        """Return the view of the page at a path."""
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


class PlannedSources(Mapping[str, str]):
    """What the text of each page is made from, by its path: as long as this is the same, so is the page, and its twin.

    A view is a tree of frozen values, each of which prints all that it holds; ``tests/unit/render`` sees to that.
    """

    def __init__(self, pages: PlannedViews, language: str) -> None:
        self._pages = pages
        self._language = language

    def __getitem__(self, path: str) -> str:
        return f"{self._language} {self._pages.view(path)!r}"

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


def plan_texts(context: Context) -> tuple[PlannedTexts, PlannedTexts, PlannedSources]:
    """Return the pages, their twins, and what both are made from."""
    pages = PlannedViews({page.head.page: page for page in plan_site(context)})
    language = context.data.briefing.language
    texts, twins = PlannedTexts(pages, PAGES, language), PlannedTexts(pages, TWINS, language)
    return texts, twins, PlannedSources(pages, language)
