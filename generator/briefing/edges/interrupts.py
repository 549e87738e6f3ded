"""Ways to end a process: asked by the system or by a closed terminal, it ends as by Ctrl-C, and clears up."""

import signal
import threading
from types import FrameType

_ASKED = (signal.SIGTERM, signal.SIGHUP)


def end_as_interrupted() -> None:
    """Let SIGTERM and SIGHUP raise KeyboardInterrupt, unless whoever started us decided about them."""
    if threading.current_thread() is not threading.main_thread():
        return  # only the main thread may say what signals do, and it has said so
    for number in _ASKED:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def mark_as_handled() -> None:
    """Have Python take back its mark of an unhandled KeyboardInterrupt, once one was handled.

    Code run from a string, as dataclasses do to make a class, sets that mark when a KeyboardInterrupt passes through
    it; ``python -m`` then ends by SIGINT, whatever exit code was asked for (CPython 3.11 to 3.13). Any other such code
    clears it.
    """
    exec("")


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt
