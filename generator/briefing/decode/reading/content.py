"""The content of a data file as read: plain values by field, each with its place in the file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.decode.reading.hints import first_character
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span
from briefing.model.values import PartialDate, Value

Findings = list[Diagnostic]


@dataclass(frozen=True, slots=True)
class ScalarText:
    """The text of a scalar as written, with its place; ``value`` is what a literal means."""

    text: str
    span: Span
    value: Value | None = None

    @property
    def date(self) -> PartialDate | None:
        """The date that the literal means, or None where it means something else or nothing."""
        return self.value if isinstance(self.value, PartialDate) else None


@dataclass(frozen=True, slots=True)
class Fields:
    """A record as read: its fields by name, and where it stands.

    ``keys`` are the fields written, wrong ones included and ``null`` ones not. ``excused`` are those that
    may be absent because of a slip reported elsewhere; ``faulty`` tells that an error lies inside.
    """

    values: Mapping[str, "Content"]
    keys: Mapping[str, Span]
    span: Span
    excused: frozenset[str] = frozenset()
    faulty: bool = False

    def scalar(self, name: str) -> ScalarText | None:
        """Return the scalar under ``name``, or None where it is absent or was wrong."""
        content = self.values.get(name)
        if isinstance(content, ScalarText):
            return content
        return None

    def text(self, name: str) -> str | None:
        """Return the text under ``name``, or None."""
        content = self.values.get(name)
        if isinstance(content, ScalarText):
            return content.text
        return None

    def text_or(self, name: str, default: str) -> str:
        """Return the text under ``name``, or ``default`` where it is absent or was wrong."""
        return self.text(name) or default

    def text_within(self, record: str, name: str) -> str | None:
        """Return the text under ``name`` in the record that stands under ``record``, or None."""
        return self.inner(record).text(name)

    def date(self, name: str) -> PartialDate | None:
        """Return the date under ``name``; None where it is absent, unknown or was wrong."""
        scalar = self.scalar(name)
        return scalar.date if scalar else None

    def flag(self, name: str) -> bool:
        """Return whether ``name`` is set to true."""
        return self.text(name) == "true"

    def scalars(self, name: str) -> tuple[ScalarText, ...]:
        """Return the scalars listed under ``name``; none where a scalar stands there without a list."""
        content = self.values.get(name)
        if not isinstance(content, tuple):
            return ()
        return tuple(item for item in content if isinstance(item, ScalarText))

    def any_scalars(self, name: str) -> tuple[ScalarText, ...]:
        """Return the scalar under ``name``, or the scalars listed there."""
        # Some fields take one value or a list of them, such as the payer.
        scalar = self.scalar(name)
        if scalar is None:
            return self.scalars(name)
        return (scalar,)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts listed under ``name``."""
        return tuple(scalar.text for scalar in self.scalars(name))

    def texts_or(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Return the texts listed under ``name``, or ``default`` where there are none."""
        return self.texts(name) or default

    def record(self, name: str) -> "Fields | None":
        """Return the record under ``name``, or None."""
        content = self.values.get(name)
        if isinstance(content, Fields):
            return content
        return None

    def inner(self, name: str) -> "Fields":
        """Return the record under ``name``; one without fields where it is absent or was wrong."""
        return self.record(name) or Fields({}, {}, self.span_of(name))

    def records(self, name: str) -> "tuple[Fields, ...]":
        """Return the records listed under ``name``."""
        return records_of(self.values.get(name))

    def mapping(self, name: str) -> "Mapping[str, Content]":
        """Return the free mapping under ``name``; empty where there is none."""
        return self.inner(name).values

    def records_by_key(self, name: str) -> "dict[str, Fields]":
        """Return the records of the free mapping under ``name``; those that were wrong are left out."""
        return {key: content for key, content in self.mapping(name).items() if isinstance(content, Fields)}

    def span_of(self, name: str) -> Span:
        """Return where the value of ``name`` stands, else its key, else where the record begins."""
        content = self.values.get(name)
        # A list has no span of its own, only its items have.
        if isinstance(content, (ScalarText, Fields)):
            return content.span
        return self.keys.get(name, first_character(self.span))

    def all_scalars(self) -> Iterator[ScalarText]:
        """Yield the scalars of all fields, those in lists among them; records inside are left out."""
        for name in self.values:
            yield from self.any_scalars(name)

    def lacks(self, name: str) -> bool:
        """Return whether ``name`` is absent and no finding says why."""
        return name not in self.keys and name not in self.excused


Content = ScalarText | Fields | tuple["Content", ...]


def has_error(findings: Iterable[Diagnostic]) -> bool:
    """Return whether one of some findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def records_of(content: Content | None) -> tuple[Fields, ...]:
    """Return the records of a list; none where the content is no list."""
    if not isinstance(content, tuple):
        return ()
    return tuple(item for item in content if isinstance(item, Fields))


def texts_of(mapping: Mapping[str, Content]) -> dict[str, str]:
    """Return the texts of a free mapping by key; what is no scalar has been reported."""
    return {key: content.text for key, content in mapping.items() if isinstance(content, ScalarText)}
