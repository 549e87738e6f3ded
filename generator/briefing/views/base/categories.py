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
from briefing.views.base.placement import slot_id

_FAMILIES = tuple(Category)


_STATUSES = ("open", "explained", "settled")


def family_of(data: Dataset, conflict: Conflict) -> Category:
    """Return what sort of thing a finding is; a rule that is not known here counts by the voices it compares."""
    shown_as = presentation_of(conflict)
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
    return len(voices_of(claims)) > 1 or any(data.slot_of[claim.key].disputed for claim in claims)


def voices_of(claims: Iterable[Claim]) -> set[tuple[ArticleId, str | None]]:
    """Return who speaks: every article, and every report that one cites."""
    return {(claim.article, claim.qualifier("via")) for claim in claims}


def _has_several_answers(data: Dataset, conflict: Conflict) -> bool:
    return len({_answer(data, data.claims[key]) for key in conflict.claims if key in data.claims}) > 1


def _answer(data: Dataset, claim: Claim) -> tuple[SlotKey, ClaimKey]:
    """Return what a claim says: its slot and the group that it belongs to there."""
    slot = data.slot_of[claim.key]
    group = next((one for one in slot.groups if claim in one.claims), None)
    return slot_id(slot), group.claims[0].key if group else claim.key


def order_findings(data: Dataset, audience: str) -> tuple[Conflict, ...]:
    """Return the conflicts for readers or for editors: by sort, disputes first, then by rule, those open first."""
    shown = [one for one in data.conflicts if one.audience == audience]
    return tuple(sorted(shown, key=lambda one: _order(data, one)))


def _order(data: Dataset, one: Conflict) -> tuple[object, ...]:
    family, rule = _FAMILIES.index(family_of(data, one)), _rule_order().get(one.rule, len(RULE_OF))
    return family, rule, one.rule, status_place(one), one.about, one.key


def status_place(conflict: Conflict) -> int:
    """Return where a status comes in a list: open, explained, settled."""
    return _STATUSES.index(conflict.status)


@cache
def _rule_order() -> dict[str, int]:
    return {code: place for place, code in enumerate(RULE_OF)}
