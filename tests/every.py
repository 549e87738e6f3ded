"""`all` for assertions: a statement about every item of nothing is no statement."""

from collections.abc import Iterable


def every(conditions: Iterable[object]) -> bool:
    """Tell whether all conditions hold, and there is one at least."""
    listed = list(conditions)
    return bool(listed) and all(listed)
