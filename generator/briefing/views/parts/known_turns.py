"""What a month's sources changed, as rows: which question, what was shown before and what since, what others say."""

from briefing.dataset.comparing.known_months import KnownMonth, Turn, find_known_months
from briefing.dataset.comparing.slot_history import rival_groups
from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose, words
from briefing.views.parts.changes import ChangeRow, fill
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import source_refs
from briefing.views.parts.speakers import speaker_prose
from briefing.views.parts.values import group_value, lead_claim

_CLAIMS = 3
"""References that a row has at most."""


def known_months(context: Context) -> tuple[KnownMonth, ...]:
    """Return the months in which sources spoke, oldest first."""
    return context.caches.known_months.get(None, lambda: find_known_months(context.data))


def told_turns(month: KnownMonth) -> list[Turn]:
    """Return the turns of a month for readers: those by which something is shown, or was before."""
    # Claims that were set aside from the beginning never gave an answer.
    return [turn for turn in month.turns if turn.now.shown or (turn.was and turn.was.shown)]


def view_turn(context: Context, turn: Turn) -> ChangeRow:
    """Return a question that is answered otherwise since a month; the month itself is told above the rows."""
    slot = turn.now
    claims = slot.shown.claims if slot.shown else slot.claims
    return ChangeRow(
        day="",
        about=join_prose(context.link(subject) for subject in slot.about),
        question=(_link(context, slot),),
        text=_answer(context, turn) + _speaker(context, slot) + _others(context, slot),
        sources=source_refs(context, claims[:_CLAIMS]),
    )


def _link(context: Context, slot: Slot) -> PageLink:
    label = ", ".join(filter(None, slot_label(context, slot)))
    return PageLink(label, *locate_slot(context, _slot_of_today(context, slot)))


def _slot_of_today(context: Context, slot: Slot) -> Slot:
    """Return what a slot has become: what was shown then may have been set aside since, and then stands nowhere."""
    key = SlotKey.of(slot)
    return next(today for today in context.data.slots_of[slot.about[0]] if SlotKey.of(today) == key)


def _answer(context: Context, turn: Turn) -> Prose:
    was, now = turn.was.shown if turn.was else None, turn.now.shown
    form = "change-shown"
    if was is None:
        form = "change-shown-new"
    if now is None:
        form = "change-shown-gone"
    return fill(context.labels.say(form), was=_value(context, was), now=_value(context, now))


def _speaker(context: Context, slot: Slot) -> Prose:
    """Return who says what is shown, where that is somebody whom the source quotes."""
    if slot.shown is None:
        return ()
    speaker = speaker_prose(context, lead_claim(slot.shown))
    if not speaker:
        return ()
    return fill(context.labels.say("known-speaker"), speaker=speaker)


def _value(context: Context, group: ValueGroup | None) -> Prose:
    if group is None:
        return ()
    return group_value(context, group, Linker(context))


def _others(context: Context, slot: Slot) -> Prose:
    """Return what else was said at the time; nothing where everybody agreed."""
    values = join_prose(_value(context, group) for group in rival_groups(slot))
    if not values:
        return ()
    return words(context.labels.say("known-others") + " ") + values
