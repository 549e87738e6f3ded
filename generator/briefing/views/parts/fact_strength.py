"""How well a fact is supported."""

from briefing.dataset.comparing.confidence import differing_terms, origins_of
from briefing.dataset.comparing.uncompared import uncompared_groups
from briefing.dataset.linked.records import Rank, Slot
from briefing.model.measures import Hurdle
from briefing.model.values import Unknown
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.boxes import find_open_findings
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.step_states import slot_state

FIGURE_SECTIONS = ("key-facts", "money", "milestones")


_GOOD = ("A", "B")


def is_confirmed(entry: Entry) -> bool:
    """Tell whether sources that are known to be independent say the same."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or shown.independent < 2 or entry.slot.opinion:
        return False
    return not differing_terms(shown.claims)


def is_unsure(ctx: Context, entry: Entry) -> bool:
    """Tell whether several articles say the same of which nobody knows whether they share an original."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or shown.independent > 1 or isinstance(shown.value, Unknown):
        return False
    if origins_of(shown.claims).unsure == 0 or entry.slot.opinion:
        return False
    return differ_link(ctx, entry.slot) is None and not _hurdles(ctx, entry.slot)


def is_overdue(ctx: Context, entry: Entry) -> bool:
    return entry.section == "milestones" and slot_state(ctx, entry.slot) == "overdue"


def _is_contested(ctx: Context, slot: Slot) -> bool:
    """Tell whether a value is in dispute, or an open finding of its page is about it."""
    return slot.disputed or bool(find_open_findings(ctx, slot))


def is_uncompared(ctx: Context, entry: Entry) -> bool:
    """Tell whether sources give a figure in units or currencies that nothing converts."""
    if entry.section not in FIGURE_SECTIONS or entry.slot.opinion or entry.slot.disputed:
        return False
    return any(hurdle is not Hurdle.WORDING for hurdle in _hurdles(ctx, entry.slot))


def _hurdles(ctx: Context, slot: Slot) -> list[Hurdle]:
    return [hurdle for _, hurdle in uncompared_groups(slot, ctx.attribute(slot), ctx.rates)]


def is_single(ctx: Context, entry: Entry) -> bool:
    """Tell whether one good source says a figure or date and none says otherwise: all others were compared."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or entry.section not in FIGURE_SECTIONS or isinstance(shown.value, Unknown):
        return False
    if len(shown.origins) != 1 or shown.grade not in _GOOD or entry.slot.opinion:
        return False
    # An older value that this one took the place of is no contradiction, yet whoever gave it says something else.
    if Rank.SUPERSEDED in entry.slot.ranks.values():
        return False
    return not _is_contested(ctx, entry.slot) and not _hurdles(ctx, entry.slot)
