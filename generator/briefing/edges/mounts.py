"""Mount points: folders that are the root of a file system of their own, and cannot be renamed."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_POINT = 4
"""The field of a line that names where a file system is mounted, counted from 0; see proc_pid_mountinfo(5)."""
_OCTAL = re.compile(rb"\\([0-7]{3})")


def find_mount(folder: Path) -> Path | None:
    """Return what is mounted at a folder, given by its real path, or below it; folders bound there count, too."""
    if os.path.ismount(folder):
        return folder
    # Sorted, so that of several the same is named every time.
    for point in sorted(mount_points()):
        if f"{point}/".startswith(f"{folder}/"):
            return Path(point)
    return None


def mount_points() -> frozenset[str]:
    """Return where this process sees file systems mounted, as far as the system tells."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return frozenset()  # no Linux: what differs from its parent in its device is known anyway
    return frozenset(_read_points(lines))


def _read_points(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield the mount points that lines of the system's table name; a line that is cut off names none."""
    for line in lines:
        fields = line.split(b" ")
        if len(fields) > _POINT:
            # Spaces and line ends in names are written by their octal numbers.
            yield os.fsdecode(_OCTAL.sub(_byte, fields[_POINT]))


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 8)])
