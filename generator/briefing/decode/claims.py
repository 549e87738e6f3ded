"""Claims with all their fields in, typed claims out: the registry's demands, references, what they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.decode.as_of import resolve_as_of
from briefing.decode.claim_values import (
    ClaimContext,
    check_entities,
    decode_about,
    decode_attribute,
    decode_speaker,
    decode_values,
)
from briefing.decode.inheritance import Statement, find_statements, takes
from briefing.decode.reading.content import Content, Fields, Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.shapes.claims import BOUND_FIELDS, FLAGS
from briefing.decode.text_checks.paragraphs import parse_paragraphs
from briefing.diagnostics.diagnostic import Diagnostic, Severity, error
from briefing.model.claims import Claim, Erratum, Modality, Speaker
from briefing.model.ids import ArticleId, ClaimKey, SubjectId, claim_key
from briefing.model.key_names import key_name
from briefing.model.money import Money
from briefing.model.placeholders import is_placeholder
from briefing.model.records import Article
from briefing.model.registry import Attribute
from briefing.model.values import Value

_NOT_QUALIFIERS = frozenset(
    {"id", "par", "about", "attribute", "value", "also_printed", "modality", "speaker", "as_of", "origin", "source"}
)
"""Fields that an exported claim shows by themselves; all others are its qualifiers."""


def decode_claims(
    records: tuple[Fields, ...], defaults: Fields | None, context: ClaimContext, findings: Findings
) -> Iterator[Claim]:
    """Yield the claims of one file in written order, list values expanded; broken ones are left out."""
    is_open = context.holder in context.index.open_holders
    statements = find_statements(records, defaults, context.registry, findings, is_open=is_open)
    seen: set[str | None] = {None}
    for order, statement in enumerate(statements):
        claims = _decode_statement(order, statement, context, findings)
        local = statement.own.text("id")
        if local not in seen:
            yield from claims
        seen.add(local)


def _decode_statement(order: int, statement: Statement, context: ClaimContext, findings: Findings) -> tuple[Claim, ...]:
    start = len(findings)
    fields = statement.fields
    attribute = decode_attribute(statement, context, findings)
    article = _source_of(fields, context, findings)
    about = decode_about(statement, attribute, context, findings)
    context.tally.lines.update((one, key_name(fields.text("line") or "")) for one in about)
    speaker = decode_speaker(fields, context, findings)
    for name in ("payer", "payee"):
        check_entities(fields, name, context, findings)
    findings.extend(_demands(statement, attribute, article, context))
    findings.extend(_placeholders(statement.own, article))
    erratum = _decode_erratum(statement.own, context, findings)
    values = decode_values(statement, attribute, context, findings) if attribute else ()
    wrong = statement.broken or statement.own.faulty or _has_error(findings, start)
    # No value without an error of its own: the claim restated lacks it, and that is reported there.
    if wrong or attribute is None or article is None or not about or not values:
        context.tally.doubted.update(fields.texts("about") or {context.subject})
        return ()
    found = _Found(attribute, article, about, speaker, erratum)
    keys = _keys(fields, context, len(values))
    return tuple(_build(order, key, fields, found, value, context) for key, value in zip(keys, values, strict=True))


def _decode_erratum(own: Fields, context: ClaimContext, findings: Findings) -> Erratum | None:
    """Return the claims that are taken back, which may go by their bare ids inside their own file."""
    read = own.scalar("corrects")
    keys = context.index.check_claims((read,), findings, context.holder) if read else ()
    return Erratum(keys, read.span) if read and keys else None


def _has_error(findings: Findings, start: int) -> bool:
    return any(found.severity is Severity.ERROR for found in findings[start:])


def _keys(fields: Fields, context: ClaimContext, count: int) -> tuple[ClaimKey, ...]:
    local = fields.text("id") or ""
    names = [f"{local}.{n}" for n in range(1, count + 1)] if count > 1 else [local]
    return tuple(claim_key(context.holder, name) for name in names)


def _source_of(fields: Fields, context: ClaimContext, findings: Findings) -> Article | None:
    if context.article is not None:
        return context.article
    article_id = context.index.check(fields.scalar("source"), "article", findings)
    return context.articles.get(ArticleId(article_id)) if article_id else None


def _demands(
    statement: Statement, attribute: Attribute | None, article: Article | None, context: ClaimContext
) -> Iterator[Diagnostic]:
    if attribute:
        yield from _attribute_demands(statement, attribute)
    place = statement.own.span_of("id")
    if article and article.capture and statement.own.lacks("par"):
        message = "the article has a capture, so the claim needs its paragraph"
        yield error("par-missing", place, message, "add par: and the number of the paragraph")
    if statement.own.text("quote") and statement.lacks("speaker"):
        hint = "add speaker: and whose words they are"
        yield error("quote-speaker", statement.own.span_of("quote"), "a quotation needs its speaker", hint)
    via = statement.fields.scalar("via")
    cites = {cited.id for cited in article.cites} if article else set()
    if via and article and via.text not in cites and article.id not in context.index.open_holders:
        message, hint = f'the article cites nothing called "{via.text}"', "add it to the article's cites"
        yield reference_error("ref-unknown", via.span, message, via.text, cites, hint)


def _placeholders(own: Fields, article: Article | None) -> Iterator[Diagnostic]:
    """Yield what an editor still has to write, where the claim is no draft any more."""
    if own.text("review") == "draft" or (article and article.review == "draft"):
        return
    for name, content in own.values.items():
        for read in (content,) if isinstance(content, ScalarText) else own.scalars(name):
            if is_placeholder(read.text):
                hint = "write what the source says, or give the claim review: draft"
                yield error("placeholder-left", read.span, f'"{read.text}" only keeps a place', hint)


def _attribute_demands(statement: Statement, attribute: Attribute) -> Iterator[Diagnostic]:
    own = statement.own
    for name in BOUND_FIELDS:
        if name in own.values and not takes(attribute, name):
            message = f'"{attribute.name}" does not take the field "{name}"'
            hint = f"take it out; it takes: {', '.join(attribute.takes)}" if attribute.takes else f'take "{name}" out'
            yield error("attribute-field", own.keys[name], message, hint)
    if statement.inherits and "attribute" not in own.keys:
        return
    for name in attribute.required:
        if statement.lacks(name):
            code = "speaker-missing" if name == "speaker" else "qualifier-missing"
            hint = f"add {name}: unknown, if the source does not say" if name == "payer" else f"add {name}: …"
            yield error(code, own.span_of("attribute"), f'"{attribute.name}" needs the field "{name}"', hint)


@dataclass(frozen=True, slots=True)
class _Found:
    """What has been found out about a statement, the same for all its values."""

    attribute: Attribute
    article: Article
    about: tuple[SubjectId, ...]
    speaker: Speaker | None
    erratum: Erratum | None


def _build(
    order: int, key: ClaimKey, fields: Fields, found: _Found, value: Value | None, context: ClaimContext
) -> Claim:
    also = fields.scalar("also_printed")
    period, article = fields.date("period"), found.article
    return Claim(
        key=key,
        holder=context.holder,
        order=order,
        article=article.id,
        capture=article.capture,
        par=parse_paragraphs(fields.text("par") or ""),
        about=found.about,
        attribute=found.attribute.name,
        value=value,
        also_printed=also.value if also and isinstance(also.value, Money) else None,
        modality=_modality(fields, found.attribute),
        speaker=found.speaker,
        qualifiers={name: as_printed(name, one) for name, one in fields.values.items() if name not in _NOT_QUALIFIERS},
        period=period,
        when=fields.date("when"),
        as_of=resolve_as_of(fields.date("as_of"), period, article.published),
        published=article.published,
        origin=_origin(fields, article, context),
        grade=cap_grade(article.grade.letter) if fields.text("via") else article.grade.letter,
        excluded=_excluded(fields, article),
        restates=_restated(key, fields, context),
        span=fields.span,
        status=article.status,
        corrects=found.erratum,
        original_known=_original_known(fields, article, context),
    )


def _restated(key: ClaimKey, fields: Fields, context: ClaimContext) -> ClaimKey | None:
    """Return the claim that is said again; of a list the part of the same number."""
    target = fields.text("restates")
    keys = context.index.claims.get(f"{context.holder}#{target}", ()) if target else ()
    part = key.rpartition("#")[2].rpartition(".")[2]
    return keys[int(part) - 1] if part.isdecimal() and int(part) <= len(keys) else keys[0] if keys else None


def as_printed(name: str, content: Content) -> object:
    """Return a field as plain data: text as written, flags as booleans, mappings as dicts."""
    if isinstance(content, ScalarText):
        return content.text == "true" if name in FLAGS else content.text
    if isinstance(content, Fields):
        return {key: as_printed("", one) for key, one in content.values.items()}
    return [as_printed("", one) for one in content]


def _modality(fields: Fields, attribute: Attribute) -> Modality:
    written = fields.text("modality")
    return Modality(written) if written else Modality.OPINION if attribute.opinion else Modality.REPORTED


def _origin(fields: Fields, article: Article, context: ClaimContext) -> str:
    """A claim's own origin, else that of the reference it rests on, else that of its article."""
    stated, via = fields.text("origin"), fields.text("via")
    if stated:
        return stated
    cited = next((one for one in article.cites if one.id == via), None) if via else None
    if cited is None:
        return article.origin
    held = context.articles.get(ArticleId(cited.id))
    return cited.origin or (held.origin if held else cited.id)


def _original_known(fields: Fields, article: Article, context: ClaimContext) -> bool:
    """Tell whether the original of a claim is known; what names its own original, or its reference, is."""
    stated = fields.text("origin")
    if stated:
        held = context.articles.get(ArticleId(stated))
        return held is None or held.original_known
    return article.original_known or fields.text("via") is not None


def _excluded(fields: Fields, article: Article) -> str | None:
    if article.status == "withdrawn":
        return article.status_reason or "the article was withdrawn"
    return fields.text("exclude")


def cap_grade(letter: str) -> str:
    """Return the grade of a second-hand statement: C at best."""
    return max(letter, "C")
