"""What leaves the program: text for people as their terminal takes it, everything for machines in UTF-8."""

import click


def put(text: str, form: str) -> None:
    """Write a report in the format ``form`` to standard output; whoever reads another than text expects UTF-8."""
    # Names of folders may be any bytes; in JSON, what stands for such a byte here is the escape that means it.
    click.echo(text if form == "text" else text.encode("utf-8", "backslashreplace"), nl=False)
