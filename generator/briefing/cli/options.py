"""What several commands share: their options, a data folder read and checked, findings in a format."""

from collections.abc import Mapping
from os.path import realpath  # unlike Path.resolve, it takes links that lead in circles
from pathlib import Path

import click

import briefing
from briefing.decode.checks import check_site_address
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.diagnostics.report import order_findings, report_github, report_json, report_sarif, report_text
from briefing.edges.disk import read_tree, relative_name
from briefing.model.dates import PartialDate, parse_date
from briefing.model.sites import normal_site
from briefing.pipeline import Prepared, prepare


class Day(click.ParamType[str]):
    """A day or month, for ``--as-of``."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as written, or fail with what was probably meant."""
        found = parse_date(str(value))
        if isinstance(found, PartialDate) and found.earliest and found.latest:
            return str(value)
        hint = "" if isinstance(found, PartialDate) else f": {found.message}"
        return self.fail(f"{value!r} is no date{hint}; write it like 2026-11-22", param, ctx)


class Words(click.ParamType[str]):
    """A text that goes into data: the shell hands on any bytes, data hold UTF-8."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text, or fail where its bytes were none."""
        words = str(value)
        return words if is_text(words) else self.fail(f"{words!r} is no UTF-8", param, ctx)


def is_text(words: str) -> bool:
    """Return whether words of the command line, or a name of a file, are text."""
    return not any("\ud800" <= character <= "\udfff" for character in words)


class SiteAddress(click.ParamType[str]):
    """The address that a site is published at."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address in its one spelling, or fail with what is wrong and what to write."""
        wrong = check_site_address(str(value)) if is_text(str(value)) else ("", "it is no UTF-8", "percent-encode it")
        return self.fail(f"{wrong[1]}; {wrong[2]}", param, ctx) if wrong else normal_site(str(value))


data_option = click.option("--data", type=click.Path(path_type=Path), default="data", help="the data folder")
as_of_option = click.option("--as-of", type=Day(), help="today, for every rule; the briefing's own day by default")


def read_prepared(data: Path, as_of: str | None, *, publishing: bool) -> tuple[Mapping[str, bytes], Prepared]:
    """Return the files of a data folder, and what is found in them."""
    sources, unreadable = read_tree(data)
    prepared = prepare(sources, as_of, publishing=publishing)
    if unreadable:
        prepared = Prepared((*unreadable, *prepared.findings), None)
    return sources, prepared


def report_findings(findings: tuple[Diagnostic, ...], sources: Mapping[str, bytes], data: Path, form: str) -> str:
    """Return findings in one of the formats, paths relative to the working folder."""
    prefix = f"{relative_name(data)}/"
    if form == "json":
        return report_json(findings, prefix)
    if form == "github":
        return report_github(findings, prefix)
    if form == "sarif":
        return report_sarif(findings, prefix, briefing.__version__)
    return report_text(order_findings(findings), sources, prefix)


def path_within(data: Path, path: Path) -> str:
    """Return a path within the data folder; raises UsageError where it lies elsewhere."""
    root, place = (Path(realpath(one)) for one in (data, path))
    if not place.is_relative_to(root):
        raise click.UsageError(f"{path} does not lie in the data folder {data}")
    return place.relative_to(root).as_posix()
