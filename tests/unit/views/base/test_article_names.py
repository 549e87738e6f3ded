"""What articles are called."""

from briefing.views.base.article_names import name_articles, shorten_names
from briefing.views.labels.catalogue import labels_for
from tests.unit.views.sample import ARTICLES, article, claims, link, subjects

LABELS = labels_for("en")


def test_articles_of_one_publisher_have_dates_and_those_of_one_date_numbers() -> None:
    more = [article("daily-2", "daily", "2025-01-02"), article("daily-3", "daily", "2025-01-02")]
    names = name_articles(link(subjects(), claims(), {**ARTICLES, **{article.id: article for article in more}}), LABELS)
    assert names["daily-1"] == "The Daily, 14 April 2024"
    assert (names["daily-2"], names["daily-3"]) == ("The Daily 1, 2 January 2025", "The Daily 2, 2 January 2025")
    assert names["weekly-9"] == "Acme"


def test_a_source_without_a_publisher_has_its_date_unless_there_is_no_room() -> None:
    data = link(subjects(), claims())
    names = name_articles(data, LABELS)
    assert names["copy-1"] == "Unidentified source, April 2024"
    assert shorten_names(data, names, LABELS)["copy-1"] == "Unidentified source"


def test_a_short_name_that_two_would_share_names_neither() -> None:
    data = link(subjects(), claims(), {**ARTICLES, "copy-2": article("copy-2", None, "2024-05")})
    names = name_articles(data, LABELS)
    short = shorten_names(data, names, LABELS)
    assert (short["copy-1"], short["copy-2"]) == (names["copy-1"], names["copy-2"])
