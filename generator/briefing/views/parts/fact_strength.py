"""How well a fact is supported: by independent sources, by articles that may share an original, by a single one."""

from briefing.dataset.comparing.confidence import differing_terms
from briefing.dataset.comparing.origins import origins_of
from briefing.dataset.comparing.uncompared import uncompared_groups
from briefing.dataset.linked.records import Rank, Slot, ValueGroup
from briefing.model.measures import Hurdle
from briefing.model.values import Unknown
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.slot_findings import find_open_findings
from briefing.views.parts.step_states import slot_state

FIGURE_SECTIONS = ("key-facts", "money", "milestones")
_RELIABLE = ("A", "B")


def is_confirmed(entry: Entry) -> bool:
    """Tell whether sources that are known to be independent say the same."""
    fact = _find_fact(entry.slot)
    if fact is None or fact.independent < 2:
        return False
    # Sources that agree on a sum and not on its stage confirm neither.
    return not differing_terms(fact.claims)


def is_unsure(context: Context, entry: Entry) -> bool:
    """Tell whether several articles say the same of which nobody knows whether they share an original."""
    fact = _find_known_value(entry.slot)
    if fact is None or fact.independent > 1:
        return False
    if not origins_of(fact.claims).unsure:
        return False
    # What differs is told among the differences.
    if differ_link(context, entry.slot) is not None:
        return False
    return not _find_hurdles(context, entry.slot)


def is_overdue(context: Context, entry: Entry) -> bool:
    """Tell whether the day of a step has passed and nothing says what became of it."""
    if entry.section != "milestones":
        return False
    return slot_state(context, entry.slot) == "overdue"


def is_uncompared(context: Context, entry: Entry) -> bool:
    """Tell whether sources give a figure in units or currencies that nothing converts."""
    if not _is_figure(entry) or entry.slot.disputed:
        return False
    # Words that differ are no figures: readers compare them themselves.
    hurdles = _find_hurdles(context, entry.slot) - {Hurdle.WORDING}
    return bool(hurdles)


def is_single(context: Context, entry: Entry) -> bool:
    """Tell whether one good source says a figure or date and none says otherwise: all others were compared."""
    fact = _find_known_value(entry.slot)
    if fact is None or not _is_figure(entry):
        return False
    # A poor source that stands alone is no fact to lead with.
    if len(fact.origins) != 1 or fact.grade not in _RELIABLE:
        return False
    return _is_uncontradicted(context, entry.slot)


def _find_fact(slot: Slot) -> ValueGroup | None:
    """Return what a slot shows as a fact.

    An opinion is none, nor is a value whose source was withdrawn, misquoted or has corrected it.
    """
    if slot.opinion:
        return None
    shown = slot.shown
    if shown is None or shown.doubt:
        return None
    return shown


def _find_known_value(slot: Slot) -> ValueGroup | None:
    """Return what a slot shows as a fact; that something is unknown is none that sources could share."""
    fact = _find_fact(slot)
    if fact is None or isinstance(fact.value, Unknown):
        return None
    return fact


def _is_figure(entry: Entry) -> bool:
    if entry.slot.opinion:
        return False
    return entry.section in FIGURE_SECTIONS


def _is_uncontradicted(context: Context, slot: Slot) -> bool:
    """Tell whether no source says anything else, as far as values can be compared."""
    # An older value that this one took the place of is no contradiction, yet whoever gave it says something else.
    if slot.disputed or Rank.SUPERSEDED in slot.ranks.values():
        return False
    if find_open_findings(context, slot):
        return False
    return not _find_hurdles(context, slot)


def _find_hurdles(context: Context, slot: Slot) -> set[Hurdle]:
    """Return what keeps values of a slot from being compared with the shown one."""
    uncompared = uncompared_groups(slot, context.attribute(slot), context.rates)
    return {hurdle for _, hurdle in uncompared}
