"""Addresses of records that were given up: where each leads now, or that nothing took its place."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import Redirect
from briefing.routes import (
    ARTICLES,
    PUBLISHERS,
    PagePath,
    article_page,
    entity_json,
    publisher_page,
    subject_calendar_file,
    url,
)
from briefing.views.base.context import Context


@dataclass(frozen=True, slots=True)
class OldAddress:
    """An address that nobody answers any more; both are relative to the site's root.

    ``new`` is None where nothing took its place, and a page's url or a file's path else.
    """

    old: str
    new: str | None


def view_old_addresses(context: Context, files: Container[str]) -> tuple[OldAddress, ...]:
    """Return the addresses of all retired ids; ``files`` are the paths of the site's files.

    An id that was retired without its folder gives up its address in every folder where it may have lived.
    """
    addresses: dict[str, OldAddress] = {}
    for redirect in context.data.redirects:
        for address in _addresses_of(context, redirect, files):
            addresses.setdefault(address.old, address)
    return tuple(addresses.values())


def _addresses_of(context: Context, redirect: Redirect, files: Container[str]) -> Iterator[OldAddress]:
    folder, _, old = redirect.old.rpartition("/")
    target = _last_target(context.data, redirect)
    pages = _pages_by_folder(context, target)
    for place in [folder] if folder else pages:
        # A publisher may bear the id that a subject gave up.
        if f"{place}/{old}/index.md" not in files:
            yield from _page_addresses(place, old, pages.get(place, next(iter(pages.values()))))
    if not folder or folder in _kind_folders(context):
        yield from _data_addresses(old, target, files)


def _page_addresses(folder: str, old: str, page: PagePath | None) -> Iterator[OldAddress]:
    new = None if page is None else url(page)
    # Hosts differ in whether they take the two spellings for one.
    yield OldAddress(f"{folder}/{old}", new)
    yield OldAddress(f"{folder}/{old}/", new)
    if page is not None:
        yield OldAddress(f"{folder}/{old}/index.md", page)


def _data_addresses(old: str, target: str | None, files: Container[str]) -> Iterator[OldAddress]:
    """Yield the files that a subject had for programs, which lie in no folder of its kind.

    A record that moved to another kind has kept them; and not every subject has plans for a calendar.
    """
    for file_of in (entity_json, subject_calendar_file):
        address = file_of(SubjectId(old))
        new = None if target is None else file_of(SubjectId(target))
        if address not in files and (new is None or new in files):
            yield OldAddress(address, new)


def _last_target(data: Dataset, redirect: Redirect) -> str | None:
    """Follow retired ids to the one that lives; None where the last of them is gone."""
    lines = {line.old: line for line in data.redirects}
    # Circles are errors of the data, which are found before.
    while redirect.to is not None and redirect.to in lines and not _lives(data, redirect.to):
        redirect = lines[redirect.to]
    return redirect.to


def _lives(data: Dataset, target: str) -> bool:
    return target in data.subjects or target in data.articles or target in data.publishers


def _pages_by_folder(context: Context, target: str | None) -> dict[str, PagePath | None]:
    """Return where an address in each folder leads now: publishers and subjects may bear one id.

    Folders of other records than ``target`` are not among them, unless nothing took the place of what was there.
    """
    kinds = _kind_folders(context)
    if target is None:
        return dict.fromkeys((*kinds, ARTICLES, PUBLISHERS))
    pages: dict[str, PagePath | None] = {}
    if target in context.data.subjects:
        pages.update(dict.fromkeys(kinds, context.page(SubjectId(target))))
    if target in context.data.articles:
        pages[ARTICLES] = article_page(ArticleId(target))
    if target in context.data.publishers:
        pages[PUBLISHERS] = publisher_page(PublisherId(target))
    return pages


def _kind_folders(context: Context) -> list[str]:
    return [kind.folder for kind in context.data.registry.kinds.values()]
