"""Reports: one order, one count, and the same findings in every form (E6, E7, E11)."""

import json
import re
from dataclasses import replace

import pytest

from briefing.diagnostics.diagnostic import QUOTED_MAX, Diagnostic, Fix, Related, Severity, Span, error, warning
from briefing.diagnostics.findings import select_findings, summary_line
from briefing.diagnostics.github_report import report_github
from briefing.diagnostics.json_report import report_json
from briefing.diagnostics.sarif_report import report_sarif
from briefing.diagnostics.text_report import report_text

SOURCES = {
    "companies/acme.yml": b"name: {en: Acme}\n  project: norhtwind-1\n",
    "a.yml": "ja: 株式会社, x\n".encode(),
}
UNKNOWN = error(
    "ref-unknown",
    Span("companies/acme.yml", 2, 12, 2, 23),
    'no project is called "norhtwind-1"',
    'did you mean "northwind-1"?  (data/projects/northwind-1.yml)',
)
TWICE = error(
    "key-duplicate",
    Span("a.yml", 1, 11, 1, 12),
    'the key "x" is written twice',
    "keep one of the two",
    (Related(Span("companies/acme.yml", 1, 1, 1, 5), "first written here"),),
)
MARK = warning("encoding-bom", Span("a.yml"), "the file starts with a byte order mark")
CONFLICT = Diagnostic("values-differ", Severity.CONFLICT, Span("a.yml", 1, 5, 1, 9), "two sources differ")
ALL = [UNKNOWN, TWICE, MARK, CONFLICT]


def test_text_looks_like_the_house_style() -> None:
    assert report_text([UNKNOWN], SOURCES, "data/") == (
        'data/companies/acme.yml:2:12: error[ref-unknown]: no project is called "norhtwind-1"\n'
        "    2 |   project: norhtwind-1\n"
        "      |            ^^^^^^^^^^^\n"
        '   did you mean "northwind-1"?  (data/projects/northwind-1.yml)\n'
        "\n"
        "1 error, 0 warnings, 0 conflicts in 1 file\n"
    )


def test_text_names_the_second_place() -> None:
    assert report_text([TWICE], SOURCES, "data/") == (
        'data/a.yml:1:11: error[key-duplicate]: the key "x" is written twice\n'
        "    1 | ja: 株式会社, x\n"
        "      |               ^\n"
        "   keep one of the two\n"
        "   data/companies/acme.yml:1:1: first written here\n"
        "\n"
        "1 error, 0 warnings, 0 conflicts in 1 file\n"
    )


def test_findings_are_sorted_and_listed_once_with_errors_above_the_summary() -> None:
    text = report_text([*ALL, *ALL], SOURCES)
    heads = re.findall(r"^(\S+:\d+:\d+): (?:error|warning|conflict)", text, re.M)
    assert heads == ["a.yml:1:5", "a.yml:1:1", "a.yml:1:11", "companies/acme.yml:2:12"]


def test_the_summary_counts_open_conflicts() -> None:
    settled = Diagnostic("values-differ", Severity.CONFLICT, Span("a.yml"), "differ", status="settled")
    standing = Diagnostic("values-differ", Severity.CONFLICT, Span("b.yml"), "differ", status="open")
    assert summary_line([settled, standing]) == "0 errors, 0 warnings, 2 conflicts (1 open) in 2 files"


def test_only_what_is_near_and_open_is_selected_and_every_error() -> None:
    settled = Diagnostic("values-differ", Severity.CONFLICT, Span("a.yml"), "differ", status="settled")
    standing = Diagnostic("values-differ", Severity.CONFLICT, Span("b.yml"), "differ", status="open")
    two_places = Diagnostic(
        "values-differ", Severity.CONFLICT, Span("c.yml"), "x", related=(Related(Span("b.yml"), "y"),)
    )
    everything = (settled, standing, two_places, UNKNOWN)
    assert select_findings(everything, open_only=True) == (standing, two_places, UNKNOWN)
    assert select_findings(everything, {"b.yml"}) == (standing, two_places, UNKNOWN)


def test_a_fix_is_offered_in_text_json_and_sarif() -> None:
    finding = replace(UNKNOWN, fix=Fix(UNKNOWN.span, "northwind-1"))
    assert "`briefing check --fix` writes northwind-1" in report_text([finding], SOURCES)
    fix = {"line": 2, "column": 12, "end_column": 23, "text": "northwind-1"}
    assert json.loads(report_json([finding]))["findings"][0]["fix"] == fix
    change = json.loads(report_sarif([finding]))["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"][0]["insertedContent"] == {"text": "northwind-1"}
    assert change["replacements"][0]["deletedRegion"]["startColumn"] == 12


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ([], "0 errors, 0 warnings, 0 conflicts in 0 files"),
        ([UNKNOWN, UNKNOWN], "1 error, 0 warnings, 0 conflicts in 1 file"),
        (ALL, "2 errors, 1 warning, 1 conflict in 2 files"),
        ([Diagnostic("x", Severity.NOTE, Span("a.yml"), "m")], "0 errors, 0 warnings, 0 conflicts, 1 note in 1 file"),
    ],
)
def test_the_summary_counts(findings: list[Diagnostic], line: str) -> None:
    assert summary_line(findings) == line
    assert report_text(findings, SOURCES).endswith(f"{line}\n")
    assert report_text([], SOURCES, counted=findings) == f"{line}\n"


def test_a_finding_about_a_file_that_was_not_read_has_no_frame() -> None:
    assert report_text([MARK], {}).splitlines()[0].startswith("a.yml:1:1: warning[encoding-bom]: the file")
    assert " | " not in report_text([MARK], {})


