"""`briefing stale`: what editors should verify next, and what they need not."""

import json
from pathlib import Path

import pytest

from briefing import cli
from tests.unit.cli.small_data import HERALD, edit


def test_stale_says_what_to_verify_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E24."""
    files = {
        "companies/semiconductor.yml": "name: {en: Acme Semiconductor}\ndescribes: One.\n",
        "companies/semiconductors.yml": "name: {en: Acme Semiconductors}\ndescribes: Two.\n",
    }
    for path, text in files.items():
        (folder / "data" / path).write_text(text, encoding="utf-8")
    edit(HERALD, "value: 2027, modality", "value: 2025, modality")
    edit("data/articles/gazette-2024.yml", "value: 2027", "value: 2025, modality: planned")
    edit(HERALD, "form: report", "form: report\nreview: {state: machine-reviewed}")
    assert cli.run(["stale", "--format", "json"]) == 0
    topics = {topic["code"]: topic["tasks"] for topic in json.loads(capsys.readouterr().out)["topics"]}
    assert "Acme fab" in topics["overdue"][0]["text"]
    assert topics["stale-page"] == [
        {"path": "data/companies/acme.yml", "text": "Acme: stale, last verified 2020-01-01"}
    ]
    assert topics["unreviewed-article"] == [{"path": HERALD, "text": "herald-2024: machine-reviewed"}]
    assert [task["path"] for task in topics["unsourced"]] == [f"data/{path}" for path in files]
    (pair,) = topics["near-duplicate"]
    assert "semiconductor)" in pair["text"]
    assert "semiconductors)" in pair["text"]
    assert cli.run(["stale", "--most", "1"]) == 0
    assert "… and 3 more" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{en: B.C.D. Company}", "{en: BCD Company}"),
        ("{en: K. L. Bank}", "{en: KL Bank}"),
        ("{en: Smith & Sons}", "{en: Smith and Sons}"),
        ("{en: Gamma Works Inc.}", "{en: 'Gamma Works, Ltd'}"),
        ("{en: Société Alpha}", "{en: Societe Alpha}"),
        ("{en: First, ja: 北星株式会社}", "{en: Second, ja: 北星㈱}"),
        ("{en: First, ja: 株式会社北星}", "{en: Second, ja: 北星（株）}"),
        ("{en: First, ja: ㈱北星}", "{en: Second, ja: 北星}"),
    ],
)
def test_stale_asks_about_names_that_are_the_same_but_for_signs_and_legal_forms(
    folder: Path, first: str, second: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data/companies/one.yml").write_text(f"name: {first}\ndescribes: One.\n", encoding="utf-8")
    (folder / "data/companies/other.yml").write_text(f"name: {second}\ndescribes: Other.\n", encoding="utf-8")
    assert cli.run(["stale", "--format", "json"]) == 0
    topics = {topic["code"]: topic["tasks"] for topic in json.loads(capsys.readouterr().out)["topics"]}
    (pair,) = topics["near-duplicate"]
    assert "(one) and" in pair["text"]
    assert "(other)" in pair["text"]


def test_stale_asks_nothing_about_names_that_differ_or_say_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "one": "name: {en: Delta, ja: デルタ株式会社}\nnot_same_as: [two]\n",
        "two": "name: {en: Epsilon, ja: デルタ㈱}\n",
        "three": "name: {en: Delta 2, ja: テルタ株式会社}\n",
    }
    for name, text in texts.items():
        (folder / f"data/companies/{name}.yml").write_text(f"{text}describes: A maker.\n", encoding="utf-8")
    assert cli.run(["stale", "--format", "json"]) == 0
    assert "near-duplicate" not in {topic["code"] for topic in json.loads(capsys.readouterr().out)["topics"]}
