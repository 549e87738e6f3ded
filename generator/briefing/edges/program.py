"""Which program this is: what one program has kept, another may not take for its own."""

import hashlib
import sys
from pathlib import Path

_SOURCES = Path(__file__).resolve().parents[1]


def program_digest() -> str | None:
    """Return a digest of our own sources and of the Python that runs them, or None where there are no sources."""
    files = sorted(_SOURCES.rglob("*.py"))
    if not files:
        return None
    parts = [sys.version.encode()]
    for file in files:
        parts += (file.relative_to(_SOURCES).as_posix().encode(), hashlib.sha256(file.read_bytes()).digest())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]
