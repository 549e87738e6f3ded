"""Who speaks, pays and receives: the parties that a claim names beside its subject."""

from briefing.decode.claims.context import ClaimContext
from briefing.decode.reading.content import Fields, Findings
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
    name = fields.scalar("speaker")
    if name:
        subject = check_subject(name, context.index, findings)
        if subject:
            return Speaker(subject=subject)
        return None
    record = fields.record("speaker")
    if record:
        return _decode_nameless(record, context, findings)
    return None


def _decode_nameless(record: Fields, context: ClaimContext, findings: Findings) -> Speaker:
    """Return a group or a document as the speaker; report a document that is not known."""
    # What a record with errors was meant to say is not known.
    if not record.keys and not record.faulty:
        hint = "write an id, {group: …} or {document: …}"
        message = "the speaker is nobody"
        findings.append(error("field-empty", record.span, message, hint))
    document = record.scalar("document")
    if document and not _is_document(document.text, context):
        check_article(document, context.index, findings)
    return Speaker(group=record.text("group"), document=record.text("document"))


def _is_document(name: str, context: ClaimContext) -> bool:
    """Return whether an article, a subject (such as a law) or a reference of the article has this id."""
    if name in context.index.articles or name in context.index.subjects:
        return True
    if context.article is None:
        return False
    return any(name == cited.id for cited in context.article.cites)
