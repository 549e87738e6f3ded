"""Share cards as PNG images of one size, in one ink: the same bytes for the same card, font and library.

The font is handed over as bytes; nothing here reads files.
"""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cached_property

import PIL
from PIL import Image, ImageDraw, ImageFont

from briefing.views.base.shortening import find_break
from briefing.views.pages.share_cards import ShareCard

WIDTH, HEIGHT, MARGIN, BAND = 1200, 630, 64, 92
DESIGN = 1
"""Raised whenever the same card would look different."""
_PAPER, _INK = (252, 252, 254), (30, 35, 84)
_LINE = 1.35
_MOST_LINES = 6


@dataclass(frozen=True)
class Fonts:
    """One font file at the sizes that a card uses."""

    content: bytes

    @cached_property
    def digest(self) -> str:
        """A digest of the file, which takes megabytes: worked out once for all cards."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def small(self) -> ImageFont.FreeTypeFont:
        """Site, kind and footer."""
        return self._sized(30)

    @cached_property
    def text(self) -> ImageFont.FreeTypeFont:
        """What to know first."""
        return self._sized(38)

    @cached_property
    def titles(self) -> tuple[ImageFont.FreeTypeFont, ...]:
        """The name, in the largest size that fits."""
        return tuple(self._sized(size) for size in (76, 60, 48))

    def _sized(self, size: int) -> ImageFont.FreeTypeFont:
        # The basic layout is built in; the other depends on what a machine has installed.
        return ImageFont.truetype(io.BytesIO(self.content), size, layout_engine=ImageFont.Layout.BASIC)


def card_digest(card: ShareCard, fonts: Fonts) -> str:
    """Return a digest of all that decides how the image of a card looks."""
    parts = [str(DESIGN), PIL.__version__, fonts.digest, *astuple(card)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def draw_card(card: ShareCard, fonts: Fonts) -> bytes:
    """Return the card as a PNG image of 1200 by 630 pixels."""
    # Grey levels that a palette turns into ink on paper: sharp letters from one byte a pixel.
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, BAND), fill=0)
    pen.text((MARGIN, BAND // 2), _cut(card.site or card.title, fonts.small), font=fonts.small, fill=255, anchor="lm")
    kind = _cut(card.kind, fonts.small)
    pen.text((WIDTH - MARGIN, BAND // 2), kind, font=fonts.small, fill=210, anchor="rm")
    top = _draw_title(pen, card, fonts)
    _draw_lines(pen, _wrap(card.text, fonts.text, _room(top, fonts.text)), top, fonts.text)
    pen.text((MARGIN, HEIGHT - 44), _cut(card.footer, fonts.small), font=fonts.small, fill=90, anchor="lm")
    return _png(image)


def _draw_title(pen: ImageDraw.ImageDraw, card: ShareCard, fonts: Fonts) -> int:
    """Draw both names and return where the text begins."""
    font, most_lines = _fit_title(card.title, fonts)
    top = _draw_lines(pen, _wrap(card.title, font, most_lines), BAND + 40, font)
    if not card.japanese:
        return top + 24
    pen.text((MARGIN, top + 8), _cut(card.japanese, fonts.text), font=fonts.text, fill=90)
    return top + 8 + _height(fonts.text) + 24


def _fit_title(title: str, fonts: Fonts) -> tuple[ImageFont.FreeTypeFont, int]:
    """Return the largest font that a title fits one line in, else the smallest, and how many lines it may take."""
    for font in fonts.titles:
        if font.getlength(title) <= WIDTH - 2 * MARGIN:
            return font, 1
    return fonts.titles[-1], 2


def _draw_lines(pen: ImageDraw.ImageDraw, lines: Sequence[str], top: int, font: ImageFont.FreeTypeFont) -> int:
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * _height(font)), line, font=font, fill=0)
    return top + len(lines) * _height(font)


def _height(font: ImageFont.FreeTypeFont) -> int:
    return round(font.size * _LINE)


def _room(top: int, font: ImageFont.FreeTypeFont) -> int:
    return max(1, min(_MOST_LINES, (HEIGHT - 84 - top) // _height(font)))


def _wrap(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Return ``text`` in lines that fit; where it is too long the last one ends in an ellipsis."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most:
        line = _fit_line(rest, font)
        rest = rest[len(line) :].lstrip()
        lines.append(line.rstrip())
    if rest:
        lines[-1] = _cut(f"{lines[-1]} {rest}", font)
    return lines


def _fit_line(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return the longest beginning of ``text`` that fits a line and ends at a word, if one does."""
    length = _fitting_length(text, font)
    if length == len(text):
        return text
    return text[: find_break(text, length)]


def _fitting_length(text: str, font: ImageFont.FreeTypeFont) -> int:
    """Return how many letters fit a line, at least one; found by halving, since measuring is slow."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.getlength(text[:middle]) <= WIDTH - 2 * MARGIN:
            low = middle
        else:
            high = middle - 1
    return low


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return ``text`` in one line, with an ellipsis where it is cut off."""
    text = " ".join(text.split())
    if not text:
        return ""
    line = _fit_line(text, font)
    if line == text:
        return text
    return f"{line.rstrip(' ,;:.')[:-1]}…"


def _png(image: Image.Image) -> bytes:
    palette: list[int] = []
    for level in range(256):
        palette += _colour(level / 255)
    image.putpalette(palette)
    content = io.BytesIO()
    image.save(content, "PNG", compress_level=6)
    return content.getvalue()


def _colour(step: float) -> list[int]:
    """Return red, green and blue of a step from ink, 0, to paper, 1."""
    return [round(ink + (paper - ink) * step) for ink, paper in zip(_INK, _PAPER, strict=True)]
