"""What to verify next: a dataset in, tasks for its editors out, the most pressing first. Nothing is decided here."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefing.dataset.linked.name_forms import bare_name
from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.shared_names import fold_name
from briefing.diagnostics.suggest import distance_within
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.views.parts.freshness import thresholds

_ALIKE = 2
"""Letters by which the longer names of two subjects may differ and still be asked about."""
_LONG = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look at: why, and in which data file."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Tasks of one sort, with the code that programs know it by."""

    code: str
    title: str
    tasks: tuple[Task, ...]


def plan_work(data: Dataset) -> tuple[Topic, ...]:
    """Return what editors should look at next, empty topics left out."""
    topics = (
        Topic("overdue", "Plans past their day without an outcome", tuple(_of_rule(data, "plan-overdue"))),
        Topic("stale-page", "Pages that nobody has verified for long", tuple(_old_pages(data))),
        Topic("stale-value", "Values that change and have grown old", tuple(_old_values(data))),
        Topic("unverified-page", "Pages that no editor has verified", tuple(_unverified(data))),
        Topic("unreviewed-article", "Articles that no editor has reviewed", tuple(_unreviewed(data))),
        Topic("open-conflicts", "Differences that wait for a judgement", tuple(_open_conflicts(data))),
        Topic("unsourced", "Subjects without a claim of their own", tuple(_unsourced(data))),
        Topic("unsupported", "Bottom lines that name no claim", tuple(_unsupported(data))),
        Topic("near-duplicate", "Names that are nearly the same", tuple(_near_duplicates(data))),
    )
    return tuple(one for one in topics if one.tasks)


def _path(data: Dataset, subject: Subject) -> str:
    return data.registry.kinds[subject.kind].source_path(subject.id)


def _of_rule(data: Dataset, rule: str) -> Iterator[Task]:
    for one in data.conflicts:
        if one.rule == rule and one.status == "open":
            yield Task(one.message, one.span.path)


def _age(data: Dataset, day: date) -> int:
    return (data.briefing.today - day).days


def _old_pages(data: Dataset) -> Iterator[Task]:
    fresh, stale = thresholds(data.briefing)
    dated = [(one.last_verified.latest, one) for one in data.subjects.values() if one.last_verified]
    aged = sorted((day, one.id) for day, one in dated if day and _age(data, day) > fresh)
    for day, subject in aged:
        one = data.subjects[subject]
        word = "stale" if _age(data, day) > stale else "ageing"
        yield Task(f"{one.name.display}: {word}, last verified {day.isoformat()}", _path(data, one))


def _old_values(data: Dataset) -> Iterator[Task]:
    for one in data.conflicts:
        if one.rule == "stale" and one.claims:
            yield Task(one.message, one.span.path)


def _unverified(data: Dataset) -> Iterator[Task]:
    """Yield the pages that no editor has verified, those with most claims first."""
    never = [one for one in data.subjects.values() if one.last_verified is None]
    counts = {one.id: sum(slot.shown is not None for slot in data.slots_of.get(one.id, ())) for one in never}
    for subject in sorted(counts, key=lambda one: (-counts[one], one)):
        one = data.subjects[subject]
        yield Task(f"{one.name.display}: {counts[subject]} questions answered", _path(data, one))


def _unreviewed(data: Dataset) -> Iterator[Task]:
    for article in data.articles.values():
        if article.review != "reviewed":
            yield Task(f"{article.id}: {article.review}", f"articles/{article.id}.yml")


def _open_conflicts(data: Dataset) -> Iterator[Task]:
    counts: dict[SubjectId, int] = {}
    for one in data.conflicts:
        if one.status == "open" and one.audience == "reader" and one.about:
            counts[one.about[0]] = counts.get(one.about[0], 0) + 1
    for subject in sorted(counts, key=lambda one: (-counts[one], one)):
        found = data.subjects[subject]
        yield Task(f"{found.name.display}: {counts[subject]} open", _path(data, found))


