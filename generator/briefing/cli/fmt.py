"""The command ``briefing fmt``: data files in their canonical layout, which follows from the data alone."""

from pathlib import Path

import click

from briefing.cli.arrange import find_drift
from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import data_option
from briefing.edges.disk import read_tree, write_files


@click.command()
@data_option
@click.option("--check", "checking", is_flag=True, help="write nothing; fail where the layout drifts")
def fmt(data: Path, checking: bool) -> int:
    """Bring data files into their canonical layout; comments and meaning stay."""
    sources, _ = read_tree(data)
    drifting = find_drift(sources)
    for path in drifting:
        click.echo(f"{data.as_posix()}/{path}")
    if not drifting:
        click.echo("nothing to change", err=True)
        return 0
    if checking:
        return EXIT_FINDINGS
    write_files(data, drifting)
    return 0
