"""What a question was answered with as its sources spoke one after the other."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.sample import make_sample
from briefing.dataset.comparing.slot_history import (
    History,
    day_spoken,
    known_on,
    rival_groups,
    shown_spells,
    standing_on,
    trace_slots,
)
from briefing.dataset.link import link_dataset
from briefing.dataset.linked.records import Dataset, Slot
from briefing.edges.disk import read_tree
from briefing.model.ids import ClaimKey
from briefing.model.values import print_value
from briefing.pipeline import prepare
from tests.every import every
from tests.unit.dataset.sample import JUDGEMENT, dataset

ROOT = Path(__file__).resolve().parents[4]
HEAD = "publisher: {publisher}\nlanguage: en\nform: report\npublished: {day}\nclaims:\n"
GOOD = "name: Gazette\ngrade: {letter: A, why: a paper of record}\n"


def article(day: str, *rows: str, publisher: str = "herald") -> str:
    return HEAD.format(publisher=publisher, day=day) + "".join(f"  - {row}\n" for row in rows)


def count(value: str, more: str = "") -> str:
    return f"{{id: c1, about: acme, attribute: date, measure: founded, value: {value}{more}}}"


def history_of(data: Dataset) -> History:
    (history,) = trace_slots(data)
    return history


def shown(slot: Slot | None) -> str | None:
    if slot is None or slot.shown is None or slot.shown.value is None:
        return None
    return print_value(slot.shown.value)


def shown_on(history: History, day: str) -> str | None:
    standing = standing_on(history, date.fromisoformat(day))
    return shown(standing.slot) if standing else None


def two_sources(**files: str) -> History:
    """Return the history of a value said in April, and of another that a better source said in June."""
    rows = {
        "articles__one": article("2024-04", count("2001")),
        "articles__two": article("2024-06-10", count("2002"), publisher="gazette"),
    }
    return history_of(dataset(**{"publishers__gazette": GOOD, **rows, **files}))


def test_a_value_is_shown_from_the_end_of_its_interval_until_a_better_source_speaks() -> None:
    history = two_sources()
    assert [shown_on(history, day) for day in ("2024-04-29", "2024-04-30", "2024-06-09", "2024-06-10")] == [
        None,
        "2001",
        "2001",
        "2002",
    ]
    first, second = shown_spells(history)
    assert (first.since, first.until) == (date(2024, 4, 30), date(2024, 6, 10))
    assert (second.since, second.until) == (date(2024, 6, 10), None)


def test_what_stood_beside_the_shown_value_is_told_of_each_day() -> None:
    history = two_sources()
    april, june = (standing.slot for standing in history)
    assert rival_groups(april) == ()
    (rival,) = rival_groups(june)
    assert [claim.key for claim in rival.claims] == ["one#c1"]


def test_a_source_that_joins_the_shown_value_begins_no_new_spell() -> None:
    files = {
        "articles__one": article("2024-04-01", count("2001")),
        "articles__two": article("2024-05-01", count("2001")),
    }
    history = history_of(dataset(**files))
    assert len(history) == 2
    (spell,) = shown_spells(history)
    assert spell.since == date(2024, 4, 1)


def test_a_judgement_has_a_say_from_the_day_of_the_claim_that_it_prefers() -> None:
    """A judgement for the weaker, later source cannot have settled anything before it spoke."""
    reject = "reject: [{claim: 'one#c1', reason: superseded}]"
    prefer = f"slot: {{attribute: date, measure: founded}}, prefer: ['three#c1'], {reject}"
    history = two_sources(companies__acme=JUDGEMENT % prefer, articles__three=article("2024-08-01", count("2003")))
    assert [shown_on(history, day) for day in ("2024-05-01", "2024-07-01", "2024-08-01")] == ["2001", "2002", "2003"]
    assert [standing.slot.judgement is not None for standing in history] == [False, False, True]


def test_what_is_rejected_for_itself_was_never_shown() -> None:
    reject = "reject: [{claim: 'one#c1', reason: misread-source}]"
    judgement = f"slot: {{attribute: date, measure: founded}}, prefer: both-stand, {reject}"
    history = two_sources(companies__acme=JUDGEMENT % judgement)
    assert shown_on(history, "2024-05-01") is None
    assert shown_on(history, "2024-06-10") == "2002"


def test_a_correction_takes_a_claim_back_from_the_day_on_which_it_is_published() -> None:
    files = {
        "articles__one": article("2024-04-01", count("2001")),
        "articles__two": article("2024-05-01", count("2004", ", corrects: 'one#c1'")),
    }
    history = history_of(dataset(**files))
    assert [shown_on(history, day) for day in ("2024-04-30", "2024-05-01")] == ["2001", "2004"]
    first, second = history
    assert first.slot.corrected == frozenset()
    assert second.slot.corrected == {ClaimKey("one#c1")}


@pytest.fixture(scope="module", params=["real", "sample"])
def data(request: pytest.FixtureRequest) -> Dataset:
    files = read_tree(ROOT / "data")[0] if request.param == "real" else make_sample(40)
    prepared = prepare(files, None)
    assert prepared.dataset is not None
    return prepared.dataset


def test_as_known_on_the_last_day_is_what_the_briefing_shows(data: Dataset) -> None:
    histories = trace_slots(data)
    last = max(history[-1].since for history in histories)
    assert [standing.slot for standing in known_on(histories, last)] == list(data.slots)


def test_what_is_known_only_grows_and_rests_on_what_had_been_said(data: Dataset) -> None:
    """Days grow; no day rests on a claim that was published later."""
    for history in trace_slots(data):
        days = [standing.since for standing in history]
        assert days == sorted(set(days))
        for standing in history[:-1]:
            assert every(day_spoken(claim) <= standing.since for claim in standing.slot.claims)
        sizes = [len(standing.slot.claims) for standing in history]
        assert sizes == sorted(sizes)


def linked(data: Dataset, day: date = date.max) -> Dataset:
    """Link the claims that had been published by the end of a day, as nobody had judged them."""
    subjects = {subject.id: replace(subject, judgements=()) for subject in data.subjects.values()}
    claims = [claim for claim in data.claims.values() if day_spoken(claim) <= day]
    again, _ = link_dataset(
        data.briefing, data.registry, subjects, data.articles, data.publishers, claims, data.rates, (), ()
    )
    return again


def test_a_day_shows_what_linking_its_claims_alone_shows(data: Dataset) -> None:
    """So no source that speaks later changes an earlier day."""
    histories = trace_slots(linked(data))
    days = sorted({standing.since for history in histories for standing in history})
    for day in days[:: max(1, len(days) // 4)]:
        known = [standing.slot for standing in known_on(histories, day)]
        assert list(map(undisputed, known)) == list(map(undisputed, linked(data, day).slots))


def undisputed(slot: Slot) -> Slot:
    return replace(slot, disputed=False)
