"""The registry and the known ids in, the schema files of editors out."""

import json

from generator.decode.index import Index
from generator.decode.schema import data_schemas
from generator.model.registry import Registry


def render_schemas(registry: Registry, index: Index | None) -> dict[str, bytes]:
    """Return each schema by its file name; with ``index``, known ids are listed for completion."""
    known = (
        {space: tuple(sorted(index.space(space))) for space in ("subject", "article", "publisher", "claim")}
        if index
        else None
    )
    return {
        f"{name}.schema.json": (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for name, schema in data_schemas(registry, known).items()
    }
