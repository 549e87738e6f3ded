"""Sums that are, by way of others, parts of themselves."""

from collections.abc import Iterator, Mapping

from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, Span, error, shorten_list

Line = tuple[str, str]
"""A subject and one of its sums."""
Wholes = dict[Line, dict[Line, Span]]
"""The sums that each sum is a part of, with the places that say so."""


def find_money_circles(wholes: Wholes) -> Iterator[Diagnostic]:
    """Yield one error for each circle that a walk from part to whole meets."""
    visited: set[Line] = set()
    for start in wholes:
        for circle in _walk(start, wholes, visited):
            yield _circle(circle, wholes)


def _circle(circle: list[Line], wholes: Wholes) -> Diagnostic:
    # Sorted, so that the finding stands at the same place wherever the walk has begun.
    following = [*circle[1:], circle[0]]
    spans = sorted(wholes[part][whole] for part, whole in zip(circle, following, strict=True))
    related = tuple(Related(span, "and this leads back") for span in spans[1:MOST_RELATED])
    names = shorten_list([f"{subject}/{line}" for subject, line in circle])
    message = f"{names} are parts of each other"
    return error("money-line-cycle", spans[0], message, "take one of the relations out", related)


def _walk(start: Line, wholes: Mapping[Line, Mapping[Line, Span]], visited: set[Line]) -> Iterator[list[Line]]:
    """Yield the circles met on the way from ``start`` to what it is a part of, depth first."""
    # The path by line, each with the wholes that are still to be followed: chains may be longer than Python's stack.
    path: dict[Line, Iterator[Line]] = {}
    line: Line | None = start
    while line is not None:
        if line in path:
            lines = list(path)
            yield lines[lines.index(line) :]
        elif line not in visited:
            visited.add(line)
            path[line] = iter(wholes.get(line, {}))
        line = _next_line(path)


def _next_line(path: dict[Line, Iterator[Line]]) -> Line | None:
    """Return the next line to follow, and shorten the path by what is done; None where all is."""
    while path:
        last = next(reversed(path))
        following = next(path[last], None)
        if following is not None:
            return following
        # All that the last line is a part of has been followed.
        del path[last]
    return None
