"""The claims of one file, typed: every field held against the registry, the index and the article."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.decode.claims.as_of import resolve_as_of
from briefing.decode.claims.attributes import decode_about, decode_attribute
from briefing.decode.claims.context import ClaimContext
from briefing.decode.claims.requirements import find_placeholders, find_unmet_requirements
from briefing.decode.claims.sources import find_origin, grade_letter, is_original_known, reason_to_exclude
from briefing.decode.claims.speakers import check_parties, decode_speaker
from briefing.decode.claims.statements import Statement, find_statements
from briefing.decode.claims.values import decode_values
from briefing.decode.reading.content import Content, Fields, Findings, ScalarText, has_error
from briefing.decode.references.check_references import check_article, check_claims
from briefing.decode.references.claim_ids import part_keys
from briefing.decode.shapes.claims import FLAGS
from briefing.decode.text_checks.paragraphs import parse_paragraphs
from briefing.model.claims import Claim, Erratum, Modality, Speaker
from briefing.model.ids import ClaimKey, SubjectId, claim_key
from briefing.model.key_names import key_name
from briefing.model.money import Money
from briefing.model.records import Article
from briefing.model.registry import Attribute
from briefing.model.values import Value

_NOT_QUALIFIERS = frozenset(
    {"id", "par", "about", "attribute", "value", "also_printed", "modality", "speaker", "as_of", "origin", "source"}
)
"""Fields that an exported claim shows by themselves; all others are its qualifiers."""


def decode_claims(
    claims: tuple[Fields, ...], defaults: Fields | None, context: ClaimContext, findings: Findings
) -> Iterator[Claim]:
    """Yield the claims of one file in written order, list values expanded; broken ones are left out."""
    is_open = context.holder in context.index.open_holders
    statements = find_statements(claims, defaults, context.registry, findings, is_open=is_open)
    # Of several claims with one id the first counts; those without an id have been reported.
    seen: set[str | None] = {None}
    for order, statement in enumerate(statements):
        decoded = _decode_statement(order, statement, context, findings)
        local = statement.own.text("id")
        if local not in seen:
            yield from decoded
        seen.add(local)


def as_printed(name: str, content: Content) -> object:
    """Return a field as plain data: text as written, flags as booleans, mappings as dicts."""
    if isinstance(content, ScalarText):
        return _text_as_printed(name, content.text)
    if isinstance(content, Fields):
        return {key: as_printed("", item) for key, item in content.values.items()}
    return [as_printed("", item) for item in content]


def _text_as_printed(name: str, text: str) -> str | bool:
    if name in FLAGS:
        return text == "true"
    return text


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a statement consists of: all its claims share it, but for the values, of which each has one."""

    attribute: Attribute
    article: Article
    about: tuple[SubjectId, ...]
    speaker: Speaker | None
    erratum: Erratum | None
    values: tuple[Value | None, ...]


def _decode_statement(order: int, statement: Statement, context: ClaimContext, findings: Findings) -> tuple[Claim, ...]:
    """Return the claims that a statement expands to, or none where any part of it is wrong."""
    fields = statement.fields
    start = len(findings)
    parts = _decode_parts(statement, context, findings)
    is_written_wrong = statement.broken or statement.own.faulty
    if parts is None or is_written_wrong or has_error(findings[start:]):
        _note_doubt(fields, context)
        return ()
    keys = _claim_keys(fields, context, len(parts.values))
    pairs = zip(keys, parts.values, strict=True)
    return tuple(_build_claim(order, key, fields, parts, value, context) for key, value in pairs)


def _note_doubt(fields: Fields, context: ClaimContext) -> None:
    """Remember of whom a claim is dropped: by default of the subject whose file it stands in."""
    names = fields.texts("about")
    if names:
        context.traces.doubted.update(names)
    else:
        context.traces.doubted.add(context.subject)


