"""What is kept of the pages of the last site, so that those which would come out the same can be taken from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.edges.content_cache import keep_lines, recall_lines
from briefing.edges.pages import project_of
from briefing.edges.program import program_digest

CACHE = Path(".briefing") / "pages"
_LINE = re.compile(r"[0-9a-f]{64}( [0-9a-f]{64}){2}")


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page of the last site: the key of what it was made from, and the digests of its bytes and of its twin's."""

    key: str
    digest: str
    twin: str


def recall_known_pages(data_dir: Path) -> dict[str, KnownPage]:
    """Return the pages of the last site that this very program made, by the paths of their texts."""
    program = program_digest()
    if program is None:
        return {}
    lines = recall_lines(project_of(data_dir) / CACHE, program)
    return {path: KnownPage(*line.split()) for path, line in lines.items() if _LINE.fullmatch(line)}


def keep_known_pages(data_dir: Path, pages: Mapping[str, KnownPage]) -> None:
    """Keep what a published site was made from; where it cannot be kept, the next build makes everything."""
    program = program_digest()
    lines = {
        path: f"{page.key} {page.digest} {page.twin}" for path, page in pages.items() if page.key and " " not in path
    }
    if program is not None and lines:
        keep_lines(project_of(data_dir) / CACHE, program, lines)
