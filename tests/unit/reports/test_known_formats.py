"""What was known on a day in its three forms."""

import json
from datetime import date

from briefing.reports.known import find_changes, find_known
from briefing.reports.known_formats import (
    difference_json,
    difference_markdown,
    difference_text,
    known_json,
    known_markdown,
    known_text,
)
from tests.unit.reports.small_data import GAZETTE, edited, linked

START, END = date(2024, 4, 30), date(2024, 5, 31)
DATA = linked(edited(GAZETTE, "value: 2027", "value: 2026"))


def test_text_tells_each_fact_below_its_subject() -> None:
    text = known_text(find_known(DATA, END), END)
    assert text.startswith("As known on 2024-05-31\n\nAcme\n  ")
    assert "\n\nAcme fab\n  Opening: 2027 (since 2024-04-14; herald-2024#c1); others say 2026\n" in text


def test_a_day_of_which_nothing_is_known_says_so() -> None:
    assert known_text((), START) == "As known on 2024-04-30\n\nnothing\n"
    assert (
        difference_markdown((), START, END) == "**What became known after 2024-04-30, up to 2024-05-31**\n\nnothing\n"
    )


def test_markdown_escapes_what_came_from_data() -> None:
    text = known_markdown(find_known(DATA, END), END)
    assert "### Acme fab\n\n- Opening: 2027 \\(since" in text


def test_json_has_slots_values_and_claims() -> None:
    document = json.loads(known_json(find_known(DATA, END), END))
    assert (document["version"], document["on"]) == (1, "2024-05-31")
    (fact,) = [fact for fact in document["facts"] if fact["about"] == ["acme-fab"]]
    shown = {"value": "2027", "denied": False, "words": "2027", "claims": ["herald-2024#c1"]}
    assert (fact["shown"], fact["since"]) == (shown, "2024-04-14")
    assert [other["claims"] for other in fact["others"]] == [["gazette-2024#c1"]]


def test_a_difference_tells_what_is_new_and_what_now_has_other_voices() -> None:
    changes = find_changes(DATA, START, END)
    text = difference_text(changes, START, END)
    assert "  still Opening: 2027 (since 2024-04-14; herald-2024#c1); others say 2026" in text
    (row,) = json.loads(difference_json(changes, START, END))["changes"]
    assert (row["was"]["others"], len(row["now"]["others"])) == ([], 1)
    everything = difference_text(find_changes(DATA, date(2024, 1, 1), END), date(2024, 1, 1), END)
    assert everything.count("  new: ") == 2


def test_a_value_that_gave_way_is_told_with_the_one_that_came() -> None:
    better = edited(
        GAZETTE, "value: 2027", "value: 2026", {**edited("publishers/gazette.yml", "letter: C", "letter: A")}
    )
    changes = find_changes(linked(better), START, END)
    assert "Opening: 2027 → 2026 (since 2024-05-01); others say 2027" in difference_text(changes, START, END)
