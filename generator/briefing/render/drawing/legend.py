"""The legend of a drawing: a swatch and a word for every mark that occurs, as many beside each other as fit."""

from briefing.render.drawing.measure import text_width
from briefing.render.drawing.shapes import Shape, Text, mark_box

_SWATCH, _GAP, _ROW = 22, 16, 20


def lay_out_legend(entries: tuple[tuple[str, str], ...], width: float) -> tuple[list[Shape], float]:
    """Return the shapes of a legend and the height that they take; an entry is a class name and a word."""
    if not entries:
        return [], 0
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for css, word in entries:
        needed = _SWATCH + 6 + text_width(word)
        # The first of a row stays there even where it is wider than the sheet.
        if x and x + needed > width:
            x, y = 0.0, y + _ROW
        shapes += [*mark_box(x + 0.5, y + 2.5, _SWATCH, 11, css), Text(x + _SWATCH + 6, y + 12, (word,), "muted")]
        x += needed + _GAP
    return shapes, y + _ROW + 6
