"""Nodes in, plain values with their places out: shape errors of every field, all at once.

A field that is wrong is reported and left out; its neighbours are still read.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass

from generator.decode.fields import (
    EitherField,
    EnumField,
    Field,
    FieldType,
    FlagField,
    ListField,
    LiteralField,
    MapField,
    RecordField,
    TextField,
)
from generator.diagnostics.diagnostic import Diagnostic, Span, error
from generator.diagnostics.suggest import nearest
from generator.model.values import Malformed, Value, parse_value_as
from generator.source.nodes import Entry, Mapping, Node, Scalar, Sequence

_DATE_SHAPE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){1,2}(?:/[0-9]{4}(?:-[0-9]{2}){0,2})?\Z")
_KIND_OF_NODE = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}


@dataclass(frozen=True, slots=True)
class Read:
    """A scalar as written, with its place."""

    text: str
    span: Span
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """A record as read: its fields by name, and where it stands."""

    values: MappingType[str, "Content"]
    keys: MappingType[str, Span]
    span: Span

    def read(self, name: str) -> Read | None:
        """Return the scalar under ``name``, or None where it is absent or was wrong."""
        found = self.values.get(name)
        return found if isinstance(found, Read) else None

    def text(self, name: str) -> str | None:
        """Return the text under ``name``, or None."""
        found = self.read(name)
        return found.text if found else None

    def flag(self, name: str) -> bool:
        """Return whether ``name`` is set to true."""
        return self.text(name) == "true"

    def record(self, name: str) -> "Fields | None":
        """Return the record under ``name``, or None."""
        found = self.values.get(name)
        return found if isinstance(found, Fields) else None

    def reads(self, name: str) -> tuple[Read, ...]:
        """Return the scalars listed under ``name``."""
        found = self.values.get(name)
        return tuple(one for one in found if isinstance(one, Read)) if isinstance(found, tuple) else ()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts listed under ``name``."""
        return tuple(one.text for one in self.reads(name))

    def records(self, name: str) -> "tuple[Fields, ...]":
        """Return the records listed under ``name``."""
        found = self.values.get(name)
        return tuple(one for one in found if isinstance(one, Fields)) if isinstance(found, tuple) else ()

    def mapping(self, name: str) -> "MappingType[str, Content]":
        """Return the free mapping under ``name``; empty where there is none."""
        found = self.record(name)
        return found.values if found else {}

    def place(self, name: str) -> Span:
        """Return where the value of ``name`` stands, else where the record does."""
        found = self.values.get(name)
        if isinstance(found, (Read, Fields)):
            return found.span
        return self.keys.get(name, self.span)


Content = Read | Fields | tuple["Content", ...]
Findings = list[Diagnostic]


def read_record(node: Node, shape: RecordField, findings: Findings, what: str) -> Fields:
    """Return the fields of ``node``; report unknown, missing, empty and ill-typed ones."""
    if isinstance(node, Scalar) and shape.shorthand and not node.is_empty:
        span = node.span
        node = Mapping((Entry(Scalar(shape.shorthand, span), node),), span)
    if not isinstance(node, Mapping):
        findings.append(_wrong_type(node, "a mapping", what))
        return Fields({}, {}, node.span)
    values: dict[str, Content] = {}
    for entry in node.entries:
        one = shape.named(entry.key.text)
        if one is None:
            findings.append(_unknown_field(entry.key, shape, what))
            continue
        content = read_field(entry.value, one.type, findings, one.name)
        if content is not None:
            values[one.name] = content
        elif one.required and isinstance(entry.value, Scalar) and entry.value.is_empty:
            findings.append(_missing(one, entry.key.span, what))
    written = {entry.key.text for entry in node.entries}
    findings.extend(_missing(one, node.span, what) for one in shape.fields if one.required and one.name not in written)
    return Fields(values, {entry.key.text: entry.key.span for entry in node.entries}, node.span)


def read_field(node: Node, kind: FieldType, findings: Findings, name: str) -> Content | None:
    """Return the content of one field, or None where it is empty or was reported."""
    match kind:
        case EitherField():
            return read_field(node, kind.scalar if isinstance(node, Scalar) else kind.other, findings, name)
        case RecordField():
            if isinstance(node, Scalar) and node.is_empty:
                return None
            return read_record(node, kind, findings, name)
        case MapField():
            return _read_map(node, kind, findings, name)
        case ListField():
            return _read_list(node, kind, findings, name)
        case _:
            return _read_scalar(node, kind, findings, name)


def _read_map(node: Node, kind: MapField, findings: Findings, name: str) -> Content | None:
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and node.is_empty):
            findings.append(_wrong_type(node, "a mapping", name))
        return None
    values: dict[str, Content] = {}
    for entry in node.entries:
        if not re.match(kind.keys, entry.key.text):
            findings.append(error("field-unknown", entry.key.span, f'"{entry.key.text}" can not be a key of "{name}"'))
            continue
        content = read_field(entry.value, kind.of, findings, entry.key.text)
        if content is not None:
            values[entry.key.text] = content
    return Fields(values, {entry.key.text: entry.key.span for entry in node.entries}, node.span)


