"""Dates as people write them: what the hint offers, and what it leaves to whoever has read the source."""

import pytest

from briefing.model.date_repairs import days_meant
from briefing.model.dates import PartialDate, parse_date
from briefing.model.malformed import Malformed

SAID = "; a claim keeps the printed words under said"


def finding(text: str) -> Malformed:
    fault = parse_date(text)
    assert isinstance(fault, Malformed), fault
    return fault


MEANT = {
    # figures with the year last
    "11/23/2027": "2027-11-23", "23/11/2027": "2027-11-23", "23.11.2027": "2027-11-23", "11-23-2027": "2027-11-23",
    "5/5/2027": "2027-05-05", "11/23/27": "2027-11-23", "23. 11. 2027": "2027-11-23", "11/2027": "2027-11",
    "2027/11/23": "2027-11-23", "2027.11": "2027-11",
    # the ends of months and years in them
    "12/31/2027": "2027-12-31", "31/12/2027": "2027-12-31", "1/13/2027": "2027-01-13", "13/1/2027": "2027-01-13",
    "1/1/2027": "2027-01-01",
    # words
    "23 Nov 2027": "2027-11-23", "Nov 23, 2027": "2027-11-23", "23-Nov-2027": "2027-11-23",
    "2027-Nov-23": "2027-11-23", "23rd of November 2027": "2027-11-23", "Tuesday, 23 November 2027": "2027-11-23",
    "on 23 November 2027": "2027-11-23", "Feb. 2027": "2027-02", "in 2027": "2027",
    "10-12 May 2027": "2027-05-10/2027-05-12",
    "May 10–12, 2027": "2027-05-10/2027-05-12", "2027-05-10/12": "2027-05-10/2027-05-12",
    # other languages
    "23. November 2027": "2027-11-23", "2. März 2027": "2027-03-02", "1er août 2027": "2027-08-01",
    "2 de febrero de 2027": "2027-02-02", "2 maggio 2027": "2027-05-02", "Frühjahr 2027": "2027-21",
    "2. Quartal 2027": "2027-04/2027-06", "premier semestre 2027": "2027-01/2027-06",
    "erstes Halbjahr 2027": "2027-01/2027-06", "erste Quartal 2027": "2027-01/2027-03",
    "zweites Quartal 2027": "2027-04/2027-06", "zweite Halbjahr 2027": "2027-07/2027-12",
    "deuxième trimestre 2027": "2027-04/2027-06", "troisième trimestre 2027": "2027-07/2027-09",
    "primer trimestre 2027": "2027-01/2027-03", "segundo semestre 2027": "2027-07/2027-12",
    "primo semestre 2027": "2027-01/2027-06", "secondo trimestre 2027": "2027-04/2027-06",
    "first quarter of 2027": "2027-01/2027-03", "second quarter of 2027": "2027-04/2027-06",
    "2027年第一四半期": "2027-01/2027-03", "2027年第四四半期": "2027-10/2027-12",
    "seit 2027": "2027/..",
    "2027年11月23日": "2027-11-23", "2027年11月23日（火）": "2027-11-23", "2027年 11月 23日": "2027-11-23",
    "2027年11月23号": "2027-11-23", "2027년 11월 23일": "2027-11-23", "2027年春": "2027-21",
    "2027年第2四半期": "2027-04/2027-06", "2027年度下期": "JFY2027 H2", "2027年以降": "2027/..", "2027年頃": "2027~",
    # eras of Japan, whose first year has a word of its own
    "昭和39年": "1964", "平成元年": "1989",
    # parts of years that have ends of their own
    "first half of 2027": "2027-01/2027-06", "H2 2027": "2027-07/2027-12", "1H27": "2027-01/2027-06",
    "Q3 2027": "2027-07/2027-09", "3Q 2027": "2027-07/2027-09", "Q3/2027": "2027-07/2027-09",
    "the third quarter of 2027": "2027-07/2027-09", "fourth quarter of fiscal 2027": "JFY2027 Q4",
    "summer 2027": "2027-22", "autumn of 2027": "2027-23", "winter 2027": "2027-24", "Q1 2027": "2027-01/2027-03",
    "Q4 2027": "2027-10/2027-12", "2027-W02": "2027-01-11/2027-01-17",
    # decades
    "1990s": "199X", "the 1990s": "199X", "2020年代": "202X",
    # stretches
    "April to June 2027": "2027-04/2027-06", "May 2027 to Feb 2028": "2027-05/2028-02", "2027-28": "2027/2028",
    "2027-36": "2027/2036", "2024-25": "2024/2025",
    "between 2027 and 2029": "2027/2029", "no later than 2027": "../2027", "2027 onwards": "2027/..",
    "2027+": "2027/..",
    # doubt
    "~2027": "2027~", "ca. 2027": "2027~", "circa 2027": "2027~",
}  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_a_date_in_another_spelling_is_offered_in_ours(text: str) -> None:
    assert finding(text).hint == f"write `{MEANT[text]}`"
    assert isinstance(parse_date(finding(text).meant), PartialDate)


