"""What the sources place where: the prefectures that the data name, and everything that lies in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Relation
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.views.base.context import Context
from briefing.views.pictures.prefectures import PREFECTURES, Prefecture

_WITHIN = ("located-in", "part-of")
_COUNTRY = frozenset({"japan", "日本"})

Contents = Mapping[SubjectId, Sequence[SubjectId]]
"""What lies directly in each subject that has something in it."""


@dataclass(frozen=True, slots=True)
class NamedPrefecture:
    """A prefecture with the place that bears its name, and the subjects that the sources put there."""

    prefecture: Prefecture
    place: SubjectId
    subjects: tuple[SubjectId, ...]


def find_prefectures(ctx: Context) -> list[NamedPrefecture]:
    """Return the prefectures that places of the data are named after, from north to south."""
    contents = _contents(ctx)
    places = {place.id: _folded_names(place) for place in _places(ctx)}
    prefectures: dict[SubjectId, Prefecture] = {}
    for prefecture in PREFECTURES:
        for place, names in places.items():
            if names & prefecture.names:
                prefectures[place] = prefecture
    return [
        NamedPrefecture(prefecture, place, _all_within(place, contents)) for place, prefecture in prefectures.items()
    ]


def find_elsewhere(ctx: Context, prefectures: Iterable[NamedPrefecture]) -> tuple[SubjectId, ...]:
    """Return the subjects that the sources put in Japan without naming one of its prefectures."""
    on_map: set[SubjectId] = set()
    for named in prefectures:
        on_map.update((named.place, *named.subjects))
    contents = _contents(ctx)
    subjects: dict[SubjectId, None] = {}
    for place in _places(ctx):
        if _folded_names(place) & _COUNTRY:
            subjects.update(dict.fromkeys(_all_within(place.id, contents)))
    return tuple(subject for subject in subjects if subject not in on_map)


def location_claims(ctx: Context, subject: SubjectId) -> list[Claim]:
    """Return the claims that say where a subject lies."""
    claims: list[Claim] = []
    for relation in ctx.data.relations_of.get(subject, ()):
        shown = relation.slot.shown
        if _is_within(relation) and not relation.inverse and shown:
            claims.extend(shown.claims)
    return claims


def _places(ctx: Context) -> Iterator[Subject]:
    return (subject for subject in ctx.data.subjects.values() if subject.kind == "place")


def _folded_names(subject: Subject) -> frozenset[str]:
    names = (subject.name.en, subject.name.ja or "", *(alias.name for alias in subject.aliases))
    return frozenset(name.casefold() for name in names)


def _is_within(relation: Relation) -> bool:
    return relation.attribute in _WITHIN


def _contents(ctx: Context) -> Contents:
    return {subject: _directly_within(relations) for subject, relations in ctx.data.relations_of.items()}


def _directly_within(relations: Iterable[Relation]) -> tuple[SubjectId, ...]:
    # Seen from a place, what lies in it is at the other end of an inverse relation.
    inside = (relation.other for relation in relations if relation.inverse and _is_within(relation))
    return tuple(dict.fromkeys(subject for subject in inside if subject))


def _all_within(place: SubjectId, contents: Contents) -> tuple[SubjectId, ...]:
    """Return everything in a place, directly or through what lies in it, the nearest first."""
    subjects: dict[SubjectId, None] = {}
    queue = list(contents.get(place, ()))
    while queue:
        subject = queue.pop(0)
        # Sources may put two places in each other: such a circle ends where it began.
        if subject not in subjects and subject != place:
            subjects[subject] = None
            queue.extend(contents.get(subject, ()))
    return tuple(subjects)
