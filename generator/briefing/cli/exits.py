"""The exit codes of every command, and how one says why it fails."""

from contextlib import suppress

import click

# 70 is EX_SOFTWARE of sysexits.h, a fault of the program; 130 what shells give for one that Ctrl-C has ended.
EXIT_FINDINGS, EXIT_USAGE, EXIT_IO, EXIT_LOCKED, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 3, 4, 70, 130


def fail(trouble: Exception, code: int) -> int:
    """Say what went wrong, and return the exit code for it."""
    say(f"briefing: {trouble}")
    return code


def say(text: str) -> None:
    """Say something on standard error, or nothing where that is full or closed: the exit code tells it, too."""
    with suppress(OSError):
        click.echo(text, err=True)
