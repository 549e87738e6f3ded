"""The pages of a built site, read: of those that were in the last build it is kept what they say."""

from collections.abc import Mapping
from pathlib import Path

from briefing.edges.content_cache import keep_lines, recall_lines
from briefing.edges.pages import project_of
from briefing.edges.program import program_digest
from briefing.finishing.known_pages import read_new_pages
from briefing.finishing.page import Page, read_built_pages

CACHE = Path(".briefing") / "crawl"


def read_pages_of_site(
    files: Mapping[str, bytes], data_dir: Path, *, made: Mapping[str, str] | None = None, clean: bool = False
) -> dict[str, Page]:
    """Return the pages of a built site by path.

    What they say is kept beside the data folder, in ``.briefing/crawl/``; ``clean`` takes nothing from there.
    ``made`` has what this build read when it made a page, by the digest of the page's bytes.
    """
    program = program_digest()
    if program is None:
        return read_built_pages(files)
    folder = project_of(data_dir) / CACHE
    known = {} if clean else recall_lines(folder, program)
    pages, lines = read_new_pages(files, {**known, **(made or {})})
    if lines != known:
        keep_lines(folder, program, lines)
    return pages
