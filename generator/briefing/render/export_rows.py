"""Subjects, claims, conflicts and facts as the JSON objects that exports publish.

Field names and forms are a contract (``api/v1``); they may grow and never change.
"""

from briefing import routes
from briefing.dataset.comparing.origins import cited_origins, origins_of, read_origins
from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.linked.records import Conflict, Rank, Slot
from briefing.model.claims import Claim, Speaker
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Name, Subject
from briefing.model.value_json import value_json
from briefing.model.values import Value
from briefing.render.export import ExportData, Json
from briefing.views.base.context import Context
from briefing.views.pages.compared_facts import Fact
from briefing.views.parts.findings import conflict_page, readable_message
from briefing.views.parts.page_claims import page_claims
from briefing.views.parts.questions import question_of


def gather_rows(context: Context) -> ExportData:
    """Return what all exports are made of, each row made once."""
    dataset = context.data
    return ExportData(
        dataset=dataset,
        subjects={subject.id: subject_json(context, subject) for subject in dataset.subjects.values()},
        claims={key: claim_json(context, claim) for key, claim in dataset.claims.items()},
        conflicts=tuple(conflict_json(context, conflict) for conflict in dataset.conflicts),
    )


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
        "slot": fact.slot,
        "digest": fact.digest,
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


def claim_json(context: Context, claim: Claim) -> Json:
    """Return a claim with what its slot says of it; ``url`` is where its article's page tells it."""
    slot = context.data.slot_of[claim.key]
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
        "value": optional_value_json(claim.value),
        "also_printed": optional_value_json(claim.also_printed),
        "as_of": claim.as_of.edtf,
        "origin": claim.origin,
        "grade": claim.grade,
        "published": claim.published.edtf,
        "rank": rank.value,
        "confidence": _confidence(slot, claim.key),
        "disputed": slot.disputed,
        "original": "known" if claim.original_known else "unknown",
        "slot": permanent_key(slot),
        "url": address_of(*context.addresses.articles.locate(claim)),
    }


def address_of(page: routes.PagePath, anchor: str) -> str:
    """Return the address of a place on a page, relative to the site's root; that of the page without an anchor."""
    if not anchor:
        return routes.url(page)
    return f"{routes.url(page)}#{anchor}"


def _confidence(slot: Slot, key: ClaimKey) -> str | None:
    # How sure something is that nobody holds any longer says nothing.
    if slot.ranks[key] in (Rank.REJECTED, Rank.EXCLUDED):
        return None
    return slot.confidences[key].value


def optional_value_json(value: Value | None) -> Json | None:
    """Return a value in its published form, null where there is none."""
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
        "url": address_of(conflict_page(context, conflict.key), conflict.key),
    }
