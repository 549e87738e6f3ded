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


def exchange(left: Path, right: Path) -> bool:
    """Let two paths trade places atomically; return False, nothing done, where the system cannot.

    Raises OSError for any other trouble.
    """
    result = _call(os.fsencode(left), os.fsencode(right))
    if result == 0:
        return True
    number = ctypes.get_errno()
    # The call may be there and the file system lack it.
    if result is None or number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(left), None, str(right))


def _call(left: bytes, right: bytes) -> int | None:
    """Return what the system answers, 0 for success, or None where its library has no such call."""
    # Python offers none of these calls.
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return int(library.renamex_np(left, right, _EXCHANGE))
    if hasattr(library, "renameat2"):
        return int(library.renameat2(_AT_FDCWD, left, _AT_FDCWD, right, _EXCHANGE))
    return None
