"""R27: every relation of two subjects once, with its direction."""

import pytest

from briefing.model.ids import SubjectId
from briefing.routes import HOME
from briefing.views.base.tokens import plain
from briefing.views.pictures import network_graph
from briefing.views.pictures.charts import Neighbours, Ring
from briefing.views.pictures.neighbours import view_neighbours
from briefing.views.pictures.network_graph import view_network_picture
from tests.unit.views import sample
from tests.unit.views.pictures.bolt import BOLT, context_of


def test_a_relation_shows_on_both_ends_and_once_in_the_whole() -> None:
    claims = [
        sample.claim("daily-1#c1", "bolt", "owner", "acme"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
        sample.claim("daily-1#c3", "acme", "located-in", "japan"),
    ]
    context = context_of(claims)
    ends = {name: view_neighbours(context, SubjectId(name)) for name in ("acme", "bolt")}
    labels = {
        name: [group.label for group in picture.chart.groups]
        for name, picture in ends.items()
        if picture and isinstance(picture.chart, Neighbours)
    }
    assert labels == {"acme": ["Owns", "Place"], "bolt": ["Owned by", "Place"]}
    whole = view_network_picture(context, HOME)
    assert whole
    assert isinstance(whole.chart, Ring)
    assert [group.label for group in whole.chart.groups] == ["Companies", "Places"]
    assert sorted(whole.chart.edges) == [(0, 1), (0, 2), (1, 2)]
    assert sorted(whole.chart.arrows) == [(0, 2), (1, 0), (1, 2)]
    assert len(whole.csv.records) == 3
    assert "3 subjects have no relation to another one and are left out." in [plain(note) for note in whole.notes]


def test_what_goes_both_ways_has_no_arrow_and_the_note_says_so() -> None:
    claims = [
        sample.claim("daily-1#c1", "bolt", "partner", "acme"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
    ]
    context = context_of(claims)
    picture, whole = view_neighbours(context, BOLT), view_network_picture(context, HOME)
    assert picture
    assert isinstance(picture.chart, Neighbours)
    assert {group.label: group.mutual for group in picture.chart.groups} == {"Partner": True, "Place": False}
    assert plain(picture.notes[0]).endswith("A line without an arrow goes both ways.")
    assert whole
    assert isinstance(whole.chart, Ring)
    assert (len(whole.chart.edges), len(whole.chart.arrows)) == (2, 1)


def test_where_there_are_too_many_the_most_related_are_drawn_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network_graph, "MOST_NODES", 3)
    claims = [
        sample.claim("daily-1#c1", "bolt", "owner", "acme"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
        sample.claim("daily-1#c3", "acme", "located-in", "japan"),
        sample.claim("daily-1#c4", "summit", "participant", "bolt"),
        sample.claim("daily-1#c5", "fab-1", "operator", "bolt"),
    ]
    whole = view_network_picture(context_of(claims), HOME)
    assert whole
    assert isinstance(whole.chart, Ring)
    assert [node.text for group in whole.chart.groups for node in group.nodes] == ["Acme", "Bolt", "Japan"]
    assert plain(whole.notes[1]) == "2 subjects with fewer relations are left out."
