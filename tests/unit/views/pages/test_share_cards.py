"""The cards that others show for a page when it is shared."""

from briefing.views.pages.share_cards import ShareCard, view_share_cards
from tests.unit.views.sample import ARTICLES, sample_context, subjects


def test_home_subjects_and_articles_have_a_card_each() -> None:
    cards = view_share_cards(sample_context())
    assert len(cards) == 1 + len(subjects()) + len(ARTICLES)
    assert cards["share.png"] == ShareCard("", "", "Sample Briefing", "", "Acme leads.", "3 articles · 21 claims")


def test_a_subject_shows_both_names_and_what_its_page_rests_on() -> None:
    card = view_share_cards(sample_context())["companies/acme/share.png"]
    assert (card.kind, card.title, card.japanese) == ("Company", "Acme", "アクメ株式会社")
    assert (card.text, card.footer) == ("Acme makes chips in Japan with Bolt.", "3 articles · 2 independent origins")


def test_an_article_shows_its_headline_and_its_source() -> None:
    card = view_share_cards(sample_context())["articles/copy-1/share.png"]
    assert (card.title, card.text) == ("Acme and 日本", "What copy-1 says of Acme.")
    assert card.footer == "Unidentified source, April 2024 · April 2024"
