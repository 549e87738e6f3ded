"""What readers call a date: `about April 2024`, `FY2030 (April 2030 to March 2031)`, `by 2040`.

Doubt and what a source leaves out stand in brackets behind the name.
"""

from briefing.model.date_points import Point, month_text


def single_label(point: Point) -> str:
    """Return the label of a date that is no interval.

    Readers are told which months a fiscal year has: few outside Japan know.
    """
    notes: list[str] = []
    if point.fiscal:
        notes.append(_months(point))
    return _point_label(point, notes)


def interval_label(left: Point, right: Point) -> str:
    """Return the label of an interval with two ends: `April 2024 to March 2025`."""
    return f"{_end_label(left, _start_notes(left))} to {_end_label(right, _end_notes(right))}"


def from_label(point: Point, *, end_unknown: bool) -> str:
    """Return the label of what begins at ``point`` and has an open or unknown end."""
    notes = _start_notes(point)
    if end_unknown:
        notes.append("end unknown")
    return f"from {_point_label(point, notes)}"


def until_label(point: Point, *, start_unknown: bool) -> str:
    """Return the label of what ends at ``point``: a deadline where the start is open, a span where it is unknown."""
    notes = _end_notes(point)
    if start_unknown:
        return f"until {_point_label(point, [*notes, 'start unknown'])}"
    return f"by {_point_label(point, notes)}"


def _months(point: Point) -> str:
    """Return `April 2030 to March 2031`, with the year once where it is the same."""
    first, last = month_text(point.earliest), month_text(point.latest)
    if point.earliest.year == point.latest.year:
        first = first.split()[0]
    return f"{first} to {last}"


def _start_notes(point: Point) -> list[str]:
    # At an end of an interval only one of the twelve months of a fiscal year counts.
    if not point.fiscal:
        return []
    return [f"starts {month_text(point.earliest)}"]


def _end_notes(point: Point) -> list[str]:
    if not point.fiscal:
        return []
    return [f"ends {month_text(point.latest)}"]


def _point_label(point: Point, notes: list[str]) -> str:
    """Return the label of a point: `about April 2024 (uncertain)`."""
    about, uncertain = _doubts(point)
    label = point.name + _in_brackets([point.missing, *notes, uncertain])
    if about:
        return f"about {label}"
    return label


def _end_label(point: Point, notes: list[str]) -> str:
    """An end of a closed interval has `about` behind it, where it cannot seem to hold for both ends."""
    return point.name + _in_brackets([*_doubts(point), point.missing, *notes])


_DOUBTS = {"~": ("about", ""), "?": ("", "uncertain"), "%": ("about", "uncertain")}
"""What the qualifiers of EDTF say: approximate, uncertain, or both."""


def _doubts(point: Point) -> tuple[str, str]:
    return _DOUBTS.get(point.qualifier, ("", ""))


def _in_brackets(notes: list[str]) -> str:
    stated = [note for note in notes if note]
    if not stated:
        return ""
    return f" ({', '.join(stated)})"
