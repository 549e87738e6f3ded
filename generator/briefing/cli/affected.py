"""The command ``briefing affected``: the pages that an edit changes, before anything is built."""

from collections.abc import Collection, Iterable
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import as_of_option, data_option, path_within
from briefing.cli.states import BrokenData, Sources, link_state
from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree
from briefing.edges.history import read_revision
from briefing.pipeline import changed_pages, prepare


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@data_option
@as_of_option
@click.option("--since", default="HEAD", help="the revision to compare with")
def affected(files: tuple[Path, ...], data: Path, as_of: str | None, since: str) -> int:
    """List the pages that the changes of FILES since a revision touch."""
    paths = [path_within(data, path) for path in files]
    now = read_tree(data)[0]
    before = read_revision(data, since)
    # A file that was removed since changes pages, too.
    all_paths = now.keys() | before.keys()
    for path in paths:
        if path not in all_paths:
            raise click.UsageError(f"{data}/{path} is no data file, neither now nor at {since}")
    changed = _changed_paths(paths, before, now)
    if not changed:
        click.echo(f"unchanged since {since}: edit first, or name an older revision with --since", err=True)
        return 0
    try:
        pages = changed_pages(*_link_two_states(before, now, changed, as_of))
    except BrokenData:
        return EXIT_FINDINGS
    for path in sorted({*pages.added, *pages.changed, *pages.removed}):
        click.echo(_address(path))
    return 0


def _changed_paths(paths: Iterable[str], before: Sources, now: Sources) -> list[str]:
    """Return those of the files that are other than before, new or gone."""
    return [path for path in paths if now.get(path) != before.get(path)]


def _address(page_path: str) -> str:
    """Return the address of a page within the site: the home page is its root."""
    return page_path.removesuffix("index.md") or "/"


def _link_two_states(
    before: Sources, now: Sources, changed: Collection[str], as_of: str | None
) -> tuple[Dataset, Dataset]:
    """Return two states that differ in the changed files alone; raise BrokenData where there are none without errors.

    All else is as it is now; where the old files do not fit to that, all else is as it was; and where neither
    is without errors, the states differ in all that has changed.
    """
    pairs = ((_with_files(now, before, changed), now), (before, _with_files(before, now, changed)))
    for old_sources, new_sources in pairs:
        old = prepare(old_sources, as_of).dataset
        new = prepare(new_sources, as_of).dataset
        # One that has errors has no pages to compare.
        if old and new:
            return old, new
    # Both are linked before anything is said: their own errors come first.
    old = link_state(before, "before", as_of)
    new = link_state(now, "now", as_of)
    click.echo("without the other changed files these leave errors, so the pages of all changes follow", err=True)
    return old, new


def _with_files(sources: Sources, origin: Sources, paths: Collection[str]) -> Sources:
    """Return ``sources`` with the files of these paths as they are in ``origin``, or gone where they are not there."""
    merged = dict(sources)
    for path in paths:
        merged.pop(path, None)
        if path in origin:
            merged[path] = origin[path]
    return merged
