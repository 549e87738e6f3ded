"""One claim that the text seems to make, ready to be written; a person decides whether it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.ids import SubjectId
from briefing.model.key_names import KEY_FIELDS

Field = str | bool | tuple[str, ...] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim without its id.

    ``value`` is None where the words are the editor's. ``alternatives`` are further subjects that it may be about,
    ``remark`` says what to look at.
    """

    par: int
    about: SubjectId
    attribute: str
    value: str | None
    fields: Mapping[str, Field] = field(default_factory=dict)
    alternatives: tuple[SubjectId, ...] = ()
    remark: str = ""

    @property
    def identity(self) -> tuple[str | None, ...]:
        """What two proposals share that state the same thing; the later of them restates the earlier."""
        # Modality, stage and payer are left out: a text that says a thing twice seldom gives them twice.
        keys = (self._field_text(name) for name in ("speaker", *KEY_FIELDS))
        return (self.about, self.attribute, self.value, *keys)

    def _field_text(self, name: str) -> str | None:
        """Return a field as text, whatever its type, or None where the claim has none."""
        # An absent field is not the same as the text "None".
        if name not in self.fields:
            return None
        return str(self.fields[name])
