"""What readers are told of the record of an article."""

from briefing.views.base.context import Context
from briefing.views.parts.article_flags import article_status, machine_note, review_flag, row_flag
from tests.every import every
from tests.unit.views.sample import ARTICLES, article


def test_what_a_machine_reviewed_is_said_on_its_page_and_once_in_a_list(context: Context) -> None:
    copy = ARTICLES["copy-1"]
    assert review_flag(context, copy) == "its record was reviewed by machine only"
    assert row_flag(context, copy) == ""
    assert machine_note(context, ARTICLES.values()).endswith("the records of Unidentified source, April 2024.")


def test_the_note_names_articles_only_where_there_are_others(context: Context) -> None:
    copy = ARTICLES["copy-1"]
    alone, together = machine_note(context, [copy]), machine_note(context, [copy, copy])
    assert alone != together
    assert every(note and "Unidentified" not in note for note in (alone, together))
    assert machine_note(context, [ARTICLES["daily-1"]]) == ""


def test_an_article_that_no_longer_stands_says_why(context: Context) -> None:
    gone = article("daily-1", "daily", "2024-04-14", status="withdrawn", status_reason="sums mixed up")
    assert article_status(context, gone).endswith(": sums mixed up")
    assert row_flag(context, gone) == article_status(context, gone)
