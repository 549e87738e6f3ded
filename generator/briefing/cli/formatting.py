"""The commands that write what follows from the data alone: files in their layout, schemas for editors."""

from collections.abc import Mapping
from pathlib import Path

import click
from click.core import ParameterSource

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import data_option
from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree, write_files
from briefing.edges.local import keep_local
from briefing.pipeline import prepare, schema_files
from briefing.scaffold.layout import lay_out
from briefing.scaffold.schemas import IDS_FILE
from briefing.scaffold.seen import note_seen

SCHEMAS = Path("schemas")


@click.command()
@data_option
@click.option("--check", "checking", is_flag=True, help="write nothing; fail where the layout drifts")
def fmt(data: Path, checking: bool) -> int:
    """Bring data files into their canonical layout; comments and meaning stay."""
    sources, _ = read_tree(data)
    laid_out = {path: content for path, content in arrange_files(sources).items() if content != sources[path]}
    for path in laid_out:
        click.echo(f"{data.as_posix()}/{path}")
    if not laid_out:
        click.echo("nothing to change", err=True)
    if checking:
        return EXIT_FINDINGS if laid_out else 0
    write_files(data, laid_out)
    return 0


@click.command()
@data_option
@click.option("--out", type=click.Path(path_type=Path), default=SCHEMAS, help="the folder of the schemas")
@click.option("--check", "checking", is_flag=True, help="write nothing; fail where a schema drifts")
@click.option("--local", is_flag=True, help="with the ids and names of this data for completion, on this machine alone")
def schema(data: Path, out: Path, checking: bool, local: bool) -> int:
    """Write the schemas that editors complete and check with."""
    # Without a briefing at hand the schemas are those of any; a folder that somebody names should be there.
    by_default = click.get_current_context().get_parameter_source("data") is ParameterSource.DEFAULT
    sources = {} if by_default and not local and not data.exists() else read_tree(data)[0]
    files = schema_files(sources, with_ids=local)
    if not local and (out / IDS_FILE).is_file():
        # What stands there may be this machine's own, and is no drift.
        del files[IDS_FILE]
    drifting = {name: content for name, content in files.items() if _content_of(out / name) != content}
    for name in drifting:
        click.echo(f"{out.as_posix()}/{name}")
    if checking:
        return EXIT_FINDINGS if drifting else 0
    out.mkdir(parents=True, exist_ok=True)
    write_files(out, drifting)
    if local and not keep_local(out / IDS_FILE):
        click.echo(f"{out.as_posix()}/{IDS_FILE} is not for committing", err=True)
    return 0


def arrange_files(sources: Mapping[str, bytes], known: Dataset | None = None) -> dict[str, bytes]:
    """Return every file as ``fmt`` wants it; digests of judged claims need data without errors.

    ``known`` is the dataset of the sources as they are, where somebody has it already.
    """
    laid_out = lay_out(sources)
    dataset = known if laid_out == sources and known else prepare(laid_out).dataset
    return laid_out | (note_seen(laid_out, dataset) if dataset else {})


def _content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
