"""What has become of the data, for the commands that make a site of them."""

from pathlib import Path

import click

from briefing.edges.past import Past, read_past


def read_told_past(data: Path, *, clean: bool = False) -> Past:
    """Return what has become of the data; a history that cannot be told is named on standard error.

    ``clean`` works it out anew, whatever earlier builds kept.
    """
    past = read_past(data, clean=clean)
    if past.notice:
        click.echo(past.notice, err=True)
    return past
