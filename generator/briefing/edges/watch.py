"""Files being edited: which of them changed, told once they have come to rest.

What a place looks like is the truth; the system's events only say when to look. So nothing is missed when a folder
goes away and comes back, when a file is replaced as a whole, or where there are no events at all.
"""

import os
import stat
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import watchfiles

Stamp: TypeAlias = tuple[int, int, int]
Snapshot: TypeAlias = Mapping[str, Stamp]
_SIZE = 1

REST = 0.03
"""Seconds without a change after which files count as written."""
PATIENCE = 1.0
"""Seconds after which changes are told even if they go on."""
LOOK = 0.5
"""Seconds between two looks where no event comes."""


class Watcher:
    """Remembers what ``places`` (files and folders, which may be missing) look like, and waits for a change."""

    def __init__(
        self,
        places: Collection[Path],
        look: Callable[[Collection[Path]], Snapshot] | None = None,
        wait: Callable[[Collection[Path]], None] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._places = tuple(places)
        self._look = look or take_snapshot
        self._wait = wait or Alarm().wait
        self._sleep = sleep
        self._seen = self._look(self._places)

    def watch(self, places: Collection[Path]) -> None:
        """Watch other places from now on; what is new among them counts as seen."""
        if tuple(places) != self._places:
            self._places = tuple(places)
            self._seen = {**self._look(self._places), **self._seen}

    def next_change(self) -> frozenset[str]:
        """Return the paths that were written, added or removed since the last call, waiting for the first."""
        while True:
            now = self._look(self._places)
            if now != self._seen:
                break
            self._wait(self._places)
        now = self._at_rest(now)
        changed = {path for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)}
        self._seen = now
        return frozenset(changed)

    def _at_rest(self, now: Snapshot) -> Snapshot:
        """Wait until two looks in a row agree: a checkout writes many files, an editor may write in parts.

        A file that has just become empty is mostly about to be written.
        """
        for _ in range(int(PATIENCE / REST)):
            self._sleep(REST)
            before, now = now, self._look(self._places)
            if before == now and not self._just_emptied(now):
                break
        return now

    def _just_emptied(self, now: Snapshot) -> bool:
        return any(stamp[_SIZE] == 0 and stamp != self._seen.get(path) for path, stamp in now.items())


def take_snapshot(places: Collection[Path]) -> dict[str, Stamp]:
    """Return when each file at or below the places was written, how large and which it is."""
    snapshot: dict[str, Stamp] = {}
    for place in places:
        snapshot.update(_stamps(place))
    return snapshot


def _stamps(place: Path) -> Iterator[tuple[str, Stamp]]:
    try:
        status = place.stat()
    except OSError:
        return  # it is not there, or not for us
    if stat.S_ISDIR(status.st_mode):
        yield from _stamps_in(str(place))
    else:
        yield str(place), _stamp(status)


def _stamps_in(folder: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except OSError:
        return  # it went away meanwhile: as if it were not there
    for entry in entries:
        # Hidden files and backups are what editors write beside the file that counts.
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        with suppress(OSError):
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps_in(entry.path)
            else:
                yield entry.path, _stamp(entry.stat())


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


class Alarm:
    """Sleeps until something happens in a folder, or for ``LOOK`` seconds."""

    def __init__(self) -> None:
        self._folders: list[tuple[str, int]] = []
        self._events: Iterator[object] | None = None

    def wait(self, places: Collection[Path]) -> None:
        """Return after an event below one of the places, at the latest after ``LOOK`` seconds."""
        folders = list(_folders(places))
        # A folder that was replaced by another of its name has to be watched anew.
        if folders != self._folders:
            self._folders, self._events = folders, _events([path for path, _ in folders])
        try:
            if self._events is not None:
                next(self._events)
                return
        except (OSError, StopIteration, RuntimeError):
            # No events here, or no longer: looking every so often does as well.
            self._folders, self._events = [], None
        time.sleep(LOOK)


def _folders(places: Collection[Path]) -> Iterator[tuple[str, int]]:
    """Yield the places that are folders now, with what tells a folder from another of the same name."""
    for place in places:
        try:
            status = place.stat()
        except OSError:
            continue
        if stat.S_ISDIR(status.st_mode):
            yield str(place), status.st_ino


def _events(folders: list[str]) -> Iterator[object] | None:
    if not folders:
        return None
    return watchfiles.watch(
        *folders,
        watch_filter=None,
        debounce=20,
        step=10,
        rust_timeout=int(LOOK * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    )
