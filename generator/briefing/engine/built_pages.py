"""The pages of a built site, read: of those that were in the last build it is kept what they say."""

import zlib
from collections.abc import Mapping
from pathlib import Path

from briefing.edges.content_cache import keep_one, recall_one
from briefing.edges.pages import project_of
from briefing.edges.program import program_digest
from briefing.finishing.known_pages import read_new_pages
from briefing.finishing.page import Page, read_built_pages

CACHE = Path(".briefing") / "crawl"
_QUICKLY = 1
"""The level of packing: a tenth of the bytes, for hardly any time."""


def read_pages_of_site(files: Mapping[str, bytes], data_dir: Path, *, clean: bool = False) -> dict[str, Page]:
    """Return the pages of a built site by path.

    What they say is kept beside the data folder, in ``.briefing/crawl/``; ``clean`` reads all of them anew.
    """
    program = program_digest()
    if program is None:
        return read_built_pages(files)
    folder = project_of(data_dir) / CACHE
    known = {} if clean else _unpack(recall_one(folder, program))
    pages, lines = read_new_pages(files, known)
    if lines != known:
        keep_one(folder, program, _pack(lines))
    return pages


def _pack(lines: Mapping[str, str]) -> bytes:
    """Return one text of all lines, each behind its name, packed."""
    text = "\n".join(f"{name} {line}" for name, line in sorted(lines.items()))
    return zlib.compress(text.encode("ascii"), _QUICKLY)


def _unpack(content: bytes | None) -> dict[str, str]:
    """Return the lines by their names; none where there is nothing or something else."""
    if content is None:
        return {}
    try:
        text = zlib.decompress(content).decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        return {}
    entries = (entry.partition(" ") for entry in text.split("\n"))
    return {name: line for name, _, line in entries}
