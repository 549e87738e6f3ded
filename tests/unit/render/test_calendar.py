"""Calendars of plans (R26): read back by a strict parser, each entry on the days that its date covers."""

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from icalendar.cal import Event

from briefing.model.records import Name
from briefing.pipeline import generate_files
from briefing.render.calendar import calendar_file, fold_line, render_calendars
from briefing.routes import PagePath
from briefing.views.base.context import open_context
from briefing.views.parts.calendar_entries import CalendarEntry, entry_days
from tests.every import every
from tests.feeds.sample import FIRST, context_of, edited
from tests.unit.dataset.sample import FILES
from tests.unit.views.sample import briefing, claim, claims, day, link, sample, subjects

MET = "  - {slot: {attribute: milestone, milestone: trial}, state: met, checked: 2026-11-21}\n"
STAMP = date(2026, 11, 22)


def read(content: bytes) -> list[Event]:
    """Return the entries of a calendar that keeps every rule of its format."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    (calendar,) = Calendar.from_ical(content, multiple=True)
    assert not calendar.errors
    assert (calendar["VERSION"], "PRODID" in calendar) == ("2.0", True)
    events = calendar.walk("VEVENT")
    assert not any(event.errors for event in events)
    return list(events)


@pytest.mark.parametrize(
    ("literal", "first", "last"),
    [
        ("2027-04-10", "2027-04-10", "2027-04-10"),
        ("2027-04", "2027-04-01", "2027-04-30"),
        ("2028", "2028-12-31", "2028-12-31"),
        ("JFY2030", "2031-03-31", "2031-03-31"),
        ("JFY2030 Q4", "2031-03-31", "2031-03-31"),
        ("JFY2027 H1", "2027-09-30", "2027-09-30"),
        ("2027~", "2027-12-31", "2027-12-31"),
        ("2027-04/2027-09", "2027-09-30", "2027-09-30"),
        ("2027-04-20/2027-05-10", "2027-04-20", "2027-05-10"),
        ("2026/2040", "2040-12-31", "2040-12-31"),
        ("../2040", "2040-12-31", "2040-12-31"),
        ("2027/..", "2027-01-01", "2027-01-01"),
        ("../JFY2030", "2031-03-31", "2031-03-31"),
    ],
)
def test_a_date_takes_up_its_days(literal: str, first: str, last: str) -> None:
    assert entry_days(day(literal)) == (date.fromisoformat(first), date.fromisoformat(last))


def test_the_last_day_of_time_has_no_entry() -> None:
    assert entry_days(day("9999-12-31")) is None


def test_plans_are_entries_and_what_was_done_is_none() -> None:
    files = render_calendars(open_context(sample()))
    assert set(files) == {"calendar.ics", "calendar/fab-1.ics", "calendar/acme.ics"}
    events = {str(event["UID"]): event for event in read(files["calendar.ics"])}
    assert "milestone-769b244d079d@sample-briefing" in events
    assert len(events) == 3
    mass = events["milestone-769b244d079d@sample-briefing"]
    assert str(mass["SUMMARY"]) == "Fab 1: Mass production (2027)"
    assert (mass.start, mass.end) == (date(2027, 12, 31), date(2028, 1, 1))
    assert mass["DTSTAMP"].to_ical() == b"20261122T000000Z"
    assert str(mass["URL"]) == "https://sample.example/projects/fab-1/#milestone-mass-production"
    assert str(mass["DESCRIPTION"]).split("\n")[:2] == ["planned, 2027", "stated as: aim"]
    # A day is left to plans alone.
    done = claim("weekly-9#c61", "bolt", "milestone", "2026-05", milestone="opening")
    assert len(read(render_calendars(open_context(link(subjects(), [*claims(), done])))["calendar.ics"])) == len(events)


def uids(**fields: Any) -> set[str]:
    data = link(subjects(), fields.pop("claims", claims()), about=briefing(**fields))
    return {str(event["UID"]) for event in read(render_calendars(open_context(data))["calendar.ics"])}


def test_an_entry_keeps_its_name_when_a_better_source_joins() -> None:
    """Calendars would show the plan twice otherwise, and drop what a reader noted beside it."""
    for value in ("2027", "2028-04"):
        better = claim("daily-1#c60", "fab-1", "milestone", value, milestone="mass-production", grade="A")
        assert uids(claims=[better, *claims()]) == uids()
        later = claim("weekly-9#c60", "fab-1", "milestone", value, milestone="mass-production", grade="F")
        assert uids(claims=[*claims(), later]) == uids()


def test_an_entry_keeps_its_name_when_the_site_moves() -> None:
    assert uids(url="https://elsewhere.example/briefings/") == uids()


def test_a_briefing_that_states_its_id_may_be_renamed() -> None:
    named = uids(id="chips")
    assert {uid.rpartition("@")[2] for uid in named} == {"chips"}
    assert uids(id="chips", name=Name("Another name")) == named
    assert {uid.rpartition("@")[0] for uid in named} == {uid.rpartition("@")[0] for uid in uids()}


def test_no_two_entries_have_one_name() -> None:
    near = [
        claim(f"daily-1#c{number}", "fab-1", "milestone", "2029", milestone=name)
        for number, name in ((70, "phase (b)"), (71, "phase b"), (72, "phase-b"))
    ]
    calendar = render_calendars(open_context(link(subjects(), [*claims(), *near])))["calendar.ics"]
    names = [str(event["UID"]) for event in read(calendar)]
    assert len(set(names)) == len(names)


def test_a_calendar_is_linked_where_there_is_one() -> None:
    made = generate_files(sample())
    assert '"../calendar.ics"' in made.pages["timeline/index.md"]
    assert '"../../calendar/fab-1.ics"' in made.pages["projects/fab-1/index.md"]
    assert ".ics" not in made.pages["companies/bolt/index.md"]
    assert "calendar/fab-1.ics" in made.static


def test_any_text_comes_back_as_it_was() -> None:
    hostile = "a;b,c\\n\\,d\nEND:VEVENT: 半導体" + "語" * 80 + "\r\x07 e"
    entry = CalendarEntry("x", STAMP, STAMP, hostile, hostile, hostile, PagePath("a/b/index.md"), "", "dropped")
    (event,) = read(calendar_file(hostile, [entry], STAMP, "https://sample.example/", "sample"))
    assert str(event["SUMMARY"]) == hostile.replace("\r", " ").replace("\x07", " ")
    assert str(event["STATUS"]) == "CANCELLED"
    (category,) = event["CATEGORIES"].cats
    assert "," not in category


def test_a_program_that_follows_a_calendar_is_told_how_often_to_ask() -> None:
    calendar = Calendar.from_ical(render_calendars(open_context(sample()))["calendar.ics"])
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == "Sample Briefing"


def test_an_entry_counts_its_changes() -> None:
    """Programs that hold an entry take over another only under a higher number."""
    late = edited(FIRST, {"value: 2025-04": "value: 2025-09"})
    reworded = edited(late, {"as printed": "as its source prints it"})
    met = {**reworded, "companies/acme.yml": f"{FILES['companies/acme.yml']}outcomes:\n{MET}"}
    for states, number in ([FIRST], 0), ([FIRST, late], 1), ([FIRST, late, reworded], 1), ([FIRST, late, met], 2):
        (event,) = read(render_calendars(context_of(*states))["calendar.ics"])
        assert event["SEQUENCE"] == number


def test_a_title_says_what_became_of_a_plan() -> None:
    events = read(render_calendars(open_context(sample()))["calendar.ics"])
    assert [(str(event["SUMMARY"]), str(event["STATUS"])) for event in events] == [
        ("Fab 1: Opening (February 2024): met", "CONFIRMED"),
        ("Fab 1: Trial production (April 2025): overdue", "TENTATIVE"),
        ("Fab 1: Mass production (2027)", "TENTATIVE"),
    ]


@pytest.mark.parametrize("letter", ["a", "é", "語", "😀"])
@pytest.mark.parametrize("length", [0, 1, 24, 25, 37, 38, 74, 75, 76, 149, 150, 500])
def test_lines_fold_at_75_octets_and_never_inside_a_letter(letter: str, length: int) -> None:
    folded = fold_line("X:" + letter * length)
    assert every(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == "X:" + letter * length
