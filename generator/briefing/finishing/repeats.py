"""Names that a file may give only once."""

from collections import Counter
from collections.abc import Iterable


def refuse_repeated(names: Iterable[str | None]) -> None:
    """Raise ValueError for a name that is there twice, or one that is missing."""
    counts = Counter(names)
    if None in counts:
        raise ValueError("an entry has no id")
    for name, count in counts.items():
        if count > 1:
            raise ValueError(f'"{name}" is there twice')
