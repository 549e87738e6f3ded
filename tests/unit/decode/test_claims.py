"""Claims: inheritance, references, what is checked where something else is wrong, and in bounded time."""

from time import process_time

import pytest

from briefing.decode.claims.as_of import end_of, resolve_as_of
from briefing.decode.claims.sources import cap_grade
from briefing.diagnostics.diagnostic import Severity
from briefing.model.dates import PartialDate, parse_date
from briefing.pipeline import Prepared
from tests.every import every

from .conftest import Prepare


def errors(result: Prepared) -> list[str]:
    return [finding.code for finding in result.findings if finding.severity is Severity.ERROR]


def day(text: str) -> PartialDate:
    date = parse_date(text)
    assert isinstance(date, PartialDate)
    return date


def test_grades_are_capped_at_c() -> None:
    assert [cap_grade(letter) for letter in "ABCDEF"] == ["C", "C", "C", "D", "E", "F"]


@pytest.mark.parametrize(
    ("stated", "period", "published", "expected"),
    [
        (None, None, "2024-04-14", "2024-04-14"),
        (None, None, "2024-04", "2024-04"),
        (None, None, "2024-04/2024-05", "2024-05"),
        (None, None, "2024-04/..", "2024-04/.."),
        ("2023", "2022", "2024-04-14", "2023"),
        ("2023-01/2023-06", None, "2024-04-14", "2023-06"),
        (None, "2023", "2024-04-14", "2023"),
        (None, "2021~/2023-12~", "2024-04-14", "2023-12~"),
        (None, "2024-04", "2024-04-14", "2024-04-14"),
        (None, "2024-04-13", "2024-04-14", "2024-04-13"),
        (None, "2024-04-14", "2024-04-14", "2024-04-14"),
        (None, "../2023", "2024-04-14", "2023"),
        (None, "2023/..", "2024-04-14", "2024-04-14"),
        (None, "JFY2022", "2024-04-14", "2023-03"),
        (None, "JFY2023", "2024-03-31", "2024-03-31"),
        (None, "JFY2021/JFY2022 H1", "2024-04-14", "2022-09"),
    ],
)
def test_the_day_that_a_claim_holds_for(stated: str | None, period: str | None, published: str, expected: str) -> None:
    as_of = resolve_as_of(day(stated) if stated else None, day(period) if period else None, day(published))
    assert as_of.edtf == expected


def test_the_end_of_a_day_is_the_day() -> None:
    assert end_of(day("2024-04-14")) == day("2024-04-14")


def test_a_chain_of_restatements_is_read_in_linear_time(prepare_data: Prepare) -> None:
    chain = [f"{{id: c{n}, restates: c{n + 1}}}" for n in range(3000)]
    started = process_time()
    prepared = prepare_data({}, *chain, "{id: c3000, about: acme, attribute: purpose, value: chips}")
    assert process_time() - started < 20
    assert prepared.dataset is not None
    assert prepared.dataset.claims["one#c0"].qualifiers == {"restates": "c1"}
    assert len(prepared.dataset.claims) == 3001


def test_a_long_circle_is_one_finding(prepare_data: Prepare) -> None:
    circle = [f"{{id: c{n}, restates: c{(n + 1) % 500}}}" for n in range(500)]
    assert errors(prepare_data({}, *circle)) == ["restates-cycle"]


def test_two_circles_are_two_findings(prepare_data: Prepare) -> None:
    rows = ["{id: a1, restates: a2}", "{id: a2, restates: a1}", "{id: b1, restates: b2}", "{id: b2, restates: b1}"]
    assert errors(prepare_data({}, *rows)) == ["restates-cycle", "restates-cycle"]


def test_a_claim_with_one_error_is_one_finding_and_spares_those_that_lean_on_it(prepare_data: Prepare) -> None:
    prepared = prepare_data(
        {"companies/acme.yml": "name: Acme\ndescribes: A maker.\nbottom_line: {text: Chips., claims: [one#c1]}\n"},
        "{id: c1, about: acme, attribute: amount, line: total, value: USD 3bn, stage: aproved, payer: unknown}",
        "{id: c2, restates: c1}",
        "{id: c3, restates: c2, stage: spent}",
    )
    assert errors(prepared) == ["enum-unknown"]


