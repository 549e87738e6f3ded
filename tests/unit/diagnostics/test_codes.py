"""Every code explains itself, and every code that the source layer reports is in the catalogue (E4)."""

import re
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import iter_modules

import pytest

from briefing.dataset.conflicts.rule_table import ALL_CODES, RULE_OF
from briefing.diagnostics import catalogue
from briefing.diagnostics.codes import CODES, Code, explain_text, list_text
from briefing.diagnostics.diagnostic import Severity

ROOT = Path(__file__).parents[3]
MODULES = [import_module(f"{catalogue.__name__}.{module.name}") for module in iter_modules(catalogue.__path__)]


@pytest.mark.parametrize("code", ALL_CODES.values(), ids=ALL_CODES)
def test_a_code_has_all_its_parts(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.code)
    assert isinstance(code.severity, Severity)
    assert 8 <= len(code.title) <= 70
    assert code.title[0].islower()
    assert not code.title.endswith(".")
    assert 1 <= len(re.findall(r"[.!](?:\s|$)", code.why)) <= 4
    assert code.why.endswith(".")
    assert code.wrong.strip()
    assert code.right.strip()
    assert code.wrong != code.right


def test_no_code_is_defined_twice() -> None:
    listed = [code.code for code in chain.from_iterable(module.CODES for module in MODULES)]
    assert len(listed) == len(set(listed)) == len(CODES)
    assert CODES.keys().isdisjoint(RULE_OF)
    assert ALL_CODES.keys() == CODES.keys() | RULE_OF.keys()


def test_the_explanation_shows_every_part() -> None:
    assert explain_text(CODES["flow-key-without-value"]) == (
        "error[flow-key-without-value]: a key inside braces without a value\n"
        "\n"
        "Inside braces a comma ends the value, so the rest of a text with a comma becomes a key of its own.\n"
        "\n"
        "wrong:\n"
        "    said: {value: AI, chips}\n"
        "\n"
        "right:\n"
        '    said: {value: "AI, chips"}\n'
    )


def test_the_explanation_of_a_rule_says_how_to_settle_what_it_finds() -> None:
    text = explain_text(ALL_CODES["dates-disjoint"])
    assert text.startswith("conflict[dates-disjoint]: dates of one milestone or event that share no day\n")
    assert "found in (wrong, or sources that differ):\n    - {id: c1, about: fab," in text
    assert "judgements:\n      - slot: {attribute: …}" in text


def test_the_list_names_every_code_once_and_in_order() -> None:
    names = [line.split()[0] for line in list_text(ALL_CODES.values()).splitlines()]
    assert names == sorted(ALL_CODES)


def test_what_the_source_layer_reports_is_in_the_catalogue() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator/briefing/source").glob("*.py"))
    reported = set(re.findall(r'(?:error|warning|report|_give_up)\(\s*"([a-z-]+)"', text)) | set(
        re.findall(r'code(?:: str)? ?= ?"([a-z-]+)"', text)
    )
    assert {"encoding", "yaml-syntax", "yaml-directive", "limit-depth", "key-duplicate"} <= reported
    assert reported <= set(CODES)