WIDE = {
    "late 2030s": "2035/2039", "early 2030s": "2030/2034", "mid-2030s": "2034/2036",
    "the end of the 2030s": "2038/2039",
    "start of the 2030s": "2030/2031", "early May 2027": "2027-05-01/2027-05-15",
    "start of May 2027": "2027-05-01/2027-05-10", "late December 2027": "2027-12-16/2027-12-31",
    "late January 2027": "2027-01-16/2027-01-31",
    "late 2027": "2027-07/2027-12", "early 2027": "2027-01/2027-06", "mid-2027": "2027-05/2027-08",
    "end of 2027": "2027-10/2027-12", "start of 2027": "2027-01/2027-03", "by the end of 2027": "../2027-12",
    "by mid-2027": "../2027-08", "since late 2027": "2027-07/..", "late May 2027": "2027-05-16/2027-05-31",
    "mid-May 2027": "2027-05-11/2027-05-20", "end of February 2028": "2028-02-21/2028-02-29",
    "Ende 2027": "2027-10/2027-12",
    "2030年代後半": "2035/2039", "2027年末": "2027-10/2027-12", "2027年度末": "2028-03",
    "2027年5月下旬": "2027-05-21/2027-05-31",
}  # fmt: skip


@pytest.mark.parametrize("text", WIDE)
def test_early_mid_and_late_become_a_stretch_that_keeps_what_was_printed(text: str) -> None:
    """An interval wide enough for what the words may mean; the words themselves are not lost."""
    assert finding(text).hint == f"write `{WIDE[text]}`{SAID}"
    assert isinstance(parse_date(finding(text).meant), PartialDate)


def test_figures_that_may_be_two_days_are_both_named_and_neither_is_chosen() -> None:
    for text in ("03/04/2027", "3.4.2027", "03-04-2027"):
        assert finding(text).hint == "write `2027-03-04` or `2027-04-03`"
        assert finding(text).meant == ""
    assert days_meant("04/04/2027") == ("2027-04-04",)


@pytest.mark.parametrize("text", ["2027-37", "2030-29", "2023-24"])
def test_only_a_year_just_after_the_first_is_a_second_one(text: str) -> None:
    """Up to 24 the figures may be a season."""
    parsed = parse_date(text)
    assert getattr(parsed, "meant", "") == ""


def test_figures_that_are_no_day_at_all_offer_none() -> None:
    for text in ("13/13/2027", "31/02/2027", "00/05/2027"):
        assert finding(text).meant == ""


def test_what_people_write_for_no_date_is_unknown() -> None:
    for text in ("TBD", "n/a", "?", "-", "未定"):
        assert finding(text).hint == "write `unknown`"


def test_a_month_without_its_year_asks_for_it() -> None:
    for text in ("23 Nov", "November", "5月"):
        assert finding(text).hint == "add the year, as in `2024-04-10`"
