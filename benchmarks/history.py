"""What the history of a briefing costs beside one check of it: read anew, extended by one commit, and remembered.

`python -m benchmarks.history [--subjects N] [--commits N]` makes a repository of made-up data in which each commit
edits one file, and prints a table. Seconds are those of the processor, git's among them.
"""

import argparse
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from benchmarks.sample import make_sample
from benchmarks.table import machine_line
from briefing.cli import collect_rarely
from briefing.edges.disk import read_tree
from briefing.edges.past import read_past
from briefing.pipeline import prepare

_FIRST_MOMENT = 1_700_000_000
_DAY = 86_400
_EDITS = (
    ("articles/", rb"value: [0-9]+ employees", "value: {} employees"),
    ("articles/", rb'attribute: aim, value: "', 'attribute: aim, value: "In {} '),
    ("articles/", rb"milestone: trial-production, value: 20..", "milestone: trial-production, value: 2{:03}"),
    ("companies/", rb'(?m)^describes: "', 'describes: "In {} '),
)
"""A figure, a wording, a date and the record of a subject; none makes an error of what was none."""


def edit_files(files: Mapping[str, bytes], commits: int) -> Iterator[tuple[str, bytes]]:
    """Yield a file with its new content for every commit: a figure, a wording, a date or a record changes."""
    rng, files = Random(commits), dict(files)
    for number in range(commits):
        folder, pattern, words = _EDITS[number % len(_EDITS)]
        paths = [path for path in sorted(files) if path.startswith(folder) and re.search(pattern, files[path])]
        path = rng.choice(paths)
        # A number of its own for each commit, so that each changes something.
        files[path] = re.sub(pattern, words.format(number + 30).encode(), files[path], count=1)
        yield path, files[path]


def make_repository(folder: Path, files: Mapping[str, bytes], commits: int) -> None:
    """Make a repository whose first commit brings all files, and each of the others an edit of one."""
    _git(folder, "init", "-q", "-b", "main")
    edits = [[edit] for edit in edit_files(files, commits - 1)]
    states = [_commit(number, changed) for number, changed in enumerate([files.items(), *edits])]
    _git(folder, "fast-import", "--quiet", sent=b"".join(states))
    _git(folder, "reset", "-q", "--hard")


def _commit(number: int, changed: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a commit as `git fast-import` reads it."""
    head = f"commit refs/heads/main\ncommitter A <a@example.org> {_FIRST_MOMENT + number * _DAY} +0000\ndata 1\nx\n"
    blobs = [b"M 644 inline data/%s\ndata %d\n%s\n" % (path.encode(), len(text), text) for path, text in changed]
    return b"".join([head.encode(), *blobs, b"\n"])


def _git(folder: Path, *words: str, sent: bytes | None = None) -> None:
    subprocess.run(["git", "-C", str(folder), *words], input=sent, check=True, capture_output=True)


def _seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that a piece of work takes, with those of the programs that it starts."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def measure(subjects: int, commits: int, folder: Path) -> Iterator[tuple[str, float]]:
    """Yield what was done and how long it took."""
    make_repository(folder, make_sample(subjects), commits)
    data = folder / "data"
    sources, _ = read_tree(data)
    yield "one check", _seconds(lambda: prepare(sources))
    yield f"history of {commits} commits, read anew", _seconds(lambda: read_past(data, clean=True))
    yield "remembered", _seconds(lambda: read_past(data))
    path, text = next(edit_files(sources, 1))
    (data / path).write_bytes(text)
    _git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-a", "-m", "x")
    yield "remembered, and one commit more", _seconds(lambda: read_past(data))


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.history", description="Time the reading of a history.")
    parser.add_argument("--subjects", type=int, default=1000)
    parser.add_argument("--commits", type=int, default=200)
    asked = parser.parse_args()
    # As every command does.
    collect_rarely()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measure(asked.subjects, asked.commits, Path(folder)))
    check = rows[0][1]
    print(f"{asked.subjects:,} subjects; {machine_line()}\n\n| | seconds | times one check |\n|---|---:|---:|")
    for name, seconds in rows:
        print(f"| {name} | {seconds:.2f} | {seconds / check:.1f} |")


if __name__ == "__main__":
    main()
