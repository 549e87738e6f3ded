"""What became known month by month, by the days of the sources: only months in which a source of the briefing spoke.

A month holds what it changed, so that all months up to one add up to what was known at its end.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.comparing.slot_history import History, Standing, answer_of, rival_groups, trace_slots
from briefing.dataset.linked.records import Dataset, Slot


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that is answered otherwise at the end of a month than at that of the one before.

    ``was`` is None where nobody had spoken of it.
    """

    was: Slot | None
    now: Slot


@dataclass(slots=True)
class KnownMonth:
    """What the sources of one month changed, and what stood at its end, all earlier months counted in.

    ``slots`` counts questions that show an answer, ``differing`` those with another value beside the shown one.
    """

    month: str
    articles: int = 0
    turns: list[Turn] = field(default_factory=list)
    slots: int = 0
    differing: int = 0


def find_known_months(dataset: Dataset) -> tuple[KnownMonth, ...]:
    """Return the months in which sources spoke, oldest first; the turns of each are in the order of the dataset."""
    histories = trace_slots(dataset)
    spoken = Counter(month_of(day_of(article.published)) for article in dataset.articles.values())
    turned = {month_of(standing.since) for standing in chain.from_iterable(histories)}
    months = {month: KnownMonth(month, spoken[month]) for month in sorted(turned | spoken.keys())}
    for history in histories:
        _take_in(history, months)
    _add_up(months.values())
    return tuple(months.values())


def month_of(day: date) -> str:
    """Return the month of a day as `2024-04`."""
    return day.isoformat()[:7]


def _take_in(history: History, months: dict[str, KnownMonth]) -> None:
    """Note in the month of each standing what the slot came to; of several in one month the last counts."""
    was: Slot | None = None
    for month, standing in _month_ends(history).items():
        now = standing.slot
        if was is None or answer_of(was) != answer_of(now) or rival_values(was) != rival_values(now):
            months[month].turns.append(Turn(was, now))
            was = now


def _month_ends(history: History) -> dict[str, Standing]:
    return {month_of(standing.since): standing for standing in history}


def rival_values(slot: Slot) -> list[object]:
    """Return the other values that stand beside the shown one, in the order of the slot."""
    return [(group.value, group.denied) for group in rival_groups(slot)]


def _add_up(months: Iterable[KnownMonth]) -> None:
    slots = differing = articles = 0
    for month in months:
        slots += sum(_shows(turn.now) - _shows(turn.was) for turn in month.turns)
        differing += sum(_differs(turn.now) - _differs(turn.was) for turn in month.turns)
        articles += month.articles
        month.slots, month.differing, month.articles = slots, differing, articles


def _shows(slot: Slot | None) -> bool:
    return slot is not None and slot.shown is not None


def _differs(slot: Slot | None) -> bool:
    return slot is not None and slot.shown is not None and bool(rival_groups(slot))
