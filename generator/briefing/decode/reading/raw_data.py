"""Every file of the data as read: fields by record, before anything that they refer to is looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.decode.reading.content import Fields


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One file as read: its id, folder, path and fields; not ``whole`` where YAML errors may have swallowed some."""

    id: str
    folder: str
    path: str
    fields: Fields
    whole: bool = True


@dataclass(frozen=True, slots=True)
class RawData:
    """Every file as read, by what it is; ids are registered even where a file is broken.

    ``stray`` are ids of files that stand in a wrong place: they are reported once, not at every reference.
    """

    briefing: Fields | None
    rates: tuple[Fields, ...]
    corrections: tuple[Fields, ...]
    redirects: Fields | None
    articles: Mapping[str, RawRecord]
    publishers: Mapping[str, RawRecord]
    subjects: Mapping[str, RawRecord]
    kind_of: Mapping[str, str] = field(default_factory=dict)
    """The kinds of subjects by id: the folder tells, not the file."""
    stray: frozenset[str] = frozenset()
    waivers: tuple[Fields, ...] = ()

    def records(self) -> Iterator[RawRecord]:
        """Yield every record: publishers, then articles, then subjects."""
        for records in (self.publishers, self.articles, self.subjects):
            yield from records.values()
