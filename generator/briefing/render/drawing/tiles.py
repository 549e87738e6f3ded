"""A map of tiles: one size for every region, those with facts filled, named and linked."""

from briefing.render.drawing.measure import one_line, text_width
from briefing.render.drawing.shapes import Cluster, Drawing, Link, Rect, Shape, Text
from briefing.views.pictures.charts import Tile, Tiles

_BROAD = 560
_BROAD_HEIGHT, _NARROW_HEIGHT, _LINE = 38, 22, 26
_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SMALL = 10


def lay_out_tiles(chart: Tiles, width: float) -> Drawing:
    """Return a map with names in its tiles; on a narrow sheet, letters that a list beneath it explains."""
    columns = max(one.column for one in chart.tiles) + 1
    rows = max(one.row for one in chart.tiles) + 1
    if width < _BROAD:
        return _keyed(chart, width, width / columns, rows)
    step = width / columns
    shapes = tuple(_named(one, step) for one in chart.tiles)
    return Drawing(width, rows * _BROAD_HEIGHT, shapes)


def _box(tile: Tile, step: float, height: float) -> Rect:
    css = "tile here" if tile.link else "tile"
    return Rect(round(tile.column * step, 1) + 1, tile.row * height + 1, round(step - 2, 1), height - 2, css)


def _named(tile: Tile, step: float) -> Shape:
    box = _box(tile, step, _BROAD_HEIGHT)
    middle = box.x + box.width / 2
    if tile.link is None:
        name = Text(middle, box.y + 22, (one_line(tile.name, box.width, _SMALL),), "small muted mid")
        return Cluster("", (box, name))
    name = Text(middle, box.y + 16, (_fitted(tile.name, box.width),), "small strong mid")
    note = Text(middle, box.y + 29, (_fitted(tile.note, box.width),), "small mid")
    return Link(tile.link, (box, name, note))


def _fitted(text: str, width: float) -> str:
    return one_line(text, max(width, text_width(text, _SMALL) if len(text) < 11 else width), _SMALL)


def _keyed(chart: Tiles, width: float, step: float, rows: int) -> Drawing:
    known = [one for one in chart.tiles if one.link]
    keys = {one.name: key for one, key in zip(known, _KEYS, strict=False)}
    y = rows * _NARROW_HEIGHT + 8
    shapes: list[Shape] = []
    for tile in chart.tiles:
        box = _box(tile, step, _NARROW_HEIGHT)
        shapes.append(box)
        if tile.link:
            shapes.append(Text(box.x + box.width / 2, box.y + 15, (keys.get(tile.name, ""),), "strong mid"))
    for tile in known:
        shapes.append(_line(tile, keys.get(tile.name, ""), y, width))
        y += _LINE
    return Drawing(width, y, tuple(shapes))


def _line(tile: Tile, key: str, y: float, width: float) -> Shape:
    text = f"{key} {tile.name}: {tile.note}".strip()
    shapes = (Rect(0, y, width, _LINE - 2, "target"), Text(4, y + 16, (one_line(text, width - 8),)))
    return Link(tile.link, shapes) if tile.link else shapes[1]
