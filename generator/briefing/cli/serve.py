"""The command ``briefing serve``: a preview that follows edits."""

import errno
from pathlib import Path

import click

from briefing.cli.options import as_of_option, data_option
from briefing.edges.disk import DataFolderMissing


@click.command()
@data_option
@as_of_option
@click.option("--port", type=click.IntRange(0, 65535), help="8000 by default, or the first free one behind it")
def serve(data: Path, as_of: str | None, port: int | None) -> int:
    """Preview the site and follow every edit; broken data keep the last good pages."""
    # Imported here: it loads MkDocs.
    from briefing.preview.serve import serve_site

    if not data.is_dir():
        raise DataFolderMissing(f"there is no data folder {data}")
    try:
        serve_site(data, as_of, port, click.echo)
    except OSError as trouble:
        if port and trouble.errno == errno.EADDRINUSE:
            raise OSError(f"port {port} is taken: choose another with --port, or leave it out") from trouble
        raise
    return 0
