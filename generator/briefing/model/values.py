"""Any value of a claim: literal in, frozen value out; back to the literal; and its JSON.

Reading is total: every text gives a value or a `Malformed`, never an exception. What an id names is decided elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.diagnostics.suggest import brackets_hint
from briefing.model.dates import PartialDate, date_order, disjoint, parse_date
from briefing.model.ids import MAX_ID_LENGTH, bare_id, is_id, several_ids, slug_of
from briefing.model.malformed import Malformed, quoted
from briefing.model.measures import bounds_exclude, in_measure_of, measure_marks
from briefing.model.money import Money, money_interval, money_text, parse_money, print_money
from briefing.model.numerals import Interval, intervals_meet, json_number
from briefing.model.quantity import Quantity, parse_quantity, print_quantity, quantity_interval, quantity_text

__all__ = [
    "EntityName", "EntityRef", "Malformed", "Money", "Nothing", "PartialDate", "Quantity", "Text", "Unknown", "Value",
    "agree", "interval", "parse_value", "parse_value_as", "print_value", "same_value", "value_json", "value_order",
    "value_text",
]  # fmt: skip

MAX_NAME = 200
_MARK = "text:"
_MARK_LIKE = re.compile(r"text ?[:：]", re.IGNORECASE)
KINDS = ("money", "quantity", "date", "entity", "text")


@dataclass(frozen=True, slots=True)
class EntityRef:
    """A subject named by its id; whether it exists is not known here."""

    id: str


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name without a page yet."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paraphrase."""

    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The source leaves the value open: `unknown`."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """The source says that there is none: `none`."""


Value = Money | Quantity | PartialDate | EntityRef | EntityName | Text | Unknown | Nothing
Json = dict[str, str | int | float | None]


def parse_value(kind: str, text: str) -> Value | Malformed:
    """Read a literal of one of KINDS; `unknown` and `none` are values of every kind."""
    match kind, text:
        case _, "unknown":
            return Unknown()
        case _, "none":
            return Nothing()
        case "money", _:
            return parse_money(text)
        case "quantity", _:
            return parse_quantity(text)
        case "date", _:
            return parse_date(text)
        case "entity", _:
            return parse_entity(text)
        case "text", _:
            return parse_text(text)
    raise ValueError(f"no kind of value is called {kind!r}")


def parse_value_as(kinds: tuple[str, ...], text: str) -> Value | Malformed:
    """Read a literal of the first of ``kinds`` that fits; else the finding that knows best what was meant."""
    findings: list[Malformed] = []
    if "entity" in kinds and names_entity(text):
        return parse_entity(text)
    for kind in kinds:
        found = parse_value(kind, text)
        if not isinstance(found, Malformed):
            return found
        findings.append(found)
    return max(findings, key=lambda finding: (bool(finding.meant), finding.offset))


def parse_text(text: str) -> Text | Malformed:
    """Read a paraphrase: anything that is not blank."""
    if not text.strip():
        return Malformed("the value is empty", "write a value, `unknown`, or `none`", 0, len(text))
    if text.startswith(_MARK):
        name = text.removeprefix(_MARK).strip()
        return Malformed("`text:` marks a name, and no name stands here", f"write `{name[:MAX_NAME]}`", 0, len(_MARK))
    return Text(text)


def names_entity(text: str) -> bool:
    """Tell whether a value begins with the mark of a name without a page, however it is spelled."""
    return _MARK_LIKE.match(text) is not None


def parse_entity(text: str) -> EntityRef | EntityName | Malformed:
    """Read an id, or ``text:Some Name`` for a name without a page."""
    if names_entity(text):
        return _parse_name(text)
    if len(text) <= MAX_ID_LENGTH and is_id(text):
        return EntityRef(text)
    if not text.strip():
        return Malformed("the value is empty", "write an id, or `text:Some Name`", 0, len(text))
    return Malformed(f"{quoted(text)} is no id", _id_hint(text), 0, len(text))


def _parse_name(text: str) -> EntityName | Malformed:
    name = _MARK_LIKE.sub("", text, count=1)
    plain = " ".join(name.split())
    if not plain:
        return Malformed("no name follows `text:`", "write `text:Some Name`", 0, len(text))
    if not text.startswith(_MARK):
        return Malformed(f"{quoted(text)} is no name", f"write `text:{plain[:MAX_NAME]}`", 0, len(text))
    if name != name.strip():
        return Malformed("the name has spaces around it", f"write `text:{plain[:MAX_NAME]}`", 0, len(text))
    if plain != name and plain.isprintable() and not name.isprintable():
        return Malformed(f"{quoted(name)} has a line break", f"write `text:{plain[:MAX_NAME]}`", 5, len(name))
    if len(name) > MAX_NAME or not name.isprintable():
        return Malformed(f"{quoted(name)} is no name", f"write up to {MAX_NAME} printable characters", 5, len(name))
    return EntityName(name)


def _id_hint(text: str) -> str:
    listed = several_ids(text)
    if listed:
        return brackets_hint(listed)
    if bare_id(text) != text and is_id(bare_id(text)):
        return f"write `{bare_id(text)}`, without folder and ending"
    slug = slug_of(text[:MAX_NAME])
    name = f"`text:{text.strip()}`" if len(text) <= MAX_ID_LENGTH and text.isprintable() else "`text:Some Name`"
    if slug and len(slug) < MAX_ID_LENGTH:
        return f"write the id, perhaps `{slug}`, or {name} for a name without a page"
    return f"write the id of a subject, or {name} for a name without a page"


def print_value(value: Value) -> str:
    """Return the canonical literal, which reads back as the same value."""
    match value:
        case Money():
            return print_money(value)
        case Quantity():
            return print_quantity(value)
        case PartialDate():
            return value.printed
        case EntityRef(id=text) | Text(text=text):
            return text
        case EntityName(name=name):
            return f"text:{name}"
        case Unknown():
            return "unknown"
        case Nothing():
            return "none"


def _as_printed(value: Value) -> str:
    return value.printed if isinstance(value, Money | Quantity | PartialDate) else print_value(value)


def value_text(value: Value) -> str:
    """Return the value for English readers; an id stays an id, since only the dataset knows names."""
    match value:
        case Money():
            return money_text(value)
        case Quantity():
            return quantity_text(value)
        case PartialDate():
            return value.label
        case EntityName(name=name):
            return name
        case _:
            return print_value(value)


def same_value(a: Value, b: Value) -> bool:
    """Tell whether two literals say the same, however they are spelled: `3兆9000億` and `3.9tn`."""
    match a, b:
        case Money() | Quantity(), Money() | Quantity():
            marks = measure_marks((a, b))
            return marks[a] == marks[b]
        case PartialDate(), PartialDate():
            return a.edtf == b.edtf
    return a == b


def interval(value: Value) -> Interval:
    """Return the numbers that a sum or quantity stands for, ends included; (None, None) for every other value."""
    match value:
        case Money():
            return money_interval(value)
        case Quantity():
            return quantity_interval(value)
    return None, None


def agree(a: Value, b: Value) -> bool:
    """Tell whether both can be true at once, rounding and bounds respected; False for what cannot be compared."""
    match a, b:
        case Money(), Money():
            return _meet(in_measure_of(a, b), b)
        case Quantity(), Quantity():
            return _meet(in_measure_of(a, b), b)
        case PartialDate(), PartialDate():
            return not disjoint(a, b)
    return a == b


def _meet(a: Money | Quantity | None, b: Money | Quantity) -> bool:
    """Tell whether two figures of one measure can both be true; a floor above a ceiling leaves nothing between."""
    return a is not None and not bounds_exclude(a, b) and intervals_meet(interval(a), interval(b))


Order = tuple[int, str, Decimal, Decimal, str]


def value_order(value: Value) -> Order:
    """Return a sort key that is total over all values: sums by currency and amount, dates by time, names by text."""
    zero, printed = Decimal(0), _as_printed(value)
    match value:
        case Money():
            return 0, value.currency, value.amount, value.amount_max or value.amount, printed
        case Quantity():
            return 1, value.unit or "", value.number, value.number_max or value.number, printed
        case PartialDate():
            start, fineness, end, _ = date_order(value)
            return 2, start.isoformat(), Decimal(fineness), Decimal(end.toordinal()), printed
        case EntityRef() | EntityName() | Text():
            return 3, printed, zero, zero, type(value).__name__
        case Unknown():
            return 4, "", zero, zero, printed
        case Nothing():
            return 5, "", zero, zero, printed


def value_json(value: Value) -> Json:
    """Return the value as `claims.json` has it; keys without content are left out."""
    return {"type": _type_of(value), "printed": _as_printed(value), **_content(value)}


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
    content: Json = {"amount": json_number(money.amount)}
    if money.amount_max is not None:
        content["amount_max"] = json_number(money.amount_max)
    content |= {"currency": money.currency, "bound": money.bound.value}
    return content | ({"per": money.per} if money.per else {})


def _quantity_json(quantity: Quantity) -> Json:
    content: Json = {"number": json_number(quantity.number)}
    if quantity.number_max is not None:
        content["number_max"] = json_number(quantity.number_max)
    content |= {"unit": quantity.unit, "bound": quantity.bound.value}
    optional = {"of": quantity.of, "per": quantity.per}
    return content | {key: text for key, text in optional.items() if text}


def _date_json(date: PartialDate) -> Json:
    return {
        "edtf": date.edtf,
        "label": date.label,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
    }
