"""What the sources up to a day would have shown, and what differs between two days; ``known_formats`` writes it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.comparing.slot_history import History, rival_groups, shown_spells, standing_on, trace_slots
from briefing.dataset.linked.records import Dataset, Slot, ValueGroup
from briefing.dataset.linked.wording import gather_slot_spellings, line_label, slot_words
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.values import EntityRef, print_value, value_text
from briefing.reports.subject_names import join_names


@dataclass(frozen=True, slots=True)
class Answer:
    """A value as shown on a day: for programs, in words, and by the claims that said it by then."""

    printed: str | None
    denied: bool
    words: str
    claims: tuple[ClaimKey, ...]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One question as it stood at the end of a day.

    ``shown`` is None where every claim was set aside; ``since`` is the day from which it was shown, ``rivals`` are the
    other values that stood beside it.
    """

    slot: Slot
    key: str
    names: str
    question: str
    shown: Answer | None
    since: date
    rivals: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class KnownChange:
    """A question that is answered otherwise on a later day; ``was`` is None where nobody had spoken of it."""

    was: KnownFact | None
    now: KnownFact


def find_known(dataset: Dataset, day: date, subjects: Collection[SubjectId] = ()) -> tuple[KnownFact, ...]:
    """Return the questions that sources had spoken of by the end of a day; of some subjects where any are named."""
    facts = (_fact_on(dataset, history, day) for history in _histories(dataset, subjects))
    return tuple(fact for fact in facts if fact is not None)


def find_changes(
    dataset: Dataset, start: date, end: date, subjects: Collection[SubjectId] = ()
) -> tuple[KnownChange, ...]:
    """Return the questions that are answered otherwise at the end of the second day than at that of the first."""
    changes: list[KnownChange] = []
    for history in _histories(dataset, subjects):
        now = _fact_on(dataset, history, end)
        # Whatever was known stays spoken of.
        if now is None:
            continue
        was = _fact_on(dataset, history, start)
        if was is None or _differs(was, now):
            changes.append(KnownChange(was, now))
    return tuple(changes)


def _differs(was: KnownFact, now: KnownFact) -> bool:
    return _values(was) != _values(now)


def _values(fact: KnownFact) -> tuple[str, set[str]]:
    shown = fact.shown.words if fact.shown else ""
    return shown, {rival.words for rival in fact.rivals}


def _histories(dataset: Dataset, subjects: Collection[SubjectId]) -> Iterator[History]:
    for history in trace_slots(dataset):
        if not subjects or not set(subjects).isdisjoint(history[-1].slot.about):
            yield history


def _fact_on(dataset: Dataset, history: History, day: date) -> KnownFact | None:
    standing = standing_on(history, day)
    if standing is None:
        return None
    slot = standing.slot
    # What is asked is named as today, in the words of all its claims.
    latest = history[-1].slot
    return KnownFact(
        slot=slot,
        key=permanent_key(slot),
        names=join_names(dataset, slot.about),
        question=_question(dataset, latest),
        shown=_answer(dataset, slot.shown) if slot.shown else None,
        since=_shown_since(history, day),
        rivals=tuple(_answer(dataset, group) for group in rival_groups(slot)),
    )


def _shown_since(history: History, day: date) -> date:
    """Return the day from which was shown what was shown at the end of ``day``."""
    return max(spell.since for spell in shown_spells(history) if spell.since <= day)


def _question(dataset: Dataset, slot: Slot) -> str:
    subjects = [dataset.subjects[subject] for subject in slot.about if subject in dataset.subjects]
    label = line_label(dataset.subjects.get(slot.about[0]), slot)
    name, note = slot_words(
        slot, dataset.registry.attributes[slot.attribute], gather_slot_spellings(subjects, slot), label
    )
    if not note:
        return name
    return f"{name} ({note})"


def _answer(dataset: Dataset, group: ValueGroup) -> Answer:
    printed = None if group.value is None else print_value(group.value)
    words = _value_words(dataset, group)
    if group.denied:
        words = f"not so: {words}"
    return Answer(printed, group.denied, words, tuple(claim.key for claim in group.claims))


def _value_words(dataset: Dataset, group: ValueGroup) -> str:
    match group.value:
        case None:
            # A symmetric relation has all its members in the question.
            return "yes"
        case EntityRef(id=subject):
            return join_names(dataset, (SubjectId(subject),))
        case value:
            return value_text(value)
