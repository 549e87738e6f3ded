"""Nodes in, plain values with their places out: shape errors of every field, all at once.

A field that is wrong is reported and left out; its neighbours are still read. What is missing because of
a slip that has a finding already is not reported again.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass

from briefing.decode.hints import did_you_mean, first_character, with_fix
from briefing.decode.literals import parse_literal
from briefing.decode.shapes.field_types import (
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
from briefing.diagnostics.diagnostic import Diagnostic, Related, Severity, Span, error, warning
from briefing.diagnostics.suggest import nearest, same_word
from briefing.model.values import PartialDate, Value
from briefing.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from briefing.source.slips import PLAIN_COLON

_KIND_OF_NODE = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}
_COMMAS = re.compile(r"\s*[,，、､;；]\s*")
_WANTED = {
    "text": "write one text; put quotes around a text with brackets or braces",
    "a list": "write it in brackets: [...]",
    "a mapping": "write fields, each as key: value",
}


@dataclass(frozen=True, slots=True)
class Read:
    """A scalar as written, with its place."""

    text: str
    span: Span
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """A record as read: its fields by name, and where it stands.

    ``keys`` are the fields written, wrong ones included and ``null`` ones not. ``excused`` are those that
    may be absent because of a slip reported elsewhere; ``faulty`` tells that an error lies inside.
    """

    values: MappingType[str, "Content"]
    keys: MappingType[str, Span]
    span: Span
    excused: frozenset[str] = frozenset()
    faulty: bool = False

    def read(self, name: str) -> Read | None:
        """Return the scalar under ``name``, or None where it is absent or was wrong."""
        found = self.values.get(name)
        return found if isinstance(found, Read) else None

    def text(self, name: str) -> str | None:
        """Return the text under ``name``, or None."""
        found = self.values.get(name)
        return found.text if isinstance(found, Read) else None

    def date(self, name: str) -> PartialDate | None:
        """Return a date."""
        read = self.read(name)
        return read.value if read and isinstance(read.value, PartialDate) else None

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
        """Return where the value of ``name`` stands, else its key, else where the record begins."""
        found = self.values.get(name)
        if isinstance(found, (Read, Fields)):
            return found.span
        return self.keys.get(name, first_character(self.span))

    def lacks(self, name: str) -> bool:
        """Return whether ``name`` is absent and no finding says why."""
        return name not in self.keys and name not in self.excused


Content = Read | Fields | tuple["Content", ...]
Findings = list[Diagnostic]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading one file carries along: where findings go, and the places that YAML already stumbled over."""

    findings: Findings
    torn: tuple[Span, ...]

    def is_torn(self, node: Mapping) -> bool:
        """Return whether a place lies in this mapping itself, not in a collection inside it."""
        if not self.torn:
            return False
        inner = [entry.value.span for entry in node.entries if not isinstance(entry.value, Scalar)]
        return any(_holds(node.span, one) and not any(_holds(span, one) for span in inner) for one in self.torn)

    def errors(self, start: int) -> bool:
        """Return whether an error has been found since there were ``start`` findings."""
        return any(found.severity is Severity.ERROR for found in self.findings[start:])


def _holds(span: Span, place: Span) -> bool:
    return (span.line, span.column) <= (place.line, place.column) < (span.end_line, span.end_column)


def read_content(
    node: Node, kind: FieldType, findings: Findings, name: str, torn: Iterable[Span] = ()
) -> Content | None:
    """Return the content of a file or field, or None where it is empty or was reported.

    ``torn`` are the places of errors that its YAML has: what they swallowed is not reported as missing.
    """
    return _read_field(_Reader(findings, tuple(torn)), node, kind, name)


def _read_field(reader: _Reader, node: Node, kind: FieldType, name: str) -> Content | None:
    match kind:
        case EitherField():
            return _read_field(reader, node, kind.scalar if isinstance(node, Scalar) else kind.other, name)
        case RecordField():
            return None if _is_empty(node) else _read_record(reader, node, kind, name)
        case MapField():
            return None if _is_empty(node) else _read_map(reader, node, kind, name)
        case ListField():
            return None if _is_empty(node) else _read_list(reader, node, kind, name)
        case _:
            return _read_scalar(reader, node, kind, name)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _read_record(reader: _Reader, node: Node, shape: RecordField, what: str) -> Fields:
    if isinstance(node, Scalar) and shape.shorthand:
        node = Mapping((Entry(Scalar(shape.shorthand, node.span), node),), node.span)
    if not isinstance(node, Mapping):
        reader.findings.append(_wrong_type(node, "a mapping", what))
        return Fields({}, {}, node.span, _names(shape), True)
    start = len(reader.findings)
    excused = _read_keys(reader, node, shape, what)
    values = dict(_read_values(reader, node, shape, what))
    keys = {entry.key.text: entry.key.span for entry in node.entries if not _is_null(entry.value)}
    missing = [one for one in shape.fields if one.required and one.name not in keys and one.name not in excused]
    reader.findings.extend(_missing(one, _place_of_null(node, one.name), what) for one in missing)
    faulty = reader.errors(start) or len(excused) == len(shape.fields)
    return Fields(values, keys, node.span, excused, faulty)


