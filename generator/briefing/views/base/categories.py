"""Of which category a finding is, given the voices in it, and in which order readers meet findings.

Disputes and differing terms are differences between voices; the others tell how something is said or known.
"""

from collections.abc import Iterable
from functools import cache

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.conflicts.rule_table import RULE_OF, presentation_of
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.dataset.rule_base.rule import Category
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey

_CATEGORIES = tuple(Category)
STATUSES = ("open", "explained", "settled")


def category_of(data: Dataset, conflict: Conflict) -> Category:
    """Return what sort of thing a finding is; a rule that is not known here counts by the voices it compares."""
    shown_as = presentation_of(conflict)
    # Only a difference depends on who speaks.
    if not shown_as.category.is_difference:
        return shown_as.category
    if not _has_several_voices(data, conflict):
        return Category.NOTE
    if shown_as.around_one_value or _has_several_answers(data, conflict):
        return shown_as.category
    return Category.NOTE


def _has_several_voices(data: Dataset, conflict: Conflict) -> bool:
    """Tell whether several voices speak; one that contradicts itself in dispute counts as several."""
    claims = data.find_claims(conflict.claims)
    if len(voices_of(claims)) > 1:
        return True
    return any(data.slot_of[claim.key].disputed for claim in claims)


def voices_of(claims: Iterable[Claim]) -> set[tuple[ArticleId, str | None]]:
    """Return who speaks: every article, and every report that one cites."""
    return {(claim.article, claim.qualifier("via")) for claim in claims}


def _has_several_answers(data: Dataset, conflict: Conflict) -> bool:
    answers = {_answer(data, claim) for claim in data.find_claims(conflict.claims)}
    return len(answers) > 1


def _answer(data: Dataset, claim: Claim) -> tuple[SlotKey, ClaimKey]:
    """Return what a claim says: its slot and the first claim of the group that it belongs to there."""
    slot = data.slot_of[claim.key]
    for group in slot.groups:
        if claim in group.claims:
            return SlotKey.of(slot), group.claims[0].key
    # A claim that is set aside is in no group: it says what no other does.
    return SlotKey.of(slot), claim.key


def order_findings(data: Dataset, audience: str) -> tuple[Conflict, ...]:
    """Return the conflicts for readers or for editors: by sort, disputes first, then by rule, those open first."""
    conflicts = [conflict for conflict in data.conflicts if conflict.audience == audience]
    return tuple(sorted(conflicts, key=lambda conflict: _list_order(data, conflict)))


def _list_order(data: Dataset, conflict: Conflict) -> tuple[object, ...]:
    return (
        _CATEGORIES.index(category_of(data, conflict)),
        # A rule that is gone, whose conflicts editors wrote down, comes after all others.
        _rule_ranks().get(conflict.rule, len(RULE_OF)),
        conflict.rule,
        status_rank(conflict),
        conflict.about,
        conflict.key,
    )


def status_rank(conflict: Conflict) -> int:
    """Return where a status comes in a list: open, explained, settled."""
    return STATUSES.index(conflict.status)


@cache
def _rule_ranks() -> dict[str, int]:
    return {code: rank for rank, code in enumerate(RULE_OF)}
