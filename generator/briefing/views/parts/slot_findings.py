"""The findings for readers on a slot: those on what it shows that are open, and all differences."""

from collections.abc import Iterable, Iterator

from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.rule import Category
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context


def find_open_findings(context: Context, slot: Slot) -> tuple[Conflict, ...]:
    """Return the open findings for readers about what a slot shows."""
    if slot.shown is None:
        return ()
    findings = find_reader_findings(context, slot.shown.claims)
    return tuple(finding for finding in findings if _is_open(context, finding))


def _is_open(context: Context, finding: Conflict) -> bool:
    if finding.status != "open":
        return False
    # What only looks alike contradicts nothing.
    return category_of(context.data, finding) is not Category.LOOKALIKE


def find_differences(context: Context, slot: Slot) -> Iterator[Conflict]:
    """Yield the differences that any claim of a slot is part of, those with an answer among them."""
    for finding in find_reader_findings(context, slot.claims):
        if category_of(context.data, finding).is_difference:
            yield finding


def find_reader_findings(context: Context, claims: Iterable[Claim]) -> Iterable[Conflict]:
    """Return the findings for readers about any of the claims, each once."""
    findings: list[Conflict] = []
    for claim in claims:
        findings.extend(context.findings.by_claim.get(claim.key, ()))
    return distinct_by(findings, lambda finding: finding.key)
