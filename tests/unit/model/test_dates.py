from datetime import date

import pytest

from briefing.model.dates import PartialDate, Precision, contains, date_order, disjoint, parse_date
from briefing.model.malformed import Malformed


def day(text: str) -> PartialDate:
    parsed = parse_date(text)
    assert isinstance(parsed, PartialDate), parsed
    return parsed


def finding(text: str) -> Malformed:
    fault = parse_date(text)
    assert isinstance(fault, Malformed), fault
    return fault


def test_a_date_fills_every_field() -> None:
    assert day("JFY2030") == PartialDate(
        edtf="2030-04/2031-03",
        label="FY2030 (April 2030 to March 2031)",
        earliest=date(2030, 4, 1),
        latest=date(2031, 3, 31),
        printed="JFY2030",
        fiscal=True,
        precision=Precision.YEAR,
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2024-24", "2024-12-01", "2025-02-28", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("202X", "2020-01-01", "2029-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("0XXX", "0001-01-01", "0999-12-31", "millennium"),
        ("2024-XX", "2024-01-01", "2024-12-31", "year"),
        ("2024-04-XX", "2024-04-01", "2024-04-30", "month"),
        ("JFY2030 H2", "2030-10-01", "2031-03-31", "half"),
        ("JFY2030 Q4", "2031-01-01", "2031-03-31", "quarter"),
        ("2021~/2024-04", "2021-01-01", "2024-04-30", "interval"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
        ("JFY0001", "0001-04-01", "0002-03-31", "year"),
        ("JFY9998", "9998-04-01", "9999-03-31", "year"),
        ("9998-24", "9998-12-01", "9999-02-28", "season"),
    ],
)
def test_a_date_knows_its_first_and_last_day(text: str, earliest: str, latest: str, precision: str) -> None:
    parsed = day(text)
    assert (parsed.earliest, parsed.latest) == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert parsed.precision == precision


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-04", "2024-04-01", "2024-04-30"),
        ("2024-04/2025-03", "2024-04-01", "2025-03-31"),
        ("2024-04/..", "2024-04-01", "2024-04-01"),
        ("2024-04/", "2024-04-01", "2024-04-01"),
        ("../2024-04", "2024-04-30", "2024-04-30"),
        ("/2024-04", "2024-04-30", "2024-04-30"),
    ],
)
def test_where_an_end_is_open_the_other_stands_for_it(text: str, first: str, last: str) -> None:
    moment = day(text)
    assert (moment.first_day, moment.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


def test_doubt_does_not_widen() -> None:
    plain = day("2027")
    for text in ("2027~", "2027?", "2027%"):
        assert (day(text).earliest, day(text).latest) == (plain.earliest, plain.latest)
        assert day(text).edtf == text


def test_open_ends_are_none() -> None:
    assert (day("2027/..").earliest, day("2027/..").latest) == (date(2027, 1, 1), None)
    assert (day("../2040").earliest, day("../2040").latest) == (None, date(2040, 12, 31))
    assert {day(text).precision for text in ("2027/..", "../2040", "2027/", "/2040")} == {Precision.OPEN}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("JFY2030", "2030-04/2031-03"),
        ("JFY2030 H1", "2030-04/2030-09"),
        ("JFY2030%", "2030-04%/2031-03%"),
        ("JFY2028/JFY2030", "2028-04/2031-03"),
        ("JFY2027/..", "2027-04/.."),
        ("../JFY2040", "../2041-03"),
        ("2021~/JFY2024 Q1", "2021~/2024-06"),
    ],
)
def test_fiscal_years_become_months_wherever_they_stand(text: str, edtf: str) -> None:
    parsed = day(text)
    assert (parsed.edtf, parsed.fiscal) == (edtf, True)
    if "%" not in text:
        assert (day(edtf).earliest, day(edtf).latest) == (parsed.earliest, parsed.latest)
        assert not day(edtf).fiscal


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024-04-10", "10 April 2024"),
        ("2024-04", "April 2024"),
        ("2027", "2027"),
        ("2027~", "about 2027"),
        ("2027?", "2027 (uncertain)"),
        ("2021%", "about 2021 (uncertain)"),
        ("../2040", "by 2040"),
        ("../2040~", "by about 2040"),
        ("2027/..", "from 2027"),
        ("2027/", "from 2027 (end unknown)"),
        ("2021~/2024-04", "2021 (about) to April 2024"),
        ("2024-22", "summer 2024"),
        ("202X", "2020s"),
        ("2024-XX?", "2024 (month unknown, uncertain)"),
        ("JFY2030 H1", "first half of FY2030 (April to September 2030)"),
        ("../JFY2040", "by FY2040 (ends March 2041)"),
        ("JFY2028/JFY2030", "FY2028 (starts April 2028) to FY2030 (ends March 2031)"),
    ],
)
def test_labels_read_as_english(text: str, label: str) -> None:
    assert day(text).label == label


