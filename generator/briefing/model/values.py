"""What a claim may say of a subject: the types of values, their canonical literals, and their English."""

from dataclasses import dataclass

from briefing.model.dates import PartialDate
from briefing.model.malformed import Malformed
from briefing.model.money import Money, money_text, print_money
from briefing.model.quantity import Quantity, print_quantity, quantity_text

__all__ = [
    "NAME_MARK", "EntityName", "EntityRef", "Malformed", "Money", "Nothing", "PartialDate", "Quantity", "Text",
    "Unknown", "Value", "as_printed", "print_value", "value_text",
]  # fmt: skip

NAME_MARK = "text:"
"""What stands before a name without a page, so that it cannot be taken for an id."""


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
            return f"{NAME_MARK}{name}"
        case Unknown():
            return "unknown"
        case Nothing():
            return "none"


def as_printed(value: Value) -> str:
    """Return the literal as it was written, which may not be the canonical one."""
    if isinstance(value, Money | Quantity | PartialDate):
        return value.printed
    return print_value(value)


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
