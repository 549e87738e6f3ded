"""Two datasets in, what changed between them out: claims, subjects, shown values, judgements, conflicts.

Everything is sorted and named by id, so that the same two datasets give the same comparison.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing.dataset.conflicts.rule_table import duty_of
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.rule_base.finding import slot_place
from briefing.dataset.rule_base.rule import Duty
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.model.records import Article, Judgement, Subject
from briefing.model.values import print_value

_Item = TypeVar("_Item")


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

    ``judged`` are judgements that are new or say something else, ``unjudged`` those that are gone. ``found`` are
    conflicts that were not there, ``reopened`` those that had been judged, ``settled`` those that have been since,
    ``gone`` those that are no longer found. ``subjects_moved`` are those of another kind than before, as they were
    and as they are. ``stale`` are conflicts of found that are about age alone.
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
    found: tuple[Conflict, ...]
    settled: tuple[Conflict, ...]
    reopened: tuple[Conflict, ...]
    gone: tuple[Conflict, ...]
    stale: tuple[Conflict, ...]


def compare_datasets(old: Dataset, new: Dataset) -> Comparison:
    """Return what changed from ``old`` to ``new``."""
    before = {one.key: one for one in old.conflicts}
    now = {one.key: one for one in new.conflicts}
    found = _only(now, before)
    kept = [(before[key], now[key]) for key in now if key in before]
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
        judged=tuple(_new_judgements(new, old)),
        unjudged=tuple(_new_judgements(old, new, same=_target)),
        found=tuple(one for one in found if not _is_of_age(one)),
        settled=tuple(one for was, one in kept if was.status == "open" and one.status != "open"),
        reopened=tuple(one for was, one in kept if was.status != "open" and one.status == "open"),
        gone=tuple(one for one in _only(before, now) if not _is_of_age(one)),
        stale=tuple(one for one in found if _is_of_age(one)),
    )


_Key = TypeVar("_Key", str, ClaimKey, SubjectId, ArticleId)


def _is_of_age(conflict: Conflict) -> bool:
    """Tell whether a conflict is about age alone: time brought it, and no edit."""
    return duty_of(conflict) is Duty.RENEWAL


def _only(left: Mapping[_Key, _Item], right: Mapping[_Key, _Item]) -> tuple[_Item, ...]:
    """Return what ``left`` has and ``right`` has not, sorted by key."""
    return tuple(left[key] for key in sorted(left) if key not in right)


def _moved(old: Mapping[SubjectId, Subject], new: Mapping[SubjectId, Subject]) -> Iterator[tuple[Subject, Subject]]:
    for name in sorted(old.keys() & new.keys()):
        if old[name].kind != new[name].kind:
            yield old[name], new[name]


def _changed_claims(old: Mapping[ClaimKey, Claim], new: Mapping[ClaimKey, Claim]) -> Iterator[ClaimChange]:
    for key in sorted(new):
        fields = tuple(_field_changes(old[key], new[key])) if key in old else ()
        if fields:
            yield ClaimChange(new[key], fields)


def _field_changes(was: Claim, now: Claim) -> Iterator[FieldChange]:
    before, after = claim_fields(was), claim_fields(now)
    for field in sorted(before.keys() | after.keys()):
        if before.get(field) != after.get(field):
            yield FieldChange(field, before.get(field), after.get(field))


def claim_fields(claim: Claim) -> dict[str, str]:
    """Return every field of a claim that an editor can change, as printed; absent ones are left out."""
    said_by = claim.speaker
    told = {name: _printed(value) for name, value in claim.qualifiers.items()}
    fields = {
        **told,
        "about": ", ".join(claim.about),
        "attribute": claim.attribute,
        "value": print_value(claim.value) if claim.value is not None else None,
        "also_printed": claim.also_printed.printed if claim.also_printed else None,
        "par": "-".join(dict.fromkeys(map(str, claim.par))) if claim.par else None,
        "modality": claim.modality.value,
        "speaker": (said_by.subject or said_by.group or said_by.document) if said_by else None,
        "grade": claim.grade,
        "origin": claim.origin,
        "as_of": claim.as_of.printed,
        "exclude": claim.excluded,
        "restates": claim.restates,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _printed(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_printed(one)}" for name, one in value.items())
    return ", ".join(map(_printed, value)) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)


def _changed_slots(old: Dataset, new: Dataset) -> Iterator[ShownChange]:
    before = {slot_place(slot): slot for slot in old.slots}
    after = {slot_place(slot): slot for slot in new.slots}
    for place in sorted(before.keys() | after.keys()):
        was, now = _shown(before.get(place)), _shown(after.get(place))
        if was != now:
            yield ShownChange(after.get(place) or before[place], was, now)


def _shown(slot: Slot | None) -> str | None:
    group = slot.shown if slot else None
    if group is None:
        return None
    value = print_value(group.value) if group.value is not None else "yes"
    return f"not {value}" if group.denied else value


def _target(one: Judgement) -> object:
    slot = tuple(sorted(one.slot.items())) if one.slot else None
    return one.subject, slot, one.finding_rule, one.finding_claims


def _sentence(one: Judgement) -> object:
    rejected = tuple((each.claim, each.reason) for each in one.reject)
    moved = tuple((each.claim, each.to) for each in one.move)
    return _target(one), one.prefer, one.word, rejected, moved, one.because, one.settles_it


def _new_judgements(
    data: Dataset, other: Dataset, same: Callable[[Judgement], object] = _sentence
) -> Iterator[Judgement]:
    known = {same(one) for subject in other.subjects.values() for one in subject.judgements}
    for subject in sorted(data.subjects):
        yield from (one for one in data.subjects[subject].judgements if same(one) not in known)
