"""Tasks as text and JSON: text has the first of each topic, JSON has all."""

import json

from briefing.reports.agenda import Topic
from briefing.reports.agenda_formats import agenda_json, agenda_text
from briefing.reports.task import Task

OLD = Topic("stale-page", "Old pages", (Task("Acme: stale", "companies/acme.yml"), Task("ボルト: ageing", "b.yml")))
NEW = Topic("unreviewed-article", "New articles", (Task("herald: draft", "articles/herald.yml"),))


def test_text_names_the_file_of_every_task() -> None:
    assert agenda_text([OLD, NEW], "data/", 2) == (
        "Old pages (2)\n  data/companies/acme.yml: Acme: stale\n  data/b.yml: ボルト: ageing\n\n"
        "New articles (1)\n  data/articles/herald.yml: herald: draft\n"
    )


def test_a_long_topic_is_cut_and_says_so() -> None:
    text = agenda_text([OLD], "", 1)
    assert text == "Old pages (2)\n  companies/acme.yml: Acme: stale\n  … and 1 more\n"
    assert "more" not in agenda_text([OLD], "", 2)


def test_where_nothing_waits_it_says_so() -> None:
    assert agenda_text([], "data/", 10) == "nothing to verify\n"
    assert json.loads(agenda_json([], "data/")) == {"version": 1, "topics": []}


def test_json_has_all_tasks_in_their_own_letters() -> None:
    text = agenda_json([OLD, NEW], "data/")
    assert "ボルト" in text
    topics = json.loads(text)["topics"]
    assert [topic["code"] for topic in topics] == ["stale-page", "unreviewed-article"]
    assert topics[0]["title"] == "Old pages"
    assert topics[0]["tasks"][1] == {"path": "data/b.yml", "text": "ボルト: ageing"}
