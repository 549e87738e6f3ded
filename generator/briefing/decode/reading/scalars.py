"""The text of one scalar held against its type: flags, words of a list, literals and free texts."""

from briefing.decode.reading.hints import did_you_mean, with_fix
from briefing.decode.reading.literals import parse_literal
from briefing.decode.shapes.field_types import EnumField, FieldType, FlagField, LiteralField, TextField
from briefing.diagnostics.diagnostic import Diagnostic, error, warning
from briefing.diagnostics.suggest import nearest, same_word
from briefing.model.values import Value
from briefing.source.nodes import Scalar


def check_scalar(node: Scalar, field_type: FieldType, name: str) -> tuple[Diagnostic | None, Value | None]:
    """Return what is wrong with the text of a field, and the value of a literal."""
    match field_type:
        case FlagField():
            return _check_flag(node, name), None
        case EnumField():
            return _check_option(node, field_type.options, name), None
        case LiteralField():
            return parse_literal(node.text, node.span, field_type.kinds, settled=field_type.settled)
        case TextField():
            return _check_text(node, field_type, name), None
        case _:
            # References are checked once all files are read and every id is known.
            return None, None


def _check_flag(node: Scalar, name: str) -> Diagnostic | None:
    # YAML 1.1 takes yes, on and NO for flags; here a scalar is text, and two words will do.
    words = ("true", "false")
    if node.text in words:
        return None
    hint = 'write "true" or "false", in small letters'
    message = f'"{name}" is "{node.text}"'
    finding = error("enum-unknown", node.span, message, hint)
    return with_fix(finding, node.text, same_word(node.text, words))


def _check_option(node: Scalar, options: tuple[str, ...], name: str) -> Diagnostic | None:
    if node.text in options:
        return None
    message = f'"{node.text}" is no {name.replace("_", " ")}'
    hint = did_you_mean(nearest(node.text, options), f"one of: {', '.join(options)}")
    finding = error("enum-unknown", node.span, message, hint)
    return with_fix(finding, node.text, same_word(node.text, options))


def _check_text(node: Scalar, field_type: TextField, name: str) -> Diagnostic | None:
    """Return an error where the field's own check has one, or a warning about a text that is too long."""
    if field_type.check:
        problem = field_type.check(node.text)
        if problem:
            return error(problem.code, node.span, problem.message, problem.hint)
    if len(node.text) > field_type.max_length:
        message = f'"{name}" has {len(node.text)} characters, {field_type.max_length} are room enough'
        return warning("text-too-long", node.span, message, "shorten it")
    return None
