"""JSON Schemas for editors, made from the same shapes that validate the data."""

from collections.abc import Iterator

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
    RefField,
    TextField,
)
from briefing.decode.shapes.files import FILES
from briefing.decode.shapes.ids_schema import DRAFT, SCALAR, Schema, refer_to_definition
from briefing.model.registry import Registry

_LITERALS = {
    "money": "money: [bound] CUR number[mag], such as: up to JPY 943bn",
    "quantity": "quantity: [bound] number[mag] [unit], such as: about 3m people",
    "date": "date: 2024-04-10, 2024-04, 2027, 2027/.., JFY2030",
    "entity": "an id, or text:Some Name",
    "text": "a paraphrase",
}
_Attributes = tuple[str, ...]
"""The names of the registry's attributes, which are known without data."""


def data_schemas(registry: Registry) -> dict[str, Schema]:
    """Return a schema for each kind of file; ids stand in a file of their own, see ``ids_schema``."""
    attributes = tuple(registry.attributes)
    return {name: _file_schema(name, shape, attributes) for name, shape in FILES.items()}


def _file_schema(name: str, shape: FieldType, attributes: _Attributes) -> Schema:
    return {"$schema": DRAFT, "title": f"{name} of a briefing", **_type_schema(shape, attributes)}


def _type_schema(field_type: FieldType, attributes: _Attributes) -> Schema:
    match field_type:
        case RecordField():
            return _record_schema(field_type, attributes)
        case ListField():
            return _list_schema(field_type, attributes)
        case MapField():
            return _map_schema(field_type, attributes)
        case EitherField():
            return _either_schema(field_type, attributes)
        case EnumField():
            return {"enum": list(field_type.options)}
        case FlagField():
            return {"type": "boolean"}
        case LiteralField():
            return _literal_schema(field_type)
        case RefField():
            return _reference_schema(field_type, attributes)
        case TextField():
            return _text_schema(field_type)


def _record_schema(shape: RecordField, attributes: _Attributes) -> Schema:
    record: Schema = {
        "type": "object",
        "properties": {field.name: _field_schema(field, attributes) for field in shape.fields},
        "required": [field.name for field in shape.required],
        "additionalProperties": False,
    }
    if shape.shorthand:
        return {"anyOf": [{"type": "string"}, record]}
    return record


def _list_schema(list_type: ListField, attributes: _Attributes) -> Schema:
    """Return the schema of a list; where one item may stand alone, that of the item as well."""
    items = _type_schema(list_type.of, attributes)
    whole: Schema = {"type": ["array", "null"], "items": items}
    if list_type.single:
        return {"anyOf": [items, whole]}
    return whole


def _map_schema(map_type: MapField, attributes: _Attributes) -> Schema:
    # An empty mapping is read as null by YAML.
    return {"type": ["object", "null"], "additionalProperties": _type_schema(map_type.of, attributes)}


def _either_schema(either: EitherField, attributes: _Attributes) -> Schema:
    scalar = _type_schema(either.scalar, attributes)
    other = _type_schema(either.other, attributes)
    return {"anyOf": [scalar, other]}


def _literal_schema(literal: LiteralField) -> Schema:
    description: Schema = {"description": "; ".join(_LITERALS[kind] for kind in literal.kinds)}
    if "entity" in literal.kinds:
        return {"anyOf": [refer_to_definition("subject"), SCALAR], **description}
    return {**SCALAR, **description}


def _reference_schema(reference: RefField, attributes: _Attributes) -> Schema:
    """Return the schema of an id: attributes stand in it, all other ids in the file of ids."""
    if reference.space == "attribute":
        return {"enum": list(attributes)}
    # Beside a $ref nothing else counts, so it stands in a list of its own.
    choices = [refer_to_definition(reference.space)]
    if reference.also:
        choices.append({"enum": list(reference.also)})
    return {"anyOf": choices}


def _text_schema(text: TextField) -> Schema:
    if text.offer:
        return {"anyOf": [refer_to_definition(text.offer)]}
    return dict(SCALAR)


def _field_schema(field: Field, attributes: _Attributes) -> Schema:
    """Return the schema of a field, described by its meaning and by what may be written."""
    schema = _type_schema(field.type, attributes)
    # Choices may say the same of themselves, which is told once.
    details = "; ".join(dict.fromkeys(_take_descriptions(schema)))
    description = field.doc
    if details:
        description = f"{field.doc} ({details})"
    return {**schema, "description": description}


def _take_descriptions(schema: Schema) -> Iterator[str]:
    """Yield what the choices of a field say of themselves, and take it off: editors would show that alone."""
    # A record is described by its fields, each of which has been through here already.
    if "properties" not in schema and "description" in schema:
        yield str(schema.pop("description"))
    choices = schema.get("anyOf")
    if isinstance(choices, list):
        for choice in choices:
            yield from _take_descriptions(choice)
    items = schema.get("items")
    if isinstance(items, dict):
        yield from _take_descriptions(items)
