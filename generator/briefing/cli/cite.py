"""The command ``briefing cite``: how to cite a single fact."""

from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import SiteAddress, as_of_option, data_option, read_prepared
from briefing.cli.output import put, put_findings
from briefing.diagnostics.suggest import question
from briefing.pipeline import CITATION_FORMATS, cite_slot, list_citable


@click.command()
@click.argument("slot")
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(CITATION_FORMATS), default="text")
@click.option("--site-url", type=SiteAddress(), help="where the fact stands; the briefing's own address by default")
def cite(slot: str, data: Path, as_of: str | None, form: str, site_url: str | None) -> int:
    """Say how to cite a fact: SLOT is its key, such as milestone-b1b0eaafe7f4, or SUBJECT#ANCHOR as on its page."""
    sources, prepared = read_prepared(data, as_of, publishing=False)
    if prepared.dataset is None:
        put_findings(prepared.errors_only, sources, data)
        return EXIT_FINDINGS
    citation = cite_slot(prepared.dataset, slot, form, site_url)
    if citation is None:
        raise click.UsageError(f"no fact is shown as {slot!r}." + question(slot, list_citable(prepared.dataset)))
    put(citation, form)
    return 0
