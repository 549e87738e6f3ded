"""Nodes read along their shapes: shape errors of every field, all at once.

A field that is wrong is reported and left out; its neighbours are still read. What is missing because of
a slip that has a finding already is not reported again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from briefing.decode.reading.content import Content, Fields, Findings, ScalarText, has_error
from briefing.decode.reading.scalars import check_scalar
from briefing.decode.reading.shape_errors import (
    blank_text,
    empty_field,
    empty_item,
    empty_key,
    missing_field,
    repeated_item,
    unknown_field,
    unknown_key,
    wrong_type,
)
from briefing.decode.shapes.field_types import (
    EitherField,
    Field,
    FieldType,
    ListField,
    MapField,
    RecordField,
    TextField,
)
from briefing.diagnostics.diagnostic import Severity, Span
from briefing.source.nodes import Entry, Mapping, Node, Scalar, Sequence

_REPETITION_DECODED = frozenset({"value", "about"})
"""Lists of claims in which a repetition is an error that decoding reports, whatever the spelling."""


def read_content(
    node: Node, field_type: FieldType, findings: Findings, name: str, torn: Iterable[Span] = ()
) -> Content | None:
    """Return the content of a file or field, or None where it is empty or was reported.

    ``torn`` are the places of errors that its YAML has: what they swallowed is not reported as missing.
    """
    return _ContentReader(findings, tuple(torn)).read(node, field_type, name)


@dataclass(frozen=True, slots=True)
class _ContentReader:
    """What reading one file carries along: where findings go, and the places that YAML already stumbled over."""

    findings: Findings
    torn: tuple[Span, ...]

    def read(self, node: Node, field_type: FieldType, name: str) -> Content | None:
        """Return the content of a node, or None where it is empty or was reported."""
        if _is_empty(node):
            return None
        match field_type:
            case EitherField():
                return self.read(node, _choose_type(node, field_type), name)
            case RecordField():
                return self._read_record(_without_shorthand(node, field_type), field_type, name)
            case MapField():
                return self._read_map(node, field_type, name)
            case ListField():
                return self._read_list(node, field_type, name)
            case _:
                return self._read_scalar(node, field_type, name)

    # ---- records

    def _read_record(self, node: Node, shape: RecordField, label: str) -> Fields:
        """Return the fields of a record, whatever is wrong with it; ``label`` names it in messages."""
        if not isinstance(node, Mapping):
            self.findings.append(wrong_type(node, "a mapping", label))
            # Everything may stand in what could not be read, so nothing counts as missing.
            return Fields({}, {}, node.span, frozenset(shape.names), faulty=True)
        start = len(self.findings)
        excused = self._check_keys(node, shape, label)
        entries = [entry for entry in node.entries if not _is_null(entry.value)]
        values = dict(self._read_values(entries, shape, label))
        keys = _written_keys(entries)
        self._report_missing(node, shape, {*keys, *excused}, label)
        faulty = has_error(self.findings[start:]) or len(excused) == len(shape.fields)
        return Fields(values, keys, node.span, excused, faulty)

    def _report_missing(self, node: Mapping, shape: RecordField, accounted_for: set[str], label: str) -> None:
        for field in shape.required:
            if field.name not in accounted_for:
                self.findings.append(missing_field(field, node, label))

    def _check_keys(self, node: Mapping, shape: RecordField, label: str) -> frozenset[str]:
        """Report unknown keys; return the fields whose absence they, or a YAML error inside, explain."""
        excused: set[str] = set()
        if self._is_torn(node):
            excused.update(shape.names)
        for entry in node.entries:
            if shape.named(entry.key.text) is None:
                finding, meant = unknown_field(entry.key, node, shape, label)
                self.findings.append(finding)
                excused.update(meant)
        return frozenset(excused)

    def _read_values(self, entries: Iterable[Entry], shape: RecordField, label: str) -> Iterator[tuple[str, Content]]:
        """Yield the content of each known field that holds something right."""
        for entry in entries:
            field = shape.named(entry.key.text)
            if field is None:
                continue
            content = self._read_field(field, entry, label)
            if content is not None:
                yield field.name, content

    def _read_field(self, field: Field, entry: Entry, label: str) -> Content | None:
        """Return the content of a known field, or None and a finding where nothing right stands behind its key."""
        if _is_empty(entry.value):
            self.findings.append(empty_field(field, entry.key, label))
            return None
        return self.read(entry.value, field.type, field.name)

    # ---- free mappings

    def _read_map(self, node: Node, field_type: MapField, name: str) -> Fields | None:
        """Return the entries of a free mapping as fields."""
        if not isinstance(node, Mapping):
            self.findings.append(wrong_type(node, "a mapping", name))
            return None
        start = len(self.findings)
        values: dict[str, Content] = {}
        for entry in node.entries:
            content = self._read_entry(entry, field_type, name)
            if content is not None:
                values[entry.key.text] = content
        keys = _written_keys(node.entries)
        return Fields(values, keys, node.span, faulty=has_error(self.findings[start:]))

    def _read_entry(self, entry: Entry, field_type: MapField, name: str) -> Content | None:
        """Return the content of one entry, or None and a finding where its key or value will not do."""
        if not re.match(field_type.keys, entry.key.text):
            self.findings.append(unknown_key(entry.key, field_type, name))
            return None
        # Keys are free here, so that null says no more than nothing does.
        if _is_empty(entry.value):
            self.findings.append(empty_key(entry.key, name))
            return None
        return self.read(entry.value, field_type.of, entry.key.text)

    # ---- lists

    def _read_list(self, node: Node, field_type: ListField, name: str) -> Content | None:
        """Return the items of a list; a single item without brackets where the field allows it."""
        if isinstance(node, Sequence):
            self._report_repeated_items(node, name)
            return tuple(self._read_items(node, field_type, name))
        if not field_type.single:
            self.findings.append(wrong_type(node, "a list", name))
            return None
        content = self.read(node, field_type.of, name)
        if content is None:
            return None
        return (content,)

    def _read_items(self, node: Sequence, field_type: ListField, name: str) -> Iterator[Content]:
        """Yield the content of each item that holds something right."""
        label = _item_label(field_type, name)
        for item in node.items:
            if _is_empty(item):
                self.findings.append(empty_item(item, name))
                continue
            content = self.read(item, field_type.of, label)
            if content is not None:
                yield content

    def _report_repeated_items(self, node: Sequence, name: str) -> None:
        """Report scalars that stand twice in one list, word for word."""
        if name in _REPETITION_DECODED:
            return
        first: dict[str, Span] = {}
        for scalar in _filled_scalars(node):
            first_span = first.setdefault(scalar.text, scalar.span)
            if first_span != scalar.span:
                self.findings.append(repeated_item(scalar, first_span, name))

    # ---- scalars

    def _read_scalar(self, node: Node, field_type: FieldType, name: str) -> ScalarText | None:
        """Return a text with its value, or None where it is blank or wrong."""
        if not isinstance(node, Scalar):
            self.findings.append(wrong_type(node, "text", name))
            return None
        if not node.text.strip():
            self.findings.append(blank_text(node, name))
            return None
        problem, value = check_scalar(node, field_type, name)
        if problem is None:
            return ScalarText(node.text, node.span, value)
        self.findings.append(problem)
        # A warning leaves the text as it is; an error takes it away, unless other places refer to it.
        if problem.severity is not Severity.ERROR or _is_kept(field_type):
            return ScalarText(node.text, node.span, value)
        return None

    # ---- what has been reported

    def _is_torn(self, node: Mapping) -> bool:
        """Return whether a torn place lies in this mapping itself, not in a collection inside it."""
        if not self.torn:
            return False
        # A collection inside takes the places that lie in it, and is asked for itself when it is read.
        torn_here = set(filter(partial(_contains, node.span), self.torn))
        for child in node.children:
            if not isinstance(child, Scalar):
                torn_here.difference_update(filter(partial(_contains, child.span), self.torn))
        return bool(torn_here)


def _choose_type(node: Node, field_type: EitherField) -> FieldType:
    if isinstance(node, Scalar):
        return field_type.scalar
    return field_type.other


def _written_keys(entries: Iterable[Entry]) -> dict[str, Span]:
    """Return where each key stands."""
    return {entry.key.text: entry.key.span for entry in entries}


def _item_label(field_type: ListField, name: str) -> str:
    """Return the name by which messages call an item of a list."""
    # A record is told from the list that holds it; a text goes by the name of the field.
    if isinstance(field_type.of, RecordField):
        return f'an item of "{name}"'
    return name


def _without_shorthand(node: Node, shape: RecordField) -> Node:
    """Return a bare scalar as the record that it stands for, with its one field."""
    if isinstance(node, Scalar) and shape.shorthand:
        return Mapping((Entry(Scalar(shape.shorthand, node.span), node),), node.span)
    return node


def _filled_scalars(node: Sequence) -> Iterator[Scalar]:
    for item in node.items:
        if isinstance(item, Scalar) and not item.is_empty:
            yield item


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _is_null(node: Node) -> bool:
    """Return whether an editor says that the field is absent; a field with nothing at all is half an edit."""
    return isinstance(node, Scalar) and node.is_empty and node.text != ""


def _is_kept(field_type: FieldType) -> bool:
    return isinstance(field_type, TextField) and field_type.kept


def _contains(span: Span, place: Span) -> bool:
    return (span.line, span.column) <= (place.line, place.column) < (span.end_line, span.end_column)
