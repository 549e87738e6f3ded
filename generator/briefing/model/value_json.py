"""The JSON of a value, as exports have it: `type`, `printed`, and what each type adds."""

from briefing.model.dates import PartialDate
from briefing.model.money import Money
from briefing.model.number_texts import json_number
from briefing.model.quantity import Quantity
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value

Json = dict[str, str | int | float | None]


def value_json(value: Value) -> Json:
    """Return the value as `claims.json` has it; keys without content are left out.

    `type` and `printed` are in every one. Amounts are numbers in major units, dates ISO days or null where open.
    """
    return {"type": _TYPES[type(value)], "printed": value.printed, **_content(value)}


# The types in the words of the data format, which knows an id and a name under one.
_TYPES: dict[type[Value], str] = {
    Money: "money",
    Quantity: "quantity",
    PartialDate: "date",
    EntityRef: "entity",
    EntityName: "entity",
    Text: "text",
    Unknown: "unknown",
    Nothing: "none",
}


def _content(value: Value) -> Json:
    """Return the keys that a type adds."""
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
    # That it is unknown, or none, is all there is to say.
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
    """Return the EDTF of a date, its English label, and its ends."""
    return {
        "edtf": date.edtf,
        "label": date.label,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
    }
