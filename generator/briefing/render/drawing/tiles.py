"""A map of tiles: one size for every region, those with facts filled, named and linked."""

from briefing.render.drawing.measure import one_line, text_width
from briefing.render.drawing.shapes import BROAD_WIDTH, Cluster, Drawing, Link, Rect, Shape, Text
from briefing.views.pictures.charts import Tile, Tiles

_BROAD_HEIGHT, _NARROW_HEIGHT, _LINE = 38, 22, 26
_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SMALL = 10
_SHORT_NAME = 11


def lay_out_tiles(chart: Tiles, width: float) -> Drawing:
    """Return a map with names in its tiles; on a narrow sheet, letters that a list beneath it explains."""
    columns = max(tile.column for tile in chart.tiles) + 1
    rows = max(tile.row for tile in chart.tiles) + 1
    step = width / columns
    if width < BROAD_WIDTH:
        return _lay_out_keyed_tiles(chart, width, step, rows)
    shapes = tuple(_named_tile(tile, step) for tile in chart.tiles)
    return Drawing(width, rows * _BROAD_HEIGHT, shapes)


def _box(tile: Tile, step: float, height: float) -> Rect:
    css = "tile here" if tile.link else "tile"
    return Rect(round(tile.column * step, 1) + 1, tile.row * height + 1, round(step - 2, 1), height - 2, css)


def _named_tile(tile: Tile, step: float) -> Shape:
    box = _box(tile, step, _BROAD_HEIGHT)
    middle = box.x + box.width / 2
    if tile.link is None:
        name = Text(middle, box.y + 22, (one_line(tile.name, box.width, _SMALL),), "small muted mid")
        return Cluster("", (box, name))
    name = Text(middle, box.y + 16, (_fit(tile.name, box.width),), "small strong mid")
    note = Text(middle, box.y + 29, (_fit(tile.note, box.width),), "small mid")
    return Link(tile.link, (box, name, note))


def _fit(text: str, width: float) -> str:
    # A short name is never cut: widths err on the wide side.
    if len(text) < _SHORT_NAME:
        width = max(width, text_width(text, _SMALL))
    return one_line(text, width, _SMALL)


def _lay_out_keyed_tiles(chart: Tiles, width: float, step: float, rows: int) -> Drawing:
    linked = [tile for tile in chart.tiles if tile.link]
    keys = {tile.name: key for tile, key in zip(linked, _KEYS, strict=False)}
    shapes: list[Shape] = []
    for tile in chart.tiles:
        box = _box(tile, step, _NARROW_HEIGHT)
        shapes.append(box)
        if tile.link:
            shapes.append(Text(box.x + box.width / 2, box.y + 15, (keys.get(tile.name, ""),), "strong mid"))
    y = rows * _NARROW_HEIGHT + 8
    for tile in linked:
        shapes.append(_list_line(tile, keys.get(tile.name, ""), y, width))
        y += _LINE
    return Drawing(width, y, tuple(shapes))


def _list_line(tile: Tile, key: str, y: float, width: float) -> Shape:
    words = f"{key} {tile.name}: {tile.note}".strip()
    text = Text(4, y + 16, (one_line(words, width - 8),))
    if tile.link is None:
        return text
    return Link(tile.link, (Rect(0, y, width, _LINE - 2, "target"), text))
