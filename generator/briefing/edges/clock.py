"""How long the steps of a command take, and what day it is: the only clock of the program.

Nothing of it reaches a page; the day only begins a new briefing and dates the answers of link checks.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Stopwatch:
    """Seconds by step, in the order the steps were taken; ``say`` is told of each step as it begins."""

    seconds: dict[str, float] = field(default_factory=dict)
    say: Callable[[str], None] | None = None

    @contextmanager
    def time(self, step: str) -> Iterator[None]:
        """Count the time of a ``with`` block to ``step``."""
        if self.say:
            self.say(f"{step} …")
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - start

    def lines(self) -> Iterator[str]:
        """Yield one line a step, and their sum."""
        for step, taken in self.seconds.items():
            yield f"{taken:8.2f} s  {step}"
        yield f"{sum(self.seconds.values()):8.2f} s  in all"


def read_local_date() -> date:
    """Return the date of this machine's clock, which no rule and no page may read: they take the briefing's day."""
    return date.today()
