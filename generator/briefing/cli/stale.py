"""The command ``briefing stale``: what editors should verify next."""

from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import as_of_option, data_option, read_prepared
from briefing.cli.output import put, put_findings
from briefing.edges.disk import relative_name
from briefing.reports.agenda import plan_work
from briefing.reports.agenda_formats import agenda_json, agenda_text


@click.command()
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--most", type=click.IntRange(1), default=10, help="of each topic, in text")
def stale(data: Path, as_of: str | None, form: str, most: int) -> int:
    """Say what to verify next: overdue plans, old pages and values, what no source backs, names nearly the same."""
    sources, prepared = read_prepared(data, as_of, publishing=False)
    if prepared.dataset is None:
        put_findings(prepared.errors_only, sources, data)
        return EXIT_FINDINGS
    topics = plan_work(prepared.dataset)
    prefix = f"{relative_name(data)}/"
    if form == "json":
        put(agenda_json(topics, prefix), form)
    else:
        put(agenda_text(topics, prefix, most), form)
    return 0
