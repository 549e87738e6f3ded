"""The command ``briefing init``: a whole new briefing, which can be checked and built as it stands."""

from collections.abc import Mapping
from os.path import realpath  # unlike Path.resolve, it takes links that lead in circles
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import Day, SiteAddress, Words, is_text
from briefing.cli.output import put_findings
from briefing.edges.clock import read_local_date
from briefing.edges.disk import write_files
from briefing.pipeline import prepare, schema_files
from briefing.scaffold.starter import briefing_files

_DATA = "data/"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", type=Words(), help="what the briefing is called; the folder's name by default")
@click.option("--url", type=SiteAddress(), default="https://example.org/", help="where it will be published")
@click.option("--language", type=Words(), default="en")
@click.option("--currency", type=Words(), default="USD", help="the currency that sums are shown in")
@click.option("--as-of", type=Day(), help="today, for every rule; the day of this machine by default")
def init(folder: Path, name: str | None, url: str, language: str, currency: str, as_of: str | None) -> int:
    """Write a whole new briefing into DIR, which must be absent or empty."""
    if _is_in_use(folder):
        raise click.UsageError(f"{folder} is there already and not empty")
    title = name or _title_of(folder)
    # The name of a folder may be any bytes; what stands in data is UTF-8.
    if not is_text(title):
        raise click.UsageError("the folder's name is no UTF-8: say with --name what the briefing is called")
    files = briefing_files(title, url, language, as_of or read_local_date().isoformat(), currency)
    data = _data_files(files)
    prepared = prepare(data)
    if prepared.errors:
        # A language or a currency that does not exist is found only by checking the data.
        put_findings(prepared.errors_only, data, folder / "data")
        click.echo("nothing was written", err=True)
        return EXIT_FINDINGS
    # Nothing is made before all of it is known to be right.
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder, files)
    write_files(folder / "schemas", schema_files(data, with_ids=False))
    click.echo(f"a new briefing lies in {folder}; go on with its README.md", err=True)
    return 0


def _title_of(folder: Path) -> str:
    """Return what a briefing is called by its folder: `chips-in-japan` is "Chips in japan"."""
    return Path(realpath(folder)).name.replace("-", " ").capitalize()


def _is_in_use(folder: Path) -> bool:
    """Return whether something is there that a new briefing would mix with or replace."""
    if folder.is_dir():
        return any(folder.iterdir())
    return folder.is_file()


def _data_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the data folder, by their paths within it."""
    paths = [path for path in files if path.startswith(_DATA)]
    return {path.removeprefix(_DATA): files[path] for path in paths}
