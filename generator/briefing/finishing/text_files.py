"""Which files of a site are text: only of these does the crawl read what they say."""

import posixpath
from collections.abc import Mapping

from briefing.finishing.problem import Problem

_SUFFIXES = ("css", "csv", "html", "ics", "js", "json", "map", "md", "svg", "txt", "xml", "bib", "ris")
_HOST_FILES = ("_headers", "_redirects")
"""Files without a suffix that hosts read."""


def decode_texts(files: Mapping[str, bytes]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the text files of a site by path, and a problem for each that is not UTF-8."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(files):
        if not _is_text(path):
            continue
        try:
            texts[path] = files[path].decode("utf-8")
        except UnicodeDecodeError as trouble:
            problems.append(Problem(path, "not-utf-8", f"byte {trouble.start} is no UTF-8"))
    return texts, tuple(problems)


def suffix_of(path: str) -> str:
    """Return what stands behind the last point of a path."""
    return path.rpartition(".")[2]


def _is_text(path: str) -> bool:
    return suffix_of(path) in _SUFFIXES or posixpath.basename(path) in _HOST_FILES
