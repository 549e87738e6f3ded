"""Work spread over the cores of this machine, merged in order.

Workers are copies of the running process, so that nothing has to be sent to them but what they are to work on, and
nothing has to be loaded again. Where a system cannot copy processes safely, the work is done here, one item after
the other; what comes out is the same.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from briefing.edges.interrupts import let_signals_end_this_process, signals_kept_for_this_thread

_T = TypeVar("_T")
_R = TypeVar("_R")
_CHUNK = 8
"""How many items a worker takes at a time: few, so that all end together, and that nobody waits long for an end."""
_WORTHWHILE = 32
"""From how many items on copies of the process pay."""


def count_workers() -> int:
    """Return how many processes may work at the same time; 1 where the system cannot copy a process safely."""
    # Elsewhere libraries of the system may hold locks that nobody releases in a copy.
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


class Crew(Generic[_T, _R]):
    """Processes that work on ``items`` while this one does something else; a context that leaves none behind.

    ``make`` may draw on anything that is loaded already. What it raises is raised by ``results``.
    """

    def __init__(self, make: Callable[[_T], _R], items: Sequence[_T], workers: int | None = None) -> None:
        self._make = make
        self._chunks = [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
        self._pool: ProcessPoolExecutor | None = None
        self._futures: list[Future[list[_R]]] = []
        count = min(workers or count_workers(), len(self._chunks))
        if count > 1 and len(items) >= _WORTHWHILE:
            self._start(count)

    def _start(self, count: int) -> None:
        # What is there stays there: the collector of cycles would touch, and so copy, all of it in every worker.
        gc.collect()
        gc.freeze()
        # Arguments of a process that is a copy are not sent to it, and may be anything.
        begin = partial(_begin, self._make)
        self._pool = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), initializer=begin)
        try:
            # The pool has threads of its own, which may not take the signal that ends the program.
            with signals_kept_for_this_thread(), warnings.catch_warnings():
                # Python 3.12 and later warn of copying a process with threads, as a lock that one of them holds stays
                # locked in the copy. Ours only wait; those of a program that calls us are its own to look after.
                warnings.simplefilter("ignore", DeprecationWarning)
                self._futures = [self._pool.submit(_work, chunk) for chunk in self._chunks]
        except BrokenProcessPool:
            self._futures = []

    def __enter__(self) -> "Crew[_T, _R]":
        return self

    def __exit__(self, *trouble: object) -> None:
        if self._pool is not None:
            # Whoever interrupts us waits for what is in hand, since workers may not outlive us, but for no more.
            self._pool.shutdown(wait=True, cancel_futures=True)
            gc.unfreeze()

    def results(self) -> Iterator[_R]:
        """Yield what becomes of each item, in order."""
        for number, chunk in enumerate(self._chunks):
            yield from self._result(number, chunk)

    def _result(self, number: int, chunk: Sequence[_T]) -> list[_R]:
        if number < len(self._futures):
            try:
                return self._futures[number].result()
            except BrokenProcessPool:
                # The system has ended a worker, for want of memory as a rule: then this process does it alone.
                self._futures = []
        return [self._make(item) for item in chunk]


_make_item: Callable[[Any], Any] | None = None
"""What this process does with an item, where it is a worker."""


def _begin(make: Callable[[Any], Any]) -> None:
    global _make_item
    _make_item = make
    let_signals_end_this_process()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process once the one that started it is gone, which a killed one cannot do itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGKILL)


def _work(chunk: Sequence[Any]) -> list[Any]:
    assert _make_item is not None
    return [_make_item(item) for item in chunk]
