"""The files of a foreign theme that no reader of a site can come to ask for.

A theme brings whatever any site might use. What a file refers to is told by the names in its text, so that a name in a
comment or in a sentence keeps a file, too: one too many does no harm.
"""

import posixpath
from collections.abc import Collection, Iterable, Mapping

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
        waiting = [text]
        while waiting:
            named = _find_named(waiting.pop(), unused)
            unused -= named
            waiting += [theirs[path] for path in sorted(named)]
    return frozenset(unused)


def _find_named(text: bytes, paths: Collection[str]) -> set[str]:
    """Return those of the files that a text refers to, as far as can be told."""
    if _LOADS_BY_MADE_UP_NAMES in text:
        return {path for path in paths if path.endswith(_SCRIPT)}
    return {path for path in paths if not path.endswith(_SOURCE_MAP) and posixpath.basename(path).encode() in text}
