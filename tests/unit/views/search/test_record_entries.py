"""What search knows of subjects, articles and publishers."""

from dataclasses import replace

from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.views.search.record_entries import article_entry, publisher_entry, subject_entry
from tests.unit.views.sample import ARTICLES, PUBLISHERS, claim, context_with, sample_context, subjects

ACME = subjects()[SubjectId("acme")]


def test_a_subject_is_found_by_every_name_once() -> None:
    names = subject_entry(sample_context(), ACME).names
    assert (names.title, names.japanese, names.full) == ("Acme", "アクメ株式会社", ("Acme Corporation", "アクメ"))
    assert (names.aliases, names.former, names.codes) == (
        ("Acme Corp", "AC"), ("Old Acme",), ("5493001KJTIIGC8Y1R12",),
    )  # fmt: skip


def test_a_subject_is_filtered_by_its_sources_and_its_status() -> None:
    entry = subject_entry(sample_context(), ACME)
    assert (entry.years, entry.publishers, entry.status) == (("2026", "2024"), ("Acme", "The Daily"), "operating")
    assert entry.line == "Acme makes chips in Japan with Bolt."


def test_a_status_in_words_of_its_own_is_no_filter() -> None:
    worded = claim("daily-1#c70", "bolt", "status", "waiting for a permit")
    assert subject_entry(context_with(worded), subjects()[SubjectId("bolt")]).status == ""


def test_the_weight_grows_by_one_as_the_claims_double_up_to_one_digit() -> None:
    aims = [claim(f"daily-1#c{100 + number}", "summit", "aim", f"aim {number}") for number in range(600)]
    summit = subjects()[SubjectId("summit")]
    weights = [subject_entry(context_with(*aims[:count]), summit).weight for count in (0, 14, 600)]
    assert weights == [2, 5, 9]


def test_an_article_without_a_headline_goes_by_its_name() -> None:
    titled = article_entry(sample_context(), ARTICLES[ArticleId("copy-1")])
    assert (titled.names.title, titled.names.full) == ("Acme and 日本", ("Unidentified source, April 2024",))
    assert titled.note == "Unidentified source, April 2024 · April 2024"
    untitled = article_entry(sample_context(), ARTICLES[ArticleId("daily-1")])
    assert (untitled.names.title, untitled.names.full, untitled.note) == ("The Daily", (), "14 April 2024")


def test_what_became_of_an_article_is_its_status() -> None:
    article = ARTICLES[ArticleId("daily-1")]
    statuses = [
        article_entry(sample_context(), replace(article, status=status)).status for status in ("current", "withdrawn")
    ]
    assert statuses == ["", "withdrawn by its publisher"]


def test_articles_that_cite_a_publisher_count_for_its_years() -> None:
    entry = publisher_entry(sample_context(), PUBLISHERS[PublisherId("weekly")])
    assert (entry.line, entry.years) == ("grade C", ("2026", "2024"))
