"""One claim that the text seems to make, ready to be written; a person decides whether it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.ids import SubjectId

Field = str | bool | tuple[str, ...] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim without its id.

    ``value`` is None where the words are the editor's. ``others`` are further subjects that it may be about,
    ``remark`` says what to look at.
    """

    par: int
    about: SubjectId
    attribute: str
    value: str | None
    fields: Mapping[str, Field] = field(default_factory=dict)
    others: tuple[SubjectId, ...] = ()
    remark: str = ""

    @property
    def identity(self) -> tuple[str, str, str | None, str | None, tuple[str | None, ...]]:
        """What makes two proposals the same statement; a second time it is restated."""
        keys = ("line", "measure", "milestone", "role", "list", "edition")
        also = self.fields.get("speaker")
        return (
            self.about,
            self.attribute,
            self.value,
            str(also) if also else None,
            tuple(str(self.fields[one]) if one in self.fields else None for one in keys),
        )
