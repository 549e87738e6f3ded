"""Words and dates: labels, slugs as words, freshness, titles."""

from dataclasses import replace

import pytest

from briefing.dataset.linked.wording import gather_spellings, phrase, sentence
from briefing.model.records import Name
from briefing.routes import PagePath
from briefing.views.base.context import open_context
from briefing.views.base.head import Head, with_distinct_titles
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Words, join_prose, mark_japanese, plain, words
from briefing.views.labels.catalogue import Labels, labels_for
from briefing.views.parts.freshness import view_freshness
from briefing.views.parts.names import name_prose
from tests.unit.views.sample import claim, claims, day, link, sample, subject, subjects

SPELLINGS = gather_spellings([subject("acme", "IMD"), subject("bolt", "AI in Japan"), subject("japan", "AT and TSMC")])


@pytest.mark.parametrize(
    ("slug", "shown"),
    [
        ("mass-production", "Mass production"),
        ("imd-digital-competitiveness", "IMD digital competitiveness"),
        ("april-2024", "April 2024"),
        ("latest-at-2024-04", "Latest at April 2024"),
        ("asian-economies", "Asian economies"),
        ("largest-asian-maker", "Largest Asian maker"),
        ("may-rise", "May rise"),
        ("tsmc-fabs-at-work", "TSMC fabs at work"),
        ("2nm", "2nm"),
    ],
)
def test_slugs_become_words(slug: str, shown: str) -> None:
    assert sentence(slug, SPELLINGS) == shown


def test_acronyms_of_wordings_are_known() -> None:
    found = gather_spellings([], ["the GDP of Japan, it is said", "AT a price", "no"])
    assert sentence("share-of-gdp", found) == "Share of GDP"
    assert sentence("at-work", found) == "At work"


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("Ann Lee", []),
        ("佐藤弘 (Hiro Sato)", ["佐藤弘"]),
        ("see 半導体・デジタル産業戦略 and 人々", ["半導体・デジタル産業戦略", "人々"]),
        ("ラピダス", ["ラピダス"]),
    ],
)
def test_stretches_of_japanese_are_marked(text: str, japanese: list[str]) -> None:
    found = mark_japanese(text)
    assert plain(found) == text
    assert [one.text for one in found if isinstance(one, Words) and one.lang] == japanese


def test_words_inside_a_sentence_stay_small() -> None:
    assert phrase("ai-chips", SPELLINGS) == "AI chips"


def test_labels_count_and_fill_in() -> None:
    labels = labels_for("en")
    assert labels.say("claims-count", n=1) == "1 claim"
    assert labels.say("claims-count", n=2) == "2 claims"
    assert labels.say("grade-is", letter="B") == "grade B"
    assert labels.word("stage", "approved") == "approved"
    assert labels.word("qualifier", "some_new-field") == "some new field"


def test_a_language_takes_what_it_lacks_from_english() -> None:
    labels = Labels("ja", {"sources": "出典"})
    assert (labels.say("sources"), labels.say("claims")) == ("出典", "Claims")
    assert labels_for("xx").say("sources") == "Sources"


def test_a_misspelt_label_is_an_error() -> None:
    with pytest.raises(KeyError):
        labels_for("en").say("suorces")


@pytest.mark.parametrize(
    ("published", "state", "word"),
    [
        ("2026-11-22", "fresh", "fresh"),
        ("2026-05-26", "fresh", "fresh"),
        ("2026-05-25", "ageing", "ageing: no source since May 2026"),
        ("2025-11-22", "ageing", "ageing: no source since November 2025"),
        ("2025-11-21", "stale", "stale: no source since November 2025"),
        ("2024-11-13/2024-12-31", "stale", "stale: no source since December 2024"),
    ],
)
def test_how_old_what_is_known_is_goes_by_the_newest_source(published: str, state: str, word: str) -> None:
    older, newest = (
        replace(claim("weekly-9#c1", "acme", "status", "open"), published=day(one)) for one in ("2020-01-01", published)
    )
    found = view_freshness(open_context(sample()), [newest, older], day("2026-11-22"))
    assert (found.state, found.word) == (state, word)


def test_a_check_makes_no_source_younger_and_falls_due() -> None:
    old = replace(claim("weekly-9#c1", "acme", "status", "open"), published=day("2024-04-14"))
    context = open_context(sample())
    lately, long_ago = (view_freshness(context, [old], day(one)) for one in ("2026-11-20", "2025-01-01"))
    assert lately.state == long_ago.state == "stale"
    assert (lately.checked, lately.next_review, lately.overdue) == ("20 November 2026", "19 May 2027", "")
    assert (long_ago.checked, long_ago.next_review, long_ago.overdue) == ("1 January 2025", "30 June 2025", "overdue")


def test_a_source_that_stands_aside_is_not_the_newest() -> None:
    old, gone = (claim(f"weekly-9#c{n}", "acme", "status", "open") for n in (1, 2))
    old, gone = replace(old, published=day("2024-04-14")), replace(gone, excluded="withdrawn")
    assert view_freshness(open_context(sample()), [old, gone]).newest == "14 April 2024"


def test_what_was_never_checked_and_has_no_source_says_so() -> None:
    found = view_freshness(open_context(sample()), (), None)
    assert (found.state, found.word, found.newest, found.checked, found.next_review) == ("", "", "", "", "")


def test_names_in_kana_or_kanji_are_japanese() -> None:
    assert name_prose("ラピダス") == (Words("ラピダス", "ja"),)
    assert name_prose("Rapidus") == (Words("Rapidus"),)


def test_japanese_in_prose_says_that_it_is() -> None:
    acme = replace(subject("acme", "Acme"), name=Name("Acme", ja="赤目社"))
    known = subjects()
    found = Linker(open_context(link({**known, acme.id: acme}, claims()))).prose("赤目社 buys land in 大阪 for good")
    assert [(one.text, one.lang) for one in found if isinstance(one, Words | PageLink)] == [
        ("赤目社", "ja"), (" buys land in ", ""), ("大阪", "ja"), (" for good", ""),
    ]  # fmt: skip
    assert isinstance(found[0], PageLink)


def test_descriptions_end_at_a_word() -> None:
    assert shorten("one two  three", 100) == "one two three"
    assert shorten("one two, three four", 10) == "one two …"


def test_titles_and_descriptions_are_made_distinct() -> None:
    heads = [
        Head(PagePath("companies/a/index.md"), "Acme", "Acme", "same"),
        Head(PagePath("topics/a/index.md"), "Acme", "Acme", "same"),
    ]
    found = with_distinct_titles(heads)
    assert [one.full_title for one in found] == ["Acme (companies/a)", "Acme (topics/a)"]
    assert [one.title for one in found] == ["Acme", "Acme"]
    assert len({one.description for one in found}) == 2


def test_lists_of_prose_have_separators_between_items_only() -> None:
    assert plain(join_prose([words("a"), (), words("b")])) == "a, b"
