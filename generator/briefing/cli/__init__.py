"""The command line: words in, exit codes out. Findings go to standard output, everything else to standard error."""

import gc
import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from briefing import __version__
from briefing.cli.commands import Commands
from briefing.cli.exits import EXIT_BUG, EXIT_INTERRUPTED, EXIT_IO, EXIT_LOCKED, EXIT_USAGE, fail, say
from briefing.dataset.rule_base.unfit import RuleUnfit
from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.edges.build_record import open_record
from briefing.edges.disk import DataFolderMissing
from briefing.edges.interrupts import end_as_interrupted
from briefing.edges.last_build import BuildRequest
from briefing.edges.lock import LockHeld
from briefing.edges.publish import OutputRefused
from briefing.edges.repository import HistoryMissing, RevisionUnknown
from briefing.edges.terminal import read_words_as_utf8, write_any_letter

_REPORTED_FRAMES = 6


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def program() -> None:
    """Make a cross-linked, searchable briefing site from sourced claims."""


def main(arguments: list[str] | None = None, request: BuildRequest | None = None) -> NoReturn:
    """Run one command and end the process with its exit code; ``request`` is the build that it is, if it is known."""
    # Only the process's own words need decoding; those of a caller are text already.
    if arguments is None:
        read_words_as_utf8()
    write_any_letter()
    end_as_interrupted()
    collect_rarely()
    record = open_record(request) if request else None
    sys.exit(run(arguments, partial(program.main, obj=record)))


def collect_rarely() -> None:
    """Have the collector of cycles look less often: the program makes millions of values, which hold hardly any."""
    gc.set_threshold(100_000, 20, 20)


def run(arguments: list[str] | None = None, command: Callable[..., object] = program.main) -> int:
    """Run one command and return its exit code; no trouble of the data or the disk ends in a traceback."""
    try:
        result = command(arguments, prog_name="briefing", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as trouble:
        # Standard error may be full or closed; the exit code tells it, too.
        with suppress(OSError):
            trouble.show(sys.stderr)
        return EXIT_USAGE
    except (DataFolderMissing, ExportUnfit, OutputRefused, RevisionUnknown, RuleUnfit) as trouble:
        return fail(trouble, EXIT_USAGE)
    except LockHeld as trouble:
        return fail(trouble, EXIT_LOCKED)
    except (KeyboardInterrupt, click.Abort):
        return EXIT_INTERRUPTED
    except (OSError, HistoryMissing) as trouble:
        return fail(trouble, EXIT_IO)
    except Exception as bug:
        return _report_bug(bug)
    # The group itself, asked for its help or version, returns no code.
    return result if isinstance(result, int) else 0


def _report_bug(bug: Exception) -> int:
    frames = traceback.extract_tb(bug.__traceback__)[-_REPORTED_FRAMES:]
    places = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    lines = [
        "briefing: this is a bug in briefing, not in your data. Nothing was published. Please report:",
        f"  {type(bug).__name__}: {str(bug)[:300]}",
        *places,
        f"  briefing {__version__}, Python {platform.python_version()}",
    ]
    say("\n".join(lines))
    return EXIT_BUG
