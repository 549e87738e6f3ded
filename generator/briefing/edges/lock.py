"""One writer at a time: a lock file that the system frees when its holder dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class LockHeld(Exception):
    """Another process writes the same output; the command ends with ``exit_code``."""

    exit_code = 4


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``, which goes away with the lock; raise LockHeld where another holds it."""
    handle = _take(path)
    try:
        yield
    finally:
        # Unlinked while still held, so that nobody locks a file that is about to lose its name.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _take(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _still_named(handle, path):
                return handle
        except BlockingIOError:
            os.close(handle)
            raise LockHeld(f"another build is writing here (it holds {path})") from None
        except BaseException:
            os.close(handle)
            raise
        # Its last holder took its name away between the opening and the locking: the next file is another.
        os.close(handle)


def _still_named(handle: int, path: Path) -> bool:
    """Whether the file just locked is the one that others would lock: its last holder may have removed it."""
    try:
        named = path.stat(follow_symlinks=False)
    except FileNotFoundError:
        return False
    ours = os.fstat(handle)
    return (named.st_dev, named.st_ino) == (ours.st_dev, ours.st_ino)
