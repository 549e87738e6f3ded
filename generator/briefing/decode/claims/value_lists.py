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
    # An inherited list is reported where it is written.
    if len(scalars) < 2 or attribute.many or "value" not in statement.own.values:
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
        first = next((other for other, said in earlier if _says_the_same(value, said)), None)
        if first:
            related = (Related(first.span, "the first time"),)
            message = f'"{scalar.text}" stands twice in one list'
            yield error("value-repeated", scalar.span, message, "take one of the two out, or correct it", related)
        earlier.append((scalar, value))


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
    if isinstance(value, Text | EntityName) and isinstance(other, Text | EntityName):
        return fold(print_value(value)) == fold(print_value(other))
    return same_value(value, other)
