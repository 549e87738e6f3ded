"""Mount points: folders that are the root of a file system of their own, and cannot be renamed."""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-7]{3})")


def is_mount(folder: Path) -> bool:
    """Return whether something is mounted at a folder, given by its real path; a folder bound there counts, too."""
    return os.path.ismount(folder) or os.fsencode(folder) in mount_points()


def mount_points() -> frozenset[bytes]:
    """Return where this process sees file systems mounted, as far as the system tells."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return frozenset()  # no Linux: what differs from its parent in its device is known anyway
    return frozenset(_OCTAL.sub(_byte, line.split(b" ")[4]) for line in lines if line.count(b" ") > 4)


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 8)])
