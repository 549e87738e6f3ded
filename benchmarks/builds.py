"""Whole builds: a checkout and a data folder in; seconds on the clock and megabytes of `briefing build` out."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import peak_memory


@dataclass(frozen=True, slots=True)
class Build:
    """One build from nothing: seconds waited for, and the most memory it held at once."""

    seconds: float
    megabytes: float


def time_build(tree: Path, data: Path) -> Build:
    """Run `briefing build` of a checkout on a data folder; the site goes to a folder that vanishes."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "briefing", "build", "--data", str(data), "--out", str(Path(folder) / "site")]
        start = time.perf_counter()
        with subprocess.Popen(words, cwd=tree, stdout=subprocess.DEVNULL, env=_environment(tree)) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"the build ended with {process.returncode}")
    return Build(seconds, peak_memory(usage))


def _environment(tree: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(tree / "generator"), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1"}
