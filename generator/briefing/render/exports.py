"""The dataset for other programs: JSON and CSV of subjects, claims and conflicts, with their schemas.

Field names and forms are a contract (``api/v1``); they may grow and never change.
"""

import json
from collections.abc import Iterable, Mapping

from briefing import routes
from briefing.dataset.comparing.origins import cited_origins, origins_of, read_origins
from briefing.dataset.linked.records import Conflict, Dataset, Rank, Slot
from briefing.model.claims import Claim, Speaker
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Name, Subject
from briefing.model.value_json import value_json
from briefing.model.values import Value
from briefing.render.export_schemas import EXPORT_SCHEMAS
from briefing.render.tables import csv_text
from briefing.views.base.context import Context
from briefing.views.pages.compared_facts import Fact, view_facts
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


def render_exports(context: Context) -> dict[str, bytes]:
    """Return every file below ``api/v1/`` by its path."""
    dataset = context.data
    claims = {key: claim_json(dataset, claim) for key, claim in dataset.claims.items()}
    subjects = {subject.id: subject_json(context, subject) for subject in dataset.subjects.values()}
    conflicts = [conflict_json(context, conflict) for conflict in dataset.conflicts]
    files: dict[str, Json] = {
        "index.json": _with_head(dataset, {"subjects": list(subjects.values())}),
        "claims.json": _with_head(dataset, {"claims": list(claims.values())}),
        "conflicts.json": _with_head(dataset, {"conflicts": conflicts}),
    }
    files |= {f"schema/{name}.schema.json": schema for name, schema in EXPORT_SCHEMAS.items()}
    by_path = {routes.api_file(name): encode(content) for name, content in files.items()}
    by_path[routes.api_file("claims.csv")] = claims_csv(dataset.claims.values(), claims).encode()
    claims_about = _claims_by_subject(dataset)
    for subject, row in subjects.items():
        entity: Json = {
            "subject": row,
            "claims": [claims[key] for key in claims_about[subject]],
            "incoming": [claims[key] for key in dataset.incoming_of.get(subject, ())],
            "rests_on": [claim.key for claim in page_claims(context, subject)],
            "conflicts": [conflict.key for conflict in context.findings.checked_by_subject.get(subject, ())],
            "facts": [fact_json(fact) for fact in view_facts(context, subject)],
        }
        by_path[routes.entity_json(subject)] = encode(_with_head(dataset, entity))
    return by_path


def encode(content: Json) -> bytes:
    """Return one JSON file: UTF-8, as ordered, a line break at its end."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _with_head(dataset: Dataset, content: Json) -> Json:
    """Return the content of a file behind the version of the format and the day that the data are of."""
    return {"version": VERSION, "as_of": dataset.briefing.as_of.edtf, **content}


def _claims_by_subject(dataset: Dataset) -> Mapping[SubjectId, list[ClaimKey]]:
    keys: dict[SubjectId, list[ClaimKey]] = {subject: [] for subject in dataset.subjects}
    for claim in dataset.claims.values():
        for subject in claim.about:
            keys[subject].append(claim.key)
    return keys


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


def subject_json(context: Context, subject: Subject) -> Json:
    """Return a subject as the index lists it; articles and origins are those that its page rests on."""
    kind = context.data.registry.kinds[subject.kind]
    return {
        "id": subject.id,
        "kind": subject.kind,
        "name": name_json(subject.name),
        "aliases": [alias.name for alias in subject.aliases],
        "url": routes.url(routes.subject_page(kind, subject.id)),
        "counts": _counts(context, subject.id),
    }


def _counts(context: Context, subject: SubjectId) -> Json:
    dataset, claims = context.data, page_claims(context, subject)
    incoming = [dataset.claims[key] for key in dataset.incoming_of.get(subject, ())]
    relations = dataset.relations_of.get(subject, ())
    shown = [relation for relation in relations if relation.slot.shown is not None]
    return {
        "claims": sum(subject in claim.about for claim in claims),
        "rests_on": len(claims),
        "incoming": sum(not claim.excluded for claim in incoming),
        "relations": len(shown),
        "articles": len({claim.article for claim in claims}),
        "origins": len(read_origins(claims)),
        "independent": origins_of(claims).independent,
        "cited": len(cited_origins(claims)),
        "conflicts": len(context.findings.checked_by_subject.get(subject, ())),
    }


def name_json(name: Name) -> Json:
    """Return the names that are known."""
    fields = {"en": name.en, "short": name.short, "ja": name.ja, "reading": name.reading}
    return {key: text for key, text in fields.items() if text is not None}


def claim_json(dataset: Dataset, claim: Claim) -> Json:
    """Return a claim with what its slot says of it."""
    slot = dataset.slot_of[claim.key]
    rank = slot.ranks[claim.key]
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
        "value": _value_json(claim.value),
        "also_printed": _value_json(claim.also_printed),
        "as_of": claim.as_of.edtf,
        "origin": claim.origin,
        "grade": claim.grade,
        "published": claim.published.edtf,
        "rank": rank.value,
        "confidence": _confidence(slot, claim.key),
        "disputed": slot.disputed,
        "original": "known" if claim.original_known else "unknown",
    }


def _confidence(slot: Slot, key: ClaimKey) -> str | None:
    # How sure something is that nobody holds any longer says nothing.
    if slot.ranks[key] in (Rank.REJECTED, Rank.EXCLUDED):
        return None
    return slot.confidences[key].value


def _value_json(value: Value | None) -> Json | None:
    if value is None:
        return None
    return dict(value_json(value))


def speaker_json(speaker: Speaker | None) -> str | Json | None:
    """Return an id, an object, or null."""
    if speaker is None:
        return None
    if speaker.subject is not None:
        return speaker.subject
    fields = {"group": speaker.group, "document": speaker.document}
    return {key: text for key, text in fields.items() if text is not None}


def conflict_json(context: Context, conflict: Conflict) -> Json:
    """Return a conflict with its question and what was found; ``reading`` is ours, null while none is given."""
    return {
        "key": conflict.key,
        "rule": conflict.rule,
        "severity": conflict.severity,
        "status": conflict.status,
        "audience": conflict.audience,
        "about": list(conflict.about),
        "claims": list(conflict.claims),
        "question": question_of(context, conflict),
        "sentence": readable_message(context, conflict),
        "reading": conflict.reading,
        "url": f"{routes.url(conflict_page(context, conflict.key))}#{conflict.key}",
    }


def claims_csv(claims: Iterable[Claim], rows: Mapping[ClaimKey, Json]) -> str:
    """Return the claims as a table: the keys of the JSON, values as printed, lists joined by ``;``.

    Only what a spreadsheet would run gets an apostrophe before it: see ``tables``.
    """
    return csv_text(CLAIM_KEYS, (_claim_cells(rows[claim.key]) for claim in claims))


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
