"""The schema files that editors complete and check with, and the file of the ids and words that data use."""

import json
from collections.abc import Iterator, Mapping

from briefing.decode.reading.content import Fields
from briefing.decode.reading.raw_data import RawData
from briefing.decode.references.index import Index
from briefing.decode.shapes.ids_schema import ID_SPACES, IDS, OFFERS, Schema, ids_schema
from briefing.decode.shapes.json_schemas import data_schemas
from briefing.model.registry import Registry

IDS_FILE = f"{IDS}.schema.json"


def render_schemas(registry: Registry) -> dict[str, bytes]:
    """Return each schema by its file name; the file of ids lets anything pass."""
    schemas = {f"{name}.schema.json": _serialise(schema) for name, schema in data_schemas(registry).items()}
    return {**schemas, IDS_FILE: _serialise(ids_schema({}))}


def render_ids(raw: RawData, index: Index) -> bytes:
    """Return the file of ids with those of the data, and with the names that their claims use."""
    ids = {space: tuple(sorted(index.space(space))) for space in ID_SPACES}
    words = {name: _used_words(raw, name) for name in OFFERS}
    return _serialise(ids_schema({**ids, **words}))


def _used_words(raw: RawData, name: str) -> tuple[str, ...]:
    """Return the words that claims have in a field, sorted: an editor's next word is mostly one of them."""
    texts = {claim.text(name) for claim in _claims(raw)}
    return tuple(sorted(text for text in texts if text))


def _claims(raw: RawData) -> Iterator[Fields]:
    for article in raw.articles.values():
        yield from article.fields.records("claims")
    for subject in raw.subjects.values():
        yield from subject.fields.records("facts")


def _serialise(schema: Schema | Mapping[str, object]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
