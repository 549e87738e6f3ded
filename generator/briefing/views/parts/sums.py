"""Slots of sums and effects in one order: by what they are worth in the briefing's currency."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.views.base.context import Context
from briefing.views.base.paging import weigh_claim
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.values import lead_claim
from briefing.views.parts.worth import worth_of

_ROW_WEIGHT = 60


def money_entries(context: Context, attribute: str) -> Iterator[Entry]:
    """Yield every slot of sums (``amount``) or of effects (``effect``) that shows a value, once."""
    for layout in context.addresses.layouts.values():
        for entry in layout.entries:
            if entry.slot.attribute == attribute and _is_shown_for(entry, layout.subject):
                yield entry


def _is_shown_for(entry: Entry, subject: SubjectId) -> bool:
    # A slot about two subjects stands on both of their pages, and counts for the first.
    if entry.slot.about[0] != subject:
        return False
    return entry.slot.shown is not None


def largest(context: Context, attribute: str) -> list[Entry]:
    """Return the slots of an attribute by what they are worth, the largest first."""
    return largest_first(context, money_entries(context, attribute))


def largest_first(context: Context, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries that show a sum by what it is worth, the largest first, those of unknown worth last."""
    # A claim leads one group alone, so that its key stands for the entry.
    by_lead: dict[ClaimKey, Entry] = {}
    for entry in entries:
        if entry.slot.shown:
            by_lead[lead_claim(entry.slot.shown).key] = entry
    leads = sorted(context.data.find_claims(by_lead), key=lambda claim: _worth_order(context, claim))
    return [by_lead[claim.key] for claim in leads]


def _worth_order(context: Context, claim: Claim) -> tuple[Decimal, str]:
    """Return what sums are sorted by, the largest first; equal ones stand in the order of their keys."""
    worth = worth_of(context, claim)
    # A sum of nothing is worth more than one of which nobody knows.
    if worth is None:
        return Decimal(1), claim.key
    return -worth.amount, claim.key


def weigh_sum(entry: Entry) -> int:
    """Return what the row of a sum weighs in a list."""
    return _ROW_WEIGHT + sum(map(weigh_claim, entry.slot.claims))
