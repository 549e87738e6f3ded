"""Places in Japan on a map of tiles: only where the data name a prefecture, all others in words beside it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from briefing.model.claims import Claim
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, join_prose, words
from briefing.views.pictures.charts import Tile, Tiles
from briefing.views.pictures.containment import location_claims
from briefing.views.pictures.picture import LEAST_MARKS, Picture, PictureData, PictureText, claim_keys, compose_picture
from briefing.views.pictures.place_contents import NamedPrefecture, find_elsewhere, find_prefectures
from briefing.views.pictures.prefectures import PREFECTURES

_FIELDS = ("prefecture", "place", "subject", "name", "claims")


def view_places_picture(context: Context, page: PagePath) -> Picture | None:
    """Return the map of the places in Japan, or None where the data name fewer than two of its prefectures."""
    prefectures = find_prefectures(context)
    if len(prefectures) < LEAST_MARKS:
        return None
    chart = Tiles(tuple(_tiles(context, prefectures)))
    text = PictureText(context.labels.say("map"), _alternative(context, prefectures), _notes(context, prefectures))
    claims = chain.from_iterable(_claims(context, named) for named in prefectures)
    return compose_picture(context, page, "map", chart, text, _data(context, prefectures), claims)


def _claims(context: Context, named: NamedPrefecture) -> list[Claim]:
    # Of a prefecture that is only named no claim is shown.
    return list(chain.from_iterable(location_claims(context, subject) for subject in named.subjects))


def _tiles(context: Context, prefectures: Iterable[NamedPrefecture]) -> Iterator[Tile]:
    # All 47 tiles are drawn, so that the outline can be recognised; only those that are named lead anywhere.
    by_prefecture = {named.prefecture: named for named in prefectures}
    for prefecture in PREFECTURES:
        named = by_prefecture.get(prefecture)
        if named is None:
            yield Tile(prefecture.name, prefecture.column, prefecture.row)
        else:
            link = PageLink(context.display(named.place), context.page(named.place))
            yield Tile(prefecture.name, prefecture.column, prefecture.row, link, _tile_note(context, named))


def _tile_note(context: Context, named: NamedPrefecture) -> str:
    if not named.subjects:
        return context.labels.say("map-named")
    return context.labels.say("map-subjects", n=len(named.subjects))


def _alternative(context: Context, prefectures: Iterable[NamedPrefecture]) -> str:
    contents = "; ".join(map(partial(_contents_text, context), prefectures))
    return context.labels.say("map-said", contents=contents)


def _contents_text(context: Context, named: NamedPrefecture) -> str:
    names = ", ".join(context.display(subject) for subject in named.subjects)
    return f"{named.prefecture.name}: {names or context.labels.say('map-named')}"


def _notes(context: Context, prefectures: Iterable[NamedPrefecture]) -> tuple[Prose, ...]:
    note = words(context.labels.say("map-note"))
    elsewhere = find_elsewhere(context, prefectures)
    if not elsewhere:
        return (note,)
    intro = words(context.labels.say("map-elsewhere", n=len(elsewhere)))
    return note, (*intro, *join_prose([context.link(subject) for subject in elsewhere]))


def _data(context: Context, prefectures: Sequence[NamedPrefecture]) -> PictureData:
    records = chain.from_iterable(_records(context, named) for named in prefectures)
    return PictureData(
        columns=context.labels.say_all("place", "map-located"),
        rows=tuple((context.link(named.place), _contents_prose(context, named)) for named in prefectures),
        fields=_FIELDS,
        records=tuple(records),
    )


def _contents_prose(context: Context, named: NamedPrefecture) -> Prose:
    if not named.subjects:
        return words(context.labels.say("map-named"))
    return join_prose([context.link(subject) for subject in named.subjects])


def _records(context: Context, named: NamedPrefecture) -> Iterator[tuple[str, ...]]:
    """Yield a record for each subject of a prefecture, and one without a subject where there is none."""
    prefecture = named.prefecture.name
    # A prefecture that is only named is on the map, and so it is in the data.
    if not named.subjects:
        yield prefecture, named.place, "", "", ""
    for subject in named.subjects:
        yield prefecture, named.place, subject, context.display(subject), claim_keys(location_claims(context, subject))
