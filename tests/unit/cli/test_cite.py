"""`briefing cite`: a single fact on whose word, by its key or its place, in every format."""

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy

from briefing import cli
from briefing.pipeline import CITATION_FORMATS
from briefing.render.references.facts import _RENDER

ACME_FACT = "acme-fab#milestone-opening"


def cite(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.run(["cite", *words]) == 0
    return capsys.readouterr().out


def test_a_fact_is_found_by_its_place_and_by_its_key(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(cite(capsys, ACME_FACT, "--format", "json"))
    assert cite(capsys, told["slot"]).strip() == told["text"] == cite(capsys, ACME_FACT).strip()
    assert told["url"].endswith(f"?cited={told['slot']}.{told['digest']}#{ACME_FACT.partition('#')[2]}")
    assert told["sources"][0]["publisher"]
    assert told["sources"][0]["text"] in told["text"]


def test_programs_read_what_it_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(cite(capsys, ACME_FACT, "--format", "json"))
    (item,) = json.loads(cite(capsys, ACME_FACT, "--format", "csl"))
    (record,) = rispy.loads(cite(capsys, ACME_FACT, "--format", "ris"))
    assert item["URL"] == record["urls"][0] == told["url"]
    assert item["id"] == record["id"] == told["slot"]
    (entry,) = bibtexparser.parse_string(cite(capsys, ACME_FACT, "--format", "bibtex")).entries
    assert (entry.key, entry["url"]) == (told["slot"], told["url"])
    assert f"](<{told['url']}>)" in cite(capsys, ACME_FACT, "--format", "markdown")
    assert "(<https://moved.example/" in cite(
        capsys, ACME_FACT, "--format", "markdown", "--site-url", "https://moved.example/"
    )


def test_every_format_of_the_command_is_written(folder: Path) -> None:
    assert tuple(_RENDER) == CITATION_FORMATS


def test_what_is_not_shown_is_asked_back_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["cite", f"{ACME_FACT}x"]) == 2
    assert ACME_FACT in capsys.readouterr().err
