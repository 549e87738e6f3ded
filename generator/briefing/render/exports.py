"""The dataset for other programs: JSON and CSV of subjects, claims and conflicts, with their schemas.

Field names and forms are a contract (``api/v1``); they may grow and never change.
"""

import json
from collections.abc import Iterable, Mapping

from briefing import routes
from briefing.dataset.comparing.confidence import cited_origins, origins_of, read_origins
from briefing.dataset.linked.records import Conflict, Dataset, Rank
from briefing.model.claims import Claim, Speaker
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Name, Subject
from briefing.model.value_json import value_json
from briefing.model.values import Value
from briefing.render.export_schemas import EXPORT_SCHEMAS
from briefing.render.tables import csv_text
from briefing.views.base.context import Context
from briefing.views.pages.compare import Fact, view_facts
from briefing.views.parts.findings import conflict_page, readable_message
from briefing.views.parts.page_claims import page_claims
from briefing.views.parts.questions import question_of

Json = dict[str, object]
VERSION = 1
CLAIM_KEYS = (
    "id", "article", "capture", "par", "about", "attribute", "qualifiers", "modality", "speaker", "value",
    "also_printed", "as_of", "origin", "grade", "published", "rank", "confidence", "disputed",
    "original",
)  # fmt: skip


def render_exports(ctx: Context) -> dict[str, bytes]:
    """Return every file below ``api/v1/`` by its path."""
    dataset = ctx.data
    claims = {key: claim_json(dataset, claim) for key, claim in dataset.claims.items()}
    subjects = {subject: subject_json(ctx, one) for subject, one in dataset.subjects.items()}
    files: dict[str, Json] = {
        "index.json": _whole(dataset, "subjects", list(subjects.values())),
        "claims.json": _whole(dataset, "claims", list(claims.values())),
        "conflicts.json": _whole(dataset, "conflicts", [conflict_json(ctx, one) for one in dataset.conflicts]),
    }
    files |= {f"schema/{name}.schema.json": schema for name, schema in EXPORT_SCHEMAS.items()}
    by_path = {routes.api_file(name): encode(content) for name, content in files.items()}
    by_path[routes.api_file("claims.csv")] = claims_csv(dataset.claims.values(), claims).encode()
    about = _claims_by_subject(dataset)
    for subject, listed in subjects.items():
        by_path[routes.entity_json(subject)] = encode(
            {
                "version": VERSION,
                "as_of": dataset.briefing.as_of.edtf,
                "subject": listed,
                "claims": [claims[key] for key in about[subject]],
                "incoming": [claims[key] for key in dataset.incoming_of.get(subject, ())],
                "rests_on": [one.key for one in page_claims(ctx, subject)],
                "conflicts": [one.key for one in ctx.findings.checked_by_subject.get(subject, ())],
                "facts": [fact_json(one) for one in view_facts(ctx, subject)],
            }
        )
    return by_path


