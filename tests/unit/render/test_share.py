"""R29: a share image says what its card says, fits its frame, and is the same for the same card."""

import io
from pathlib import Path

import pytest
from PIL import Image

from briefing.edges.content_cache import MARKER, make_or_recall
from briefing.edges.fonts import read_font
from briefing.render.share import BAND, HEIGHT, MARGIN, WIDTH, Fonts, card_digest, draw_card
from briefing.views.pages.share_cards import ShareCard

CARD = ShareCard("Chips in Japan", "Company", "Rapidus", "Rapidus株式会社", "Wants 2 nm chips by 2027.", "2 articles")
LONG = "A very long name of an agency with many words in it " * 8


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    font = read_font()
    assert font, "the package with the font is part of the locked environment"
    return Fonts(font)


def picture(card: ShareCard, fonts: Fonts) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(card, fonts))).convert("L")


def test_an_image_has_the_size_that_others_expect_and_the_same_bytes_each_time(fonts: Fonts) -> None:
    content = draw_card(CARD, fonts)
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    assert content == draw_card(CARD, Fonts(fonts.content))
    assert len(content) < 60_000


@pytest.mark.parametrize("field", ["site", "kind", "title", "japanese", "text", "footer"])
def test_every_word_of_a_card_is_drawn(fonts: Fonts, field: str) -> None:
    other = ShareCard(**{name: getattr(CARD, name) for name in CARD.__slots__} | {field: "Something else 東京"})
    assert draw_card(other, fonts) != draw_card(CARD, fonts)


def test_japanese_has_letters_and_no_empty_boxes(fonts: Fonts) -> None:
    """A font without a letter draws one and the same box for all of them."""
    drawn = {bytes(fonts.text.getmask(letter)) for letter in "半導体株式会社ラピダス"}
    assert len(drawn) == 11
    assert bytes(fonts.text.getmask("\U0010fffd")) not in drawn


@pytest.mark.parametrize("text", [LONG, "半導体" * 200, "x" * 2_000, "", "a\nb\tc  d", "\u202e\u0000<svg>"])
def test_whatever_the_words_are_they_stay_inside_the_frame(fonts: Fonts, text: str) -> None:
    image = picture(ShareCard(text, text, text, text, text, text), fonts)
    paper = image.getpixel((5, HEIGHT - 5))
    for left, right in ((0, MARGIN - 8), (WIDTH - MARGIN + 8, WIDTH)):
        assert image.crop((left, BAND + 1, right, HEIGHT)).getextrema() == (paper, paper)
    assert image.crop((0, HEIGHT - 12, WIDTH, HEIGHT)).getextrema() == (paper, paper)


def test_only_changed_cards_are_drawn_and_what_is_unwanted_goes(fonts: Fonts, tmp_path: Path) -> None:
    other = ShareCard("", "", "Other", "", "", "")
    drawn: list[str] = []

    def draw(card: ShareCard) -> bytes:
        drawn.append(card.title)
        return draw_card(card, fonts)

    first = {card_digest(card, fonts): card for card in (CARD, other)}
    made = make_or_recall(tmp_path / "kept", first, draw)
    assert sorted(drawn) == ["Other", "Rapidus"]
    changed = ShareCard("", "", "Changed", "", "", "")
    second = {card_digest(card, fonts): card for card in (CARD, changed)}
    again = make_or_recall(tmp_path / "kept", second, draw)
    assert drawn[2:] == ["Changed"]
    assert again[card_digest(CARD, fonts)] == made[card_digest(CARD, fonts)]
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {*second, MARKER}


def test_another_font_is_another_card(fonts: Fonts) -> None:
    assert card_digest(CARD, Fonts(fonts.content)) == card_digest(CARD, fonts)
    assert card_digest(CARD, Fonts(fonts.content + b" ")) != card_digest(CARD, fonts)


def test_a_folder_that_cannot_be_written_costs_time_alone(fonts: Fonts, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    wanted = {card_digest(CARD, fonts): CARD}
    assert make_or_recall(tmp_path / "file", wanted, lambda card: draw_card(card, fonts)).keys() == wanted.keys()
