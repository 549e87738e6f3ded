"""Which program this is: what one program has kept, another may not take for its own."""

import hashlib
import sys
from pathlib import Path

_SOURCES = Path(__file__).resolve().parents[1]
_COMPILED = (".pyc", ".pyo")
"""Python's own copies of sources: they come and go, and say nothing that the sources do not."""


def program_digest() -> str | None:
    """Return a digest of our own sources, templates and tables and of the Python that runs them.

    It is None where there are no sources, as in an archive.
    """
    files = sorted(path for path in _SOURCES.rglob("*") if path.is_file() and path.suffix not in _COMPILED)
    if not any(path.suffix == ".py" for path in files):
        return None
    parts = [sys.version.encode()]
    for file in files:
        parts += (file.relative_to(_SOURCES).as_posix().encode(), hashlib.sha256(file.read_bytes()).digest())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]
