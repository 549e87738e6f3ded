"""The command ``briefing schema``: the JSON Schemas that editors complete and check with."""

from collections.abc import Mapping
from pathlib import Path

import click
from click.core import ParameterSource

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import data_option
from briefing.edges.disk import read_tree, write_files
from briefing.edges.local import keep_local
from briefing.pipeline import schema_files
from briefing.scaffold.schemas import IDS_FILE

SCHEMAS = Path("schemas")


@click.command()
@data_option
@click.option("--out", type=click.Path(path_type=Path), default=SCHEMAS, help="the folder of the schemas")
@click.option("--check", "checking", is_flag=True, help="write nothing; fail where a schema drifts")
@click.option("--local", is_flag=True, help="with the ids and names of this data for completion, on this machine alone")
def schema(data: Path, out: Path, checking: bool, local: bool) -> int:
    """Write the schemas that editors complete and check with."""
    files = schema_files(_read_sources(data, local), with_ids=local)
    if not local:
        _leave_ids_alone(out, files)
    drifting = _find_drifting(out, files)
    for name in drifting:
        click.echo(f"{out.as_posix()}/{name}")
    if checking:
        return EXIT_FINDINGS if drifting else 0
    _write_schemas(out, drifting, local=local)
    return 0


def _leave_ids_alone(out: Path, files: dict[str, bytes]) -> None:
    """Take the list of ids out of the files where there is one: it may be this machine's own, and is no drift."""
    if (out / IDS_FILE).is_file():
        del files[IDS_FILE]


def _find_drifting(out: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the schemas that are other than the files in ``out``, or not there."""
    return {name: content for name, content in files.items() if _read(out / name) != content}


def _write_schemas(out: Path, files: Mapping[str, bytes], *, local: bool) -> None:
    """Write the schemas; with the ids of this machine's data, keep these out of its commits."""
    out.mkdir(parents=True, exist_ok=True)
    write_files(out, files)
    if local and not keep_local(out / IDS_FILE):
        click.echo(f"{out.as_posix()}/{IDS_FILE} is not for committing", err=True)


def _read_sources(data: Path, local: bool) -> Mapping[str, bytes]:
    """Return the data files, whose kinds the schemas know; none where nobody named a folder and there is none."""
    # Without a briefing at hand the schemas are those of any.
    if not data.exists() and not _needs_data(local):
        return {}
    return read_tree(data)[0]


def _needs_data(local: bool) -> bool:
    """Return whether there has to be a data folder: its ids are asked for, or somebody named it."""
    if local:
        return True
    named = click.get_current_context().get_parameter_source("data")
    return named is not ParameterSource.DEFAULT


def _read(path: Path) -> bytes | None:
    """Return the content of a file, or None where there is none."""
    if not path.is_file():
        return None
    return path.read_bytes()
