"""Which links are gone: the report has what needs a look, the worst first, and calls nothing else dead."""

import json
from dataclasses import dataclass

from briefing.reports.links import links_json, links_text


@dataclass(frozen=True)
class Answer:
    state: str
    detail: str = "200"
    moved: str | None = None
    checked: str = "2026-11-22"


STATES = {
    "https://b.example/": Answer("gone", "404"),
    "https://a.example/": Answer("gone", "410"),
    "https://c.example/": Answer("ok"),
    "https://d.example/": Answer("moved", "301", "https://e.example/"),
    "https://f.example/": Answer("refused", "403"),
}
PATHS = dict.fromkeys(STATES, "articles/x.yml")


def test_the_worst_come_first_and_what_is_there_is_only_counted() -> None:
    assert links_text(STATES, PATHS, "data/") == (
        "gone: the server says that there is no such page\n"
        "  data/articles/x.yml: https://a.example/ (410)\n"
        "  data/articles/x.yml: https://b.example/ (404)\n"
        "refused: the server does not answer programs\n"
        "  data/articles/x.yml: https://f.example/ (403)\n"
        "moved for good\n"
        "  data/articles/x.yml: https://d.example/ (now https://e.example/)\n"
        "2 gone, 1 refused, 1 moved, 1 ok\n"
    )


def test_a_server_in_trouble_and_one_that_is_silent_are_not_gone() -> None:
    states = {"https://a.example/": Answer("silent", "timeout"), "https://b.example/": Answer("failing", "503")}
    text = links_text(states, dict.fromkeys(states, "a.yml"), "")
    assert text.splitlines()[0] == "failing: the server is in trouble"
    assert text.splitlines()[2] == "silent: no answer, which may be our network"
    assert text.endswith("1 failing, 1 silent\n")
    assert "gone" not in text


def test_where_all_is_well_one_line_says_so() -> None:
    assert links_text({"https://c.example/": Answer("ok")}, {"https://c.example/": "a.yml"}, "") == "1 ok\n"
    assert links_text({}, {}, "data/") == "no addresses\n"


def test_json_has_every_address_with_all_that_is_known() -> None:
    report = json.loads(links_json(STATES, PATHS, "data/"))
    assert report["version"] == 1
    assert [row["url"] for row in report["links"]] == list(STATES)
    assert report["links"][3] == {
        "url": "https://d.example/", "path": "data/articles/x.yml", "state": "moved", "detail": "301",
        "moved": "https://e.example/", "checked": "2026-11-22",
    }  # fmt: skip
    assert json.loads(links_json({}, {}, ""))["links"] == []
