"""The dataset for other programs: JSON and CSV of subjects, claims and conflicts, with their schemas.

The files below ``api/v1`` are a contract; they may grow and never change. Exports of other packages join them here.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial

from briefing import routes
from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ClaimKey, SubjectId
from briefing.render.added_exports import added_exports, refuse_taken_paths
from briefing.render.claims_sheet import render_claims_sheet
from briefing.render.data_package import render_data_package
from briefing.render.database.file import render_database
from briefing.render.export import Export, ExportData, Json
from briefing.render.export_changes import change_exports
from briefing.render.export_files import encode, with_head
from briefing.render.export_known import known_exports
from briefing.render.export_rows import fact_json, gather_rows
from briefing.render.export_schemas import EXPORT_SCHEMAS, Schema, with_id
from briefing.render.export_slots import slot_json
from briefing.render.export_sources import source_exports
from briefing.render.tables import csv_text
from briefing.views.base.context import Context
from briefing.views.pages.compared_facts import view_facts
from briefing.views.parts.page_claims import page_claims

CLAIM_KEYS = (
    "id", "article", "capture", "par", "about", "attribute", "qualifiers", "modality", "speaker", "value",
    "also_printed", "as_of", "origin", "grade", "published", "rank", "confidence", "disputed",
    "original", "slot", "url",
)  # fmt: skip
"""The columns of the table of claims: the keys of a claim in JSON."""


class OwnExports:
    """The exports of the program itself, made when they are first asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def data(self) -> ExportData:
        """What all exports are made of."""
        return gather_rows(self._context)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The file of every export by its path."""
        return {export.path: _as_bytes(export.render(self.data)) for export in own_exports(self._context)}


def render_exports(context: Context, site_paths: Iterable[str] = (), own: OwnExports | None = None) -> dict[str, bytes]:
    """Return the file of every export by its path, those of other packages among them.

    ``site_paths`` are the paths of all other files of the site and of its pages, which no export may take; ``own`` are
    the exports of the program, where somebody has made them already. Raises ExportUnfit where an export of another
    package is none, takes such a path, or fails.
    """
    own, added = own or OwnExports(context), added_exports()
    # Thousands of paths need no look where nobody asks for one.
    if added:
        refuse_taken_paths(added, (*own.files, *_taken_paths(context, site_paths)))
    return {**own.files, **{offer.path: offer.render(own.data) for offer in added}}


def _taken_paths(context: Context, site_paths: Iterable[str]) -> Iterator[str]:
    for path in (*site_paths, *(page.path for page in context.written)):
        yield path
        if path.endswith("index.md"):
            yield from routes.page_files(routes.PagePath(path))


def _as_bytes(content: bytes | str) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return content


def own_exports(context: Context) -> Iterator[Export]:
    """Yield the exports below ``api/v1``, and the database of all of it."""
    yield Export(routes.api_file("index.json"), _index)
    yield Export(routes.api_file("claims.json"), _claims)
    yield Export(routes.api_file("conflicts.json"), _conflicts)
    slots = _SlotRows(context)
    yield Export(routes.api_file("slots.json"), partial(_slots, slots))
    yield Export(routes.DATABASE, lambda data: render_database(context, slots.rows, data))
    for name, schema in EXPORT_SCHEMAS.items():
        yield Export(routes.schema_file(name), partial(_schema, name, schema))
    yield Export(routes.api_file("claims.csv"), _claims_csv)
    yield Export(routes.api_file("claims-sheet.csv"), partial(render_claims_sheet, context))
    yield Export(routes.api_file("datapackage.json"), lambda _: render_data_package(context, CLAIM_KEYS))
    claims_about = _claims_by_subject(context.data)
    for subject, keys in claims_about.items():
        yield Export(routes.entity_json(subject), partial(_entity, context, subject, keys))
    yield from source_exports(context)
    yield from change_exports(context)
    yield from known_exports(context)


def _index(data: ExportData) -> bytes:
    return with_head(data, "index", routes.api_file("index.json"), {"subjects": list(data.subjects.values())})


def _claims(data: ExportData) -> bytes:
    return with_head(data, "claims", routes.api_file("claims.json"), {"claims": list(data.claims.values())})


def _conflicts(data: ExportData) -> bytes:
    return with_head(data, "conflicts", routes.api_file("conflicts.json"), {"conflicts": data.conflicts})


class _SlotRows:
    """The rows of all slots, made when the first export asks for them."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def rows(self) -> list[Json]:
        """Every slot in its published form."""
        return [slot_json(self._context, slot) for slot in self._context.data.slots]


def _slots(slots: _SlotRows, data: ExportData) -> bytes:
    return with_head(data, "slots", routes.api_file("slots.json"), {"slots": slots.rows})


def _schema(name: str, schema: Schema, data: ExportData) -> bytes:
    del data  # A schema describes what any data give.
    return encode(with_id(name, schema))


def _entity(context: Context, subject: SubjectId, keys: Iterable[ClaimKey], data: ExportData) -> bytes:
    incoming = data.dataset.incoming_of.get(subject, ())
    content: Json = {
        "subject": data.subjects[subject],
        "claims": [data.claims[key] for key in keys],
        "incoming": [data.claims[key] for key in incoming],
        "rests_on": [claim.key for claim in page_claims(context, subject)],
        "conflicts": [conflict.key for conflict in context.findings.checked_by_subject.get(subject, ())],
        "facts": [fact_json(fact) for fact in view_facts(context, subject)],
    }
    return with_head(data, "entities", routes.entity_json(subject), content)


def _claims_by_subject(dataset: Dataset) -> Mapping[SubjectId, list[ClaimKey]]:
    keys: dict[SubjectId, list[ClaimKey]] = {subject: [] for subject in dataset.subjects}
    for claim in dataset.claims.values():
        for subject in claim.about:
            keys[subject].append(claim.key)
    return keys


def _claims_csv(data: ExportData) -> str:
    """Return the claims as a table: values as printed, lists joined by ``;``.

    Only what a spreadsheet would run gets an apostrophe before it: see ``tables``.
    """
    return csv_text(CLAIM_KEYS, map(_claim_cells, data.claims.values()))


def _claim_cells(row: Json) -> list[str]:
    return [_cell(key, row[key]) for key in CLAIM_KEYS]


def _cell(key: str, content: object) -> str:
    match content:
        case None:
            return ""
        case bool():
            # As JSON has it, for programs that read both.
            return str(content).lower()
        case list():
            return ";".join(map(str, content))
        case {"printed": printed} if key in ("value", "also_printed"):
            return str(printed)
        case dict():
            return json.dumps(content, ensure_ascii=False)
        case _:
            return str(content)
