"""The words that SQLite finds a text by."""

import sqlite3
from contextlib import closing

import pytest

from briefing.render.database.east_words import IN_NAMES, search_words


def found(text: str, query: str, longest: int = 4) -> bool:
    """Tell whether SQLite finds a text, asked as Datasette asks it: each word in quotes."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE t USING fts5 (words, tokenize='unicode61 remove_diacritics 2')")
        database.execute("INSERT INTO t VALUES (?)", (search_words([text], longest),))
        asked = " ".join(f'"{word}"' for word in query.split())
        return bool(database.execute("SELECT count(*) FROM t WHERE t MATCH ?", (asked,)).fetchone()[0])


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("半導体企業の投資", "企業"),
        ("半導体企業の投資", "半導体"),
        ("半導体企業の投資", "企 投資"),
        ("半導体企業の投資", "半導体企業の投資"),
        ("TSMC熊本工場", "TSMC"),
        ("TSMC熊本工場", "熊本"),
        ("TSMC熊本工場", "tsmc熊本工場"),
        ("東京エレクトロン", "エレクトロン"),
        ("ＴＳＭＣ", "tsmc"),
        ("Siège de l'Acme", "siege acme"),
    ],
)
def test_what_a_reader_would_look_for_is_found(text: str, query: str) -> None:
    assert found(text, query, IN_NAMES)


@pytest.mark.parametrize("query", ["業半", "xyzzy", "熊本", "半導体 熊本"])
def test_nothing_else_is_found(query: str) -> None:
    assert not found("半導体企業の投資 by Acme", query)


def test_a_text_without_such_scripts_is_not_repeated() -> None:
    assert search_words(["Acme builds", None, "", "a fab"]) == "Acme builds a fab"


def test_the_words_of_a_long_text_grow_with_its_length_alone() -> None:
    letters = [chr(0x4E00 + number) for number in range(2000)]
    short, long = (len(search_words(["".join(letters[:count])])) for count in (200, 2000))
    assert long < 11 * short
