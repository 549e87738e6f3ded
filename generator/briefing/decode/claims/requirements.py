"""What a claim must have and may not have: by its attribute, by its article, and because it is no draft any more."""

from collections.abc import Iterator

from briefing.decode.claims.context import ClaimContext
from briefing.decode.claims.restatement_chains import takes_field
from briefing.decode.claims.statements import Statement
from briefing.decode.reading.content import Fields
from briefing.decode.reading.hints import reference_error
from briefing.decode.shapes.claims import BOUND_FIELDS
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.placeholders import is_placeholder
from briefing.model.records import Article
from briefing.model.registry import Attribute

_DRAFT = "draft"
_CODES_OF_MISSING = {"speaker": "speaker-missing"}
"""Codes of fields that have one of their own when they are missing."""
_HINTS_TO_ADD = {"payer": "add payer: unknown, if the source does not say"}


def find_unmet_requirements(
    statement: Statement, attribute: Attribute | None, article: Article | None, context: ClaimContext
) -> Iterator[Diagnostic]:
    """Yield an error for each field that a claim lacks, can not have, or that its article gives no ground for."""
    if attribute:
        yield from _untaken_fields(statement, attribute)
        yield from _missing_qualifiers(statement, attribute)
    if article:
        yield from _missing_paragraph(statement.own, article)
        yield from _uncited_reference(statement, article, context)
    yield from _missing_speaker(statement)


def _missing_paragraph(own: Fields, article: Article) -> Iterator[Diagnostic]:
    # Without the captured text nobody could look the paragraph up.
    if article.capture and own.lacks("par"):
        message = "the article has a capture, so the claim needs its paragraph"
        yield error("par-missing", own.span_of("id"), message, "add par: and the number of the paragraph")


def _missing_speaker(statement: Statement) -> Iterator[Diagnostic]:
    if statement.own.text("quote") and statement.lacks("speaker"):
        message = "a quotation needs its speaker"
        hint = "add speaker: and whose words they are"
        yield error("quote-speaker", statement.own.span_of("quote"), message, hint)


def find_placeholders(own: Fields, article: Article | None) -> Iterator[Diagnostic]:
    """Yield what an editor still has to write, where the claim is no draft any more."""
    if _is_draft(own, article):
        return
    for scalar in own.all_scalars():
        if is_placeholder(scalar.text):
            message = f'"{scalar.text}" only keeps a place'
            hint = "write what the source says, or give the claim review: draft"
            yield error("placeholder-left", scalar.span, message, hint)


def _is_draft(own: Fields, article: Article | None) -> bool:
    """Return whether a claim is a draft, or stands in an article that is one."""
    if own.text("review") == _DRAFT:
        return True
    return article is not None and article.review == _DRAFT


def _untaken_fields(statement: Statement, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield an error for each field that only other attributes take."""
    # Inherited fields and defaults are filtered by the attribute, so only what the claim writes itself can be wrong.
    own = statement.own
    for name in BOUND_FIELDS:
        if name not in own.values or takes_field(attribute, name):
            continue
        message = f'"{attribute.name}" does not take the field "{name}"'
        yield error("attribute-field", own.keys[name], message, _hint_to_remove(name, attribute))


def _hint_to_remove(name: str, attribute: Attribute) -> str:
    if attribute.takes:
        return f"take it out; it takes: {', '.join(attribute.takes)}"
    return f'take "{name}" out'


def _missing_qualifiers(statement: Statement, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield an error for each field that the attribute demands and the claim lacks."""
    # A restatement that keeps the attribute lacks what the claim lacks that it restates.
    if statement.inherits and "attribute" not in statement.own.keys:
        return
    for name in attribute.required:
        if statement.lacks(name):
            message = f'"{attribute.name}" needs the field "{name}"'
            code = _CODES_OF_MISSING.get(name, "qualifier-missing")
            hint = _HINTS_TO_ADD.get(name, f"add {name}: …")
            yield error(code, statement.own.span_of("attribute"), message, hint)


def _uncited_reference(statement: Statement, article: Article, context: ClaimContext) -> Iterator[Diagnostic]:
    """Yield an error where a claim rests on a reference that its article does not cite."""
    via = statement.fields.scalar("via")
    # Of an open file the references may be there and could not be read.
    if via is None or article.id in context.index.open_holders:
        return
    cited_ids = {cited.id for cited in article.cites}
    if via.text not in cited_ids:
        message = f'the article cites nothing called "{via.text}"'
        hint = "add it to the article's cites"
        yield reference_error("ref-unknown", via.span, message, via.text, cited_ids, hint)
