"""Which page of its list a finding stands on: readers and editors have a list each, split by what findings weigh."""

from collections.abc import Iterable, Mapping

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.routes import CHECKS, CONFLICTS, PagePath, list_page
from briefing.views.base.categories import order_findings
from briefing.views.base.paging import split_by_weight, weigh_claim, weigh_text

MOST_VOICES = 200
"""So many voices of one finding are listed; the data have all."""
_BOX_WEIGHT = 110
# Every finding is for readers or for editors, so that it stands in one list.
_LISTS = {"reader": CONFLICTS, "editor": CHECKS}
Findings = tuple[Conflict, ...]


def split_findings(data: Dataset, findings: Iterable[Conflict]) -> tuple[Findings, ...]:
    """Return findings in the pages of their list."""
    return split_by_weight(findings, lambda finding: _weigh(data, finding))


def _weigh(data: Dataset, finding: Conflict) -> int:
    claims = data.find_claims(finding.claims[:MOST_VOICES])
    text_weight = weigh_text(finding.message) + weigh_text(finding.reading)
    return _BOX_WEIGHT + text_weight + sum(map(weigh_claim, claims))


def find_finding_pages(data: Dataset) -> Mapping[str, PagePath]:
    """Return the page that lists each finding, by its key."""
    pages: dict[str, PagePath] = {}
    for audience, folder in _LISTS.items():
        parts = split_findings(data, order_findings(data, audience))
        for number, part in enumerate(parts, 1):
            pages.update(dict.fromkeys((finding.key for finding in part), list_page(folder, number)))
    return pages
