"""What changed between two datasets: claims, subjects, shown values, judgements, conflicts.

Everything is sorted and named by id, so that the same two datasets give the same comparison.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefing.dataset.conflicts.conflict_changes import compare_conflicts
from briefing.dataset.linked.claim_fields import claim_fields
from briefing.dataset.linked.judgement_changes import new_judgements, target_of
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.rule_base.finding import slot_place
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.model.records import Article, Judgement, Subject
from briefing.model.values import print_value

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", str, ClaimKey, SubjectId, ArticleId)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a claim that is there in both: ``was`` and ``now`` as printed, None where absent."""

    field: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that says something else than before."""

    claim: Claim
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A slot that shows another value; ``slot`` is the one of now, or the last one where it is gone."""

    slot: Slot
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one state of the data to another.

    ``judged`` are judgements that are new or say something else, ``unjudged`` those that are gone. ``appeared`` are
    conflicts that were not there, ``reopened`` those that had been judged, ``settled`` those that have been since,
    ``gone`` those that are no longer found. ``subjects_moved`` are those of another kind than before, as they were
    and as they are. ``stale`` are conflicts that appeared and are about age alone.
    """

    old: Dataset
    new: Dataset
    added: tuple[Claim, ...]
    changed: tuple[ClaimChange, ...]
    removed: tuple[Claim, ...]
    subjects_added: tuple[Subject, ...]
    subjects_removed: tuple[Subject, ...]
    subjects_moved: tuple[tuple[Subject, Subject], ...]
    articles_added: tuple[Article, ...]
    articles_removed: tuple[Article, ...]
    shown: tuple[ShownChange, ...]
    judged: tuple[Judgement, ...]
    unjudged: tuple[Judgement, ...]
    appeared: tuple[Conflict, ...]
    settled: tuple[Conflict, ...]
    reopened: tuple[Conflict, ...]
    gone: tuple[Conflict, ...]
    stale: tuple[Conflict, ...]


def compare_datasets(old: Dataset, new: Dataset) -> Comparison:
    """Return what changed from ``old`` to ``new``."""
    conflicts = compare_conflicts(old.conflicts, new.conflicts)
    return Comparison(
        old,
        new,
        added=_only(new.claims, old.claims),
        changed=tuple(_changed_claims(old.claims, new.claims)),
        removed=_only(old.claims, new.claims),
        subjects_added=_only(new.subjects, old.subjects),
        subjects_removed=_only(old.subjects, new.subjects),
        subjects_moved=tuple(_moved(old.subjects, new.subjects)),
        articles_added=_only(new.articles, old.articles),
        articles_removed=_only(old.articles, new.articles),
        shown=tuple(_changed_slots(old, new)),
        judged=tuple(new_judgements(new, old)),
        # By target alone: a judgement that says something else is not gone.
        unjudged=tuple(new_judgements(old, new, same=target_of)),
        appeared=conflicts.appeared,
        settled=conflicts.settled,
        reopened=conflicts.reopened,
        gone=conflicts.gone,
        stale=conflicts.stale,
    )


def _only(left: Mapping[_Key, _Item], right: Mapping[_Key, _Item]) -> tuple[_Item, ...]:
    """Return what ``left`` has and ``right`` has not, sorted by key."""
    return tuple(left[key] for key in sorted(left.keys() - right.keys()))


def _moved(old: Mapping[SubjectId, Subject], new: Mapping[SubjectId, Subject]) -> Iterator[tuple[Subject, Subject]]:
    for name in sorted(old.keys() & new.keys()):
        if old[name].kind != new[name].kind:
            yield old[name], new[name]


def _changed_claims(old: Mapping[ClaimKey, Claim], new: Mapping[ClaimKey, Claim]) -> Iterator[ClaimChange]:
    # What nobody has edited between two states of one workspace is one object in both.
    edited = [key for key, claim in new.items() if key in old and old[key] is not claim]
    for key in sorted(edited):
        fields = tuple(_field_changes(old[key], new[key]))
        if fields:
            yield ClaimChange(new[key], fields)


def _field_changes(was: Claim, now: Claim) -> Iterator[FieldChange]:
    before, after = claim_fields(was), claim_fields(now)
    for field in sorted(before.keys() | after.keys()):
        if before.get(field) != after.get(field):
            yield FieldChange(field, before.get(field), after.get(field))


def _changed_slots(old: Dataset, new: Dataset) -> Iterator[ShownChange]:
    shared = set(map(id, old.slots)) & set(map(id, new.slots))
    before = {slot_place(slot): slot for slot in old.slots if id(slot) not in shared}
    after = {slot_place(slot): slot for slot in new.slots if id(slot) not in shared}
    for place in sorted(before.keys() | after.keys()):
        was, now = shown_text(before.get(place)), shown_text(after.get(place))
        if was != now:
            # A slot that is gone is told by what it was.
            yield ShownChange(after.get(place) or before[place], was, now)


def shown_text(slot: Slot | None) -> str | None:
    """Return the value that a slot shows, as a literal; None where it shows none, or where there is no slot."""
    if slot is None or slot.shown is None:
        return None
    group = slot.shown
    # A claim without a value says that something is so: a list of the members of a relation.
    value = "yes" if group.value is None else print_value(group.value)
    if group.denied:
        return f"not {value}"
    return value
