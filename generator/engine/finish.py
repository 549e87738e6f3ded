"""The files of a site as its engine left it in, what is to be written over them out: lighter styles, and headers."""

from collections.abc import Mapping

from generator.engine.headers import render_headers
from generator.engine.styles import gather_vocabulary, prune_styles

HEADERS = "_headers"


def finish_site(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that differ once a site is finished, by path."""
    pages = texts_of(files, ".html")
    sheets = texts_of(files, ".css")
    known = gather_vocabulary(pages.values(), _scripts(files))
    lighter = {path: text.encode() for path, text in prune_styles(sheets, known).items()}
    return {**lighter, HEADERS: render_headers(pages).encode()}


def texts_of(files: Mapping[str, bytes], suffix: str) -> dict[str, str]:
    """Return the texts whose paths end so; what is no text is left to the crawl, which refuses it."""
    return {path: files[path].decode(errors="replace") for path in sorted(files) if path.endswith(suffix)}


def _scripts(files: Mapping[str, bytes]) -> list[str]:
    """Return the scripts that make elements; those of languages only take words apart."""
    return [text for path, text in texts_of(files, ".js").items() if "/lunr/" not in path]
