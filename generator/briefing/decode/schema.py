"""JSON Schemas for editors, made from the same shapes that validate the data."""

from collections.abc import Iterator, Mapping

from briefing.decode import shapes
from briefing.decode.fields import (
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
from briefing.model.registry import Registry

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
IDS = "ids"
"""The schema file of known ids, which all others refer to; without data it lets any word pass."""
OFFERS = ("line", "measure", "milestone", "role", "list")
Known = Mapping[str, tuple[str, ...]]


def data_schemas(registry: Registry) -> dict[str, Schema]:
    """Return a schema for each kind of file; ids stand in a file of their own, see ``ids_schema``."""
    ids = {"attribute": tuple(registry.attributes)}
    return {name: _file(name, shape, ids) for name, shape in shapes.FILES.items()}


def ids_schema(known: Known) -> Schema:
    """Return the schema of ids and words by space: with ``known`` ones for completion, else anything goes."""
    spaces = {space: _known(space, known.get(space)) for space in ("subject", "article", "publisher", "claim")}
    words = {name: _offered(known.get(name)) for name in OFFERS}
    return {"$schema": _DRAFT, "title": "ids and words of a briefing", "definitions": {**spaces, **words}}


def _known(space: str, ids: tuple[str, ...] | None) -> Schema:
    if ids is None:
        return dict(_SCALAR)
    # Inside its own file a claim goes by its bare id.
    local: Schema = {"type": "string", "pattern": _LOCAL_CLAIM}
    return {"anyOf": [{"enum": list(ids)}, local]} if space == "claim" else {"enum": list(ids)}


def _offered(words: tuple[str, ...] | None) -> Schema:
    return {"anyOf": [{"enum": list(words)}, _SCALAR]} if words else dict(_SCALAR)


def _defined(space: str) -> Schema:
    return {"$ref": f"{IDS}.schema.json#/definitions/{space}"}


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
            told = {"description": "; ".join(_LITERALS[one] for one in kind.kinds)}
            return {"anyOf": [_defined("subject"), _SCALAR], **told} if "entity" in kind.kinds else {**_SCALAR, **told}
        case RefField():
            return _reference(kind, ids)
        case TextField():
            return {"anyOf": [_defined(kind.offer)]} if kind.offer else dict(_SCALAR)


def _reference(kind: RefField, ids: Known) -> Schema:
    also: list[Schema] = [{"enum": list(kind.also)}] if kind.also else []
    # Beside a $ref nothing else counts, so it stands in a list of its own.
    return {"enum": list(ids[kind.space])} if kind.space in ids else {"anyOf": [_defined(kind.space), *also]}


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
    details = "; ".join(dict.fromkeys(_details(schema)))
    return {**schema, "description": f"{one.doc} ({details})" if details else one.doc}


def _details(schema: Schema) -> Iterator[str]:
    """Yield what the choices of a field say of themselves, and take it off: editors would show that alone."""
    if "properties" not in schema and (detail := schema.pop("description", None)):
        yield str(detail)
    choices = schema.get("anyOf")
    for choice in choices if isinstance(choices, list) else ():
        yield from _details(choice)
    if isinstance(items := schema.get("items"), dict):
        yield from _details(items)


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
