"""Findings about nodes that do not have the shape of their field: their words, their places and what to do."""

import re

from briefing.decode.reading.hints import did_you_mean, first_character, with_fix
from briefing.decode.shapes.field_types import Field, MapField, RecordField
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error, warning
from briefing.diagnostics.suggest import nearest, same_word
from briefing.source.nodes import Mapping, Node, Scalar, Sequence
from briefing.source.slips import PLAIN_COLON

_KIND_OF_NODE = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}
_WANTED = {
    "text": "write one text; put quotes around a text with brackets or braces",
    "a list": "write it in brackets: [...]",
    "a mapping": "write fields, each as key: value",
}
# English and Japanese commas and semicolons: what stands between the items of a list without brackets.
_COMMAS = re.compile(r"\s*[,，、､;；]\s*")
_FULL_WIDTH_COLON = "："


def wrong_type(node: Node, wanted: str, name: str) -> Diagnostic:
    """Return an error about a node that is not ``wanted``: "text", "a list" or "a mapping"."""
    # Names of fields are quoted; "an item of …" and the like are words of ours.
    subject = name if " " in name else f'"{name}"'
    message = f"{subject} is {_KIND_OF_NODE[type(node)]}, not {wanted}"
    if isinstance(node, Scalar):
        return error("field-type", node.span, message, _hint_for_text(node.text, wanted))
    return error("field-type", first_character(node.span), message, _WANTED[wanted])


def _hint_for_text(text: str, wanted: str) -> str:
    """Return what to do about a text where a list or a mapping belongs."""
    if text.startswith("-"):
        # YAML takes "-item" for a text.
        return "put a space after the hyphen of each item"
    items = list(filter(None, _COMMAS.split(text.strip("［］[] "))))
    if wanted == "a list" and len(items) > 1:
        return f"write it in brackets: [{', '.join(items)}]"
    return _WANTED[wanted]


def unknown_field(key: Scalar, mapping: Mapping, shape: RecordField, label: str) -> tuple[Diagnostic, tuple[str, ...]]:
    """Return an error about a key that the record does not have, and the fields that may have been meant."""
    word, colon, _ = key.text.partition(_FULL_WIDTH_COLON)
    near = nearest(word, shape.names)
    message = f'{label} has no field "{key.text}"'
    if colon:
        # YAML takes a key with a full-width colon and its value for one word: the colon comes first.
        return error("field-unknown", key.span, message, PLAIN_COLON), near
    hint = did_you_mean(near, f"known fields: {', '.join(shape.names)}")
    finding = error("field-unknown", key.span, message, hint)
    unwritten = (name for name in shape.names if mapping.key(name) is None)
    return with_fix(finding, key.text, same_word(word, unwritten)), near


def unknown_key(key: Scalar, field_type: MapField, name: str) -> Diagnostic:
    """Return an error about a key that a free mapping does not take."""
    hint = did_you_mean(nearest(key.text, field_type.known), field_type.hint)
    message = f'"{key.text}" can not be a key of {name}'
    return error("field-unknown", key.span, message, hint)


def missing_field(field: Field, mapping: Mapping, label: str) -> Diagnostic:
    """Return an error about a required field, at its key if it is null, else where the record begins."""
    key = mapping.key(field.name)
    span = key.span if key else first_character(mapping.span)
    message = f'{label} lacks the field "{field.name}"'
    # An example shows more than words on what belongs there.
    content = next(iter(field.examples), field.doc)
    return error("field-missing", span, message, f"add {field.name}: {content}")


def empty_field(field: Field, key: Scalar, label: str) -> Diagnostic:
    """Return an error about a field with nothing behind its colon."""
    hint = "write it" if field.required else "write it, or take the field out"
    message = f'the field "{field.name}" of {label} holds nothing'
    return error("field-empty", key.span, message, hint)


def empty_key(key: Scalar, name: str) -> Diagnostic:
    """Return an error about a key of a free mapping with nothing behind its colon."""
    message = f'"{key.text}" of {name} holds nothing'
    return error("field-empty", key.span, message, "write it, or take the key out")


def empty_item(item: Node, name: str) -> Diagnostic:
    """Return an error about a hyphen or a comma with nothing behind it."""
    hint = "write it, or take the item out"
    message = f'an item of "{name}" is empty'
    return error("field-empty", first_character(item.span), message, hint)


def blank_text(node: Scalar, name: str) -> Diagnostic:
    """Return an error about a text of nothing but blanks."""
    message = f'"{name}" is blank'
    return error("field-empty", node.span, message, "write it, or take the field out")


def repeated_item(item: Scalar, first: Span, name: str) -> Diagnostic:
    """Return a warning about an item of a list that stands in it already."""
    message = f'"{item.text}" stands twice in "{name}"'
    return warning("item-repeated", item.span, message, "take one of the two out", (Related(first, "the first time"),))