def _unsourced(data: Dataset) -> Iterator[Task]:
    for one in data.subjects.values():
        slots, incoming = data.slots_of.get(one.id, ()), data.incoming_of.get(one.id, ())
        if any(not claim.excluded for slot in slots for claim in slot.claims):
            continue
        if all(data.claims[key].excluded for key in incoming):
            named = [*(claim for slot in slots for claim in slot.claims), *(data.claims[key] for key in incoming)]
            gone = any(claim.is_withdrawn for claim in named)
            why = "what was said of it was withdrawn" if gone else "no source says anything about it"
            yield Task(f"{one.name.display}: {why}", _path(data, one))


def _unsupported(data: Dataset) -> Iterator[Task]:
    for one in data.subjects.values():
        if one.bottom_line and not one.bottom_line.claims:
            yield Task(f"{one.name.display}: its bottom line names no claim", _path(data, one))


def _near_duplicates(data: Dataset) -> Iterator[Task]:
    """Yield pairs of subjects with nearly the same names that do not say that they differ."""
    paired: set[frozenset[SubjectId]] = set()
    for (name, first), (other_name, second) in (*_same_but_for_forms(data), *_letters_apart(data)):
        one, other = data.subjects[first], data.subjects[second]
        pair = frozenset((first, second))
        if pair not in paired and other.id not in one.not_same_as and one.id not in other.not_same_as:
            paired.add(pair)
            yield Task(f'"{name}" ({first}) and "{other_name}" ({second})', _path(data, other))


_Named = tuple[str, SubjectId]


def _same_but_for_forms(data: Dataset) -> Iterator[tuple[_Named, _Named]]:
    """Yield names that are the same but for signs, points of initials and the words of a legal form."""
    bearers: dict[str, list[_Named]] = defaultdict(list)
    for subject in sorted(data.subjects.values(), key=lambda one: one.id):
        for name in dict.fromkeys(filter(None, (subject.name.en, subject.name.short, subject.name.ja))):
            bearers[bare_name(name)].append((name, subject.id))
    for key, named in bearers.items():
        for one, other in pairwise(named) if key else ():
            if one[1] != other[1]:
                yield one, other


def _letters_apart(data: Dataset) -> Iterator[tuple[_Named, _Named]]:
    """Yield English names that differ by a letter or two."""
    names = sorted((fold_name(one.name.en), one.id) for one in data.subjects.values())
    for place, (name, first) in enumerate(names):
        for other_name, second in names[place + 1 :]:
            if _are_alike(name, other_name):
                yield (data.subjects[first].name.en, first), (data.subjects[second].name.en, second)


def _are_alike(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > _ALIKE or min(len(left), len(right)) < _LONG:
        return False
    # Numbered things differ by design.
    if [c for c in left if c.isdigit()] != [c for c in right if c.isdigit()]:
        return False
    return distance_within(left, right, _ALIKE) is not None


def agenda_text(topics: Iterable[Topic], prefix: str, most: int) -> str:
    """Return the tasks for a terminal, at most ``most`` of each topic."""
    blocks = []
    for one in topics:
        tasks = [f"  {prefix}{task.path}: {task.text}" for task in one.tasks[:most]]
        lines = [f"{one.title} ({len(one.tasks)})", *tasks]
        more = len(one.tasks) - most
        blocks.append("\n".join([*lines, *([f"  … and {more} more"] if more > 0 else [])]))
    return "\n\n".join(blocks) + "\n" if blocks else "nothing to verify\n"


def agenda_json(topics: Iterable[Topic], prefix: str) -> str:
    """Return all tasks for programs."""
    found: Mapping[str, object] = {
        "version": 1,
        "topics": [
            {
                "code": one.code,
                "title": one.title,
                "tasks": [{"path": prefix + task.path, "text": task.text} for task in one.tasks],
            }
            for one in topics
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