def encode(content: Json) -> bytes:
    """Return one JSON file: UTF-8, as ordered, a line break at its end."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _whole(dataset: Dataset, name: str, rows: list[Json]) -> Json:
    return {"version": VERSION, "as_of": dataset.briefing.as_of.edtf, name: rows}


def _claims_by_subject(dataset: Dataset) -> Mapping[SubjectId, list[ClaimKey]]:
    found: dict[SubjectId, list[ClaimKey]] = {subject: [] for subject in dataset.subjects}
    for claim in dataset.claims.values():
        for subject in claim.about:
            found[subject].append(claim.key)
    return found


def fact_json(fact: Fact) -> Json:
    """Return a fact as the page of its subject shows it."""
    return {
        "section": fact.section,
        "heading": fact.heading,
        "label": fact.label,
        "value": fact.value,
        "as_of": fact.as_of,
        "confidence": fact.confidence,
        "confidence_word": fact.confidence_word,
        "differ_url": fact.differ or None,
        "url": fact.address,
        "claims": list(fact.claims),
    }


def subject_json(ctx: Context, subject: Subject) -> Json:
    """Return a subject as the index lists it; articles and origins are those that its page rests on."""
    dataset, claims = ctx.data, page_claims(ctx, subject.id)
    kind = dataset.registry.kinds[subject.kind]
    return {
        "id": subject.id,
        "kind": subject.kind,
        "name": name_json(subject.name),
        "aliases": [alias.name for alias in subject.aliases],
        "url": routes.url(routes.subject_page(kind, subject.id)),
        "counts": {
            "claims": sum(subject.id in claim.about for claim in claims),
            "rests_on": len(claims),
            "incoming": sum(not dataset.claims[key].excluded for key in dataset.incoming_of.get(subject.id, ())),
            "relations": sum(one.slot.shown is not None for one in dataset.relations_of.get(subject.id, ())),
            "articles": len({claim.article for claim in claims}),
            "origins": len(read_origins(claims)),
            "independent": origins_of(claims).independent,
            "cited": len(cited_origins(claims)),
            "conflicts": len(ctx.findings.checked_by_subject.get(subject.id, ())),
        },
    }


def name_json(name: Name) -> Json:
    """Return the names that are known."""
    fields = {"en": name.en, "short": name.short, "ja": name.ja, "reading": name.reading}
    return {key: text for key, text in fields.items() if text is not None}


def claim_json(dataset: Dataset, claim: Claim) -> Json:
    """Return a claim with what its slot says of it."""
    slot = dataset.slot_of[claim.key]
    rank = slot.ranks[claim.key]
    aside = rank in (Rank.REJECTED, Rank.EXCLUDED)
    return {
        "id": claim.key,
        "article": claim.article,
        "capture": claim.capture,
        "par": list(claim.par) if claim.par else None,
        "about": list(claim.about),
        "attribute": claim.attribute,
        "qualifiers": dict(claim.qualifiers),
        "modality": claim.modality.value,
        "speaker": speaker_json(claim.speaker),
        "value": _value(claim.value),
        "also_printed": _value(claim.also_printed),
        "as_of": claim.as_of.edtf,
        "origin": claim.origin,
        "grade": claim.grade,
        "published": claim.published.edtf,
        "rank": rank.value,
        "confidence": None if aside else slot.confidences[claim.key].value,
        "disputed": slot.disputed,
        "original": "known" if claim.original_known else "unknown",
    }


def _value(value: Value | None) -> Json | None:
    return None if value is None else dict(value_json(value))


def speaker_json(speaker: Speaker | None) -> str | Json | None:
    """Return an id, an object, or null."""
    if speaker is None or speaker.subject is not None:
        return speaker.subject if speaker else None
    fields = {"group": speaker.group, "document": speaker.document}
    return {key: text for key, text in fields.items() if text is not None}


def conflict_json(ctx: Context, conflict: Conflict) -> Json:
    """Return a conflict with its question and what was found; ``reading`` is ours, null while none is given."""
    return {
        "key": conflict.key,
        "rule": conflict.rule,
        "severity": conflict.severity,
        "status": conflict.status,
        "audience": conflict.audience,
        "about": list(conflict.about),
        "claims": list(conflict.claims),
        "question": question_of(ctx, conflict),
        "sentence": readable_message(ctx, conflict),
        "reading": conflict.reading,
        "url": f"{routes.url(conflict_page(ctx, conflict.key))}#{conflict.key}",
    }


def claims_csv(claims: Iterable[Claim], rows: Mapping[ClaimKey, Json]) -> str:
    """Return the claims as a table: the keys of the JSON, values as printed, lists joined by ``;``.

    Only what a spreadsheet would run gets an apostrophe before it: see ``tables``.
    """
    return csv_text(CLAIM_KEYS, ([_cell(key, rows[claim.key][key]) for key in CLAIM_KEYS] for claim in claims))


def _cell(key: str, content: object) -> str:
    if content is None:
        return ""
    if key in ("value", "also_printed") and isinstance(content, dict):
        return str(content["printed"])
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, list):
        return ";".join(str(one) for one in content)
    if isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False)
    return str(content)
