"""Who speaks, pays and receives: the parties that a claim names beside its subject."""

from briefing.decode.claims.context import ClaimContext
from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.references.check_references import check_article, check_entity, check_subject
from briefing.diagnostics.diagnostic import error
from briefing.model.claims import Speaker
from briefing.model.values import EntityName


def check_parties(fields: Fields, name: str, context: ClaimContext, findings: Findings) -> None:
    """Report the subjects of a qualifier, such as the payer, that do not exist."""
    for scalar in fields.any_scalars(name):
        # Whoever has no page goes by a name, which refers to nothing.
        if not isinstance(scalar.value, EntityName):
            check_entity(scalar.value, scalar.span, context.index, findings)


def decode_speaker(fields: Fields, context: ClaimContext, findings: Findings) -> Speaker | None:
    """Return who speaks: a subject, a group without a name, or a document."""
    record = fields.record("speaker")
    if record:
        return _decode_nameless(record, context, findings)
    subject = check_subject(fields.scalar("speaker"), context.index, findings)
    if subject:
        return Speaker(subject=subject)
    return None


def _decode_nameless(record: Fields, context: ClaimContext, findings: Findings) -> Speaker:
    """Return a group or a document as the speaker; report a document that is not known."""
    # What a record with errors was meant to say is not known.
    if not record.keys and not record.faulty:
        hint = "write an id, {group: …} or {document: …}"
        message = "the speaker is nobody"
        findings.append(error("field-empty", record.span, message, hint))
    document = record.scalar("document")
    if document:
        _check_document(document, context, findings)
    return Speaker(group=record.text("group"), document=record.text("document"))


def _check_document(document: ScalarText, context: ClaimContext, findings: Findings) -> None:
    """Report a document that is neither an article nor a subject, such as a law, nor cited by the article."""
    is_subject = document.text in context.index.subjects
    if is_subject or document.text in context.cited_ids:
        return
    check_article(document, context.index, findings)
