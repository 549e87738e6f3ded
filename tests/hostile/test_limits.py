"""P3, P5: numbers, dates and lines beyond all measure are refused or shown, in time, and stop nothing."""

import time
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.dataset.rules.table import RULES
from generator.diagnostics.report import report_text
from generator.pipeline import generate_files, prepare
from tests.hostile.surface import base, errors_of, prepare_sources, write_sources

Change = Callable[[dict[str, Any]], None]
LIMITS = ["fresh_days", "stale_days", *(f"{rule.code}.{name}" for rule in RULES for name in rule.limits)]
NUMBERS = ["0", "-1", "9" * 9, "9" * 20, "9" * 5_000, "nan", "sNaN", "inf", "-inf", "1e9999", "1e-9999", "1/3", "٣", "x"]
DATES = [
    "9999-12-31", "9999-12", "9999", "0001-01-01", "0001", "0000", "-0001", "10000-01-01", "JFY9999", "JFY0001", "../0001",
    "9999-12-31/..", "9999/9999", "0001/9999", "2024-02-30",
]  # fmt: skip
MONEY = [
    "JPY 0", "JPY -1", f"JPY {'9' * 280}", f"JPY {'9' * 250}兆", f"JPY 0.{'0' * 200}1", "JPY 1e9", "JPY 5tn to 3tn",
    f"JPY {'9兆' * 60}", f"JPY {'9' * 5_000}", "JPY nan", "JPY inf",
]  # fmt: skip
QUANTITIES = [
    "0 %", "-5 %", f"{'9' * 250} %", f"0.{'0' * 200}1 %", "3e5 people", "rank 0", f"rank {'9' * 200} of 3", "rank 5 of 3",
    "999999999999999999999999bn people", "nan %", "1 to 0 %",
]  # fmt: skip
SECONDS = 1.0


def survives(change: Change) -> None:
    """Assert that changed data are refused with findings, or make a site."""
    content = deepcopy(base())
    change(content)
    prepared = prepare_sources(content)
    assert bool(errors_of(prepared)) is (prepared.dataset is None)
    if prepared.dataset is not None:
        generate_files(prepared.dataset)


def _claims(content: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    return [one for one in content["articles/herald-2024.yml"]["claims"] if one["id"].removeprefix("=") in names]


@pytest.mark.xfail(strict=True, reason="thresholds are not checked: rules meet nan, views dates past the year 9999")
def test_no_threshold_stops_the_program() -> None:
    for number in NUMBERS:
        survives(lambda content, number=number: content["briefing.yml"].update(thresholds=dict.fromkeys(LIMITS, number)))


@pytest.mark.xfail(strict=True, raises=OverflowError, reason="the next review of such a page lies past the year 9999")
def test_no_day_of_verification_stops_the_program() -> None:
    for date in DATES:
        survives(lambda content, date=date: content["companies/acme.yml"].update(last_verified=date))


@pytest.mark.parametrize("date", DATES)
def test_no_date_stops_the_program(date: str) -> None:
    def change(content: dict[str, Any]) -> None:
        for claim in _claims(content, "c3", "c25"):
            claim["value"] = date
        _claims(content, "c1")[0].update(period=date, when=date, as_of=date)
        subject = content["companies/acme.yml"]
        subject["judgements"][0]["decided"] = subject["outcomes"][0]["checked"] = date
        subject["former_names"][0]["until"] = content["corrections.yml"][0]["date"] = date

    survives(change)
    survives(lambda content: content["briefing.yml"].update(as_of=date))
    survives(lambda content: content["articles/herald-2024.yml"].update(published=date))


@pytest.mark.parametrize("money", MONEY, ids=lambda one: one[:20])
def test_no_sum_stops_the_program(money: str) -> None:
    pair = money.replace("JPY", "USD")
    survives(lambda content: [one.update(value=money, also_printed=pair) for one in _claims(content, "c1", "c2")] and None)


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda one: one[:20])
def test_no_quantity_stops_the_program(quantity: str) -> None:
    survives(lambda content: [one.update(value=quantity) for one in _claims(content, "c6", "c11", "c12", "c13")] and None)


@pytest.mark.xfail(strict=True, reason="a code frame takes the whole of a long line apart, once for each finding")
def test_many_findings_on_one_long_line_are_told_in_time() -> None:
    line = ("x" * 2_000 + "\u200b") * 60
    sources = write_sources(base())[0] | {"topics/long.yml": f'name: {{en: Long}}\ndescribes: "{line}"\n'.encode()}
    findings = [one for one in prepare(sources).findings if one.span.path == "topics/long.yml"]
    assert len(findings) >= 60
    start = time.process_time()
    report = report_text(findings, sources)
    assert report.count("\n") < 500
    assert time.process_time() - start < SECONDS
