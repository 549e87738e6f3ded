"""The briefing as one SQLite file, asked as its readers ask."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from briefing.pipeline import prepare
from briefing.render.database import file
from briefing.render.exports import render_exports
from briefing.views.base.context import open_context
from tests.unit.render.test_exports import FILES

LARGE = (
    "title: Large\npublisher: herald\nlanguage: en\nform: report\npublished: 2024-06-02\n"
    'summary: {bottom_line: "Acme owes [[japan|the country]] much."}\n'
    "claims:\n  - {id: c1, about: acme, attribute: figure, measure: dreams, value: USD 99999999tn, printed_so: true}\n"
)
SOURCES = {**FILES, "articles/large-2024.yml": LARGE}


def render(sources: dict[str, str]) -> dict[str, bytes]:
    prepared = prepare({path: text.encode() for path, text in sources.items()})
    assert prepared.dataset is not None, prepared.findings
    return render_exports(open_context(prepared.dataset))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return render(SOURCES)


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["briefing.sqlite"])
        connection.row_factory = sqlite3.Row
        yield connection


def search(database: sqlite3.Connection, table: str, word: str) -> list[str]:
    asked = f"SELECT id FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_search WHERE {table}_search MATCH ?)"
    return [row[0] for row in database.execute(asked, (f'"{word}"',))]


def test_it_is_whole_and_refers_to_nothing_that_is_not_there(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(database.execute("SELECT * FROM pragma_foreign_key_list('claims')").fetchall()) == 4


@pytest.mark.parametrize(
    ("table", "path", "rows"),
    [
        ("subjects", "index", "subjects"),
        ("claims", "claims", "claims"),
        ("slots", "slots", "slots"),
        ("conflicts", "conflicts", "conflicts"),
    ],
)
def test_it_has_every_row_of_the_json_files(
    table: str, path: str, rows: str, database: sqlite3.Connection, files: dict[str, bytes]
) -> None:
    listed: list[dict[str, Any]] = json.loads(files[f"api/v1/{path}.json"])[rows]
    key = "key" if "key" in listed[0] else "id"
    held = {row[key]: row["url"] for row in database.execute(f"SELECT * FROM {table}")}
    assert held == {row[key]: row["url"] for row in listed}


def test_figures_are_numbers_beside_the_printed_words(database: sqlite3.Connection) -> None:
    asked = "SELECT printed, amount, amount_max, currency, bound, typeof(amount) AS sort FROM claims WHERE id = ?"
    assert tuple(database.execute(asked, ("herald-2024#c1",)).fetchone()) == (
        "JPY 3tn to 5tn per year",
        3_000_000_000_000,
        5_000_000_000_000,
        "JPY",
        "exact",
        "integer",
    )
    total = "SELECT sum(amount) FROM claims WHERE currency = 'USD' AND attribute = 'figure' AND rank = 'shown'"
    assert database.execute(total).fetchone()[0] > 1_500_000_000


def test_a_number_beyond_what_sqlite_holds_as_a_whole_one_is_kept(database: sqlite3.Connection) -> None:
    asked = "SELECT amount FROM claims WHERE id = 'large-2024#c1'"
    assert database.execute(asked).fetchone()[0] == pytest.approx(99_999_999e12)


def test_claims_know_their_subjects_articles_and_questions(database: sqlite3.Connection) -> None:
    asked = (
        "SELECT subjects.name, publishers.name, slots.question FROM claims JOIN claim_subjects ON claim = claims.id "
        "JOIN subjects ON subjects.id = claim_subjects.subject JOIN articles ON articles.id = article "
        "JOIN publishers ON publishers.id = publisher JOIN slots ON slots.key = slot WHERE claims.id = 'other-2024#c2'"
    )
    subject, publisher, question = database.execute(asked).fetchone()
    assert (subject, publisher) == ("Acme", "Gazette")
    assert question.endswith("?")


def test_a_relation_is_there_from_both_of_its_ends(database: sqlite3.Connection) -> None:
    asked = "SELECT subject, other, inverse FROM relations WHERE attribute = 'owner' ORDER BY inverse"
    assert [tuple(row) for row in database.execute(asked)] == [("fab", "acme", 0), ("acme", "fab", 1)]


@pytest.mark.parametrize(
    ("table", "word", "found"),
    [
        ("subjects", "アク", ["acme"]),
        ("subjects", "maker", ["acme"]),
        ("articles", "country", ["large-2024"]),
        ("claims", "sceptics", ["herald-2024#c5"]),
        ("claims", "Small", ["herald-2024#c4.2"]),
        ("claims", "nonsuch", []),
        ("names", "nonsuch", []),
    ],
)
def test_full_text_finds_what_is_said_and_nothing_else(
    table: str, word: str, found: list[str], database: sqlite3.Connection
) -> None:
    assert search(database, table, word) == found


def test_search_tables_are_of_the_form_that_datasette_knows(database: sqlite3.Connection) -> None:
    for table in ("subjects", "names", "articles", "claims"):
        (script,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (f"{table}_search",)).fetchone()
        assert f"content=[{table}]" in script


def test_the_same_data_give_the_same_bytes_in_whatever_order_they_were_read(files: dict[str, bytes]) -> None:
    again = render(dict(reversed(SOURCES.items())))
    assert again["briefing.sqlite"] == files["briefing.sqlite"]


def test_without_full_text_the_file_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "has_full_text", lambda _: False)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(render(FILES)["briefing.sqlite"])
        said = database.execute("SELECT value FROM briefing WHERE key = 'full_text'").fetchone()[0]
        assert said.startswith("no")
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE '%search%'").fetchone()[0] == 0
        assert database.execute("SELECT count(*) FROM claims").fetchone()[0] > 10
