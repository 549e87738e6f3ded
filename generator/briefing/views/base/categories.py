"""What sort of thing a rule found: a disputed value, terms that differ, a likeness that misleads, or a note.

Disputes and differing terms are differences between voices; the others tell how something is said or known.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey
from briefing.views.base.placement import slot_id


class Category(StrEnum):
    """The sorts of findings, in the order in which readers need them."""

    DISPUTE = "dispute"
    TERMS = "terms"
    LOOKALIKE = "lookalike"
    NOTE = "note"

    @property
    def is_difference(self) -> bool:
        """Tell whether sources differ, so that a box with their voices is due."""
        return self in (Category.DISPUTE, Category.TERMS)


_LOOKALIKES = frozenset({"alias-shared", "equal-figures"})


# They are about one voice, or about a reckoning of ours, even where the value itself is in dispute.
_NOTES = frozenset(
    {
        "copied-support", "effect-over-money", "forecast-without-period", "original-withdrawn", "overlap-undeclared",
        "parts-below-half", "plan-late", "plan-overdue", "rank-incomplete", "rate-misfit", "rates-disagree",
        "restatement-drift", "second-hand", "stage-progress",
    }
)  # fmt: skip


# They compare what is said around one value, so that the value itself may be the same.
_TERMS = frozenset({"calendars-mixed", "kinds-mixed", "payers-differ-across", "superlative-shared", "terms-differ"})


_DISPUTES = frozenset({"editor-differs", *(rule.code for rule in RULES if rule.disputes)})


_FAMILIES = tuple(Category)


_STATUSES = ("open", "explained", "settled")


def family_of(data: Dataset, conflict: Conflict) -> Category:
    """Return what sort of thing a finding is; a rule that is not known here counts by the voices it compares."""
    if conflict.rule in _LOOKALIKES:
        return Category.LOOKALIKE
    if conflict.rule in _NOTES or not _has_several_voices(data, conflict):
        return Category.NOTE
    if conflict.rule not in _TERMS and not _has_several_answers(data, conflict):
        return Category.NOTE
    return Category.DISPUTE if conflict.rule in _DISPUTES else Category.TERMS


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
    family, rule = _FAMILIES.index(family_of(data, one)), _rule_places().get(one.rule, len(RULES))
    return family, rule, one.rule, status_place(one), one.about, one.key


def status_place(conflict: Conflict) -> int:
    """Return where a status comes in a list: open, explained, settled."""
    return _STATUSES.index(conflict.status)


@cache
def _rule_places() -> dict[str, int]:
    return {rule.code: place for place, rule in reversed(list(enumerate(RULES)))}
