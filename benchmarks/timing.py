"""Functions in, seconds out: each measured in a process of its own, so that none finds the caches of another warm.

Seconds are those of the processor (`time.process_time`), which other programs on the machine disturb least.
"""

import gc
import json
import math
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds of several runs."""

    runs: tuple[float, ...]

    @property
    def lowest(self) -> float:
        """The fastest run, which was disturbed least."""
        return min(self.runs)

    @property
    def median(self) -> float:
        """The run in the middle."""
        return statistics.median(self.runs)

    @property
    def highest(self) -> float:
        """The slowest run, mostly the first."""
        return max(self.runs)


def time_runs(work: Callable[[], object], runs: int) -> list[float]:
    """Return the processor seconds of ``runs`` calls.

    One call before them does not count: a forked process copies every page of memory when it first writes to it, as
    counting references does, which no process of the program has to pay for.
    """
    seconds = []
    for _ in range(runs + 1):
        gc.collect()
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
        del result
    return seconds[1:]


def in_child(work: Callable[[], list[float]]) -> list[float]:
    """Run ``work`` in a forked process and return what it returns; everything loaded so far is there already."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "w") as pipe:
                json.dump(work(), pipe)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    if status or not text:
        raise RuntimeError("a measurement failed; its message stands above")
    found: list[float] = json.loads(text)
    return found


def peak_memory(usage: resource.struct_rusage) -> float:
    """Return megabytes; the system counts kilobytes, but bytes on macOS."""
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def growth_exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return how time grows with size: 1 is linear, 2 quadratic (the slope of both logarithms)."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(one, 1e-6)) for one in seconds]
    return statistics.linear_regression(xs, ys).slope