def test_all_errors_of_one_claim_are_found_at_once(prepare_data: Prepare) -> None:
    prepared = prepare_data(
        {},
        "{id: C1, par: x, about: acne, attribute: amount, line: total, value: three, stage: now, payer: jane,"
        " when: soon, speaker: nobody-here, via: nowhere, said: {vlaue: x}, measure: y, quote: "
        + " ".join(["w"] * 26)
        + "}",
    )
    assert sorted(errors(prepared)) == [
        "attribute-field", "date-malformed", "enum-unknown", "field-unknown", "id-malformed", "money-malformed",
        "par-malformed", "quote-long", "ref-unknown", "ref-unknown", "ref-unknown", "ref-unknown",
    ]  # fmt: skip


def test_payers_may_be_several(prepare_data: Prepare) -> None:
    prepared = prepare_data(
        {},
        "{id: c1, about: acme, attribute: amount, line: total, value: USD 3bn, stage: spent, payer: [northwind,"
        ' "text:The State", jane-doe], payee: acme}',
    )
    assert prepared.dataset is not None
    assert prepared.dataset.claims["one#c1"].qualifiers["payer"] == ["northwind", "text:The State", "jane-doe"]
    assert prepared.dataset.incoming_of["northwind"] == ("one#c1",)
    assert prepared.dataset.incoming_of["jane-doe"] == ("one#c1",)


def test_flags_are_true_or_false_and_texts_stay_texts(prepare_data: Prepare) -> None:
    prepared = prepare_data(
        {}, "{id: c1, about: acme, attribute: purpose, value: chips, denied: true, printed_so: false, scope: true}"
    )
    assert prepared.dataset is not None
    claim = prepared.dataset.claims["one#c1"]
    assert claim.denied
    assert claim.qualifiers == {"denied": True, "printed_so": False, "scope": "true"}


def test_documents_may_be_articles_references_or_subjects(prepare_data: Prepare) -> None:
    rows = [
        f"{{id: c{n}, about: acme, attribute: risk, value: risk {n}, speaker: {{document: {name}}}}}"
        for n, name in enumerate(("one", "wire-1", "northwind"))
    ]
    assert errors(prepare_data({}, *rows, article="cites: [{id: wire-1}]\n")) == []


def test_bare_ids_name_claims_of_the_own_file(prepare_data: Prepare) -> None:
    subject = (
        "name: Acme\ndescribes: A maker.\nbottom_line: {text: Chips., claims: [f1, '#f1', 'acme#f1', one#c1]}\n"
        "facts:\n  - {id: f1, source: one, attribute: purpose, value: chips}\n"
    )
    summary = "summary: {points: [{text: Chips., claims: [c1, '#c1', one#c1]}]}\n"
    prepared = prepare_data(
        {"companies/acme.yml": subject}, "{id: c1, about: acme, attribute: aim, value: more}", article=summary
    )
    assert prepared.dataset is not None
    line = prepared.dataset.subjects["acme"].bottom_line
    assert line is not None
    assert line.claims == ("acme#f1", "one#c1")


def test_a_thousand_unknown_names_are_reported_in_bounded_time(prepare_data: Prepare) -> None:
    subjects = {f"topics/topic-number-{n}.yml": f"name: Topic {n}t\ndescribes: A topic.\n" for n in range(800)}
    rows = [f"{{id: c{n}, about: topic-nubmer-{n}x, attribute: purpose, value: p}}" for n in range(1000)]
    started = process_time()
    prepared = prepare_data(subjects, *rows)
    assert process_time() - started < 20
    assert errors(prepared) == ["ref-unknown"] * 1000
    assert every(finding.hint for finding in prepared.findings)
