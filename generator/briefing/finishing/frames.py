"""Where other sites may frame pages, as rules for hosts: nowhere but in the folder of cards.

Hosts add up the headers of every rule that an address meets, and none can take one away again. So where there are
cards, each other file and folder of the root is named to be denied; if one name cannot stand in a rule, all are.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.finishing.embeds import is_embed
from briefing.routes import EMBED

DENIED = "X-Frame-Options: DENY"
_PLAIN = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*\Z")
"""Names that hosts read in a rule as they stand: no sign of a pattern, no space, no escape."""
_RULES = frozenset({"_headers", "_redirects"})
"""Files that hosts read and do not serve."""


def denied_addresses(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses that nobody else may frame, as patterns of rules.

    ``paths`` are those of the site's files. It is everything where the site has no cards.
    """
    files = set(paths) - _RULES
    if not any(map(is_embed, files)):
        return ("/*",)
    names = {(path.split("/")[0], "/" in path) for path in files}
    if not all(_PLAIN.match(name) for name, _ in names):
        return ("/*",)
    return tuple(dict.fromkeys(_patterns(sorted(names))))


def _patterns(names: Iterable[tuple[str, bool]]) -> Iterator[str]:
    yield "/"
    for name, is_folder in names:
        if is_folder and name != EMBED:
            yield f"/{name}/*"
        if not is_folder:
            yield f"/{name}"
            # Hosts also answer with a page at its name without the ending.
            yield f"/{name.removesuffix('.html')}"
