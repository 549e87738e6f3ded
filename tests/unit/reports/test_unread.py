"""What waits for an editor: unverified pages, unreviewed articles, open differences, those with most first."""

from briefing.reports.task import Task
from briefing.reports.unread import find_open_conflicts, find_unreviewed_articles, find_unverified_pages
from tests.unit.reports.small_data import ACME, FAB, FILES, HERALD, JUDGEMENT, disputed, edited, linked, with_file


def test_pages_come_by_the_questions_that_they_answer_then_by_id() -> None:
    more = "  - {id: c3, about: bolt, attribute: sector, value: screws}\n"
    more += "  - {id: c4, about: bolt, attribute: date, measure: founded, value: 2001}\n"
    tasks = list(find_unverified_pages(linked(with_file(HERALD, FILES[HERALD] + more))))
    assert tasks[0].text == "Bolt: 2 questions answered"
    assert [task.path for task in tasks] == ["companies/bolt.yml", ACME, FAB]


def test_one_question_is_one() -> None:
    texts = [task.text for task in find_unverified_pages(linked())]
    assert texts == ["Acme: 1 question answered", "Acme fab: 1 question answered", "Bolt: 0 questions answered"]


def test_a_verified_page_waits_for_nobody() -> None:
    verified = with_file(ACME, FILES[ACME] + "last_verified: 2020-01-01\n")
    assert ACME not in [task.path for task in find_unverified_pages(linked(verified))]


def test_an_article_waits_until_somebody_has_reviewed_it() -> None:
    machine = edited(HERALD, "form: report", "form: report\nreview: {state: machine-reviewed}")
    tasks = list(find_unreviewed_articles(linked(machine)))
    assert tasks == [Task("herald-2024: machine-reviewed", HERALD)]
    assert list(find_unreviewed_articles(linked())) == []


def test_differences_are_counted_by_subject_until_they_are_judged() -> None:
    assert list(find_open_conflicts(linked(disputed()))) == [Task("Acme fab: 1 open", FAB)]
    assert list(find_open_conflicts(linked(with_file(FAB, FILES[FAB] + JUDGEMENT, disputed())))) == []
    assert list(find_open_conflicts(linked())) == []
