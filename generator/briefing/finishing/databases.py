"""SQLite files of a site: whether they open, are whole, and refer to nothing that is not there."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

from briefing.finishing.problem import Problem

_SUFFIX = ".sqlite"


def find_database_problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield a problem for every SQLite file that is damaged, or has a row that refers to none."""
    for path, content in files.items():
        if path.endswith(_SUFFIX):
            reason = _reason_against(content)
            if reason:
                yield Problem(path, "database-invalid", reason)


def _reason_against(content: bytes) -> str:
    """Return what is wrong with a file, or nothing."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            # An empty file would pass for an empty database.
            database.deserialize(content or b"\0")
            return _look_through(database)
        except sqlite3.DatabaseError as trouble:
            return f"it does not open: {trouble}"


def _look_through(database: sqlite3.Connection) -> str:
    (state,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if state != "ok":
        return f"it is damaged: {state}"
    dangling = database.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        return f"a row of {dangling[0]} refers to a row of {dangling[2]} that is not there"
    return ""
