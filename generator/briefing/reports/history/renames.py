"""Subjects that go by another id since a commit: what only bears the new id has not changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ClaimKey, SubjectId


@dataclass(frozen=True, slots=True)
class Renames:
    """The new id of each subject that one commit renamed, by the old one."""

    ids: Mapping[str, str] = field(default_factory=dict)

    def concern(self, subject: SubjectId) -> bool:
        """Tell whether a subject has another id since, or had another one before."""
        return subject in self.ids or subject in self.ids.values()

    def text(self, text: str | None) -> str | None:
        """Return a printed field with new ids, if it is an id or a list of ids."""
        if text is None or not self.ids:
            return text
        return ", ".join(self.ids.get(part, part) for part in text.split(", "))

    def claim(self, key: ClaimKey) -> ClaimKey:
        """Return the key of a claim in the file of its subject as it is now."""
        holder, _, name = key.partition("#")
        return ClaimKey(f"{self.ids.get(holder, holder)}#{name}")


def find_renames(old: Dataset, new: Dataset) -> Renames:
    """Return the subjects that went by another id in ``old``, and whose readers ``new`` leads to where they are now."""
    ids: dict[str, str] = {}
    for redirect in new.redirects:
        was, now = SubjectId(redirect.old), SubjectId(redirect.to or "")
        # A subject that was there before has not been renamed: another one was merged into it.
        if was in old.subjects and was not in new.subjects and now in new.subjects and now not in old.subjects:
            ids[was] = now
    return Renames(ids)
