"""Which page of its list a finding stands on: readers and editors have a list each, split by what findings weigh."""

from collections.abc import Iterable, Mapping

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.routes import CHECKS, CONFLICTS, PagePath, list_page
from briefing.views.base.categories import order_findings
from briefing.views.base.paging import split_by_weight, weigh_claim, weigh_text

MOST_VOICES = 200


"""So many voices of one finding are told in a list; the data have all."""


_BOX = 110


Findings = tuple[Conflict, ...]


def split_findings(data: Dataset, found: Iterable[Conflict]) -> tuple[Findings, ...]:
    """Return findings in the pages of their list."""
    return split_by_weight(found, lambda one: _weigh(data, one))


def _weigh(data: Dataset, conflict: Conflict) -> int:
    claims = data.find_claims(conflict.claims[:MOST_VOICES])
    told = weigh_text(conflict.message) + weigh_text(conflict.reading)
    return _BOX + told + sum(map(weigh_claim, claims))


def find_finding_pages(data: Dataset) -> Mapping[str, PagePath]:
    """Return the page that lists each finding, by its key."""
    return {
        one.key: list_page(folder, number)
        for audience, folder in (("reader", CONFLICTS), ("editor", CHECKS))
        for number, part in enumerate(split_findings(data, order_findings(data, audience)), 1)
        for one in part
    }
