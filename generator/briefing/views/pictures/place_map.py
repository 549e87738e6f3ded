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


def view_places_picture(ctx: Context, page: PagePath) -> Picture | None:
    """Return the map of the places in Japan, or None where the data name fewer than two of its prefectures."""
    prefectures = find_prefectures(ctx)
    if len(prefectures) < LEAST_MARKS:
        return None
    chart = Tiles(tuple(_tiles(ctx, prefectures)))
    text = PictureText(ctx.labels.say("map"), _alternative(ctx, prefectures), _notes(ctx, prefectures))
    claims = chain.from_iterable(_claims(ctx, named) for named in prefectures)
    return compose_picture(ctx, page, "map", chart, text, _data(ctx, prefectures), claims)


def _claims(ctx: Context, named: NamedPrefecture) -> list[Claim]:
    # Of a prefecture that is only named no claim is shown.
    return list(chain.from_iterable(location_claims(ctx, subject) for subject in named.subjects))


def _tiles(ctx: Context, prefectures: Iterable[NamedPrefecture]) -> Iterator[Tile]:
    # All 47 tiles are drawn, so that the outline can be recognised; only those that are named lead anywhere.
    by_prefecture = {named.prefecture: named for named in prefectures}
    for prefecture in PREFECTURES:
        named = by_prefecture.get(prefecture)
        if named is None:
            yield Tile(prefecture.name, prefecture.column, prefecture.row)
        else:
            link = PageLink(ctx.display(named.place), ctx.page(named.place))
            yield Tile(prefecture.name, prefecture.column, prefecture.row, link, _tile_note(ctx, named))


def _tile_note(ctx: Context, named: NamedPrefecture) -> str:
    if not named.subjects:
        return ctx.labels.say("map-named")
    return ctx.labels.say("map-subjects", n=len(named.subjects))


def _alternative(ctx: Context, prefectures: Iterable[NamedPrefecture]) -> str:
    contents = "; ".join(map(partial(_contents_text, ctx), prefectures))
    return ctx.labels.say("map-said", contents=contents)


def _contents_text(ctx: Context, named: NamedPrefecture) -> str:
    names = ", ".join(ctx.display(subject) for subject in named.subjects)
    return f"{named.prefecture.name}: {names or ctx.labels.say('map-named')}"


def _notes(ctx: Context, prefectures: Iterable[NamedPrefecture]) -> tuple[Prose, ...]:
    note = words(ctx.labels.say("map-note"))
    elsewhere = find_elsewhere(ctx, prefectures)
    if not elsewhere:
        return (note,)
    intro = words(ctx.labels.say("map-elsewhere", n=len(elsewhere)))
    return note, (*intro, *join_prose([ctx.link(subject) for subject in elsewhere]))


def _data(ctx: Context, prefectures: Sequence[NamedPrefecture]) -> PictureData:
    records = chain.from_iterable(_records(ctx, named) for named in prefectures)
    return PictureData(
        columns=ctx.labels.say_all("place", "map-located"),
        rows=tuple((ctx.link(named.place), _contents_prose(ctx, named)) for named in prefectures),
        fields=_FIELDS,
        records=tuple(records),
    )


def _contents_prose(ctx: Context, named: NamedPrefecture) -> Prose:
    if not named.subjects:
        return words(ctx.labels.say("map-named"))
    return join_prose([ctx.link(subject) for subject in named.subjects])


def _records(ctx: Context, named: NamedPrefecture) -> Iterator[tuple[str, ...]]:
    """Yield a record for each subject of a prefecture, and one without a subject where there is none."""
    prefecture = named.prefecture.name
    # A prefecture that is only named is on the map, and so it is in the data.
    if not named.subjects:
        yield prefecture, named.place, "", "", ""
    for subject in named.subjects:
        yield prefecture, named.place, subject, ctx.display(subject), claim_keys(location_claims(ctx, subject))
