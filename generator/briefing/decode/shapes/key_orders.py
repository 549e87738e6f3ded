"""The order of keys that `fmt` writes, which is the order of the fields in the shapes."""

from collections.abc import Iterator

from briefing.decode.shapes.field_types import EitherField, FieldType, ListField, RecordField
from briefing.decode.shapes.files import FILES

_KeyOrder = tuple[tuple[str, ...], dict[str, tuple[str, ...]]]


def key_orders() -> dict[str, _KeyOrder]:
    """Return, for each kind of file, the order of its top keys and of the fields of its records by path."""
    return {name: _key_order(shape) for name, shape in FILES.items()}


def _key_order(shape: FieldType) -> _KeyOrder:
    orders = dict(_record_orders(shape, ""))
    if isinstance(shape, RecordField):
        return shape.names, orders
    # A list of records, such as the rates, has no keys of its own.
    return (), orders


def _record_orders(field_type: FieldType, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the dotted path of every record in a type, with the names of its fields."""
    match field_type:
        case RecordField():
            if path:
                yield path, field_type.names
            for field in field_type.fields:
                yield from _record_orders(field.type, f"{path}.{field.name}".removeprefix("."))
        case ListField():
            yield from _record_orders(field_type.of, path)
        case EitherField():
            # The other choice is a scalar, which has no keys.
            yield from _record_orders(field_type.other, path)
        case _:
            # A mapping has free keys, which stay in the order that an editor gave them.
            return
