"""The head and the pager of every page of a long list, so that all lists split, number and name pages alike."""

from dataclasses import dataclass
from typing import Generic

from briefing.routes import list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.paging import Row
from briefing.views.base.tokens import PageLink


@dataclass(frozen=True, slots=True)
class PagedList(Generic[Row]):
    """A list whose rows are split into pages, which are numbered from 1."""

    context: Context
    title: str
    description: str
    folder: str
    pages: tuple[tuple[Row, ...], ...]
    kind: str = ""
    """The kind of subject that the list is of, if any."""

    def head(self, number: int) -> Head:
        """Return the head of a page."""
        return list_head(self.context, self.title, self.description, self.folder, number, self.kind)

    def pager(self, number: int) -> Pager:
        """Return the links from a page to the others."""
        row_count = sum(len(page) for page in self.pages)
        return pager_of(self.folder, number, row_count, len(self.pages))

    def rows(self, number: int) -> tuple[Row, ...]:
        """Return the rows of a page."""
        return self.pages[number - 1]

    @property
    def numbers(self) -> range:
        """The numbers of all pages."""
        return range(1, self.last + 1)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return len(self.pages)


def pager_of(folder: str, number: int, rows: int, count: int) -> Pager:
    """Return the links between the ``count`` pages of a list, none for a single page.

    Args:
        folder: the folder of the list.
        number: the page on which the links stand.
        rows: how many rows the whole list has.
        count: how many pages it has.
    """
    # A list that fits on one page needs no links, yet says how many rows it has.
    if count == 1:
        return Pager(number, (), rows)
    numbers = range(1, count + 1)
    return Pager(number, tuple(PageLink(str(page), list_page(folder, page)) for page in numbers), rows)


def list_head(context: Context, title: str, description: str, folder: str, number: int, kind: str = "") -> Head:
    """Return the head of one page of a list; every page but the first says its number and leads up to the first."""
    page = list_page(folder, number)
    if number == 1:
        return Head(page, title, title, f"{title}: {description}", (), kind)
    numbered = context.labels.say("page-of-list", title=title, number=number)
    up = (PageLink(title, list_page(folder)),)
    return Head(page, numbered, numbered, f"{numbered}: {description}", up, kind)


def list_heads(context: Context, title: str, description: str, folder: str, count: int) -> tuple[Head, ...]:
    """Return the heads of all pages of a list, which can be had before any of its rows is worked out."""
    numbers = range(1, count + 1)
    return tuple(list_head(context, title, description, folder, number) for number in numbers)
