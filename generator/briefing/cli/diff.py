"""The command ``briefing diff``: what changed between two states of the data, for editors and for reviews."""

from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import SiteAddress, as_of_option, data_option
from briefing.cli.output import put
from briefing.cli.states import BrokenData, link_state, read_state
from briefing.dataset.diff import compare_datasets
from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree, relative_name
from briefing.pipeline import changed_pages
from briefing.reports.change_formats import changes_json, changes_markdown, changes_text
from briefing.reports.changes import describe_changes


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option(
    "--site-url", type=SiteAddress(), help="where links in Markdown lead; the briefing's own address by default"
)
def diff(old: str, new: str | None, data: Path, as_of: str | None, form: str, site_url: str | None) -> int:
    """Say what changed from OLD to NEW: revisions or folders; NEW is the data folder as it is by default."""
    try:
        before = link_state(read_state(old, data), old, as_of)
        after = _link_new_state(new, data, as_of)
    except BrokenData:
        return EXIT_FINDINGS
    put(_report(before, after, form, site_url), form)
    return 0


def _link_new_state(new: str | None, data: Path, as_of: str | None) -> Dataset:
    if new:
        return link_state(read_state(new, data), new, as_of)
    return link_state(read_tree(data)[0], relative_name(data), as_of)


def _report(before: Dataset, after: Dataset, form: str, site_url: str | None) -> str:
    comparison = compare_datasets(before, after)
    pages = changed_pages(before, after)
    sections = describe_changes(comparison, pages)
    if form == "json":
        return changes_json(comparison, sections, pages)
    if form == "markdown":
        return changes_markdown(sections, site_url or after.briefing.url)
    return changes_text(sections)
