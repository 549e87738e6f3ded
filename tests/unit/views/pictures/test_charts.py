"""Charts are data: they know labels, amounts, days and links, and no coordinate."""

from dataclasses import fields
from typing import get_args

from briefing.views.pictures import charts

GEOMETRY = {"x", "y", "width", "height", "left", "top", "angle", "radius", "colour", "color"}


def test_no_mark_knows_where_it_is_drawn() -> None:
    kinds = get_args(charts.Chart)
    marks = [charts.Bar, charts.Panel, charts.Span, charts.Column, charts.Node, charts.Group, charts.Tile]
    assert len(kinds) == 6
    for kind in (*kinds, *marks):
        assert not GEOMETRY & {field.name for field in fields(kind)}
