"""Lists of values that say one thing twice, or that stand for what has one value at a time."""

from collections.abc import Iterator

from briefing.decode.claims.statements import Statement
from briefing.decode.reading.content import ScalarText
from briefing.diagnostics.diagnostic import Diagnostic, Related, error, warning
from briefing.diagnostics.suggest import fold
from briefing.model.placeholders import is_placeholder
from briefing.model.registry import Attribute
from briefing.model.value_comparing import same_value
from briefing.model.values import EntityName, Text, Value, print_value

_MEASURED = frozenset({"money", "quantity", "date"})
"""Types whose values may be written as a range."""


def find_listed_single_value(
    statement: Statement, scalars: tuple[ScalarText, ...], attribute: Attribute
) -> Iterator[Diagnostic]:
    """Yield a warning where a list stands for what has one value at a time."""
    if len(scalars) < 2 or attribute.many:
        return
    # An inherited list is reported where it is written.
    if "value" not in statement.own.values:
        return
    # What an editor still has to write is reported as such.
    if any(is_placeholder(scalar.text) for scalar in scalars):
        return
    message = f'"{attribute.name}" has one value, and the list says {len(scalars)}'
    yield warning("value-listed", scalars[1].span, message, f"write {_ways_to_list(attribute)}")


def find_repeated_values(scalars: tuple[ScalarText, ...], values: tuple[Value | None, ...]) -> Iterator[Diagnostic]:
    """Yield an error for each value of a list that an earlier one says already, in whatever spelling."""
    earlier: list[tuple[ScalarText, Value]] = []
    for scalar, value in zip(scalars, values, strict=True):
        if value is None:
            continue
        first = _first_with_value(value, earlier)
        if first:
            yield _repeated_value(scalar, first)
        earlier.append((scalar, value))


def _first_with_value(value: Value, earlier: list[tuple[ScalarText, Value]]) -> ScalarText | None:
    """Return the first of the earlier scalars that says what ``value`` says."""
    for scalar, earlier_value in earlier:
        if _says_the_same(value, earlier_value):
            return scalar
    return None


def _repeated_value(scalar: ScalarText, first: ScalarText) -> Diagnostic:
    related = (Related(first.span, "the first time"),)
    message = f'"{scalar.text}" stands twice in one list'
    hint = "take one of the two out, or correct it"
    return error("value-repeated", scalar.span, message, hint, related)


def _ways_to_list(attribute: Attribute) -> str:
    """Return what may be written in place of a list: a range, claims with a name each, or something of many values."""
    ways: list[str] = []
    if not _MEASURED.isdisjoint(attribute.values):
        ways.append("one range (3 to 5, 2025/2027)")
    if attribute.key:
        ways.append(f"a claim for each, with a {attribute.key[0]} of its own")
    last = "an attribute that has many values"
    if ways:
        return f"{', '.join(ways)}, or {last}"
    return last


def _says_the_same(value: Value, other: Value) -> bool:
    """Return whether two values of one list are the same to a reader."""
    # Words are compared without the differences that a typist does not mean; figures by what they mean.
    if _is_worded(value) and _is_worded(other):
        return fold(print_value(value)) == fold(print_value(other))
    return same_value(value, other)


def _is_worded(value: Value) -> bool:
    return isinstance(value, Text | EntityName)
