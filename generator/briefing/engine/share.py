"""The share images of a site: cards drawn where they changed, taken from the last build where they did not."""

from pathlib import Path

from briefing.dataset.linked.records import Dataset
from briefing.edges.content_cache import make_or_recall
from briefing.edges.fonts import read_font
from briefing.edges.pages import project_of
from briefing.render.share import Fonts, card_digest, draw_card
from briefing.views.base.context import open_context
from briefing.views.pages.share_cards import view_share_cards

CACHE = Path(".briefing") / "share"


def share_images(dataset: Dataset, data_dir: Path, *, clean: bool = False) -> dict[str, bytes]:
    """Return the images by their path on the site; none where their font is not installed.

    They are cached beside the data folder, in ``.briefing/share/``; ``clean`` draws all of them anew.
    """
    font = read_font()
    if font is None:
        return {}
    fonts = Fonts(font)
    cards = view_share_cards(open_context(dataset))
    digests = {path: card_digest(card, fonts) for path, card in cards.items()}
    wanted = {digests[path]: card for path, card in cards.items()}
    folder = project_of(data_dir) / CACHE
    images = make_or_recall(folder, wanted, lambda card: draw_card(card, fonts), clean=clean)
    return {path: images[digest] for path, digest in digests.items()}
