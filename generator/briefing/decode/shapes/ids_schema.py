"""The JSON Schema of the ids and words that a briefing uses, which the schemas of its files refer to.

It stands in a file of its own, because it changes with the data and the others do not.
"""

from collections.abc import Mapping

Schema = dict[str, object]
DRAFT = "http://json-schema.org/draft-07/schema#"
# Editors read YAML's own scalars, so a date or a number must pass where the data mean text.
SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
IDS = "ids"
"""The schema file of known ids, which all others refer to; without data it lets any word pass."""
ID_SPACES = ("subject", "article", "publisher", "claim")
OFFERS = ("line", "measure", "milestone", "role", "list")
"""Key fields whose words an editor completes from those that the data already use."""
_LOCAL_CLAIM = r"^#?[a-z][a-z0-9]*(\.[0-9]+)?$"


def ids_schema(known: Mapping[str, tuple[str, ...]]) -> Schema:
    """Return the schema of ids and words by space: with ``known`` ones for completion, else anything goes."""
    ids = {space: _id_schema(space, known.get(space)) for space in ID_SPACES}
    words = {name: _word_schema(known.get(name)) for name in OFFERS}
    return {"$schema": DRAFT, "title": "ids and words of a briefing", "definitions": {**ids, **words}}


def refer_to_definition(space: str) -> Schema:
    """Return a reference to the ids of one space, or to the words of one key field."""
    return {"$ref": f"{IDS}.schema.json#/definitions/{space}"}


def _id_schema(space: str, ids: tuple[str, ...] | None) -> Schema:
    if ids is None:
        return dict(SCALAR)
    options: Schema = {"enum": list(ids)}
    if space != "claim":
        return options
    # Inside its own file a claim goes by its bare id.
    return {"anyOf": [options, {"type": "string", "pattern": _LOCAL_CLAIM}]}


def _word_schema(words: tuple[str, ...] | None) -> Schema:
    # Words are offered and not prescribed: the next claim may need a new one.
    if words:
        return {"anyOf": [{"enum": list(words)}, SCALAR]}
    return dict(SCALAR)
