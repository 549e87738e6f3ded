"""What differs between the records of two datasets, by structural sharing."""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import (
    Subject,
)


@dataclass(frozen=True, slots=True)
class DatasetChange:
    """What differs from the dataset before; ``ground`` where a claim may mean something else though it is the same."""

    old: Dataset
    new: Dataset
    claims: set[ClaimKey]
    subjects: set[SubjectId]
    ground: bool

    @classmethod
    def between(cls, old: Dataset, new: Dataset) -> "DatasetChange":
        """Compare by identity."""
        ground = (
            old.briefing is not new.briefing
            or bool(changed_keys(old.articles, new.articles))
            or bool(changed_keys(old.publishers, new.publishers))
        )
        return cls(old, new, changed_keys(old.claims, new.claims), changed_keys(old.subjects, new.subjects), ground)

    def of_subjects(self, field_of: Callable[[Subject], object]) -> bool:
        """Tell whether a field of any subject differs; what a subject does not have is as if it were empty."""
        for key in self.subjects:
            if self._field(self.old, key, field_of) != self._field(self.new, key, field_of):
                return True
        return False

    def _field(self, dataset: Dataset, key: SubjectId, field_of: Callable[[Subject], object]) -> object:
        subject = dataset.subjects.get(key)
        if subject is None:
            return ()
        return field_of(subject)

    @property
    def is_first(self) -> bool:
        """Tell whether nothing has been linked before."""
        return not self.old.claims

    @property
    def keeps_keys(self) -> bool:
        """Tell whether there are the same claims as before, whatever they say."""
        return self.old.claims.keys() == self.new.claims.keys()

    @property
    def judged_otherwise(self) -> bool:
        """Tell whether judgements, or claims that they may not prefer, are not what they were."""
        for key in self.claims:
            if _for_judgements(self.old.claims.get(key)) != _for_judgements(self.new.claims.get(key)):
                return True
        return self.of_subjects(lambda subject: subject.judgements)


def _for_judgements(claim: Claim | None) -> object:
    """Return what a judgement may depend on: whether a claim is excluded, whether by its source, whom it is about."""
    # Why a claim is excluded is of no matter to a judgement, only whether it is.
    return claim and (bool(claim.excluded), claim.is_withdrawn, claim.about)
