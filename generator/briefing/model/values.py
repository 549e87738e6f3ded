"""What a claim may say of a subject: the types of values, their canonical literals, and their English."""

from dataclasses import dataclass

from briefing.model.dates import PartialDate
from briefing.model.malformed import Malformed
from briefing.model.money import Money, money_text, print_money
from briefing.model.quantity import Quantity, print_quantity, quantity_text

__all__ = [
    "NAME_MARK", "EntityName", "EntityRef", "Malformed", "Money", "Nothing", "PartialDate", "Quantity", "Text",
    "Unknown", "Value", "print_value", "value_text",
]  # fmt: skip

NAME_MARK = "text:"
"""What stands before a name without a page, so that it cannot be taken for an id."""
NO_VALUE_LITERALS = frozenset({"unknown", "none"})
"""What stands for a value where the source leaves it open, or says that there is none; both would pass for ids."""


# Every type of value has ``printed``, the literal as it was written; for those here that is the canonical one as well.


@dataclass(frozen=True, slots=True)
class EntityRef:
    """A subject named by its id; whether it exists is not known here."""

    id: str

    @property
    def printed(self) -> str:
        """The literal: the id itself."""
        return self.id


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name without a page yet.

    It is written as `text:Some Name`, since a bare word would be an id.
    """

    name: str

    @property
    def printed(self) -> str:
        """The literal, with the mark that tells it from an id."""
        return f"{NAME_MARK}{self.name}"


@dataclass(frozen=True, slots=True)
class Text:
    """A paraphrase.

    It says in our words what the source says in its own.
    """

    text: str

    @property
    def printed(self) -> str:
        """The literal: the text itself."""
        return self.text


@dataclass(frozen=True, slots=True)
class Unknown:
    """The source leaves the value open: `unknown`."""

    @property
    def printed(self) -> str:
        """The literal."""
        return "unknown"


@dataclass(frozen=True, slots=True)
class Nothing:
    """The source says that there is none: `none`."""

    @property
    def printed(self) -> str:
        """The literal."""
        return "none"


Value = Money | Quantity | PartialDate | EntityRef | EntityName | Text | Unknown | Nothing


def print_value(value: Value) -> str:
    """Return the canonical literal, which reads back as the same value.

    Only figures have several spellings: `3兆9000億` and `3900bn` are both printed as `3.9tn`.
    """
    match value:
        case Money():
            return print_money(value)
        case Quantity():
            return print_quantity(value)
    return value.printed


def value_text(value: Value) -> str:
    """Return the value for English readers, such as ``up to ¥943 billion`` or ``spring 2027``.

    An id stays an id, since only the dataset knows the names of subjects.
    """
    match value:
        case Money():
            return money_text(value)
        case Quantity():
            return quantity_text(value)
        case PartialDate():
            return value.label
        case EntityName():
            return value.name
    return value.printed
