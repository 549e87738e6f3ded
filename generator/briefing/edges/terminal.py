"""Words of the command line and letters of the terminal, where the system's locale knows fewer than we use."""

import os
import sys
from io import TextIOWrapper

_ASCII = ("ascii", "us-ascii", "ansi_x3.4-1968")


def write_any_letter() -> None:
    """Let standard output and standard error take every text: what their encoding lacks is written as an escape.

    Names of files may be any bytes, and a terminal may know few letters: neither is a reason to stop.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def read_words_as_utf8() -> None:
    """Start the process anew with UTF-8 for words and names of files, where the locale has another encoding for them.

    A C locale makes bytes without meaning of Japanese words; files hold UTF-8 wherever they are read. Words that are
    none stay what the locale makes of them.
    """
    if _reads_utf8() or not _can_start_anew():
        return
    encoding = _output_encoding()
    # The terminal keeps its letters; an ASCII one is mostly no terminal's wish but a missing setting.
    if encoding not in _ASCII:
        os.environ.setdefault("PYTHONIOENCODING", encoding)
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _output_encoding() -> str:
    """Return the encoding of standard output; a stream that is closed or stands in for one may have none."""
    encoding = getattr(sys.stdout, "encoding", None)
    return (encoding or "ascii").lower()


def _reads_utf8() -> bool:
    return sys.getfilesystemencoding() == "utf-8" or bool(sys.flags.utf8_mode)


def _can_start_anew() -> bool:
    """Return whether the process knows how it was started, and all its words are UTF-8."""
    # A program that Python is built into may know neither.
    if not sys.executable or not sys.orig_argv:
        return False
    return all(map(_is_utf8, sys.argv))


def _is_utf8(word: str) -> bool:
    """Return whether the bytes of a word, which the locale has decoded, are UTF-8."""
    try:
        os.fsencode(word).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
