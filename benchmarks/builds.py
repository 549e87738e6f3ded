"""Whole builds: a checkout and a data folder in; what `briefing build`, or any command, took out."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import peak_memory


@dataclass(frozen=True, slots=True)
class Build:
    """One build: seconds waited for, seconds of the processor, and the most memory that a process of it held."""

    seconds: float
    processor: float
    megabytes: float


def time_build(tree: Path, data: Path) -> Build:
    """Run `briefing build` of a checkout on a data folder; the site goes to a folder that vanishes."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "briefing", "build", "--data", str(data), "--out", str(Path(folder) / "site")]
        return time_command(words, tree, build_environment(tree))


def build_environment(tree: Path) -> dict[str, str]:
    """Return the environment in which the program of a checkout runs."""
    return {**os.environ, "PYTHONPATH": str(tree / "generator"), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1"}


def time_command(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Build:
    """Run a command in a folder; its children count with it. What it prints is shown where it fails.

    Raises:
        RuntimeError: it did not end with 0.
    """
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        with subprocess.Popen(words, cwd=folder, stdout=log, stderr=log, env=environment) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            log.seek(0)
            tail = log.read()[-2000:].decode(errors="replace")
            raise RuntimeError(f"{Path(words[0]).name} ended with {process.returncode}:\n{tail}")
    return Build(seconds, usage.ru_utime + usage.ru_stime, peak_memory(usage))
