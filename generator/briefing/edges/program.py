"""Which program this is: what one program has kept, another may not take for its own."""

import hashlib
import sys
from functools import cache
from pathlib import Path

_SOURCES = Path(__file__).resolve().parents[1]
_COMPILED = (".pyc", ".pyo")
"""Python's own copies of sources: they come and go, and say nothing that the sources do not."""


@cache
def program_digest() -> str | None:
    """Return what ``digest_sources`` does of this program, looked at once: what runs is what was loaded."""
    return digest_sources(_SOURCES)


def digest_sources(folder: Path) -> str | None:
    """Return a digest of the sources, templates and tables in ``folder`` and of the Python that runs them.

    It is None where there are no sources, as in an archive.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in _COMPILED)
    if not any(path.suffix == ".py" for path in files):
        return None
    parts = [sys.version.encode()]
    for file in files:
        parts += (file.relative_to(folder).as_posix().encode(), hashlib.sha256(file.read_bytes()).digest())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]
