"""JSON Schemas for editors, made from the same shapes that validate the data."""

from collections.abc import Mapping

from generator.decode import shapes
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
    RefField,
    TextField,
)
from generator.model.registry import Registry

Schema = dict[str, object]
_DRAFT = "http://json-schema.org/draft-07/schema#"
# Editors read YAML's own scalars, so a date or a number must pass where the data mean text.
_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
_LITERALS = {
    "money": "money: [bound] CUR number[mag], such as: up to JPY 943bn",
    "quantity": "quantity: [bound] number[mag] [unit], such as: about 3m people",
    "date": "date: 2024-04-10, 2024-04, 2027, 2027/.., JFY2030",
    "entity": "an id, or text:Some Name",
    "text": "a paraphrase",
}
_LOCAL_CLAIM = r"^#?[a-z][a-z0-9]*(\.[0-9]+)?$"
Known = Mapping[str, tuple[str, ...]]


def data_schemas(registry: Registry, known: Known | None = None) -> dict[str, Schema]:
    """Return a schema for each kind of file; ``known`` gives ids by space for completion."""
    ids = {"attribute": tuple(registry.attributes), **(known or {})}
    return {name: _file(name, shape, ids) for name, shape in shapes.FILES.items()}


def _file(name: str, shape: FieldType, ids: Known) -> Schema:
    return {"$schema": _DRAFT, "title": f"{name} of a briefing", **_schema(shape, ids)}


def _schema(kind: FieldType, ids: Known) -> Schema:
    match kind:
        case RecordField():
            return _record(kind, ids)
        case ListField():
            items = _schema(kind.of, ids)
            whole: Schema = {"type": ["array", "null"], "items": items}
            return {"anyOf": [items, whole]} if kind.single else whole
        case MapField():
            return {"type": ["object", "null"], "additionalProperties": _schema(kind.of, ids)}
        case EitherField():
            return {"anyOf": [_schema(kind.scalar, ids), _schema(kind.other, ids)]}
        case EnumField():
            return {"enum": list(kind.options)}
        case FlagField():
            return {"type": "boolean"}
        case LiteralField():
            return {**_SCALAR, "description": "; ".join(_LITERALS[one] for one in kind.kinds)}
        case RefField():
            return _reference(kind, ids)
        case TextField():
            return dict(_SCALAR)


def _reference(kind: RefField, ids: Known) -> Schema:
    if kind.space not in ids:
        return dict(_SCALAR)
    known: Schema = {"enum": [*ids[kind.space], *kind.also]}
    # Inside its own file a claim goes by its bare id.
    return {"anyOf": [known, {"type": "string", "pattern": _LOCAL_CLAIM}]} if kind.space == "claim" else known


def _record(kind: RecordField, ids: Known) -> Schema:
    record: Schema = {
        "type": "object",
        "properties": {one.name: _documented(one, ids) for one in kind.fields},
        "required": [one.name for one in kind.fields if one.required],
        "additionalProperties": False,
    }
    return {"anyOf": [{"type": "string"}, record]} if kind.shorthand else record


def _documented(one: Field, ids: Known) -> Schema:
    schema = _schema(one.type, ids)
    detail = schema.get("description")
    return {**schema, "description": f"{one.doc} ({detail})" if detail else one.doc}


def key_orders() -> dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]]:
    """Return, for each kind of file, the order of its top keys and of the fields of its records by path."""
    return {name: _order(shape) for name, shape in shapes.FILES.items()}


def _order(shape: FieldType) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    records: dict[str, tuple[str, ...]] = {}
    top = tuple(one.name for one in shape.fields) if isinstance(shape, RecordField) else ()
    _collect(shape, "", records)
    return top, records


def _collect(kind: FieldType, path: str, records: dict[str, tuple[str, ...]]) -> None:
    match kind:
        case RecordField():
            if path:
                records[path] = tuple(one.name for one in kind.fields)
            for one in kind.fields:
                _collect(one.type, f"{path}.{one.name}" if path else one.name, records)
        case ListField():
            _collect(kind.of, path, records)
        case EitherField():
            _collect(kind.other, path, records)
        case _:
            pass
