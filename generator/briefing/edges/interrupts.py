"""Ways to end a process: asked by the system or by a closed terminal, it ends as by Ctrl-C, and clears up."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ASKED = (signal.SIGTERM, signal.SIGHUP)
_ALL = (*_ASKED, signal.SIGINT)


def end_as_interrupted() -> None:
    """Let SIGTERM and SIGHUP raise KeyboardInterrupt, unless whoever started us decided about them."""
    if threading.current_thread() is not threading.main_thread():
        return  # only the main thread may say what signals do, and it has said so
    for number in _ASKED:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


@contextmanager
def signals_kept_for_this_thread() -> Iterator[None]:
    """Have every thread that starts meanwhile, and those that it starts, leave these signals to this one.

    A system may hand a signal to whichever thread is running. Python then notes it and waits for the main thread to
    act on it, which it never does while it sleeps: the first Ctrl-C would be lost.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ALL)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt


def let_signals_end_this_process() -> None:
    """Let a worker end at once when it is asked to; what ends it from the terminal comes by way of its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _ASKED:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ALL)
