"""How well a fact is supported: by independent sources, by articles that may share an original, by a single one."""

from briefing.dataset.comparing.confidence import differing_terms, origins_of
from briefing.dataset.comparing.uncompared import uncompared_groups
from briefing.dataset.linked.records import Rank, Slot, ValueGroup
from briefing.model.measures import Hurdle
from briefing.model.values import Unknown
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.boxes import find_open_findings
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.step_states import slot_state

FIGURE_SECTIONS = ("key-facts", "money", "milestones")
_RELIABLE = ("A", "B")


def is_confirmed(entry: Entry) -> bool:
    """Tell whether sources that are known to be independent say the same."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or entry.slot.opinion:
        return False
    # Sources that agree on a sum and not on its stage confirm neither.
    return shown.independent > 1 and not differing_terms(shown.claims)


def is_unsure(ctx: Context, entry: Entry) -> bool:
    """Tell whether several articles say the same of which nobody knows whether they share an original."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or isinstance(shown.value, Unknown) or entry.slot.opinion:
        return False
    if shown.independent > 1 or not origins_of(shown.claims).unsure:
        return False
    return differ_link(ctx, entry.slot) is None and not _find_hurdles(ctx, entry.slot)


def is_overdue(ctx: Context, entry: Entry) -> bool:
    """Tell whether the day of a step has passed and nothing says what became of it."""
    return entry.section == "milestones" and slot_state(ctx, entry.slot) == "overdue"


def is_uncompared(ctx: Context, entry: Entry) -> bool:
    """Tell whether sources give a figure in units or currencies that nothing converts."""
    if entry.section not in FIGURE_SECTIONS or entry.slot.opinion or entry.slot.disputed:
        return False
    return any(hurdle is not Hurdle.WORDING for hurdle in _find_hurdles(ctx, entry.slot))


def is_single(ctx: Context, entry: Entry) -> bool:
    """Tell whether one good source says a figure or date and none says otherwise: all others were compared."""
    if entry.section not in FIGURE_SECTIONS or entry.slot.opinion:
        return False
    shown = entry.slot.shown
    if shown is None or shown.doubt or isinstance(shown.value, Unknown):
        return False
    return _has_one_reliable_origin(shown) and _is_uncontradicted(ctx, entry.slot)


def _has_one_reliable_origin(shown: ValueGroup) -> bool:
    return len(shown.origins) == 1 and shown.grade in _RELIABLE


def _is_uncontradicted(ctx: Context, slot: Slot) -> bool:
    # An older value that this one took the place of is no contradiction, yet whoever gave it says something else.
    if slot.disputed or Rank.SUPERSEDED in slot.ranks.values():
        return False
    return not find_open_findings(ctx, slot) and not _find_hurdles(ctx, slot)


def _find_hurdles(ctx: Context, slot: Slot) -> list[Hurdle]:
    return [hurdle for _, hurdle in uncompared_groups(slot, ctx.attribute(slot), ctx.rates)]
