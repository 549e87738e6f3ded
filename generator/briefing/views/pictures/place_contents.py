"""The prefectures of Japan that the data name, and what lies in them; what lies in Japan without a prefecture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.views.base.context import Context
from briefing.views.pictures.containment import all_within, direct_contents
from briefing.views.pictures.prefectures import PREFECTURES, Prefecture

_COUNTRY = frozenset({"japan", "日本"})
"""The folded names of the country that the map is of."""


@dataclass(frozen=True, slots=True)
class NamedPrefecture:
    """A prefecture with the place that bears its name, and the subjects that the sources put there."""

    prefecture: Prefecture
    place: SubjectId
    subjects: tuple[SubjectId, ...]


def find_prefectures(context: Context) -> list[NamedPrefecture]:
    """Return the prefectures that places of the data are named after, from north to south."""
    contents = direct_contents(context)
    prefectures = _prefectures_by_place(context)
    return [NamedPrefecture(prefectures[place], place, all_within(place, contents)) for place in prefectures]


def _prefectures_by_place(context: Context) -> dict[SubjectId, Prefecture]:
    names = {place.id: _folded_names(place) for place in _places(context)}
    prefectures: dict[SubjectId, Prefecture] = {}
    for prefecture in PREFECTURES:
        # Only a name puts a place on the map: coordinates are no claims.
        matches = [place for place in names if names[place] & prefecture.names]
        prefectures.update(dict.fromkeys(matches, prefecture))
    return prefectures


def find_elsewhere(context: Context, prefectures: Iterable[NamedPrefecture]) -> tuple[SubjectId, ...]:
    """Return the subjects that the sources put in Japan without naming one of its prefectures."""
    on_map: set[SubjectId] = set()
    for named in prefectures:
        on_map.update((named.place, *named.subjects))
    return tuple(subject for subject in _in_japan(context) if subject not in on_map)


def _in_japan(context: Context) -> dict[SubjectId, None]:
    contents = direct_contents(context)
    subjects: dict[SubjectId, None] = {}
    for place in _places(context):
        if _folded_names(place) & _COUNTRY:
            subjects.update(dict.fromkeys(all_within(place.id, contents)))
    return subjects


def _places(context: Context) -> Iterator[Subject]:
    return (subject for subject in context.data.subjects.values() if subject.kind == "place")


def _folded_names(subject: Subject) -> frozenset[str]:
    # Sources write a place in either script and in any case, and with its other names.
    names = (subject.name.en, subject.name.ja or "", *(alias.name for alias in subject.aliases))
    return frozenset(map(str.casefold, names))