def test_json_has_the_exact_form() -> None:
    document = json.loads(report_json([MARK, TWICE, CONFLICT], "data/"))
    assert list(document) == ["version", "findings", "errors", "warnings", "conflicts"]
    assert (document["version"], document["errors"], document["warnings"], document["conflicts"]) == (1, 1, 1, 1)
    assert document["findings"][2] == {
        "code": "key-duplicate",
        "severity": "error",
        "path": "data/a.yml",
        "line": 1,
        "column": 11,
        "message": 'the key "x" is written twice',
        "hint": "keep one of the two",
        "related": [{"path": "data/companies/acme.yml", "line": 1, "column": 1, "message": "first written here"}],
    }


def test_github_commands_carry_place_and_text() -> None:
    lines = report_github(ALL, "data/").splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::warning", "::notice", "::error", "::error"]
    assert lines[2] == (
        "::error file=data/a.yml,line=1,col=11,endLine=1,endColumn=12,title=error[key-duplicate]::"
        'the key "x" is written twice%0Akeep one of the two%0Adata/companies/acme.yml:1:1: first written here'
    )


def test_github_text_cannot_start_another_command() -> None:
    evil = error("a", Span("x,line=9::y%.yml", 1, 1), "50% off\n::add-mask::x\r::stop", "100%")
    lines = report_github([evil]).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=x%2Cline=9%3A%3Ay%25.yml,line=1,")
    assert lines[0].endswith("::50%25 off%0A::add-mask::x<U+000D>::stop%0A100%25")


def test_sarif_holds_rules_places_and_levels() -> None:
    log = json.loads(report_sarif(ALL, "my data/", "1.2.3"))
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    assert (log["version"], run["columnKind"], driver["name"]) == ("2.1.0", "unicodeCodePoints", "briefing")
    assert [rule["id"] for rule in driver["rules"]] == ["encoding-bom", "key-duplicate", "ref-unknown", "values-differ"]
    assert "wrong:" in driver["rules"][1]["help"]["text"]
    assert [driver["rules"][result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "error", "error"]
    place = run["results"][3]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20data/companies/acme.yml"
    assert place["region"] == {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 23}
    assert run["results"][2]["relatedLocations"][0]["message"]["text"] == "first written here"


@pytest.mark.parametrize(
    ("span", "github", "region"),
    [
        (Span("a.yml", 1, 4, 1, 4), "line=1,col=4,endLine=1,endColumn=5,", (1, 4, 1, 5)),
        (Span("a.yml", 1, 4, 1, 9), "line=1,col=4,endLine=1,endColumn=9,", (1, 4, 1, 9)),
        (Span("a.yml", 1, 4, 3, 1), "line=1,col=4,title", (1, 4, 3, 1)),
    ],
)
def test_a_place_has_an_end(span: Span, github: str, region: tuple[int, ...]) -> None:
    finding = error("a", span, "m")
    assert github in report_github([finding])
    result = json.loads(report_sarif([finding]))["runs"][0]["results"][0]
    assert tuple(result["locations"][0]["physicalLocation"]["region"].values()) == region


def test_all_forms_say_the_same() -> None:
    text = report_text(ALL, SOURCES, "data/")
    document = json.loads(report_json(ALL, "data/"))["findings"]
    sarif = json.loads(report_sarif(ALL, "data/"))["runs"][0]["results"]
    github = report_github(ALL, "data/").splitlines()
    for finding, result, command in zip(document, sarif, github, strict=False):
        place = f"{finding['path']}:{finding['line']}:{finding['column']}"
        assert f"{place}: {finding['severity']}[{finding['code']}]: {finding['message']}" in text
        assert result["ruleId"] == finding["code"]
        assert result["message"]["text"].startswith(finding["message"])
        assert result["properties"]["severity"] == finding["severity"]
        assert f"file={finding['path']},line={finding['line']},col={finding['column']}" in command
        assert finding["message"] in command
    assert len(document) == len(sarif) == len(github) - 1 == 4


@pytest.mark.parametrize("bad", ["\x1b[2J", "\x9b2J", "\u202egnp", "a\rb", "\x00", "a\nb"])
def test_no_form_lets_data_steer_the_terminal(bad: str) -> None:
    evil = error("a", Span(f"{bad}.yml", 1, 1), f"no {bad}", f"try {bad}", (Related(Span(bad), bad),))
    sources = {f"{bad}.yml": bad.encode()}
    for printed in (
        report_text([evil], sources),
        report_json([evil]),
        report_github([evil]),
        report_sarif([evil]),
    ):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)
    assert json.loads(report_json([evil]))["findings"][0]["message"] == f"no {bad}"
    assert report_text([evil], sources).splitlines()[0].endswith(": no " + "".join(map(shown, bad)))


def shown(character: str) -> str:
    return character if character.isprintable() else f"<U+{ord(character):04X}>"


def test_what_a_message_quotes_is_cut_to_some_eighty_letters() -> None:
    """A value of many kilobytes is one slip; its message stays a line that can be read."""
    long = "x" * 900
    finding = error(
        "enum-unknown",
        Span("a.yml"),
        f'"{long}" is no stage',
        f"did you mean `{long}`?",
        (Related(Span("b.yml"), long),),
    )
    assert finding.message == f'"{"x" * QUOTED_MAX}…" is no stage'
    assert finding.hint == f"did you mean `{'x' * QUOTED_MAX}…`?"
    assert len(finding.related[0].message) < 250
    whole = f'"{"x" * QUOTED_MAX}" is no stage'
    assert error("enum-unknown", Span("a.yml"), whole).message == whole
