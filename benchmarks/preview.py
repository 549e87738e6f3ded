"""Save to visible under `briefing serve`, in seconds on the clock, and what the preview's processor did meanwhile.

A subject's file is saved as an editor does, and its page asked for as a browser does, until it shows the edit.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from urllib.parse import quote

from benchmarks.sample import make_sample, write_sample
from benchmarks.table import machine_line

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "preview.md"
PATIENCE = 120
"""Seconds that anything may take before the measurement gives up."""


@dataclass(frozen=True, slots=True)
class Saves:
    """What the saves of one briefing took, in seconds; ``first`` is from the command to the first page."""

    size: str
    first: float
    clock: tuple[float, ...]
    processor: float | None

    def row(self) -> str:
        """Return a line of the table."""
        p95 = statistics.quantiles(self.clock, n=20, method="inclusive")[-1]
        figures = (self.first, statistics.median(self.clock), p95, max(self.clock), self.processor)
        cells = ("–" if one is None else f"{one:.2f}" for one in figures)
        return f"| {self.size} | {len(self.clock)} | {' | '.join(cells)} |"


def main(words: Sequence[str] | None = None) -> None:
    """Measure the real data and samples, print the table, and save it where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description="Time edits under the preview.")
    parser.add_argument("--saves", type=int, default=40, help="saves of every briefing")
    parser.add_argument("--sizes", default="300", help="numbers of subjects of made-up briefings: 300,1000")
    parser.add_argument("--save", action="store_true", help="write the report to benchmarks/preview.md")
    asked = parser.parse_args(words)
    report = report_text(list(_measure([int(one) for one in asked.sizes.split(",") if one], asked.saves)))
    print(report, end="")
    if asked.save:
        RESULTS.write_text(report, encoding="utf-8")


def report_text(rows: Sequence[Saves]) -> str:
    """Return the table with what its figures depend on."""
    return "\n".join(
        [
            "# Save to visible",
            "",
            f"Seconds under `briefing serve`, by `python -m benchmarks.preview`. {machine_line()};",
            f"load {os.getloadavg()[0]:.0f} while measuring.",
            "",
            "| briefing | saves | first page | median | 95th percentile | most | processor, each |",
            "|---|---:|---:|---:|---:|---:|---:|",
            *(row.row() for row in rows),
            "",
        ]
    )


def _measure(sizes: Sequence[int], saves: int) -> Iterator[Saves]:
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder) / "real" / "data"
        copytree(HERE.parent / "data", real)
        yield measure("real data", real, saves)
        for size in sizes:
            data = Path(folder) / str(size) / "data"
            write_sample(data, make_sample(size))
            yield measure(f"{size:,} subjects", data, saves)


def measure(name: str, data: Path, saves: int) -> Saves:
    """Return what ``saves`` edits of random subjects take."""
    dice = random.Random(1)
    subjects = sorted(data.glob("*/*.yml"))
    subjects = [one for one in subjects if "\ndescribes: " in one.read_text(encoding="utf-8")]
    with _preview(data) as (url, process, started):
        _wait_for(url, "</main>")
        first = time.perf_counter() - started
        edits = [(number, dice.choice(subjects)) for number in range(saves + 3)]
        for number, subject in edits[:3]:  # the first pages compile the theme's templates
            _save_and_wait(url, subject, number)
        before = _processor(process.pid)
        clock = tuple(_save_and_wait(url, subject, number) for number, subject in edits[3:])
        after = _processor(process.pid)
    # Every edit is taken back, which is another one.
    return Saves(name, first, clock, None if before is None or after is None else (after - before) / saves / 2)


@contextmanager
def _preview(data: Path) -> Iterator[tuple[str, "subprocess.Popen[str]", float]]:
    words = [sys.executable, "-m", "briefing", "serve", "--port", "0", "--data", str(data)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE.parent / "generator"),
        "PYTHONUNBUFFERED": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    started = time.perf_counter()
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log, text=True, env=environment) as process,
    ):
        try:
            assert process.stdout
            yield process.stdout.readline().split(" at ")[1].split()[0], process, started
        finally:
            process.kill()


def _save_and_wait(url: str, subject: Path, number: int) -> float:
    """Save a subject with a new word in its description; return the seconds until its page shows it."""
    mark = f"edit{number}x"
    text = subject.read_text(encoding="utf-8").replace("\ndescribes: ", f"\ndescribes: {mark} ", 1)
    page = f"{subject.parent.name}/{subject.stem}/"
    version = _state(url, page, "")["version"]
    with urllib.request.urlopen(f"{url}-/events", timeout=PATIENCE) as events:
        events.readline()
        aside = subject.with_name(f".{subject.name}")
        aside.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        aside.replace(subject)
        for line in events:
            if line.startswith(b"data: ") and _state(url, page, str(version))["reload"]:
                break
        _wait_for(url + page, mark)
        seconds = time.perf_counter() - start
    subject.write_text(text.replace(f"{mark} ", ""), encoding="utf-8")
    _wait_until_gone(url + page, mark)
    return seconds


def _state(url: str, page: str, version: str) -> dict[str, object]:
    with urllib.request.urlopen(f"{url}-/state?page={quote(page)}&version={version}", timeout=PATIENCE) as answer:
        found: dict[str, object] = json.load(answer)
        return found


def _wait_for(url: str, text: str) -> None:
    end = time.perf_counter() + PATIENCE
    while text not in _get(url):
        if time.perf_counter() > end:
            raise RuntimeError(f"{url} never showed {text}")
        time.sleep(0.01)


def _wait_until_gone(url: str, text: str) -> None:
    while text in _get(url):
        time.sleep(0.05)


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _processor(process: int) -> float | None:
    """Return the processor seconds of a process so far, on Linux."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
