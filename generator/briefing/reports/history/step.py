"""From one state of the data to the next, by one commit: what all sorts of operations are worked out from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefing.dataset.diff import Comparison, FieldChange, compare_datasets
from briefing.dataset.linked.claim_fields import claim_fields
from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ClaimKey
from briefing.reports.history.renames import Renames, find_renames
from briefing.reports.history.substance import is_substance

_CURRENT = "current"


def claim_state(dataset: Dataset, key: ClaimKey) -> dict[str, str]:
    """Return all that a claim says, as printed, with where it stands in its slot and what became of its article."""
    claim = dataset.claims[key]
    state = {**claim_fields(claim), "rank": dataset.slot_of[key].ranks[key].value}
    if claim.status != _CURRENT:
        state["status"] = claim.status
    return state


@dataclass(frozen=True)
class Step:
    """Two states that follow each other, the commit that led to the second one, and its day in UTC."""

    old: Dataset
    new: Dataset
    commit: str
    day: date

    @cached_property
    def comparison(self) -> Comparison:
        """What differs between the two states."""
        return compare_datasets(self.old, self.new)

    @cached_property
    def renames(self) -> Renames:
        """The subjects that have another id since."""
        return find_renames(self.old, self.new)

    @cached_property
    def touched(self) -> frozenset[ClaimKey]:
        """The claims of either state that may say something else in the other one, or stand in another slot."""
        old, new = self.old, self.new
        # What no edit has touched is one object in both states.
        slots = {key for key, slot in new.slot_of.items() if old.slot_of.get(key) is not slot}
        claims = {key for key, claim in new.claims.items() if old.claims.get(key) is not claim}
        return frozenset(slots | claims | (old.claims.keys() - new.claims.keys()))

    @cached_property
    def changed_fields(self) -> dict[ClaimKey, tuple[FieldChange, ...]]:
        """The fields in which claims of both states differ, by the keys of the claims, in order."""
        in_both = sorted(key for key in self.touched if key in self.old.claims and key in self.new.claims)
        changes = {key: self._compare_claims(key, key) for key in in_both}
        return {key: fields for key, fields in changes.items() if fields}

    @cached_property
    def renamed_claims(self) -> dict[ClaimKey, ClaimKey]:
        """The claims that moved with the file of their subject and say the same there: old keys by new ones."""
        # Hardly a commit renames a subject.
        if not self.renames.ids:
            return {}
        pairs = {self.renames.claim(claim.key): claim.key for claim in self.comparison.removed}
        return {now: was for now, was in pairs.items() if now in self.new.claims and not self._says_else(was, now)}

    def is_substance(self, key: ClaimKey, changes: Iterable[FieldChange]) -> bool:
        """Tell whether one of some changes of a claim is more than wording."""
        attribute, registry = self.new.claims[key].attribute, self.new.registry
        return any(is_substance(change, attribute, registry, self.renames) for change in changes)

    def still_says(self, key: ClaimKey) -> bool:
        """Tell whether a claim of the new state said the same in the old one, however it is worded or ranked."""
        if key in self.renamed_claims:
            return True
        if key not in self.old.claims:
            return False
        changes = [change for change in self.changed_fields.get(key, ()) if change.field != "rank"]
        return not self.is_substance(key, changes)

    def _says_else(self, was: ClaimKey, now: ClaimKey) -> bool:
        return self.is_substance(now, self._compare_claims(was, now))

    def _compare_claims(self, was: ClaimKey, now: ClaimKey) -> tuple[FieldChange, ...]:
        before, after = claim_state(self.old, was), claim_state(self.new, now)
        names = sorted(before.keys() | after.keys())
        fields = [FieldChange(name, before.get(name), after.get(name)) for name in names]
        return tuple(field for field in fields if field.was != field.now)
