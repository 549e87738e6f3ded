"""Mount points: folders that are the root of a file system of their own, and cannot be renamed."""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-7]{3})")


def find_mount(folder: Path) -> Path | None:
    """Return what is mounted at a folder, given by its real path, or below it; folders bound there count, too."""
    if os.path.ismount(folder):
        return folder
    inner = sorted(point for point in mount_points() if f"{point}/".startswith(f"{folder}/"))
    return Path(inner[0]) if inner else None


def mount_points() -> frozenset[str]:
    """Return where this process sees file systems mounted, as far as the system tells."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return frozenset()  # no Linux: what differs from its parent in its device is known anyway
    points = (_OCTAL.sub(_byte, line.split(b" ")[4]) for line in lines if line.count(b" ") > 4)
    return frozenset(os.fsdecode(point) for point in points)


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 8)])
