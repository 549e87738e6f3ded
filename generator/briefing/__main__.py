"""``python -m briefing`` is ``briefing``: the gate of `briefing build`, and behind it the command line."""

import sys

from briefing.edges.last_build import BuildRequest, read_request, recall_build, repeat_sayings
from briefing.edges.terminal import write_any_letter


def main() -> None:
    """Run one command and end the process with its exit code; a build that has nothing to do imports nothing."""
    request = read_request(sys.argv[1:])
    if request is not None and _pass_gate(request):
        sys.exit(0)
    from briefing.cli import main as run_command

    run_command(request=request)


def _pass_gate(request: BuildRequest) -> bool:
    """Say what the last build said, if it was this very one; return whether it was."""
    try:
        sayings = recall_build(request)
        if sayings is None:
            return False
        write_any_letter()
        repeat_sayings(sayings, request.out)
    except OSError as trouble:
        from briefing.cli.exits import EXIT_IO, fail

        sys.exit(fail(trouble, EXIT_IO))
    except KeyboardInterrupt:
        from briefing.cli.exits import EXIT_INTERRUPTED

        sys.exit(EXIT_INTERRUPTED)
    return True


if __name__ == "__main__":
    main()
