"""P3, P5: numbers, dates and lines beyond all measure are refused or shown, in time, and stop nothing."""

import time
from copy import deepcopy
from typing import Any

import pytest

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.linked.name_index import gather_names
from briefing.diagnostics.text_report import report_text
from briefing.pipeline import generate_files, prepare
from tests.hostile.surface import base, errors_of, prepare_sources, write_sources

LIMITS = ["fresh_days", "stale_days", *(f"{rule.code}.{name}" for rule in RULES for name in rule.thresholds)]
NUMBERS = ["0", "-1", "9" * 9, "9" * 20, "9" * 5_000, "nan", "sNaN", "-inf", "1e9999", "1e-9999", "1/3", "٣", "x"]
DATES = ["9999-12-31", "9999", "0001", "0000", "JFY9999", "../0001", "0001/9999", "2024-02-30"]
MONEY = ["JPY 0", "JPY -1", f"JPY {'9' * 250}兆", f"JPY 0.{'0' * 200}1", "JPY 1e9", "JPY 5tn to 3tn", "JPY 9兆9兆"]
QUANTITIES = ["0 %", "-5 %", f"{'9' * 250} %", f"0.{'0' * 200}1 %", "3e5 people", f"rank {'9' * 200} of 3", "nan %"]
SECONDS = 0.5


def survive(content: dict[str, Any]) -> None:
    """Assert that data are refused with findings, or make a site."""
    prepared = prepare_sources(content)
    assert bool(errors_of(prepared)) is (prepared.dataset is None)
    if prepared.dataset is not None:
        generate_files(prepared.dataset)


def changed(path: str, **fields: Any) -> dict[str, Any]:
    """Return the sample with other fields in one file."""
    return {**base(), path: {**base()[path], **fields}}


def with_claims(names: tuple[str, ...], **fields: Any) -> dict[str, Any]:
    """Return the sample with other fields in some claims."""
    article = base()["articles/herald-2024.yml"]
    claims = [{**one, **fields} if one["id"].removeprefix("=") in names else one for one in article["claims"]]
    return changed("articles/herald-2024.yml", claims=claims)


def test_no_threshold_stops_the_program() -> None:
    for number in NUMBERS:
        survive(changed("briefing.yml", thresholds=dict.fromkeys(LIMITS, number)))


def test_no_day_of_verification_stops_the_program() -> None:
    for date in DATES[:3]:
        survive(changed("companies/acme.yml", last_verified=date))


@pytest.mark.parametrize("date", DATES)
def test_no_date_stops_the_program(date: str) -> None:
    survive(changed("briefing.yml", as_of=date))
    survive(with_claims(("c3", "c25"), value=date, when=date, period=date, as_of=date))
    content = deepcopy(changed("articles/herald-2024.yml", published=date))
    subject = content["companies/acme.yml"]
    subject["judgements"][0]["decided"] = subject["outcomes"][0]["checked"] = date
    subject["former_names"][0]["until"] = content["corrections.yml"][0]["date"] = date
    survive(content)


@pytest.mark.parametrize("money", MONEY, ids=lambda one: one[:20])
def test_no_sum_stops_the_program(money: str) -> None:
    survive(with_claims(("c1", "c2"), value=money, also_printed=money.replace("JPY", "USD")))


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda one: one[:20])
def test_no_quantity_stops_the_program(quantity: str) -> None:
    survive(with_claims(("c6", "c11", "c12", "c13"), value=quantity))


def test_many_findings_on_one_long_line_are_told_in_time() -> None:
    line = ("x" * 2_000 + "\u200b") * 40
    sources = write_sources(base())[0] | {"topics/long.yml": f'name: {{en: Long}}\ndescribes: "{line}"\n'.encode()}
    findings = [one for one in prepare(sources).findings if one.span.path == "topics/long.yml"]
    assert len(findings) >= 40
    start = time.process_time()
    report = report_text(findings, sources)
    assert report.count("\n") < 500
    assert time.process_time() - start < SECONDS


def test_a_very_long_name_is_known_in_time() -> None:
    prepared = prepare_sources(changed("companies/bolt.yml", name={"en": "Bolt " * 3_200}))
    assert prepared.dataset is not None
    start = time.process_time()
    gather_names(prepared.dataset.subjects.values())
    assert time.process_time() - start < SECONDS


def test_a_very_long_milestone_is_compared_in_time() -> None:
    content = with_claims(("c25",), milestone="-".join(["a"] * 12_000))
    start = time.process_time()
    survive(content)
    assert time.process_time() - start < 5 * SECONDS
