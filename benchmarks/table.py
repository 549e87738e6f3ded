"""Seconds in, a Markdown table out, with the command and the machine that they come from. No host names, no paths."""

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.timing import Times, growth_exponent


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one size and checkout: seconds of several runs, or megabytes."""

    size: int
    name: str
    times: Times


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one call of the benchmarks has measured; ``before`` are those of another checkout."""

    command: str
    now: tuple[Figure, ...]
    before: tuple[Figure, ...] = ()
    claims: Mapping[int, int] = ()  # type: ignore[assignment]


def machine_line() -> str:
    """Return what figures depend on: processors, system, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    implementation = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{cores} processors ({platform.machine()}), {platform.system()}, {implementation}"
