"""The exit codes of every command, and how one says why it fails."""

import click

EXIT_FINDINGS, EXIT_USAGE, EXIT_IO, EXIT_LOCKED, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 3, 4, 70, 130


def fail(trouble: Exception, code: int) -> int:
    """Say what went wrong, and return the exit code for it."""
    click.echo(f"briefing: {trouble}", err=True)
    return code
