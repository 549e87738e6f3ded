"""The one spelling by which names in key fields, such as milestone or measure, are compared.

Sources and editors write *Mass Production* and `mass-production` and mean one question.
"""

import re
import unicodedata
from functools import lru_cache

from briefing.model.signs import HYPHENS

KEY_FIELDS = ("line", "measure", "milestone", "role", "list", "edition")
_JOINTS = re.compile(rf"[\s_{re.escape(HYPHENS)}]+")
"""What stands between words: spaces, low lines, and all sorts of hyphens and dashes."""


@lru_cache(maxsize=20_000)
def key_name(text: str) -> str:
    """Return a name without what does not tell it from another: case, width, and which joints its words have."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    # A name of nothing but joints is compared as it is written.
    return _JOINTS.sub("-", folded).strip("-") or text


def same_key_name(name: str | None, other: str | None) -> bool:
    """Tell whether two names, or two absent ones, are one."""
    if name is None or other is None:
        return name is other
    return name == other or key_name(name) == key_name(other)
