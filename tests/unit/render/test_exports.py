"""The JSON and CSV for other programs: every file fits its schema, and every field is as promised."""

# ruff: noqa: E501  (claims stand in one line each, as in the data)

import csv
import io
import json
from typing import Any
from urllib.parse import urljoin

import jsonschema
import pytest

from briefing.dataset.linked.records import Dataset
from briefing.pipeline import prepare
from briefing.render.export_schemas import EXPORT_SCHEMAS
from briefing.render.exports import CLAIM_KEYS, render_exports
from briefing.views.base.context import open_context
from tests.every import every

ARTICLE = """\
title: Acme builds a fab
publisher: herald
language: en
form: wire-copy
published: 2024-04/2024-05
origin: afp-1
capture: 001_abc.txt
cites: [{id: wire-1, publisher: gazette}]
defaults: {payer: ministry}
claims:
  - {id: c1, par: 22, about: acme, attribute: amount, line: total, value: JPY 3tn to 5tn per year, also_printed: about USD 25.44bn, stage: approved, basis: total, period: 2021~/2024-03, said: {period: past three years}, how: counted back, denied: false}
  - {id: c2, par: 23-24, about: japan, attribute: rank, list: unicorns, edition: "2024", value: rank 32 of 67}
  - {id: c3, par: 25, about: fab, attribute: milestone, milestone: opening, value: JFY2030, modality: planned}
  - {id: c4, par: 26, about: acme, attribute: partner, value: [northwind, "text:Small, Firm"]}
  - {id: c5, par: 27, about: acme, attribute: assessment, value: "slow; \\"too\\" slow", speaker: {group: sceptics}, quote: it is slow}
  - {id: c6, par: 28, about: acme, attribute: risk, value: delay, speaker: jane-doe, via: wire-1}
  - {id: c7, par: 1, restates: c2, note: headline}
  - {id: c8, par: 29, about: [northwind, acme, japan], attribute: partner}
  - {id: c9, par: 30, about: acme, attribute: figure, measure: revenue, value: over USD 1.5bn}
  - {id: c10, par: 31, about: acme, attribute: figure, measure: debt, value: none}
  - {id: c11, par: 32, about: acme, attribute: figure, measure: profit, value: unknown}
  - {id: c12, par: 33, about: fab, attribute: capacity, measure: output, value: at least 3m to 4m chips of 2 nm per year}
  - {id: c13, par: 34, about: fab, attribute: milestone, milestone: closing, value: 2040?/..}
  - {id: c14, par: 35, about: acme, attribute: figure, measure: worth, value: USD 2bn, exclude: an example}
  - {id: c15, par: 36, about: fab, attribute: owner, value: acme}
"""
FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "publishers/herald.yml": "name: Herald\ngrade: {letter: B, why: a daily}\n",
    "publishers/gazette.yml": "name: Gazette\ngrade: {letter: D, why: a weekly}\nsubject: northwind\n",
    "articles/herald-2024.yml": ARTICLE,
    "articles/other-2024.yml": (
        "publisher: gazette\nlanguage: en\nform: report\npublished: 2024-06-01\nclaims:\n"
        "  - {id: c1, about: acme, attribute: figure, measure: revenue, value: USD 1bn}\n"
        "  - {id: c2, about: acme, attribute: figure, measure: staff-cost, value: USD 9m}\n"
        "  - {id: c3, about: acme, attribute: figure, measure: staff-cost, value: USD 5m}\n"
    ),
    "companies/acme.yml": (
        "name: {en: Acme Corporation, short: Acme, ja: アクメ, reading: アクメ}\ndescribes: A maker.\n"
        "aliases: [Acme KK, {name: ACM, link: never}]\n"
        "facts:\n  - {id: f1, source: other-2024, attribute: date, measure: founded, value: 2001-02-03}\n"
        "judgements:\n"
        "  - slot: {attribute: figure, measure: revenue}\n"
        "    reject: [{claim: other-2024#c1, reason: copied-error}]\n"
        "    because: The weekly misread the daily.\n    decided: 2026-11-21\n"
    ),
    "companies/northwind.yml": "name: Northwind\ndescribes: Another.\n",
    "projects/fab.yml": "name: Acme fab\ndescribes: Its plant.\n",
    "people/jane-doe.yml": "name: Jane Doe\ndescribes: Its head.\n",
    "organizations/ministry.yml": "name: The ministry\ndescribes: It pays.\n",
    "places/japan.yml": "name: Japan\ndescribes: The country.\n",
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    prepared = prepare({path: text.encode() for path, text in FILES.items()})
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


