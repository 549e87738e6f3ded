"""Two folders of one file system trade places in one step, where the system can do that."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS alike."""
_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP})


def exchange(one: Path, other: Path) -> bool:
    """Let two paths trade places atomically; return False, nothing done, where the system cannot."""
    result = _call(os.fsencode(one), os.fsencode(other))
    if result == 0:
        return True
    number = ctypes.get_errno()
    if result is None or number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _call(one: bytes, other: bytes) -> int | None:
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return int(library.renamex_np(one, other, _EXCHANGE))
    if hasattr(library, "renameat2"):
        return int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
    return None
