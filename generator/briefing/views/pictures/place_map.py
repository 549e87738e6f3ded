"""Places in Japan on a map of tiles: only where the data name a prefecture, all others in words beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, listed, words
from briefing.views.pictures.picture import LEAST_MARKS, Data, Picture, Tile, Tiles, Wording, claim_keys, compose
from briefing.views.pictures.prefectures import PREFECTURES, Prefecture

_WITHIN = ("located-in", "part-of")
_FIELDS = ("prefecture", "place", "subject", "name", "claims")
_COUNTRY = ("japan", "日本")


@dataclass(frozen=True, slots=True)
class _Here:
    """A prefecture with the place that bears its name and what the sources put there."""

    prefecture: Prefecture
    place: SubjectId
    found: tuple[SubjectId, ...]


def view_places_picture(ctx: Context, page: PagePath) -> Picture | None:
    """Return the map of the places in Japan, or None where the data name fewer than two of its prefectures."""
    places = _named_prefectures(ctx)
    if len(places) < LEAST_MARKS:
        return None
    inside = _contents(ctx)
    shown = [_Here(one, place, _below(place, inside)) for place, one in places.items()]
    notes = (words(ctx.labels.say("map-note")), _elsewhere(ctx, shown, inside))
    said = Wording(ctx.labels.say("map"), _alternative(ctx, shown), tuple(one for one in notes if one))
    claims = [claim for here in shown for claim in _claims(ctx, here.found)]
    return compose(ctx, page, "map", Tiles(tuple(_tiles(ctx, shown))), said, _data(ctx, shown), claims)


def _named_prefectures(ctx: Context) -> dict[SubjectId, Prefecture]:
    """Return the places whose name is that of a prefecture, in the order of prefectures."""
    names = {one.id: _names(one) for one in ctx.data.subjects.values() if one.kind == "place"}
    found: dict[SubjectId, Prefecture] = {}
    for prefecture in PREFECTURES:
        found.update((place, prefecture) for place, own in names.items() if own & prefecture.names)
    return found


def _names(subject: Subject) -> frozenset[str]:
    written = (subject.name.en, subject.name.ja or "", *(alias.name for alias in subject.aliases))
    return frozenset(one.casefold() for one in written)


def _contents(ctx: Context) -> dict[SubjectId, tuple[SubjectId, ...]]:
    """Return what the sources say directly lies in each subject."""
    return {
        subject: tuple(
            dict.fromkeys(one.other for one in found if one.other and one.inverse and one.attribute in _WITHIN)
        )
        for subject, found in ctx.data.relations_of.items()
    }


def _below(place: SubjectId, inside: Mapping[SubjectId, Sequence[SubjectId]]) -> tuple[SubjectId, ...]:
    """Return everything in a place, directly or through what lies in it; a circle ends where it began."""
    found: dict[SubjectId, None] = {}
    waiting = list(inside.get(place, ()))
    while waiting:
        one = waiting.pop(0)
        if one not in found and one != place:
            found[one] = None
            waiting.extend(inside.get(one, ()))
    return tuple(found)


def _elsewhere(ctx: Context, shown: Sequence[_Here], inside: Mapping[SubjectId, Sequence[SubjectId]]) -> Prose:
    """Name what the sources put in Japan without a prefecture; nothing where there is no such."""
    on_map = {one for here in shown for one in (here.place, *here.found)}
    country = [one.id for one in ctx.data.subjects.values() if one.kind == "place" and _names(one) & {*_COUNTRY}]
    loose = dict.fromkeys(one for place in country for one in _below(place, inside) if one not in on_map)
    if not loose:
        return ()
    return (*words(ctx.labels.say("map-elsewhere", n=len(loose))), *listed([ctx.link(one) for one in loose]))


def _tiles(ctx: Context, shown: Sequence[_Here]) -> Iterator[Tile]:
    here = {one.prefecture: one for one in shown}
    for one in PREFECTURES:
        found = here.get(one)
        if found is None:
            yield Tile(one.name, one.column, one.row)
        else:
            link = PageLink(ctx.display(found.place), ctx.page(found.place))
            yield Tile(one.name, one.column, one.row, link, _told(ctx, found))


def _told(ctx: Context, here: _Here) -> str:
    return ctx.labels.say("map-subjects", n=len(here.found)) if here.found else ctx.labels.say("map-named")


def _alternative(ctx: Context, shown: Iterable[_Here]) -> str:
    told = "; ".join(
        f"{one.prefecture.name}: {', '.join(map(ctx.display, one.found)) or ctx.labels.say('map-named')}"
        for one in shown
    )
    return ctx.labels.say("map-said", told=told)


def _data(ctx: Context, shown: Sequence[_Here]) -> Data:
    return Data(
        columns=(ctx.labels.say("place"), ctx.labels.say("map-located")),
        rows=tuple((ctx.link(one.place), _found_there(ctx, one)) for one in shown),
        fields=_FIELDS,
        records=tuple(record for one in shown for record in _records(ctx, one)),
    )


def _found_there(ctx: Context, here: _Here) -> Prose:
    return listed([ctx.link(one) for one in here.found]) or words(ctx.labels.say("map-named"))


def _records(ctx: Context, here: _Here) -> Iterator[tuple[str, ...]]:
    head = (here.prefecture.name, here.place)
    for one in here.found:
        yield (*head, one, ctx.display(one), claim_keys(_claims(ctx, [one])))
    if not here.found:
        yield (*head, "", "", "")


def _claims(ctx: Context, subjects: Iterable[SubjectId]) -> list[Claim]:
    """Return the claims that say where subjects lie."""
    return [
        claim
        for subject in subjects
        for one in ctx.data.relations_of.get(subject, ())
        if not one.inverse and one.attribute in _WITHIN and one.slot.shown
        for claim in one.slot.shown.claims
    ]
