"""Addresses of records that were given up: where each leads now, or that nothing took its place."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import Redirect
from briefing.routes import (
    ARTICLES,
    CLAIMS,
    PUBLISHERS,
    PagePath,
    article_json,
    article_page,
    entity_json,
    list_page,
    publisher_json,
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
            yield from _record_addresses(f"{place}/{old}", pages.get(place, next(iter(pages.values()))), files)
    yield from _data_addresses(context, folder, old, target, files)


def _record_addresses(old: str, page: PagePath | None, files: Container[str]) -> Iterator[OldAddress]:
    """Yield what a record had in its folder ``old`` and others may link to: its page, the page's text, all its claims.

    Citations, images and previews are no address of their own: they are asked for where the page is.
    """
    if page is None:
        yield from _both_spellings(old, None)
        return
    yield from _both_spellings(old, page)
    yield OldAddress(f"{old}/index.md", page)
    # Whatever had so many claims that they filled pages of their own has given them to what took its place.
    claims = list_page(f"{url(page)}{CLAIMS}")
    if claims in files:
        yield from _both_spellings(f"{old}/{CLAIMS}", claims)


def _both_spellings(old: str, page: PagePath | None) -> Iterator[OldAddress]:
    """Yield the address of a page without and with its last slash, which hosts may or may not take for one."""
    new = None if page is None else url(page)
    yield OldAddress(old, new)
    yield OldAddress(f"{old}/", new)


def _data_addresses(
    context: Context, folder: str, old: str, target: str | None, files: Container[str]
) -> Iterator[OldAddress]:
    """Yield the files that a record had for programs, which lie in no folder of its kind.

    A record that moved to another kind has kept them; and not every subject has plans for a calendar.
    """
    for address, new in _data_files(context, folder, old, target):
        if address not in files and (new is None or new in files):
            yield OldAddress(address, new)


def _data_files(context: Context, folder: str, old: str, target: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield each file that a record may have had which lived in ``folder``, and the one that ``target`` has."""
    for file_of in _files_by_folder(context, folder):
        new = None
        if target is not None:
            new = file_of(target)
        yield file_of(old), new


def _files_by_folder(context: Context, folder: str) -> Iterator[Callable[[str], str]]:
    """Yield what makes the addresses of such files of an id; records of any sort may have lived in no known folder."""
    if not folder or folder in _kind_folders(context):
        yield lambda name: entity_json(SubjectId(name))
        yield lambda name: subject_calendar_file(SubjectId(name))
    if not folder or folder == ARTICLES:
        yield lambda name: article_json(ArticleId(name))
    if not folder or folder == PUBLISHERS:
        yield lambda name: publisher_json(PublisherId(name))


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