@pytest.mark.parametrize(
    ("text", "offset", "length"),
    [
        ("2025-02-30", 8, 2),
        ("2024-13", 5, 2),
        ("2024-00-10", 5, 2),
        ("2024-04/2024-13", 13, 2),
        ("2024-04-31/..", 8, 2),
        ("2025/2024", 0, 9),
        ("2024-01-02/2024-01-01", 0, 21),
        ("2024/x", 5, 1),
        ("../..", 0, 5),
        ("2024//", 0, 6),
        ("JFY9999", 0, 7),
        ("JFY0000", 0, 7),
        ("٢٠٢٤", 0, 4),
    ],
)
def test_impossible_dates_are_pointed_at(text: str, offset: int, length: int) -> None:
    assert (finding(text).offset, finding(text).length) == (offset, length)


def test_the_last_day_of_a_month_is_named() -> None:
    assert finding("2025-02-30").hint == "its last day is 28"
    assert finding("2024-02-30").hint == "its last day is 29"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 Sept. 2024", "2024-09-03"),
        ("2nd April, 2024", "2024-04-02"),
        ("30 February 2024", ""),
        ("fiscal 2030", "JFY2030"),
        ("fiscal year 2030", "JFY2030"),
        ("by FY2040", "../JFY2040"),
        ("from JFY 2027", "JFY2027/.."),
        ("April 2024 to June 2025", "2024-04/2025-06"),
        ("FY2028-FY2030", ""),
        ("平成31年4月30日", "2019-04-30"),
        ("fall 2025", "2025-23"),
        ("tomorrow", ""),
    ],
)
def test_what_was_meant_is_worked_out_where_it_can_be(text: str, meant: str) -> None:
    assert finding(text).meant == meant


def test_dates_sort_by_time_and_finer_first() -> None:
    texts = [
        "../2023",
        "2024",
        "2024-01-01",
        "2024-01",
        "2023-12-31",
        "2024/2026",
        "2024/..",
        "JFY2024",
        "2024-04",
        "202X",
    ]
    assert [d.printed for d in sorted(map(day, texts), key=date_order)] == [
        *(
            "202X",
            "2023-12-31",
            "../2023",
            "2024-01-01",
            "2024-01",
            "2024",
            "2024/2026",
            "2024/..",
            "2024-04",
            "JFY2024",
        )
    ]


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("2024", "2025", True),
        ("2024", "2024-06", False),
        ("2027/..", "../2026", True),
        ("2027/..", "../2027", False),
        ("2027/..", "2030/..", False),
        ("JFY2024", "2025-03", False),
        ("JFY2024", "2025-04", True),
        ("2024-04-10", "2024-04-10", False),
    ],
)
def test_dates_are_disjoint_if_they_share_no_day(a: str, b: str, apart: bool) -> None:
    assert disjoint(day(a), day(b)) is apart
    assert disjoint(day(b), day(a)) is apart


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("2024", "2024-06", True),
        ("2024-06", "2024", False),
        ("2024", "2024", True),
        ("../2040", "2027", True),
        ("../2040", "2027/..", False),
        ("2027/..", "2030/..", True),
        ("2027/..", "../2030", False),
        ("JFY2024", "2025-03", True),
        ("2024", "JFY2024", False),
        ("2027", "2027/..", False),
    ],
)
def test_a_date_contains_what_lies_within_it(outer: str, inner: str, holds: bool) -> None:
    assert contains(day(outer), day(inner)) is holds
