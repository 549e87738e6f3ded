"""The description of the tables for programs: a Data Package with the type of each column."""

from collections.abc import Iterable

from briefing.render.claims_sheet import SHEET_COLUMNS, Column
from briefing.render.export import Json
from briefing.render.export_files import encode
from briefing.routes import slug
from briefing.views.base.context import Context

_PROFILE = "tabular-data-resource"


def render_data_package(context: Context, claim_keys: Iterable[str]) -> bytes:
    """Return the file; ``claim_keys`` are the columns of ``claims.csv``."""
    briefing = context.data.briefing
    content: Json = {
        "profile": "tabular-data-package",
        "name": briefing.id or slug(briefing.name.en),
        "title": briefing.name.en,
        "homepage": briefing.url,
    }
    if briefing.description:
        content["description"] = briefing.description
    licence = briefing.licences.get("data")
    if licence:
        content["licenses"] = [{"name": licence}]
    plain = [Column(key, "boolean" if key == "disputed" else "string", "") for key in claim_keys]
    labels = context.labels
    return encode(
        {
            **content,
            "resources": [
                _resource("claims", labels.word("holds", "claims.csv"), plain, "id"),
                _resource("claims-sheet", labels.word("holds", "claims-sheet.csv"), SHEET_COLUMNS, "claim"),
            ],
        }
    )


def _resource(name: str, description: str, columns: Iterable[Column], key: str) -> Json:
    return {
        "profile": _PROFILE,
        "name": name,
        "path": f"{name}.csv",
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": list(map(_field, columns)), "missingValues": [""], "primaryKey": [key]},
    }


def _field(column: Column) -> Json:
    field: Json = {"name": column.name, "type": column.type}
    if column.description:
        field["description"] = column.description
    return field
