"""The commits that changed the data of a folder, oldest first, and the data as each of them left them."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path

from briefing.edges.disk import READ_MAX
from briefing.edges.history import folder_to_ask_in, path_now, read_objects
from briefing.edges.repository import HistoryMissing, ask, find_commit
from briefing.pipeline import PastState

_LOG = (
    "log", "--raw", "-z", "--format=tformat:commit %H %ct", "--reverse", "--first-parent",
    "--diff-merges=first-parent", "--root", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff",
    "--no-color", "--no-notes", "--no-show-signature", "--no-follow", "--encoding=UTF-8",
)  # fmt: skip
"""Whatever a machine's settings say, the listing has one form."""
_AT_ONCE = 500
"""Files that git is asked for in one go: the more at once, the less often it starts."""
_LAST_MOMENT = 253_402_300_799
"""The last second of the year 9999."""
_TOO_LARGE = b"\0"
"""What stands for a file that no build would take: it is as broken as the file itself."""


@dataclass(frozen=True, slots=True)
class DataRevision:
    """A commit that changed data: the day on which it was committed, in UTC, and its changed files by path.

    Paths lie within the data folder. A file's value is the name of its new object, or None where the commit took the
    file away.
    """

    commit: str
    day: date
    changed: Mapping[str, str | None]


def read_data_log(folder: Path) -> list[DataRevision]:
    """Return the commits that changed the data files of ``folder``, oldest first, as its own branch saw them.

    A merge counts as one commit, and what lay elsewhere before the folder was moved is no part of it. Raises
    HistoryMissing also where the history was cut off, since its first commit would seem to have brought all data, and
    RevisionUnknown where nothing is committed yet.
    """
    place = folder_to_ask_in(folder)
    head = find_commit(place, "HEAD")
    if ask(place, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = "fetch the rest with `git fetch --unshallow` (in CI: fetch-depth: 0)"
        raise HistoryMissing(f"the history was cut off; {fetch}")
    path = path_now(place, folder)
    listing = ask(place, *_LOG, head, "--", f":(top,literal){path}")
    return list(_parse_log(listing, f"{path}/" if path else ""))


def read_states(folder: Path, log: Sequence[DataRevision], first: int = 0) -> Iterator[PastState]:
    """Yield the data after each commit of ``log`` from the one at the index ``first``.

    No more is held than one state and the files of a few commits. Raises HistoryMissing where git lacks a file.
    """
    objects = _objects_before(log[: first + 1])
    sources = dict(_read_contents(folder, objects))
    if first < len(log):
        yield PastState(log[first].commit, log[first].day, dict(sources))
    for revisions in _bundles(log[first + 1 :]):
        names = chain.from_iterable(revision.changed.values() for revision in revisions)
        contents = dict(_read_contents(folder, {name: name for name in names if name is not None}))
        for revision in revisions:
            _apply(sources, revision, contents)
            yield PastState(revision.commit, revision.day, dict(sources))


# ---- states


def _objects_before(log: Iterable[DataRevision]) -> dict[str, str]:
    """Return the objects of all data files after some commits, by path."""
    objects: dict[str, str] = {}
    for revision in log:
        for path, name in revision.changed.items():
            if name is None:
                objects.pop(path, None)
            else:
                objects[path] = name
    return objects


def _bundles(log: Iterable[DataRevision]) -> Iterator[list[DataRevision]]:
    """Yield commits that follow each other and together changed a number of files that can be held at once."""
    bundle: list[DataRevision] = []
    files = 0
    for revision in log:
        if bundle and files + len(revision.changed) > _AT_ONCE:
            yield bundle
            bundle, files = [], 0
        bundle.append(revision)
        files += len(revision.changed)
    if bundle:
        yield bundle


def _apply(sources: dict[str, bytes], revision: DataRevision, contents: Mapping[str, bytes]) -> None:
    for path, name in revision.changed.items():
        if name is None:
            sources.pop(path, None)
        else:
            sources[path] = contents[name]


def _read_contents(folder: Path, objects: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the content of each object by its key; what is larger than any data file may be is not read."""
    place = folder_to_ask_in(folder)
    names = sorted(set(objects.values()))
    sizes = dict(zip(names, _read_sizes(place, names), strict=True))
    small = [name for name in names if sizes[name] < READ_MAX]
    contents = dict(zip(small, read_objects(place, small), strict=True))
    for key, name in objects.items():
        yield key, contents.get(name, _TOO_LARGE)


def _read_sizes(place: Path, names: Sequence[str]) -> Iterator[int]:
    asked = "".join(f"{name}\n" for name in names).encode()
    listing = ask(place, "cat-file", "--batch-check=%(objectsize)", sent=asked)
    for line in listing.decode("ascii").splitlines():
        if not line.isdigit():  # "<object> missing"
            raise HistoryMissing("git lacks files of the history: fetch them, or repair the repository (`git fsck`)")
        yield int(line)


# ---- the listing


def _parse_log(listing: bytes, prefix: str) -> Iterator[DataRevision]:
    """Yield the commits of a listing that changed data; one that changed other files alone is left out."""
    commit, moment = "", 0
    changed: dict[str, str | None] = {}
    # Fields end with a zero byte; git sets a line's end before the first change of a commit.
    fields = iter(listing.split(b"\0"))
    for field in fields:
        head = field.lstrip(b"\n").decode("ascii")
        if head.startswith("commit "):
            if changed:
                yield _revision(commit, moment, changed)
            _, commit, seconds = head.split(" ")
            moment, changed = int(seconds), {}
        elif head.startswith(":"):
            path = next(fields).decode("utf-8", "surrogateescape").removeprefix(prefix)
            if _is_data(path):
                changed[path] = _new_object(head)
    if changed:
        yield _revision(commit, moment, changed)


def _is_data(path: str) -> bool:
    """Tell whether a file would be read as data: hidden ones are not."""
    return path.endswith(".yml") and not any(part.startswith(".") for part in path.split(posixpath.sep))


def _revision(commit: str, moment: int, changed: dict[str, str | None]) -> DataRevision:
    """Return a commit with its day, of the moment that git counts in seconds; git takes any number for one."""
    return DataRevision(commit, datetime.fromtimestamp(min(moment, _LAST_MOMENT), UTC).date(), changed)


def _new_object(change: str) -> str | None:
    """Return the object that a change left in place of a file; links and submodules are no data."""
    _, mode, _, name, _ = change.split(" ")
    if mode.startswith("100"):
        return name
    return None
