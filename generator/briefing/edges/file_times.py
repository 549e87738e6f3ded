"""The times of a new tree of files: what has not changed since the last tree keeps the time it had there.

Programs that send only what is new, such as rsync, go by time and size. Hard links would keep times, too, but then an
edit of a published file, or of one in the making, would change both trees.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def keep_times(tree: Path, last: Path) -> None:
    """Give each file of ``tree`` whose bytes are those of the file at its path in ``last`` that file's time.

    What is no plain file in either, or cannot be read, stays as it is: times are a convenience.
    """
    for path in _list_files(tree):
        with suppress(OSError):
            _keep_time(path, last / path.relative_to(tree))


def _list_files(tree: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(tree):
        for name in names:
            yield Path(folder, name)


def _keep_time(path: Path, old: Path) -> None:
    # Never opened before it is known to be a plain file: a pipe would wait for someone to write into it.
    status, before = path.lstat(), old.lstat()
    if not all(map(stat.S_ISREG, (status.st_mode, before.st_mode))):
        return
    # By their sizes first: most of what has changed is told by them, unread.
    if status.st_size != before.st_size:
        return
    if path.read_bytes() == old.read_bytes():
        os.utime(path, ns=(status.st_atime_ns, before.st_mtime_ns))