@pytest.fixture(scope="module")
def files(dataset: Dataset) -> dict[str, bytes]:
    return render_exports(open_context(dataset))


@pytest.fixture(scope="module")
def claims(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in json.loads(files["api/v1/claims.json"])["claims"]}


def test_every_promised_file_is_there(files: dict[str, bytes]) -> None:
    subjects = ["acme", "fab", "jane-doe", "japan", "ministry", "northwind"]
    promised = {
        f"api/v1/{name}" for name in ("index.json", "claims.json", "claims.csv", "conflicts.json", "slots.json")
    }
    promised |= {f"api/v1/entities/{subject}.json" for subject in subjects}
    promised |= {f"api/v1/schema/{name}.schema.json" for name in ("index", "claims", "conflicts", "slots", "entities")}
    assert promised <= set(files)


@pytest.mark.parametrize("name", [name for name in EXPORT_SCHEMAS if not name.startswith("changes")])
def test_every_file_fits_its_published_schema(name: str, files: dict[str, bytes]) -> None:
    schema = json.loads(files[f"api/v1/schema/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    matching = [path for path in files if path in (f"api/v1/{name}.json",) or path.startswith(f"api/v1/{name}/")]
    assert matching
    for path in matching:
        assert list(validator.iter_errors(json.loads(files[path]))) == []


def test_every_file_names_its_schema_and_every_schema_itself_wherever_the_site_lies(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path.startswith("api/v1/schema/"):
            assert urljoin(path, json.loads(content)["$id"]) == path
        elif path.endswith(".json") and path != "api/v1/datapackage.json":
            assert urljoin(path, json.loads(content)["$schema"]) in files, path


def test_a_schema_refuses_what_is_not_promised(files: dict[str, bytes]) -> None:
    schema = json.loads(files["api/v1/schema/claims.schema.json"])
    whole = json.loads(files["api/v1/claims.json"])
    for spoil in (
        {"rank": "best"},
        {"confidence": "sure"},
        {"about": "acme"},
        {"value": {"type": "money"}},
        {"more": 1},
    ):
        spoilt = {**whole, "claims": [{**whole["claims"][0], **spoil}]}
        assert not jsonschema.Draft202012Validator(schema).is_valid(spoilt)


def test_the_index_lists_subjects_without_articles_and_publishers(files: dict[str, bytes]) -> None:
    index = json.loads(files["api/v1/index.json"])
    assert (index["version"], index["as_of"]) == (1, "2026-11-22")
    assert [row["id"] for row in index["subjects"]] == ["acme", "fab", "jane-doe", "japan", "ministry", "northwind"]
    acme = index["subjects"][0]
    assert acme.pop("counts")["claims"] > 10
    assert acme == {
        "id": "acme",
        "kind": "company",
        "name": {"en": "Acme Corporation", "short": "Acme", "ja": "アクメ", "reading": "アクメ"},
        "aliases": ["Acme KK", "ACM"],
        "url": "companies/acme/",
    }


def test_a_claim_has_every_promised_key(claims: dict[str, dict[str, Any]]) -> None:
    assert every(tuple(claim) == CLAIM_KEYS for claim in claims.values())
    assert claims["herald-2024#c1"] == {
        "id": "herald-2024#c1",
        "article": "herald-2024",
        "capture": "001_abc.txt",
        "par": [22, 22],
        "about": ["acme"],
        "attribute": "amount",
        "qualifiers": {
            "payer": "ministry",
            "line": "total",
            "stage": "approved",
            "basis": "total",
            "period": "2021~/2024-03",
            "said": {"period": "past three years"},
            "how": "counted back",
            "denied": False,
        },
        "modality": "reported",
        "speaker": None,
        "value": {
            "type": "money",
            "printed": "JPY 3tn to 5tn per year",
            "amount": 3_000_000_000_000,
            "amount_max": 5_000_000_000_000,
            "currency": "JPY",
            "bound": "exact",
            "per": "year",
        },
        "also_printed": {
            "type": "money",
            "printed": "about USD 25.44bn",
            "amount": 25_440_000_000,
            "currency": "USD",
            "bound": "about",
        },
        "as_of": "2024-03",
        "origin": "afp-1",
        "grade": "B",
        "published": "2024-04/2024-05",
        "rank": "shown",
        "confidence": "moderate",
        "disputed": False,
        "original": "known",
        "slot": "amount-08d56a967c3e",
        "url": "articles/herald-2024/#c1",
    }


def test_lists_expand_in_written_order(claims: dict[str, dict[str, Any]]) -> None:
    assert [key for key in claims if key.startswith("herald-2024#c4")] == ["herald-2024#c4.1", "herald-2024#c4.2"]
    assert claims["herald-2024#c4.1"]["value"] == {"type": "entity", "printed": "northwind", "id": "northwind"}
    named = {"type": "entity", "printed": "text:Small, Firm", "name": "Small, Firm"}
    assert claims["herald-2024#c4.2"]["value"] == named


VALUES = {
    "c2": {"type": "quantity", "printed": "rank 32 of 67", "number": 32, "unit": "rank", "bound": "exact", "of": "67"},
    "c3": {
        "type": "date",
        "printed": "JFY2030",
        "edtf": "2030-04/2031-03",
        "label": "FY2030 (April 2030 to March 2031)",
        "earliest": "2030-04-01",
        "latest": "2031-03-31",
    },
    "c5": {"type": "text", "printed": 'slow; "too" slow', "text": 'slow; "too" slow'},
    "c8": None,
    "c9": {
        "type": "money",
        "printed": "over USD 1.5bn",
        "amount": 1_500_000_000,
        "currency": "USD",
        "bound": "over",
    },
    "c10": {"type": "none", "printed": "none"},
    "c11": {"type": "unknown", "printed": "unknown"},
    "c12": {
        "type": "quantity",
        "printed": "at least 3m to 4m chips of 2 nm per year",
        "number": 3_000_000,
        "number_max": 4_000_000,
        "unit": "chips",
        "bound": "at-least",
        "of": "2 nm",
        "per": "year",
    },
    "c13": {
        "type": "date",
        "printed": "2040?/..",
        "edtf": "2040?/..",
        "label": "from 2040 (uncertain)",
        "earliest": "2040-01-01",
        "latest": None,
    },
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_has_its_promised_form(name: str, claims: dict[str, dict[str, Any]]) -> None:
    assert claims[f"herald-2024#{name}"]["value"] == VALUES[name]


def test_speakers_are_an_id_an_object_or_null(claims: dict[str, dict[str, Any]]) -> None:
    assert claims["herald-2024#c5"]["speaker"] == {"group": "sceptics"}
    assert claims["herald-2024#c6"]["speaker"] == "jane-doe"
    assert claims["herald-2024#c2"]["speaker"] is None


def test_second_hand_shows_the_grade_after_the_cap_and_the_origin(claims: dict[str, dict[str, Any]]) -> None:
    second_hand = claims["herald-2024#c6"]
    assert (second_hand["grade"], second_hand["origin"]) == ("C", "wire-1")
    assert (second_hand["modality"], second_hand["confidence"]) == ("opinion", "low")
    assert second_hand["qualifiers"]["via"] == "wire-1"


def test_a_restatement_shows_what_it_inherits(claims: dict[str, dict[str, Any]]) -> None:
    again = claims["herald-2024#c7"]
    assert (again["attribute"], again["value"], again["par"]) == ("rank", VALUES["c2"], [1, 1])
    assert again["qualifiers"] == {"list": "unicorns", "edition": "2024", "restates": "c2", "note": "headline"}


def test_a_fact_has_its_source_as_article_and_nothing_where_there_is_nothing(claims: dict[str, dict[str, Any]]) -> None:
    fact = claims["acme#f1"]
    assert (fact["article"], fact["par"], fact["capture"]) == ("other-2024", None, None)
    assert fact["qualifiers"] == {"measure": "founded"}


def test_ranks_and_confidence_of_what_is_set_aside(claims: dict[str, dict[str, Any]]) -> None:
    assert (claims["other-2024#c1"]["rank"], claims["other-2024#c1"]["confidence"]) == ("rejected", None)
    assert (claims["herald-2024#c14"]["rank"], claims["herald-2024#c14"]["confidence"]) == ("excluded", None)
    assert (claims["herald-2024#c9"]["rank"], claims["herald-2024#c9"]["confidence"]) == ("shown", "moderate")


def test_the_losing_value_of_a_dispute_is_normal_and_keeps_its_own_confidence(
    claims: dict[str, dict[str, Any]],
) -> None:
    assert [claims[f"other-2024#c{n}"]["rank"] for n in (2, 3)] == ["shown", "normal"]
    assert [claims[f"other-2024#c{n}"]["disputed"] for n in (2, 3)] == [True, True]
    assert [claims[f"other-2024#c{n}"]["confidence"] for n in (2, 3)] == ["low", "low"]


def test_an_entity_has_what_is_said_of_it_and_who_names_it(files: dict[str, bytes]) -> None:
    acme = json.loads(files["api/v1/entities/acme.json"])
    assert set(acme) == {
        "$schema",
        "version",
        "as_of",
        "subject",
        "claims",
        "incoming",
        "rests_on",
        "conflicts",
        "facts",
    }
    keys = {row["id"] for row in (*acme["claims"], *acme["incoming"])}
    assert acme["facts"]
    assert every(
        set(fact["claims"]) <= keys and fact["url"].startswith(acme["subject"]["url"]) for fact in acme["facts"]
    )
    assert {row["id"] for row in acme["claims"]} >= {"acme#f1", "herald-2024#c1", "herald-2024#c8", "other-2024#c1"}
    assert [row["id"] for row in acme["incoming"]] == ["herald-2024#c15"]
    assert every("acme" in row["about"] for row in acme["claims"])
    northwind = json.loads(files["api/v1/entities/northwind.json"])
    assert [row["id"] for row in northwind["incoming"]] == ["herald-2024#c4.1", "herald-2024#c6"]
    ministry = json.loads(files["api/v1/entities/ministry.json"])
    assert [row["id"] for row in ministry["incoming"]] == ["herald-2024#c1"]
    assert json.loads(files["api/v1/index.json"])["subjects"][0] == acme["subject"]


def test_no_inverse_is_added(claims: dict[str, dict[str, Any]]) -> None:
    owners = [key for key, row in claims.items() if row["attribute"] in ("owner", "owns")]
    assert owners == ["herald-2024#c15"]


def test_conflicts_have_keys_claims_and_addresses(files: dict[str, bytes], dataset: Dataset) -> None:
    whole = json.loads(files["api/v1/conflicts.json"])
    assert (whole["version"], whole["as_of"]) == (1, "2026-11-22")
    conflict = next(row for row in whole["conflicts"] if row["claims"] == ["other-2024#c2", "other-2024#c3"])
    assert {name: conflict[name] for name in ("rule", "status", "audience", "about", "reading")} == {
        "rule": "values-differ",
        "status": "open",
        "audience": "reader",
        "about": ["acme"],
        "reading": None,
    }
    assert conflict["url"].startswith("conflicts/")
    assert conflict["url"].endswith(f"#{conflict['key']}")
    settled = next(row for row in whole["conflicts"] if "other-2024#c1" in row["claims"])
    assert (settled["status"], settled["reading"]) == ("settled", "The weekly misread the daily.")
    acme = json.loads(files["api/v1/entities/acme.json"])
    assert acme["conflicts"] == [row["key"] for row in whole["conflicts"] if "acme" in row["about"]]
    assert len(dataset.conflicts) == len(whole["conflicts"])


def test_the_table_has_the_same_keys_and_values_as_printed(files: dict[str, bytes], claims: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["api/v1/claims.csv"].decode(), newline="")))
    assert tuple(rows[0]) == CLAIM_KEYS
    assert [row["id"] for row in rows] == list(claims)
    by_id = {row["id"]: row for row in rows}
    first = by_id["herald-2024#c1"]
    assert (first["par"], first["value"], first["also_printed"]) == (
        "22;22",
        "JPY 3tn to 5tn per year",
        "about USD 25.44bn",
    )
    assert json.loads(first["qualifiers"]) == claims["herald-2024#c1"]["qualifiers"]
    assert (first["speaker"], first["disputed"]) == ("", "false")
    assert by_id["herald-2024#c2"]["par"] == "23;24"
    assert by_id["herald-2024#c5"]["value"] == 'slow; "too" slow'
    assert json.loads(by_id["herald-2024#c5"]["speaker"]) == {"group": "sceptics"}
    assert by_id["herald-2024#c8"]["about"] == "northwind;acme;japan"
    assert (by_id["herald-2024#c8"]["value"], by_id["acme#f1"]["par"], by_id["acme#f1"]["capture"]) == ("", "", "")
    assert (by_id["other-2024#c1"]["rank"], by_id["other-2024#c1"]["confidence"]) == ("rejected", "")


def test_files_are_utf_8_as_ordered_with_a_line_break_at_the_end(files: dict[str, bytes]) -> None:
    assert "アクメ".encode() in files["api/v1/index.json"]
    texts = {path: content for path, content in files.items() if not path.endswith(".sqlite")}
    for path, content in texts.items():
        assert content.endswith(b"\n"), path
        assert b"NaN" not in content, path
    assert render_exports_again(files)


def render_exports_again(files: dict[str, bytes]) -> bool:
    prepared = prepare({path: text.encode() for path, text in reversed(FILES.items())})
    assert prepared.dataset is not None
    return render_exports(open_context(prepared.dataset)) == files
