"""The files that ids of articles, publishers and origins lead to."""

import json
from typing import Any

import pytest

from briefing.pipeline import prepare
from briefing.render.exports import render_exports
from briefing.views.base.context import open_context
from tests.unit.render.test_exports import FILES

SUMMED_UP = (
    "title: Acme pays\npublisher: herald\nlanguage: en\nform: report\npublished: 2025-01-02\n"
    "url: https://herald.example/pays\n"
    "summary:\n  bottom_line: Acme pays the [[japan|country]].\n"
    "  points: [{text: It pays., claims: [c1]}]\n  limits: [No sum is said.]\n"
    "claims:\n  - {id: c1, about: acme, attribute: figure, measure: staff-cost, value: USD 9m}\n"
)


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    sources = {**FILES, "articles/summed-up.yml": SUMMED_UP}
    prepared = prepare({path: text.encode() for path, text in sources.items()})
    assert prepared.dataset is not None, prepared.findings
    exports = render_exports(open_context(prepared.dataset))
    return {path: json.loads(content) for path, content in exports.items() if path.endswith(".json")}


def test_an_article_has_its_sources_claims_and_conflicts(files: dict[str, Any]) -> None:
    content = files["api/v1/articles/other-2024.json"]
    assert content["article"]["url"] == "articles/other-2024/"
    assert (content["article"]["publisher"], content["article"]["published"]) == ("gazette", "2024-06-01")
    assert content["claims"] == ["acme#f1", "other-2024#c1", "other-2024#c2", "other-2024#c3"]
    assert content["summary"] is None
    known = {conflict["key"]: conflict for conflict in files["api/v1/conflicts.json"]["conflicts"]}
    assert "values-differ" in {known[key]["rule"] for key in content["conflicts"]}


def test_what_an_article_cites_is_told_with_what_is_known_of_it(files: dict[str, Any]) -> None:
    (cited,) = files["api/v1/articles/herald-2024.json"]["article"]["cites"]
    assert (cited["id"], cited["publisher"], cited["title"], cited["published"]) == ("wire-1", "gazette", None, None)


def test_a_summary_is_plain_text(files: dict[str, Any]) -> None:
    content = files["api/v1/articles/summed-up.json"]
    assert content["summary"] == {
        "bottom_line": "Acme pays the country.",
        "points": [{"text": "It pays.", "claims": ["summed-up#c1"]}],
        "limits": ["No sum is said."],
    }
    assert content["article"]["source_url"] == "https://herald.example/pays"


def test_every_id_of_an_article_and_a_publisher_resolves(files: dict[str, Any]) -> None:
    for claim in files["api/v1/claims.json"]["claims"]:
        publisher = files[f"api/v1/articles/{claim['article']}.json"]["article"]["publisher"]
        assert claim["article"] in files[f"api/v1/publishers/{publisher}.json"]["articles"]


def test_a_publisher_has_its_grade_and_its_subject(files: dict[str, Any]) -> None:
    content = files["api/v1/publishers/gazette.json"]
    assert content["publisher"] == {
        "id": "gazette",
        "name": {"en": "Gazette"},
        "grade": {"letter": "D", "why": "a weekly"},
        "subject": "northwind",
        "source_url": None,
        "url": "publishers/gazette/",
    }


def test_an_origin_has_every_claim_that_rests_on_it(files: dict[str, Any]) -> None:
    origins = {origin["id"]: origin for origin in files["api/v1/origins.json"]["origins"]}
    assert origins["afp-1"]["articles"] == ["herald-2024"]
    assert origins["wire-1"] == {"id": "wire-1", "articles": ["herald-2024"], "claims": ["herald-2024#c6"]}
    for claim in files["api/v1/claims.json"]["claims"]:
        assert claim["id"] in origins[claim["origin"]]["claims"]