def _names(shape: RecordField) -> frozenset[str]:
    return frozenset(one.name for one in shape.fields)


def _is_null(node: Node) -> bool:
    """Return whether an editor says that the field is absent; a field with nothing at all is half an edit."""
    return isinstance(node, Scalar) and node.is_empty and node.text != ""


def _place_of_null(node: Mapping, name: str) -> Span:
    key = node.key(name)
    return key.span if key else first_character(node.span)


def _read_keys(reader: _Reader, node: Mapping, shape: RecordField, what: str) -> frozenset[str]:
    """Report unknown keys; return the fields whose absence they, or a YAML error inside, explain."""
    excused: set[str] = set(_names(shape)) if reader.is_torn(node) else set()
    for entry in node.entries:
        if shape.named(entry.key.text) is None:
            names = tuple(one.name for one in shape.fields)
            word, colon, _ = entry.key.text.partition("：")
            near = nearest(word, names)
            excused.update(near)
            hint = PLAIN_COLON if colon else did_you_mean(near) or f"known fields: {', '.join(names)}"
            message = f'{what} has no field "{entry.key.text}"'
            found = error("field-unknown", entry.key.span, message, hint)
            meant = same_word(word, (one for one in names if node.key(one) is None))
            reader.findings.append(with_fix(found, entry.key.text, None if colon else meant))
    return frozenset(excused)


def _read_values(reader: _Reader, node: Mapping, shape: RecordField, what: str) -> Iterator[tuple[str, Content]]:
    for entry in node.entries:
        one = shape.named(entry.key.text)
        if one is None or _is_null(entry.value):
            continue
        if _is_empty(entry.value):
            message = f'the field "{one.name}" of {what} holds nothing'
            hint = "write it" if one.required else "write it, or take the field out"
            reader.findings.append(error("field-empty", entry.key.span, message, hint))
            continue
        content = _read_field(reader, entry.value, one.type, one.name)
        if content is not None:
            yield one.name, content


def _read_map(reader: _Reader, node: Node, kind: MapField, name: str) -> Content | None:
    if not isinstance(node, Mapping):
        reader.findings.append(_wrong_type(node, "a mapping", name))
        return None
    start = len(reader.findings)
    values: dict[str, Content] = {}
    for entry in node.entries:
        if not re.match(kind.keys, entry.key.text):
            reader.findings.append(_bad_key(entry.key, kind, name))
        elif isinstance(entry.value, Scalar) and entry.value.is_empty:
            message = f'"{entry.key.text}" of {name} holds nothing'
            reader.findings.append(error("field-empty", entry.key.span, message, "write it, or take the key out"))
        elif (content := _read_field(reader, entry.value, kind.of, entry.key.text)) is not None:
            values[entry.key.text] = content
    keys = {entry.key.text: entry.key.span for entry in node.entries}
    return Fields(values, keys, node.span, faulty=reader.errors(start))


def _bad_key(key: Scalar, kind: MapField, name: str) -> Diagnostic:
    hint = did_you_mean(nearest(key.text, kind.known)) or kind.hint
    return error("field-unknown", key.span, f'"{key.text}" can not be a key of {name}', hint)


def _read_list(reader: _Reader, node: Node, kind: ListField, name: str) -> Content | None:
    if isinstance(node, Sequence):
        return tuple(_read_items(reader, node, kind, name))
    if kind.single:
        one = _read_field(reader, node, kind.of, name)
        return None if one is None else (one,)
    reader.findings.append(_wrong_type(node, "a list", name))
    return None


