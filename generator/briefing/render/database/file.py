"""The briefing as one SQLite file, made in memory: the same data and the same SQLite give the same bytes."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from briefing.render.database import rows
from briefing.render.database.tables import create_search, create_tables, has_full_text, insert_rows
from briefing.render.export import ExportData, Json
from briefing.views.base.context import Context


def render_database(context: Context, slots: Iterable[Json], data: ExportData) -> bytes:
    """Return the file; ``slots`` are the rows of all slots.

    Without FTS5 in the SQLite of this Python it has no full text, and says so in its table ``briefing``.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        create_tables(database)
        full_text = has_full_text(database)
        insert_rows(database, "briefing", rows.briefing_rows(context, full_text=full_text))
        _insert_records(database, context)
        _insert_slots(database, tuple(slots))
        _insert_claims(database, context, data)
        insert_rows(database, "relations", rows.relation_rows(context))
        _insert_conflicts(database, data)
        if full_text:
            create_search(database)
        database.commit()
        return database.serialize()


def _insert_records(database: sqlite3.Connection, context: Context) -> None:
    dataset = context.data
    subjects = dataset.subjects.values()
    insert_rows(database, "subjects", (rows.subject_row(context, subject) for subject in subjects))
    insert_rows(database, "names", rows.name_rows(subjects))
    insert_rows(database, "publishers", map(rows.publisher_row, dataset.publishers.values()))
    insert_rows(database, "articles", (rows.article_row(context, article) for article in dataset.articles.values()))


def _insert_slots(database: sqlite3.Connection, slots: tuple[Json, ...]) -> None:
    insert_rows(database, "slots", map(rows.slot_row, slots))
    insert_rows(database, "slot_subjects", rows.pairs(slots, "key", "about", ("slot", "subject")))


def _insert_claims(database: sqlite3.Connection, context: Context, data: ExportData) -> None:
    insert_rows(database, "claims", (rows.claim_row(context, claim, row) for claim, row in rows.data_of(data)))
    claims = data.claims.values()
    insert_rows(database, "claim_subjects", rows.pairs(claims, "id", "about", ("claim", "subject")))


def _insert_conflicts(database: sqlite3.Connection, data: ExportData) -> None:
    insert_rows(database, "conflicts", map(rows.conflict_row, data.conflicts))
    insert_rows(database, "conflict_claims", rows.pairs(data.conflicts, "key", "claims", ("conflict", "claim")))
    insert_rows(database, "conflict_subjects", rows.pairs(data.conflicts, "key", "about", ("conflict", "subject")))
