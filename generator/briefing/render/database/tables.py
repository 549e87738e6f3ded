"""The tables of the SQLite file. Names of tables and columns are a contract: they may grow and never change."""

from collections.abc import Iterable, Mapping
from sqlite3 import Connection
from typing import TypeAlias

Row: TypeAlias = Mapping[str, str | int | float | None]

VERSION = 1

TABLES = """
CREATE TABLE briefing (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE subjects (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, describes TEXT NOT NULL, bottom_line TEXT,
  last_verified TEXT, url TEXT NOT NULL, words TEXT NOT NULL
);
CREATE TABLE names (
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL REFERENCES subjects (id), sort TEXT NOT NULL, name TEXT NOT NULL,
  words TEXT NOT NULL
);
CREATE TABLE publishers (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, grade TEXT NOT NULL, why TEXT NOT NULL,
  subject TEXT REFERENCES subjects (id), source_url TEXT, url TEXT NOT NULL
);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, title TEXT, publisher TEXT REFERENCES publishers (id), language TEXT NOT NULL,
  form TEXT NOT NULL, published TEXT NOT NULL, origin TEXT NOT NULL, original TEXT NOT NULL, grade TEXT NOT NULL,
  review TEXT NOT NULL, status TEXT NOT NULL, bottom_line TEXT, source_url TEXT, url TEXT NOT NULL, words TEXT NOT NULL
);
CREATE TABLE slots (
  key TEXT PRIMARY KEY, attribute TEXT NOT NULL, question TEXT NOT NULL, opinion INTEGER NOT NULL, shown TEXT,
  confidence TEXT, disputed INTEGER NOT NULL, state TEXT, url TEXT NOT NULL
);
CREATE TABLE slot_subjects (
  slot TEXT NOT NULL REFERENCES slots (key), subject TEXT NOT NULL REFERENCES subjects (id), PRIMARY KEY (slot, subject)
) WITHOUT ROWID;
CREATE TABLE claims (
  id TEXT PRIMARY KEY, slot TEXT NOT NULL REFERENCES slots (key), article TEXT NOT NULL REFERENCES articles (id),
  paragraph INTEGER, paragraph_last INTEGER, attribute TEXT NOT NULL, label TEXT NOT NULL, printed TEXT, type TEXT,
  amount NUMERIC, amount_max NUMERIC, currency TEXT, number NUMERIC, number_max NUMERIC, unit TEXT, bound TEXT,
  per TEXT, earliest TEXT, latest TEXT, entity TEXT REFERENCES subjects (id), denied INTEGER NOT NULL,
  modality TEXT NOT NULL, speaker TEXT REFERENCES subjects (id), speaker_name TEXT, as_of TEXT NOT NULL,
  published TEXT NOT NULL, origin TEXT NOT NULL, original TEXT NOT NULL, grade TEXT NOT NULL, rank TEXT NOT NULL,
  confidence TEXT, disputed INTEGER NOT NULL, qualifiers TEXT NOT NULL, url TEXT NOT NULL, words TEXT NOT NULL
);
CREATE TABLE claim_subjects (
  claim TEXT NOT NULL REFERENCES claims (id), subject TEXT NOT NULL REFERENCES subjects (id),
  PRIMARY KEY (claim, subject)
) WITHOUT ROWID;
CREATE TABLE relations (
  id INTEGER PRIMARY KEY, slot TEXT NOT NULL REFERENCES slots (key), subject TEXT NOT NULL REFERENCES subjects (id),
  attribute TEXT NOT NULL, label TEXT NOT NULL, inverse INTEGER NOT NULL, other TEXT REFERENCES subjects (id),
  other_name TEXT
);
CREATE TABLE conflicts (
  key TEXT PRIMARY KEY, rule TEXT NOT NULL, severity TEXT NOT NULL, status TEXT NOT NULL, audience TEXT NOT NULL,
  question TEXT NOT NULL, sentence TEXT NOT NULL, reading TEXT, url TEXT NOT NULL
);
CREATE TABLE conflict_claims (
  conflict TEXT NOT NULL REFERENCES conflicts (key), claim TEXT NOT NULL REFERENCES claims (id),
  PRIMARY KEY (conflict, claim)
) WITHOUT ROWID;
CREATE TABLE conflict_subjects (
  conflict TEXT NOT NULL REFERENCES conflicts (key), subject TEXT NOT NULL REFERENCES subjects (id),
  PRIMARY KEY (conflict, subject)
) WITHOUT ROWID;
CREATE INDEX names_by_subject ON names (subject);
CREATE INDEX articles_by_publisher ON articles (publisher);
CREATE INDEX claims_by_slot ON claims (slot);
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_subject ON claim_subjects (subject);
CREATE INDEX slots_by_subject ON slot_subjects (subject);
CREATE INDEX relations_by_subject ON relations (subject);
CREATE INDEX conflicts_by_claim ON conflict_claims (claim);
CREATE INDEX conflicts_by_subject ON conflict_subjects (subject);
"""
SEARCHED = ("subjects", "names", "articles", "claims")
"""The tables whose column ``words`` is searched, each by a table of its own."""


def create_tables(database: Connection) -> None:
    """Create the tables, empty."""
    # What a build of SQLite could have otherwise by default, and would show in the bytes.
    database.executescript("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;")
    database.executescript(f"PRAGMA user_version = {VERSION};{TABLES}")


def insert_rows(database: Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows in their order; each has a value for every column of the table."""
    columns = [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
    places = ", ".join(f":{column}" for column in columns)
    database.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)


def has_full_text(database: Connection) -> bool:
    """Tell whether this SQLite can search full text."""
    return bool(database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone())


def create_search(database: Connection) -> None:
    """Create the tables for full text and fill them.

    They name the table that they search in brackets, by which Datasette knows them.
    """
    for table in SEARCHED:
        search = f"{table}_search"
        options = f"content=[{table}], tokenize='unicode61 remove_diacritics 2'"
        database.execute(f"CREATE VIRTUAL TABLE {search} USING fts5 (words, {options})")
        database.execute(f"INSERT INTO {search} ({search}) VALUES ('rebuild')")
        database.execute(f"INSERT INTO {search} ({search}) VALUES ('optimize')")