def _read_items(reader: _Reader, node: Sequence, kind: ListField, name: str) -> Iterator[Content]:
    _report_repeated(reader, node, name)
    for item in node.items:
        if _is_empty(item):
            message, hint = f'an item of "{name}" is empty', "write it, or take the item out"
            reader.findings.append(error("field-empty", first_character(item.span), message, hint))
            continue
        what = f'an item of "{name}"' if isinstance(kind.of, RecordField) else name
        content = _read_field(reader, item, kind.of, what)
        if content is not None:
            yield content


_TWICE_ELSEWHERE = frozenset({"value", "about"})
"""Lists of claims in which a repetition is an error that decoding reports, whatever the spelling."""


def _report_repeated(reader: _Reader, node: Sequence, name: str) -> None:
    first: dict[str, Span] = {}
    for item in node.items if name not in _TWICE_ELSEWHERE else ():
        if isinstance(item, Scalar) and not item.is_empty and first.setdefault(item.text, item.span) != item.span:
            message = f'"{item.text}" stands twice in "{name}"'
            related = (Related(first[item.text], "the first time"),)
            reader.findings.append(warning("item-repeated", item.span, message, "take one of the two out", related))


def _read_scalar(reader: _Reader, node: Node, kind: FieldType, name: str) -> Read | None:
    if not isinstance(node, Scalar):
        reader.findings.append(_wrong_type(node, "text", name))
        return None
    if node.is_empty:
        return None
    if not node.text.strip():
        message = f'"{name}" is blank'
        reader.findings.append(error("field-empty", node.span, message, "write it, or take the field out"))
        return None
    problem, value = _check_scalar(node, kind, name)
    if problem:
        reader.findings.append(problem)
    stands = problem is None or problem.severity is not Severity.ERROR or (isinstance(kind, TextField) and kind.kept)
    return Read(node.text, node.span, value) if stands else None


def _check_scalar(node: Scalar, kind: FieldType, name: str) -> tuple[Diagnostic | None, Value | None]:
    match kind:
        case FlagField():
            return _check_flag(node, name), None
        case EnumField():
            return _check_enum(node, kind.options, name), None
        case LiteralField():
            return parse_literal(node.text, node.span, kind.kinds, settled=kind.settled)
        case TextField():
            return _check_text(node, kind, name), None
        case _:
            return None, None


def _check_flag(node: Scalar, name: str) -> Diagnostic | None:
    if node.text in ("true", "false"):
        return None
    hint = 'write "true" or "false", in small letters'
    found = error("enum-unknown", node.span, f'"{name}" is "{node.text}"', hint)
    return with_fix(found, node.text, same_word(node.text, ("true", "false")))


def _check_text(node: Scalar, kind: TextField, name: str) -> Diagnostic | None:
    verdict = kind.check(node.text) if kind.check else None
    if verdict:
        return error(verdict[0], node.span, verdict[1], verdict[2])
    if len(node.text) > kind.max_length:
        message = f'"{name}" has {len(node.text)} characters, {kind.max_length} are room enough'
        return warning("text-too-long", node.span, message, "shorten it")
    return None


def _check_enum(node: Scalar, options: tuple[str, ...], name: str) -> Diagnostic | None:
    if node.text in options:
        return None
    message = f'"{node.text}" is no {name.replace("_", " ")}'
    hint = did_you_mean(nearest(node.text, options)) or f"one of: {', '.join(options)}"
    return with_fix(error("enum-unknown", node.span, message, hint), node.text, same_word(node.text, options))


def _missing(one: Field, span: Span, what: str) -> Diagnostic:
    hint = f"add {one.name}: {one.examples[0]}" if one.examples else f"add {one.name}: {one.doc}"
    return error("field-missing", span, f'{what} lacks the field "{one.name}"', hint)


def _wrong_type(node: Node, wanted: str, name: str) -> Diagnostic:
    what = name if " " in name else f'"{name}"'
    span, hint = first_character(node.span), _WANTED[wanted]
    if isinstance(node, Scalar):
        span = node.span
        hint = _hint_for_text(node.text, wanted) or hint
    return error("field-type", span, f"{what} is {_KIND_OF_NODE[type(node)]}, not {wanted}", hint)


def _hint_for_text(text: str, wanted: str) -> str:
    """Return what to do about a text where a list or a mapping belongs; nothing where it gives no hint itself."""
    if text.startswith("-"):
        return "put a space after the hyphen of each item"
    parts = [part for part in _COMMAS.split(text.strip("［］[] ")) if part]
    return f"write it in brackets: [{', '.join(parts)}]" if wanted == "a list" and len(parts) > 1 else ""
