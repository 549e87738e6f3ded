"""What the JSON files of ``api/v1`` have in common: their first keys, and how they are written."""

import json

from briefing import routes
from briefing.render.export import ExportData, Json

VERSION = 1


def with_head(data: ExportData, schema: str, path: str, content: Json) -> bytes:
    """Return the JSON file at ``path``: its schema, version and day of the data, then its content.

    ``schema`` is the name of the schema that the file fits.
    """
    head = {"$schema": routes.schema_of(path, schema), "version": VERSION, "as_of": data.dataset.briefing.as_of.edtf}
    return encode({**head, **content})


def encode(content: Json | list[Json]) -> bytes:
    """Return one JSON file: UTF-8, as ordered, a line break at its end."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
