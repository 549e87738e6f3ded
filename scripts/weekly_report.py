"""What a week may have changed without anybody here: sources, the age of facts, and what this program rests on.

`python -m scripts.weekly_report look REPORT` runs every check and writes what it found as Markdown, nothing where all
is well. It fails for nothing that it finds: a stale fact is no broken build. As a step of a workflow it also gives the
report to later jobs. `python -m scripts.weekly_report tell`, with the report in the variable REPORT, keeps one open
issue up to date by `gh`, and closes it once there is nothing left to tell.
"""

import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

TITLE = "What this week's look found"
_HOUR = 3600
_LINES = 60
_MOST = 60_000
"""Bytes of a report: an issue has room for few more, and a variable of a process for twice as many."""


@dataclass(frozen=True)
class Check:
    """One look: the command, and when it has found something, by its exit code and what it says.

    ``from_end`` tells that the end of what it says matters most. ``hours`` is how long it may take.
    """

    title: str
    words: Sequence[str]
    found: Callable[[int, str], bool]
    from_end: bool = False
    hours: float = 1


def failed(code: int, said: str) -> bool:
    """Whether a command failed, whatever it says."""
    del said
    return code != 0


def asks_for_work(code: int, said: str) -> bool:
    """Whether the editors have anything to verify."""
    return code != 0 or said.strip() != "nothing to verify"


def make_checks(today: str) -> tuple[Check, ...]:
    """Return the checks, in the order in which a report has them; ``today`` is the day, as data have days."""
    briefing = (sys.executable, "-m", "briefing")
    return (
        Check("Sources that are gone", (*briefing, "links", "--strict"), failed),
        Check("What to verify next", (*briefing, "stale", "--as-of", today), asks_for_work),
        Check("Other engines", (sys.executable, "-m", "scripts.canaries"), failed, from_end=True),
        Check("The long tests", ("make", "soak"), failed, from_end=True, hours=4.5),
    )


def look(checks: Iterable[Check]) -> str:
    """Run the checks and return what they found as Markdown."""
    sections = [_section(check, *_run(check)) for check in checks]
    found = "\n".join(filter(None, sections))
    return found.encode()[:_MOST].decode(errors="ignore")


def _section(check: Check, code: int, said: str) -> str:
    if not check.found(code, said):
        return ""
    lines = said.splitlines()
    shown = lines[-_LINES:] if check.from_end else lines[:_LINES]
    # As code, whatever the names and addresses in it are made of.
    block = "".join(f"    {line}\n" for line in shown)
    left = len(lines) - len(shown)
    rest = f"\n{left} more lines are in the log.\n" if left else ""
    return f"### {check.title}\n\n{block}{rest}"


def _run(check: Check) -> tuple[int, str]:
    """Return the exit code of a check and what it said; everything that it started is ended with it."""
    command = subprocess.Popen(
        check.words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", start_new_session=True
    )
    try:
        said, _ = command.communicate(timeout=check.hours * _HOUR)
    except subprocess.TimeoutExpired:
        os.killpg(command.pid, signal.SIGKILL)
        said = command.communicate()[0] + f"\nit did not come to an end in {check.hours} hours\n"
    print(f"== {check.title}\n{said}", flush=True)
    return command.returncode, said


def give_to_later_jobs(report: str) -> None:
    """Make the report an output of the step, in a workflow."""
    outputs = os.environ.get("GITHUB_OUTPUT")
    if outputs:
        end = secrets.token_hex(16)
        with Path(outputs).open("a", encoding="utf-8") as file:
            file.write(f"report<<{end}\n{report}\n{end}\n")


def tell(report: str) -> None:
    """Keep the one open issue up to date: opened, written over, or closed."""
    listed = json.loads(_gh("list", "--state", "open", "--limit", "1000", "--json", "number,title"))
    numbers = [str(issue["number"]) for issue in listed if issue["title"] == TITLE]
    if not report.strip():
        for number in numbers:
            _gh("close", number, "--comment", "Nothing of it is left.")
    elif numbers:
        _gh("edit", numbers[0], "--body-file", "-", text=report)
    else:
        _gh("create", "--title", TITLE, "--body-file", "-", text=report)


def _gh(*words: str, text: str = "") -> str:
    return subprocess.run(
        ["gh", "issue", *words], input=text, stdout=subprocess.PIPE, encoding="utf-8", check=True
    ).stdout


def main(words: Sequence[str]) -> int:
    """Look or tell; return the exit code."""
    match words:
        case ["look", path]:
            report = look(make_checks(datetime.now(UTC).date().isoformat()))
            Path(path).write_text(report, encoding="utf-8")
            give_to_later_jobs(report)
        case ["tell"]:
            tell(os.environ["REPORT"])
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
