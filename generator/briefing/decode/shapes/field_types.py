"""The vocabulary that file shapes are written in: field types as values.

One table of fields validates the data, generates the JSON Schemas and orders the keys for
``fmt``; nothing about a field is said twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.decode.text_checks.text_problem import TextProblem


@dataclass(frozen=True, slots=True)
class TextField:
    """A text, which ``check`` may find a problem in.

    ``kept`` text stands even where it is wrong, because other places refer to it. Editors ``offer`` words that the
    data already use under that name; others may be written, too.
    """

    check: Callable[[str], TextProblem | None] | None = None
    max_length: int = 4000
    kept: bool = False
    offer: str | None = None


@dataclass(frozen=True, slots=True)
class FlagField:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class EnumField:
    """One of a few words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LiteralField:
    """A value literal: money, quantity, date or entity (the types are tried in order).

    A ``settled`` field takes neither ``unknown`` nor ``none``.
    """

    kinds: tuple[str, ...]
    settled: bool = False


@dataclass(frozen=True, slots=True)
class RefField:
    """An id that must exist: of a subject, article, publisher, claim or attribute; or one of the words ``also``."""

    space: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListField:
    """A list; ``single`` lets one item stand without brackets."""

    of: "FieldType"
    single: bool = False


@dataclass(frozen=True, slots=True)
class RecordField:
    """A mapping with known fields; ``shorthand`` names the field that a bare scalar stands for."""

    fields: "tuple[Field, ...]"
    shorthand: str | None = None
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The names of the fields in their order."""
    required: "tuple[Field, ...]" = field(init=False, repr=False, compare=False)
    """The fields that no record may lack."""
    _by_name: "dict[str, Field]" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {member.name: member for member in self.fields}
        # A frozen dataclass can set what it derives from its own fields in no other way.
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "names", tuple(by_name))
        object.__setattr__(self, "required", tuple(member for member in self.fields if member.required))

    def named(self, name: str) -> "Field | None":
        """Return the field called ``name``, or None."""
        return self._by_name.get(name)


@dataclass(frozen=True, slots=True)
class MapField:
    """A mapping with free keys; ``keys`` is a pattern that they match, ``known`` what they may have meant."""

    of: "FieldType"
    keys: str = r"[A-Za-z0-9_./-]{1,64}\Z"
    known: tuple[str, ...] = ()
    hint: str = "use small letters, digits and hyphens"


@dataclass(frozen=True, slots=True)
class EitherField:
    """A scalar where the node is a scalar, else the other type."""

    scalar: "FieldType"
    other: "FieldType"


FieldType = (
    TextField | FlagField | EnumField | LiteralField | RefField | ListField | RecordField | MapField | EitherField
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its data name, type, whether it is required, and its meaning."""

    name: str
    type: FieldType
    doc: str
    required: bool = False
    examples: tuple[str, ...] = field(default=())
