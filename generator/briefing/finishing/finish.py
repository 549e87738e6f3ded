"""What is written over a site as its engine left it: style sheets without what no page needs, and headers."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from briefing.finishing.headers import render_headers
from briefing.finishing.page import Page
from briefing.finishing.styles import prune_styles
from briefing.finishing.vocabulary import Vocabulary, gather_vocabulary

HEADERS = "_headers"
_THEME_SCRIPTS = "assets/javascripts/"


def finish_site(
    files: Mapping[str, bytes],
    pages: Mapping[str, Page],
    prune: Callable[[Mapping[str, str], Vocabulary], Mapping[str, str]] = prune_styles,
) -> dict[str, bytes]:
    """Return the files that differ once a site is finished, by path; ``pages`` are its pages, read.

    ``prune`` does what ``prune_styles`` does, as fast as it can.
    """
    vocabulary = gather_vocabulary(pages.values(), _running_scripts(files, pages.values()))
    sheets = {path: text.encode() for path, text in prune(_texts(files, ".css"), vocabulary).items()}
    return {**sheets, HEADERS: render_headers(pages.values(), files).encode()}


def _texts(files: Mapping[str, bytes], suffix: str) -> dict[str, str]:
    """Return the texts whose paths end so; what is no text is left to the crawl, which refuses it."""
    texts: dict[str, str] = {}
    for path in sorted(files):
        if path.endswith(suffix):
            texts[path] = files[path].decode(errors="replace")
    return texts


def _running_scripts(files: Mapping[str, bytes], pages: Iterable[Page]) -> list[str]:
    """Return the scripts that make elements: all of ours, and those of the theme that some page starts."""
    started = _started_names(pages)
    scripts: list[str] = []
    for path, text in _texts(files, ".js").items():
        if _may_run(path, started):
            scripts.append(text)
    return scripts


def _may_run(path: str, started: Collection[str]) -> bool:
    # The theme brings scripts for all that it can do.
    if path.startswith(_THEME_SCRIPTS):
        return posixpath.basename(path) in started
    return True


def _started_names(pages: Iterable[Page]) -> set[str]:
    """Return the names of the script files that pages load, whatever folder they lie in."""
    names: set[str] = set()
    for page in pages:
        names.update(map(posixpath.basename, _script_addresses(page)))
    return names


def _script_addresses(page: Page) -> Iterator[str]:
    for link in page.links:
        if link.tag == "script":
            yield link.address
