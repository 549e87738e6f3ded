"""What is wrong with a SQLite file of a site."""

import sqlite3
from contextlib import closing

import pytest

from briefing.finishing.databases import find_database_problems

TABLES = "CREATE TABLE a (id TEXT PRIMARY KEY); CREATE TABLE b (a TEXT REFERENCES a (id));"


def make(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES + script)
        return database.serialize()


def test_a_whole_file_and_other_files_are_left_alone() -> None:
    files = {"all.sqlite": make("INSERT INTO a VALUES ('x'); INSERT INTO b VALUES ('x');"), "index.html": b"<p>"}
    assert list(find_database_problems(files)) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it does not open"),
        (b"<!doctype html>" * 99, "it does not open"),
        (make("INSERT INTO b VALUES ('x');"), "a row of b refers to a row of a that is not there"),
    ],
)
def test_what_does_not_open_or_refers_to_nothing_is_a_problem(content: bytes, reason: str) -> None:
    (problem,) = find_database_problems({"all.sqlite": content})
    assert (problem.path, problem.code) == ("all.sqlite", "database-invalid")
    assert problem.message.startswith(reason)