def _decode_parts(statement: Statement, context: ClaimContext, findings: Findings) -> _Parts | None:
    """Return the parts of a statement, or None where one is missing.

    Every part is decoded even so, for an editor is to see all errors at once.
    """
    fields = statement.fields
    attribute = decode_attribute(statement, context, findings)
    article = _article_of(fields, context, findings)
    about = decode_about(statement, attribute, context, findings)
    _note_lines(fields, about, context)
    speaker = decode_speaker(fields, context, findings)
    for name in ("payer", "payee"):
        check_parties(fields, name, context, findings)
    findings.extend(find_unmet_requirements(statement, attribute, article, context))
    findings.extend(find_placeholders(statement.own, article))
    erratum = _decode_erratum(statement.own, context, findings)
    if attribute is None:
        return None
    values = decode_values(statement, attribute, context, findings)
    # No value without an error of its own: the claim restated lacks it, and that is reported there.
    if article is None or not about or not values:
        return None
    return _Parts(attribute, article, about, speaker, erratum, values)


def _article_of(fields: Fields, context: ClaimContext, findings: Findings) -> Article | None:
    """Return the article that a claim stands in, or that a fact names as its source."""
    if context.article is not None:
        return context.article
    article_id = check_article(fields.scalar("source"), context.index, findings)
    if article_id:
        return context.articles.get(article_id)
    return None


def _note_lines(fields: Fields, about: tuple[SubjectId, ...], context: ClaimContext) -> None:
    # Even of a claim that will be dropped: the sums that lean on its line are not to be reported as well.
    line = key_name(fields.text_or("line", ""))
    context.traces.lines.update((subject, line) for subject in about)


def _decode_erratum(own: Fields, context: ClaimContext, findings: Findings) -> Erratum | None:
    """Return the claims that are taken back, which may go by their bare ids inside their own file."""
    corrected = own.scalar("corrects")
    if corrected is None:
        return None
    keys = check_claims((corrected,), context.index, findings, context.holder)
    if keys:
        return Erratum(keys, corrected.span)
    return None


def _claim_keys(fields: Fields, context: ClaimContext, count: int) -> tuple[ClaimKey, ...]:
    """Return a key for each value: a single one goes by the claim's own id, several by its parts."""
    local = fields.text_or("id", "")
    if count == 1:
        return (claim_key(context.holder, local),)
    return part_keys(context.holder, local, count)


def _build_claim(
    order: int, key: ClaimKey, fields: Fields, parts: _Parts, value: Value | None, context: ClaimContext
) -> Claim:
    article = parts.article
    period = fields.date("period")
    return Claim(
        key=key,
        holder=context.holder,
        order=order,
        article=article.id,
        capture=article.capture,
        par=parse_paragraphs(fields.text_or("par", "")),
        about=parts.about,
        attribute=parts.attribute.name,
        value=value,
        also_printed=_also_printed(fields),
        modality=_modality(fields, parts.attribute),
        speaker=parts.speaker,
        qualifiers=_qualifiers(fields),
        period=period,
        when=fields.date("when"),
        as_of=resolve_as_of(fields.date("as_of"), period, article.published),
        published=article.published,
        origin=find_origin(fields, article, context),
        grade=grade_letter(fields, article),
        excluded=reason_to_exclude(fields, article),
        restates=_restated_claim(key, fields, context),
        span=fields.span,
        status=article.status,
        corrects=parts.erratum,
        original_known=is_original_known(fields, article, context),
    )


def _also_printed(fields: Fields) -> Money | None:
    sum_printed = fields.scalar("also_printed")
    if sum_printed and isinstance(sum_printed.value, Money):
        return sum_printed.value
    return None


def _modality(fields: Fields, attribute: Attribute) -> Modality:
    """Return how firmly a claim is said; by default as its attribute has it."""
    written = fields.text("modality")
    if written:
        return Modality(written)
    if attribute.opinion:
        return Modality.OPINION
    return Modality.REPORTED


def _qualifiers(fields: Fields) -> dict[str, object]:
    return {name: as_printed(name, content) for name, content in fields.values.items() if name not in _NOT_QUALIFIERS}


def _restated_claim(key: ClaimKey, fields: Fields, context: ClaimContext) -> ClaimKey | None:
    """Return the claim that is said again; of a list the part of the same number."""
    target = fields.text("restates")
    keys = context.index.claims.get(f"{context.holder}#{target}")
    if target is None or not keys:
        return None
    return keys[_part_index(key, len(keys))]


def _part_index(key: ClaimKey, count: int) -> int:
    """Return which of ``count`` claims a part of a list says again: that of its own number, else the first."""
    part = key.rpartition("#")[2].rpartition(".")[2]
    if part.isdecimal() and int(part) <= count:
        return int(part) - 1
    return 0