def _read_list(node: Node, kind: ListField, findings: Findings, name: str) -> Content | None:
    if isinstance(node, Sequence):
        return tuple(_read_items(node, kind, findings, name))
    if isinstance(node, Scalar) and node.is_empty:
        return None
    if kind.single:
        one = read_field(node, kind.of, findings, name)
        return None if one is None else (one,)
    findings.append(_wrong_type(node, "a list", name, hint=f'write it in brackets: "{name}: [...]"'))
    return None


def _read_items(node: Sequence, kind: ListField, findings: Findings, name: str) -> Iterator[Content]:
    for item in node.items:
        if isinstance(item, Scalar) and item.is_empty:
            findings.append(error("field-empty", item.span, f'an item of "{name}" is empty', "write it or take it out"))
            continue
        content = read_field(item, kind.of, findings, name)
        if content is not None:
            yield content


def _read_scalar(node: Node, kind: FieldType, findings: Findings, name: str) -> Read | None:
    if not isinstance(node, Scalar):
        findings.append(_wrong_type(node, "text", name))
        return None
    if node.is_empty:
        return None
    if not node.text.strip():
        findings.append(error("field-empty", node.span, f'"{name}" is empty', "write it, or leave the field out"))
        return None
    problem, value = _check_scalar(node, kind, name)
    if problem:
        findings.append(problem)
        return None if problem.severity == "error" else Read(node.text, node.span, value)
    return Read(node.text, node.span, value)


def _check_scalar(node: Scalar, kind: FieldType, name: str) -> tuple[Diagnostic | None, Value | None]:
    match kind:
        case FlagField() if node.text not in ("true", "false"):
            return error("enum-unknown", node.span, f'"{name}" is "{node.text}"', 'write "true" or "false"'), None
        case EnumField():
            return _check_enum(node, kind.options, name), None
        case LiteralField():
            return parse_literal(node.text, node.span, kind.kinds)
        case TextField():
            return _check_text(node, kind, name), None
        case _:
            return None, None


def _check_text(node: Scalar, kind: TextField, name: str) -> Diagnostic | None:
    if len(node.text) > kind.max_length:
        message = f'"{name}" has {len(node.text)} characters, at most {kind.max_length} are allowed'
        return error("text-too-long", node.span, message, "shorten it")
    verdict = kind.check(node.text) if kind.check else None
    return error(verdict[0], node.span, verdict[1], verdict[2]) if verdict else None


def _check_enum(node: Scalar, options: tuple[str, ...], name: str) -> Diagnostic | None:
    if node.text in options:
        return None
    message = f'"{node.text}" is no {name.replace("_", " ")}'
    return error(
        "enum-unknown", node.span, message, _did_you_mean(node.text, options) or f"one of: {', '.join(options)}"
    )


def parse_literal(text: str, span: Span, kinds: tuple[str, ...]) -> tuple[Diagnostic | None, Value | None]:
    """Parse ``text`` as the first of ``kinds`` that takes it, or return what is wrong with it."""
    found = parse_value_as(kinds, text)
    if not isinstance(found, Malformed):
        return None, found
    code = "date-impossible" if kinds[0] == "date" and _DATE_SHAPE.match(text) else f"{kinds[0]}-malformed"
    return error(code, _within(span, text, found), found.message, found.hint), None


def _within(span: Span, text: str, problem: Malformed) -> Span:
    # Offsets hold only where the literal stands unescaped on one line; else the whole scalar is named.
    width = span.end_column - span.column
    if span.line != span.end_line or width not in (len(text), len(text) + 2):
        return span
    start = span.column + (width - len(text)) // 2 + min(problem.offset, max(len(text) - 1, 0))
    return Span(span.path, span.line, start, span.line, start + max(problem.length, 1))


def _did_you_mean(word: str, options: tuple[str, ...]) -> str:
    near = nearest(word, options)
    return "did you mean " + " or ".join(f'"{one}"' for one in near) + "?" if near else ""


def _unknown_field(key: Scalar, shape: RecordField, what: str) -> Diagnostic:
    names = tuple(one.name for one in shape.fields)
    hint = _did_you_mean(key.text, names) or f"known fields: {', '.join(names)}"
    return error("field-unknown", key.span, f'{what} has no field "{key.text}"', hint)


def _missing(one: Field, span: Span, what: str) -> Diagnostic:
    place = Span(span.path, span.line, span.column, span.line, span.column + 1)
    hint = f"add {one.name}: {one.examples[0]}" if one.examples else f"add {one.name}: {one.doc}"
    return error("field-missing", place, f'{what} lacks the field "{one.name}"', hint)


def _wrong_type(node: Node, wanted: str, name: str, hint: str = "") -> Diagnostic:
    return error("field-type", node.span, f'"{name}" is {_KIND_OF_NODE[type(node)]}, not {wanted}', hint)


def reference_error(code: str, span: Span, message: str, word: str, options: tuple[str, ...]) -> Diagnostic:
    """Return an error about a name that nothing bears, with what it may have meant."""
    return error(code, span, message, _did_you_mean(word, options))
