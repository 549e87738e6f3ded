"""What differs between the records of two datasets, by structural sharing."""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.dataset.linked.subject_sets import differing_subjects
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Subject


@dataclass(frozen=True, slots=True)
class DatasetChange:
    """Which records differ between two datasets.

    ``rereads_claims`` tells whether the briefing, an article or a publisher differs: then every claim has to be read
    again, since its grade, origin or day may have changed with them.
    """

    old: Dataset
    new: Dataset
    claims: set[ClaimKey]
    subjects: set[SubjectId]
    rereads_claims: bool

    @classmethod
    def between(cls, old: Dataset, new: Dataset) -> "DatasetChange":
        """Compare two datasets of which the new one shares what is equal, so that identity is equality."""
        rereads_claims = (
            old.briefing is not new.briefing
            or bool(changed_keys(old.articles, new.articles))
            or bool(changed_keys(old.publishers, new.publishers))
        )
        return cls(
            old, new, changed_keys(old.claims, new.claims), changed_keys(old.subjects, new.subjects), rereads_claims
        )

    def changes_field(self, field_of: Callable[[Subject], object]) -> bool:
        """Tell whether a field of any subject differs; a subject that comes or goes differs unless its field is ()."""
        differing = differing_subjects(self.subjects, self.old.subjects, self.new.subjects, field_of)
        return next(differing, None) is not None

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
        """Tell whether judgements differ, or what they may depend on in the claims that they name."""
        for key in self.claims:
            if _for_judgements(self.old.claims.get(key)) != _for_judgements(self.new.claims.get(key)):
                return True
        return self.changes_field(lambda subject: subject.judgements)


def _for_judgements(claim: Claim | None) -> object:
    """Return what a judgement may depend on: whether a claim is excluded or withdrawn, and whom it is about."""
    # Why a claim is excluded is of no matter to a judgement, only whether it is.
    return claim and (bool(claim.excluded), claim.is_withdrawn, claim.about)
