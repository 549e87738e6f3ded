"""Attributes that can not work: without types of values, with unknown fields, or with an other end that is none."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, ScalarText
from briefing.decode.reading.hints import did_you_mean
from briefing.decode.shapes.claims import CLAIM
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.diagnostics.suggest import nearest

_OF_TWO_ENDS = ("inverse", "symmetric", "hierarchical")
"""What only a relation between two subjects can be."""


def find_attribute_problems(name: str, content: Fields, values: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield an error for each problem of an attribute whose value may be of the types ``values``."""
    if not values:
        yield from _find_missing_types(name, content)
    elif "entity" not in values:
        yield from _find_missing_ends(name, content)
    for scalar in (*content.scalars("required"), *content.scalars("takes")):
        yield from _find_unknown_field(scalar)


def _find_missing_types(name: str, content: Fields) -> Iterator[Diagnostic]:
    """Yield an error where an attribute of the briefing's own says nothing of its types."""
    # Types that are written wrong have been reported.
    if content.lacks("values"):
        message = f'the attribute "{name}" does not say what values it takes'
        yield error("registry-invalid", content.span_of("values"), message, "add values: [text]")


def _find_unknown_field(scalar: ScalarText) -> Iterator[Diagnostic]:
    """Yield an error where claims have no field of this name."""
    if scalar.text not in CLAIM.names:
        message = f'a claim has no field "{scalar.text}"'
        hint = did_you_mean(nearest(scalar.text, CLAIM.names), "name a field of claims")
        yield error("registry-invalid", scalar.span, message, hint)


def _find_missing_ends(name: str, content: Fields) -> Iterator[Diagnostic]:
    """Yield an error for each property of relations that an attribute without entities has."""
    for field in _OF_TWO_ENDS:
        if content.scalar(field):
            message = f'"{name}" has no entity as its value, so it has no other end'
            hint = f"take {field} out, or add entity to values"
            yield error("registry-invalid", content.span_of(field), message, hint)
