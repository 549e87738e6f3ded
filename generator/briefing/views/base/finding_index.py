"""What rules found, by the subjects and the claims that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.grouping import group_by_each
from briefing.model.ids import ClaimKey, SubjectId
from briefing.views.base.categories import order_findings


@dataclass(frozen=True, slots=True)
class FindingIndex:
    """The findings that readers see: all of them in page order, by key, those of each subject and those of each claim.

    ``checked_by_subject`` holds what only editors see as well, in the order of the keys of findings.
    """

    for_readers: tuple[Conflict, ...]
    by_key: Mapping[str, Conflict]
    by_subject: Mapping[SubjectId, tuple[Conflict, ...]]
    by_claim: Mapping[ClaimKey, tuple[Conflict, ...]]
    checked_by_subject: Mapping[SubjectId, tuple[Conflict, ...]]


def index_findings(data: Dataset) -> FindingIndex:
    """Return the index of all findings of the dataset."""
    for_readers = order_findings(data, "reader")
    return FindingIndex(
        for_readers=for_readers,
        by_key={finding.key: finding for finding in for_readers},
        by_subject=group_by_each(for_readers, lambda finding: finding.about),
        by_claim=group_by_each(for_readers, lambda finding: finding.claims),
        checked_by_subject=group_by_each(data.conflicts, lambda finding: dict.fromkeys(finding.about)),
    )
