"""JSON Schemas of the exported files, published beside them."""

from collections.abc import Iterable
from enum import StrEnum

from briefing.dataset.linked.records import Confidence, Rank
from briefing.dataset.operations import OperationKind
from briefing.model.claims import GRADES, Modality
from briefing.model.numerals import Bound
from briefing.views.base.categories import STATUSES

Schema = dict[str, object]


def _enum(members: Iterable[StrEnum], *others: None) -> Schema:
    return {"enum": [*(member.value for member in members), *others]}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}
_KEY: Schema = {"type": "string", "pattern": "^[a-z0-9-]+#[a-z0-9.]+$"}
SLOT_KEY: Schema = {"type": "string", "pattern": "^[a-z0-9-]+-[0-9a-f]{12}$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_EDTF: Schema = {"type": "string", "description": "an EDTF date or interval"}
_BOUND: Schema = _enum(Bound)
_DAY: Schema = {"type": ["string", "null"], "format": "date"}


def _object(required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _typed(name: str, required: Schema | None = None, optional: Schema | None = None) -> Schema:
    # Every value has the words of its source, so that a program need not know all types to show it.
    return _object({"type": {"const": name}, "printed": _TEXT, **(required or {})}, optional)


_NUMBER: Schema = {"type": "number"}
MONEY = _typed(
    "money",
    {"amount": _NUMBER, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}, "bound": _BOUND},
    {"amount_max": _NUMBER, "per": _TEXT},
)
VALUE: Schema = {
    "oneOf": [
        MONEY,
        _typed(
            "quantity",
            {"number": _NUMBER, "unit": {"type": ["string", "null"]}, "bound": _BOUND},
            {"number_max": _NUMBER, "of": _TEXT, "per": _TEXT},
        ),
        _typed("date", {"edtf": _EDTF, "label": _TEXT, "earliest": _DAY, "latest": _DAY}),
        _typed("entity", {"id": _ID}),
        _typed("entity", {"name": _TEXT}),
        _typed("text", {"text": _TEXT}),
        _typed("unknown"),
        _typed("none"),
    ]
}
CLAIM = _object(
    {
        "id": _KEY,
        "article": _ID,
        "capture": {"type": ["string", "null"]},
        "par": _or_null({"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 2, "maxItems": 2}),
        "about": {"type": "array", "items": _ID, "minItems": 1},
        "attribute": _TEXT,
        "qualifiers": {"type": "object"},
        "modality": _enum(Modality),
        "speaker": {"anyOf": [_ID, _object({}, {"group": _TEXT, "document": _TEXT}), {"type": "null"}]},
        "value": _or_null(VALUE),
        "also_printed": _or_null(MONEY),
        "as_of": _EDTF,
        "origin": _TEXT,
        "grade": {"enum": list(GRADES)},
        "published": _EDTF,
        "rank": _enum(Rank),
        "confidence": _enum(Confidence, None),
        "disputed": {"type": "boolean"},
        "original": {"enum": ["known", "unknown"]},
        "slot": SLOT_KEY,
        "url": {"type": "string", "pattern": "^articles/[a-z0-9-]+/(page_[0-9]+/)?#[a-z0-9-]+$"},
    }
)
_NAME = _object({"en": _TEXT}, {"short": _TEXT, "ja": _TEXT, "reading": _TEXT})
SUBJECT = _object(
    {
        "id": _ID,
        "kind": _TEXT,
        "name": _NAME,
        "aliases": _list(_TEXT),
        "url": {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+/$"},
        "counts": {"type": "object", "additionalProperties": _COUNT},
    }
)
FACT = _object(
    {
        "section": _TEXT,
        "heading": _TEXT,
        "label": _TEXT,
        "value": _TEXT,
        "as_of": _TEXT,
        "confidence": _enum(Confidence),
        "confidence_word": _TEXT,
        "differ_url": _or_null(_TEXT),
        "url": {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+/(claims/(page_[0-9]+/)?)?#[a-z0-9-]+$"},
        "claims": _list(_KEY),
        "slot": SLOT_KEY,
        "digest": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
    }
)
SLOT = _object(
    {
        "key": SLOT_KEY,
        "about": {"type": "array", "items": _ID, "minItems": 1},
        "attribute": _TEXT,
        "qualifiers": {"type": "object", "additionalProperties": _TEXT},
        "opinion": {"type": "boolean"},
        "question": _TEXT,
        "anchor": _or_null(_TEXT),
        "url": {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+/(claims/(page_[0-9]+/)?)?(#[a-z0-9-]+)?$"},
        "shown": _or_null(VALUE),
        "groups": _list(
            _object(
                {
                    "value": _or_null(VALUE),
                    "denied": {"type": "boolean"},
                    "claims": {"type": "array", "items": _KEY, "minItems": 1},
                    "origins": _list(_TEXT),
                    "independent": _COUNT,
                    "grade": {"enum": list(GRADES)},
                    "as_of": _EDTF,
                    "confidence": _enum(Confidence),
                    "rank": _enum(Rank),
                }
            )
        ),
        "set_aside": _list(_KEY),
        "confidence": _enum(Confidence, None),
        "disputed": {"type": "boolean"},
        "conflicts": _list(_TEXT),
        "outcome": _or_null(_object({"state": _TEXT, "checked": _or_null(_EDTF), "claims": _list(_KEY)})),
    }
)
CONFLICT = _object(
    {
        "key": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*-[0-9a-f]{12}$"},
        "rule": _TEXT,
        "severity": _TEXT,
        "status": {"enum": list(STATUSES)},
        "audience": {"enum": ["reader", "editor"]},
        "about": _list(_ID),
        "claims": _list(_KEY),
        "question": _TEXT,
        "sentence": _TEXT,
        "reading": {"type": ["string", "null"]},
        "url": _TEXT,
    }
)


_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_GRADE = _object({"letter": {"enum": list(GRADES)}, "why": _TEXT})
_ORIGINAL: Schema = {"enum": ["known", "unknown"]}
CITATION = _object(
    {
        "id": _TEXT,
        "publisher": _or_null(_ID),
        "title": _TEXT_OR_NULL,
        "published": _or_null(_EDTF),
        "source_url": _TEXT_OR_NULL,
        "origin": _TEXT_OR_NULL,
    }
)
ARTICLE = _object(
    {
        "id": _ID,
        "title": _TEXT_OR_NULL,
        "publisher": _or_null(_ID),
        "author": _list(_TEXT),
        "source_url": _TEXT_OR_NULL,
        "language": _TEXT,
        "form": _TEXT,
        "published": _EDTF,
        "published_basis": _TEXT_OR_NULL,
        "origin": _TEXT,
        "original": _ORIGINAL,
        "grade": _GRADE,
        "review": _TEXT,
        "status": _TEXT,
        "status_reason": _TEXT_OR_NULL,
        "cites": _list(CITATION),
        "url": {"type": "string", "pattern": "^articles/[a-z0-9-]+/$"},
    }
)
SUMMARY = _object(
    {
        "bottom_line": _TEXT_OR_NULL,
        "points": _list(_object({"text": _TEXT, "claims": _list(_KEY)})),
        "limits": _list(_TEXT),
    }
)
PUBLISHER = _object(
    {
        "id": _ID,
        "name": _NAME,
        "grade": _GRADE,
        "subject": _or_null(_ID),
        "source_url": _TEXT_OR_NULL,
        "url": {"type": "string", "pattern": "^publishers/[a-z0-9-]+/$"},
    }
)
ORIGIN = _object({"id": _TEXT, "articles": _list(_ID), "claims": _list(_KEY)})
_COMMIT: Schema = {"type": "string", "pattern": "^[0-9a-f]{40,64}$"}
_DATE: Schema = {"type": "string", "format": "date"}
_WEEK: Schema = {"type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$"}
OPERATION = _object(
    {
        "kind": _enum(OperationKind),
        "commit": _COMMIT,
        "day": _DATE,
        "slot": {"type": ["string", "null"], "pattern": "^[a-z0-9-]+-[0-9a-f]{12}$"},
        "question": _or_null(
            _object(
                {
                    "about": _list(_ID),
                    "attribute": _TEXT,
                    "key": {"type": "object", "additionalProperties": _TEXT},
                    "value": _TEXT_OR_NULL,
                    "opinion": {"type": "boolean"},
                }
            )
        ),
        "about": _list(_ID),
        "conflict": _TEXT_OR_NULL,
        "was": _TEXT_OR_NULL,
        "now": _TEXT_OR_NULL,
        "claims": _list(_KEY),
        "substance": {"type": "boolean"},
        "fields": _list(_object({"field": _TEXT, "was": _TEXT_OR_NULL, "now": _TEXT_OR_NULL})),
    }
)
_ANSWER = _object({"value": _or_null(VALUE), "denied": {"type": "boolean"}, "claims": _list(_KEY)})
TURN = _object({"slot": SLOT_KEY, "was": _or_null(_ANSWER), "now": _or_null(_ANSWER), "others": _list(_ANSWER)})


def _file(title: str, content: Schema) -> Schema:
    head: Schema = {"$schema": _TEXT, "version": {"const": 1}, "as_of": _EDTF}
    return {"$schema": _DRAFT, "title": title, **_object({**head, **content})}


def with_id(name: str, schema: Schema) -> Schema:
    """Return a schema with its own address, which counts from where it was read: it is the same on every host."""
    return {"$schema": _DRAFT, "$id": f"{name}.schema.json", **schema}


EXPORT_SCHEMAS: dict[str, Schema] = {
    "index": _file("Every subject of the briefing", {"subjects": _list(SUBJECT)}),
    "claims": _file("Every claim of the briefing", {"claims": _list(CLAIM)}),
    "conflicts": _file("Where sources differ", {"conflicts": _list(CONFLICT)}),
    "slots": _file("Every question of the briefing with its answers", {"slots": _list(SLOT)}),
    "changes": _file(
        "When the briefing changed",
        {
            "began": _object({"commit": _COMMIT, "day": _DATE, "claims": _COUNT}),
            "commits": _list(
                _object(
                    {"commit": _COMMIT, "day": _DATE, "week": _WEEK, "operations": _COUNT, "substance": _COUNT},
                )
            ),
            "weeks": _list(_object({"week": _WEEK, "operations": _COUNT, "substance": _COUNT, "file": _TEXT})),
        },
    ),
    "changes-week": _file("What changed in one week", {"week": _WEEK, "operations": _list(OPERATION)}),
    "as-known": _file(
        "What the sources of one month changed, and what stood at its end",
        {
            "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
            "totals": _object({"sources": _COUNT, "slots": _COUNT, "differing": _COUNT}),
            "changes": _list(TURN),
        },
    ),
    "entities": _file(
        "One subject with its claims",
        {
            "subject": SUBJECT,
            "claims": _list(CLAIM),
            "incoming": _list(CLAIM),
            "rests_on": _list(_KEY),
            "conflicts": _list(_TEXT),
            "facts": _list(FACT),
        },
    ),
    "articles": _file(
        "One article with our summary of it",
        {
            "article": ARTICLE,
            "summary": _or_null(SUMMARY),
            "claims": _list(_KEY),
            "conflicts": _list(_TEXT),
        },
    ),
    "publishers": _file("One publisher with its articles", {"publisher": PUBLISHER, "articles": _list(_ID)}),
    "origins": _file("Every origin with what rests on it", {"origins": _list(ORIGIN)}),
}
