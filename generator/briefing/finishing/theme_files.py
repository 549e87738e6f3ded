"""The files of a foreign theme that no reader of a site can come to ask for.

A theme brings whatever any site might use. What a file refers to is told by the names in its text, so that a name in a
comment or in a sentence keeps a file, too: one too many does no harm.
"""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from itertools import chain

from briefing.finishing.page import Page

TEXTS = (".html", ".css", ".js", ".mjs", ".json", ".xml", ".svg", ".txt", ".webmanifest")
"""Endings of the files that may refer to others."""
_LOADS_BY_MADE_UP_NAMES = b"importScripts("
"""What workers load others with: by names put together from parts, such as that of a language."""
_SCRIPT = ".js"
_SOURCE_MAP = ".map"
"""Such files are for whoever changes the theme; scripts and sheets name theirs, and no page is shown with it."""


def find_unused(theirs: Mapping[str, bytes], texts: Iterable[bytes]) -> frozenset[str]:
    """Return the paths of those files of the theme that neither a text of the site names nor a file that is named.

    Args:
        theirs: the bytes of every file of the theme by its path within the site.
        texts: all other files of the site that may name one: pages, styles, scripts, manifests.
    """
    unused = set(theirs)
    for text in texts:
        unused -= _follow(text, theirs, unused)
    return frozenset(unused)


def _follow(text: bytes, theirs: Mapping[str, bytes], unused: Collection[str]) -> set[str]:
    """Return those of the unused files that a text names, or a file that is named on the way."""
    left = set(unused)
    waiting = [text]
    while waiting:
        named = _find_named(waiting.pop(), left)
        left -= named
        waiting += map(theirs.__getitem__, sorted(named))
    return set(unused) - left


def find_unused_of_site(
    files: Mapping[str, bytes], pages: Mapping[str, Page], theirs: Collection[str], data: Collection[str]
) -> frozenset[str]:
    """Return the same for a site whose pages are read: what they refer to is known.

    Args:
        files: every file of the site by path.
        pages: its pages by path.
        theirs: the paths of the files that the theme has brought.
        data: those of files written from the data, which name pages and each other, nothing else.
    """
    copied = {path: files[path] for path in sorted(theirs) if path in files}
    passed = {*copied, *pages, *data}
    texts = (content for path, content in files.items() if path not in passed and path.endswith(TEXTS))
    return find_unused(copied, chain([_references(pages.values())], texts))


def _references(pages: Iterable[Page]) -> bytes:
    """Return all that pages could refer to a file with; the pages of a site say much the same."""
    references: set[str] = set()
    for page in pages:
        references.update(page.styles, page.inline_scripts)
        references.update(link.address for link in page.links)
    return "\n".join(sorted(references)).encode(errors="replace")


def _find_named(text: bytes, paths: Collection[str]) -> set[str]:
    """Return those of the files that a text refers to, as far as can be told."""
    if _LOADS_BY_MADE_UP_NAMES in text:
        return set(filter(_is_script, paths))
    return set(filter(partial(_is_named, text), paths))


def _is_script(path: str) -> bool:
    return path.endswith(_SCRIPT)


def _is_named(text: bytes, path: str) -> bool:
    """Return whether a text names a file that somebody asks for by its name, whatever folder it gives."""
    if path.endswith(_SOURCE_MAP):
        return False
    return posixpath.basename(path).encode() in text
