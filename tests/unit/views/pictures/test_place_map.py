"""R27: only prefectures that the data name are on the map."""

from dataclasses import replace

from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.routes import HOME
from briefing.views.base.tokens import plain
from briefing.views.pictures.charts import Tiles
from briefing.views.pictures.place_map import view_places_picture
from tests.unit.views import sample
from tests.unit.views.pictures.bolt import context_of


def place(key: str, name: str) -> dict[str, Subject]:
    template = sample.subjects()[SubjectId("japan")]
    return {
        key: replace(template, id=SubjectId(key), name=replace(template.name, en=name, short=None, ja=None), aliases=())
    }


def test_only_named_prefectures_are_on_the_map_and_the_rest_is_said() -> None:
    extra = place("north", "Hokkaido") | place("kumamoto", "Kumamoto Prefecture") | place("washington", "Washington")
    claims = [
        sample.claim("daily-1#c1", "fab-1", "located-in", "kumamoto"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
        sample.claim("daily-1#c3", "acme", "part-of", "fab-1"),
    ]
    picture = view_places_picture(context_of(claims, extra), HOME)
    assert picture
    assert isinstance(picture.chart, Tiles)
    assert [(tile.name, tile.note) for tile in picture.chart.tiles if tile.link] == [
        ("Hokkaido", "named"),
        ("Kumamoto", "2 subjects"),
    ]
    assert len(picture.chart.tiles) == 47
    assert plain(picture.notes[-1]) == "In Japan, prefecture not stated: Bolt"
    assert view_places_picture(context_of(claims, place("north", "Hokkaido")), HOME) is None
