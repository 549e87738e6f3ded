"""What leaves the program: text for people as their terminal takes it, everything for machines in UTF-8."""

from collections.abc import Mapping
from pathlib import Path

import click

import briefing
from briefing.dataset.conflicts.rule_table import ALL_CODES
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.diagnostics.findings import order_findings
from briefing.diagnostics.github_report import report_github
from briefing.diagnostics.json_report import report_json
from briefing.diagnostics.sarif_report import report_sarif
from briefing.diagnostics.text_report import report_text
from briefing.edges.disk import relative_name
from briefing.edges.pages import Written, say_left_out


def put(text: str, form: str) -> None:
    """Write a report in the format ``form`` to standard output; whoever reads another than text expects UTF-8."""
    if form == "text":
        click.echo(text, nl=False)
    else:
        # Names of folders may be any bytes; in JSON, what stands for such a byte here is the escape that means it.
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def put_findings(findings: tuple[Diagnostic, ...], sources: Mapping[str, bytes], data: Path) -> None:
    """Write findings as text to standard output, with the lines of ``sources`` that they are about."""
    click.echo(report_findings(findings, sources, data, "text"), nl=False)


def report_findings(findings: tuple[Diagnostic, ...], sources: Mapping[str, bytes], data: Path, form: str) -> str:
    """Return findings in one of the formats text, json, github and sarif, paths relative to the working folder."""
    prefix = f"{relative_name(data)}/"
    match form:
        case "json":
            return report_json(findings, prefix)
        case "github":
            return report_github(findings, prefix)
        case "sarif":
            return report_sarif(findings, prefix, briefing.__version__, ALL_CODES)
        case _:
            return report_text(order_findings(findings), sources, prefix)


def say_what_is_left_out(written: Written) -> None:
    """Name on standard error what editors left behind in the docs folder and no site gets, if anything."""
    sentence = say_left_out(written)
    if sentence:
        click.echo(sentence, err=True)
