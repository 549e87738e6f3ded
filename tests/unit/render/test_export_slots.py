"""Slots as JSON: every question once, with all its answers and what became of a plan."""

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.render.export import Json
from briefing.render.export_slots import slot_json
from briefing.views.base.context import open_context
from tests.every import every
from tests.unit.dataset.sample import FILES, HEAD, dataset

_STEP = "{id: c1, about: acme, attribute: milestone, milestone: trial, value: 2025-04, modality: planned}"
_LATER = "  - {id: c1, about: acme, attribute: milestone, milestone: trial, value: 2025-09, modality: planned}\n"
_GAZETTE = "name: Gazette\ngrade: {letter: A, why: a record}\n"
_ACME = FILES["companies/acme.yml"]


def _rows(data: Dataset) -> list[Json]:
    context = open_context(data)
    return [slot_json(context, slot) for slot in data.slots]


def _step(**files: str) -> Json:
    (row,) = _rows(dataset(_STEP, **files))
    return row


def _better_source(url: str = "https://chips.example/") -> dict[str, str]:
    head = HEAD.format(publisher="gazette").replace("2024-04-14", "2024-05-01")
    return {
        "publishers__gazette": _GAZETTE,
        "articles__two": head + _LATER,
        "briefing": FILES["briefing.yml"].replace("https://chips.example/", url),
    }


def test_a_slot_says_question_answer_and_where_it_stands() -> None:
    row = _step()
    assert (row["question"], row["url"]) == ("Acme, trial: when?", "companies/acme/#milestone-trial")
    assert row["shown"] == {
        "type": "date", "printed": "2025-04", "edtf": "2025-04", "label": "April 2025",
        "earliest": "2025-04-01", "latest": "2025-04-30",
    }  # fmt: skip
    assert row["outcome"] == {"state": "overdue", "checked": None, "claims": []}


def test_every_group_is_there_with_its_rank() -> None:
    row = _step(**_better_source())
    assert row["disputed"] is True
    assert row["question"] == "Acme, trial: September 2025, or April 2025?"
    groups = row["groups"]
    assert isinstance(groups, list)
    assert [(group["claims"], group["grade"], group["rank"]) for group in groups] == [
        (["two#c1"], "A", "shown"),
        (["one#c1"], "B", "normal"),
    ]


_JUDGED = (
    f"{_ACME}judgements:\n  - slot: {{attribute: milestone, milestone: trial}}\n    prefer: [one#c1]\n"
    "    because: It was there first.\n    decided: 2026-11-21\n"
)


@pytest.mark.parametrize(
    "files",
    [
        _better_source(),
        _better_source("https://elsewhere.example/chips/"),
        {**_better_source(), "companies__acme": _JUDGED},
        {"publishers__herald": "name: Herald\ngrade: {letter: E, why: a rumour mill}\n"},
    ],
    ids=["better source", "another address", "judgement", "grade"],
)
def test_nothing_but_the_question_names_it(files: dict[str, str]) -> None:
    before, after = _step(), _step(**files)
    assert (before["key"], before["anchor"], before["url"]) == (after["key"], after["anchor"], after["url"])
    assert before != after or "elsewhere" in files["briefing"]


def test_a_text_keeps_its_address_when_a_better_source_says_the_same() -> None:
    aim = "{id: c9, about: acme, attribute: aim, value: grow abroad}"
    head = HEAD.format(publisher="gazette").replace("2024-04-14", "2024-05-01")
    files = {"publishers__gazette": _GAZETTE, "articles__a": f"{head}  - {aim}\n"}
    (before,), (after,) = _rows(dataset(aim)), _rows(dataset(aim, **files))
    assert (before["key"], before["anchor"]) == (after["key"], after["anchor"]) == (before["key"], "aim-one-c9")
    assert before != after


def test_of_what_is_set_aside_no_fact_is_left() -> None:
    rejected = (
        f"{_ACME}judgements:\n  - slot: {{attribute: milestone, milestone: trial}}\n"
        "    reject: [{claim: one#c1, reason: misread-source}]\n    because: It says no such thing.\n"
        "    decided: 2026-11-21\n"
    )
    row = _step(companies__acme=rejected)
    assert (row["shown"], row["anchor"], row["url"], row["groups"]) == (None, None, "companies/acme/", [])
    assert (row["set_aside"], row["outcome"]) == (["one#c1"], None)


def test_a_denial_shows_no_value() -> None:
    (row,) = _rows(dataset("{id: c1, about: acme, attribute: partner, value: initech, denied: true}"))
    assert row["shown"] is None
    assert every(group["denied"] is True for group in row["groups"])  # type: ignore[attr-defined]
