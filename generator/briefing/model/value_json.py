"""The JSON of a value, as exports have it: `type`, `printed`, and what each type adds."""

from briefing.model.dates import PartialDate
from briefing.model.money import Money
from briefing.model.number_texts import json_number
from briefing.model.quantity import Quantity
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value, as_printed

Json = dict[str, str | int | float | None]


def value_json(value: Value) -> Json:
    """Return the value as `claims.json` has it; keys without content are left out."""
    return {"type": _type_of(value), "printed": as_printed(value), **_content(value)}


def _type_of(value: Value) -> str:
    match value:
        case PartialDate():
            return "date"
        case EntityRef() | EntityName():
            return "entity"
        case Nothing():
            return "none"
    return type(value).__name__.lower()


def _content(value: Value) -> Json:
    match value:
        case Money():
            return _money_json(value)
        case Quantity():
            return _quantity_json(value)
        case PartialDate():
            return _date_json(value)
        case EntityRef(id=subject):
            return {"id": subject}
        case EntityName(name=name):
            return {"name": name}
        case Text(text=text):
            return {"text": text}
        case Unknown() | Nothing():
            return {}


def _money_json(money: Money) -> Json:
    # The order of keys is that of the published files, which are compared byte for byte.
    content: Json = {"amount": json_number(money.amount)}
    if money.amount_max is not None:
        content["amount_max"] = json_number(money.amount_max)
    content["currency"] = money.currency
    content["bound"] = money.bound.value
    if money.per:
        content["per"] = money.per
    return content


def _quantity_json(quantity: Quantity) -> Json:
    content: Json = {"number": json_number(quantity.number)}
    if quantity.number_max is not None:
        content["number_max"] = json_number(quantity.number_max)
    # A bare count has no unit: the key is there all the same, since readers of a table look for it.
    content["unit"] = quantity.unit
    content["bound"] = quantity.bound.value
    if quantity.of:
        content["of"] = quantity.of
    if quantity.per:
        content["per"] = quantity.per
    return content


def _date_json(date: PartialDate) -> Json:
    return {
        "edtf": date.edtf,
        "label": date.label,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
    }
