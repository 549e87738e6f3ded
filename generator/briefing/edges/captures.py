"""Captured texts, read from a folder: what quotations and paragraph numbers of the data are held against."""

from pathlib import Path


def read_captures(folder: Path) -> dict[str, str]:
    """Return the text files of a folder by name; a byte that is no UTF-8 becomes a replacement character."""
    texts: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.is_file():
            texts[path.name] = path.read_text(encoding="utf-8", errors="replace")
    return texts
