"""Files by their place, what exists, registry, identifiers, money lines, schemas and captures."""

import json
from time import process_time

import pytest

from briefing import routes
from briefing.decode.records.identifiers import is_corporate_number, is_isin, is_lei
from briefing.decode.records.registry import RESERVED_FOLDERS
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.pipeline import Prepared, check_captures, schema_files
from tests.every import every

from .conftest import BASE, HEAD, Prepare


def errors(result: Prepared) -> list[Diagnostic]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def test_reserved_folders_are_those_of_the_routes() -> None:
    assert RESERVED_FOLDERS == routes.RESERVED_FOLDERS


@pytest.mark.parametrize("number", ["1180301018771", "7010001065142", "5010001008771"])
def test_corporate_numbers(number: str) -> None:
    assert is_corporate_number(number)
    assert not any(is_corporate_number(f"{digit}{number[1:]}") for digit in "123456789" if digit != number[0])


def test_lei_and_isin_see_every_single_slip() -> None:
    for good, is_right in (("5493006W3QUS5LMH6R84", is_lei), ("JP3633400001", is_isin), ("US0378331005", is_isin)):
        assert is_right(good)
        for place, digit in enumerate(good):
            if digit.isdigit():
                slips = (f"{good[:place]}{other}{good[place + 1 :]}" for other in "0123456789" if other != digit)
                assert not any(is_right(slip) for slip in slips), (good, place)


def test_a_briefing_adds_kinds_and_attributes(prepare_data: Prepare) -> None:
    own = (
        "kinds: {ship: {folder: ships, label: Ship, label_plural: Ships}, company: {label: Firm}}\n"
        "attributes:\n  captain: {values: [entity], key: [role], varies: true, inverse: commands}\n"
        "  status: {options: [afloat, sunk]}\n"
    )
    files = {"briefing.yml": BASE["briefing.yml"] + own, "ships/mary.yml": "name: Mary\ndescribes: A ship.\n"}
    prepared = prepare_data(
        files,
        "{id: c1, about: jane-doe, attribute: commands, value: mary}",
        "{id: c2, about: mary, attribute: captain, value: jane-doe}",
        "{id: c3, about: mary, attribute: status, value: afloat}",
    )
    assert prepared.dataset is not None
    assert Severity.WARNING not in {finding.severity for finding in prepared.findings}
    registry = prepared.dataset.registry
    assert (registry.kinds["company"].label, registry.kinds["company"].folder) == ("Firm", "companies")
    assert prepared.dataset.subjects["mary"].kind == "ship"
    slot = next(slot for slot in prepared.dataset.slots if slot.attribute == "captain")
    assert [len(slot.groups), slot.about, set(slot.ranks)] == [1, ("mary",), {"one#c1", "one#c2"}]


def test_lines_may_be_listed_or_only_claimed(prepare_data: Prepare) -> None:
    lines = "money_lines: [{id: total, label: Total, sum_of: [north, south]}, {id: south, label: South}]\n"
    prepared = prepare_data(
        {"companies/acme.yml": BASE["companies/acme.yml"] + lines},
        "{id: c1, about: acme, attribute: amount, line: north, value: USD 1bn, stage: spent, payer: unknown}",
    )
    assert errors(prepared) == []


def test_a_line_of_a_broken_claim_is_not_missed(prepare_data: Prepare) -> None:
    lines = "money_lines: [{id: total, label: Total, sum_of: [north]}]\n"
    prepared = prepare_data(
        {"companies/acme.yml": BASE["companies/acme.yml"] + lines},
        "{id: c1, about: acme, attribute: amount, line: north, value: much, stage: spent, payer: unknown}",
    )
    assert [error.code for error in errors(prepared)] == ["money-malformed"]


def test_many_lines_in_many_circles_end(prepare_data: Prepare) -> None:
    rows = [f"{{id: l{n}, label: L, part_of: [l{(n * 7 + 1) % 300}, l{(n * 3 + 2) % 300}]}}" for n in range(300)]
    started = process_time()
    lines = "money_lines:\n" + "".join(f"  - {row}\n" for row in rows)
    prepared = prepare_data({"companies/acme.yml": BASE["companies/acme.yml"] + lines})
    assert process_time() - started < 10
    assert {error.code for error in errors(prepared)} <= {"money-line-cycle", "self-reference"}
    assert errors(prepared)


def test_excluded_ranges_do_not_cost_their_length(prepare_data: Prepare) -> None:
    excluded = "".join(f"  - {{par: {n}-{n + 50000}, why: filler}}\n" for n in range(2, 2000))
    started = process_time()
    prepared = prepare_data(
        {}, "{id: c1, par: 1, about: acme, attribute: purpose, value: chips}", article="exclude:\n" + excluded
    )
    assert process_time() - started < 10
    assert errors(prepared) == []


def test_a_thousand_bearers_of_one_name_are_a_thousand_findings_not_a_million(prepare_data: Prepare) -> None:
    crowd = {f"topics/t{n}.yml": "name: Crowd\ndescribes: One of many.\n" for n in range(1000)}
    prepared = prepare_data(crowd)
    assert len(errors(prepared)) == 999


def test_shuffled_findings_have_one_cause_each(prepare_data: Prepare) -> None:
    """A broken file, a stray one and a lost one: references to their records and claims stay silent."""
    prepared = prepare_data(
        {
            "companies/broken.yml": "name: {en: Broken\n",
            "compnaies/stray.yml": "name: Stray\ndescribes: Misplaced.\n",
            "projects/acme.yml": "name: Acme too\ndescribes: Twice.\nfacts: [{id: f9, source: one}]\n",
            "companies/initech.yml": (
                "name: Initech\ndescribes: Paper.\nnot_same_as: [broken, stray]\n"
                "bottom_line: {text: Paper., claims: ['broken#f1', 'stray#f1', 'acme#f9']}\n"
            ),
        },
        "{id: c1, about: broken, attribute: owner, value: stray}",
    )
    assert sorted(error.code for error in errors(prepared)) == ["folder-unknown", "id-duplicate", "yaml-syntax"]


SOURCES = {path: text.encode() for path, text in BASE.items()}


def test_schemas_with_ids_know_words_and_bare_claims() -> None:
    files = {**SOURCES, "articles/one.yml": (HEAD + "claims: [{id: c1, about: acme}]\n").encode()}
    schemas = {name: json.loads(text) for name, text in schema_files(files, with_ids=True).items()}
    article = schemas["article.schema.json"]["properties"]
    assert article["publisher"]["anyOf"] == [{"$ref": "ids.schema.json#/definitions/publisher"}, {"enum": ["unknown"]}]
    ids = schemas["ids.schema.json"]["definitions"]
    assert ids["publisher"] == {"enum": ["herald"]}
    assert ids["claim"]["anyOf"][0] == {"enum": ["one#c1"]}
    plain = schema_files(files, with_ids=False)
    assert every(b"herald" not in content for content in plain.values())


def test_captures_are_held_against_claims_in_bounded_time() -> None:
    article = HEAD + "capture: one.txt\nexclude: [{par: 2-99999, why: filler}]\n"
    files = {**SOURCES, "articles/one.yml": article.encode()}
    findings = check_captures(files, {"one.txt": "First line here.\nSecond.\n"})
    assert [finding.code for finding in findings] == ["capture-mismatch", "coverage-gap"]
    assert every(finding.hint for finding in findings)
