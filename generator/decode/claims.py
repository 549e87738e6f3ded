"""Claims as read in, typed claims out: inheritance, defaults, the registry's demands, references."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.decode.checks import parse_paragraphs
from generator.decode.index import Index
from generator.decode.reading import Content, Fields, Findings, Read, parse_literal, reference_error
from generator.decode.shapes import BOUND_FIELDS
from generator.diagnostics.diagnostic import Diagnostic, Span, error, warning
from generator.diagnostics.suggest import nearest
from generator.model.claims import Claim, Modality, Speaker
from generator.model.dates import PartialDate, parse_date
from generator.model.ids import ArticleId, ClaimKey, SubjectId, claim_key, is_id
from generator.model.money import Money
from generator.model.records import Article
from generator.model.registry import Attribute, Registry
from generator.model.values import EntityRef, Text, Value

_OWN_FIELDS = frozenset(
    {"id", "par", "restates", "said", "how", "printed_so", "note", "quote", "review", "exclude", "source"}
)
"""Fields that belong to one wording and are never inherited by a restatement."""
_TOP_LEVEL = frozenset(
    {"id", "par", "about", "attribute", "value", "also_printed", "modality", "speaker", "as_of", "origin"}
)
"""Fields that an exported claim shows by themselves; all others are its qualifiers."""


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """What decoding one file's claims needs to know."""

    holder: str
    index: Index
    registry: Registry
    articles: Mapping[ArticleId, Article]
    subject: str | None
    article: Article | None


def decode_claims(
    records: tuple[Fields, ...], defaults: Fields | None, context: ClaimContext, findings: Findings
) -> tuple[Claim, ...]:
    """Return the claims of one file in written order, list values expanded."""
    by_id = {one.text("id"): one for one in reversed(records) if one.text("id")}
    found: list[Claim] = []
    for order, one in enumerate(records):
        if one.text("id") is None or by_id[one.text("id")] is not one:
            continue
        merged = _merge(one, by_id, context, findings)
        if merged is not None:
            found.extend(_decode_one(order, one, _with_defaults(merged, defaults, context), context, findings))
    return tuple(found)


def _merge(
    one: Fields, by_id: Mapping[str | None, Fields], context: ClaimContext, findings: Findings
) -> dict[str, Content] | None:
    """Return the claim's fields with those it inherits through ``restates``; None after a cycle."""
    merged: dict[str, Content] = dict(one.values)
    seen = {one.text("id")}
    current = one
    while (target := current.read("restates")) is not None:
        if target.text not in by_id:
            options = tuple(str(name) for name in by_id)
            message = f'this file has no claim "{target.text}"'
            findings.append(reference_error("restates-unknown", target.span, message, target.text, options))
            return None
        if target.text in seen:
            findings.append(error("restates-cycle", target.span, "the claim restates itself", "name the body's claim"))
            return None
        seen.add(target.text)
        current = by_id[target.text]
        inherited = {name: value for name, value in current.values.items() if name not in _OWN_FIELDS}
        if "value" in merged:
            # The other currency of the body's figure says nothing about a figure of its own.
            inherited.pop("also_printed", None)
        merged = inherited | merged
    attribute = _attribute_of(merged, context)
    if attribute:
        own = one.values
        merged = {name: v for name, v in merged.items() if name in own or _takes(attribute, name)}
    return merged


def _attribute_of(merged: Mapping[str, Content], context: ClaimContext) -> Attribute | None:
    read = merged.get("attribute")
    return context.registry.attributes.get(read.text) if isinstance(read, Read) else None


def _takes(attribute: Attribute, name: str) -> bool:
    return name not in BOUND_FIELDS or name in attribute.takes or name in attribute.required


def _with_defaults(merged: dict[str, Content], defaults: Fields | None, context: ClaimContext) -> dict[str, Content]:
    attribute = _attribute_of(merged, context)
    if defaults is None or attribute is None:
        return merged
    return {name: value for name, value in defaults.values.items() if _takes(attribute, name)} | merged


def _decode_one(
    order: int, one: Fields, merged: dict[str, Content], context: ClaimContext, findings: Findings
) -> Iterator[Claim]:
    before = len(findings)
    fields = Fields(merged, one.keys, one.span)
    attribute = _decode_attribute(fields, context, findings)
    article = _source_of(fields, context, findings)
    about = _decode_about(fields, attribute, context, findings)
    if attribute is None or article is None:
        return
    findings.extend(_demands(fields, one, attribute, article))
    values = _decode_values(fields, attribute, about, context, findings)
    speaker = _decode_speaker(fields, context, findings)
    for name in ("payer", "payee"):
        read = fields.read(name)
        if read:
            context.index.check_entity(read.value, read.span, findings)
    via = fields.read("via")
    cites = {cited.id: cited for cited in article.cites}
    if via and via.text not in cites:
        message = f'the article cites nothing called "{via.text}"'
        findings.append(reference_error("ref-unknown", via.span, message, via.text, tuple(cites)))
    if any(found.severity == "error" for found in findings[before:]) or not about:
        return
    local = fields.text("id") or ""
    for position, value in enumerate(values, 1):
        name = f"{local}.{position}" if len(values) > 1 else local
        yield _build(order, name, fields, attribute, article, about, value, speaker, context)


def _decode_attribute(fields: Fields, context: ClaimContext, findings: Findings) -> Attribute | None:
    read = fields.read("attribute")
    if read is None:
        if "attribute" not in fields.keys:
            place = Span(
                fields.span.path, fields.span.line, fields.span.column, fields.span.line, fields.span.column + 1
            )
            findings.append(
                error("field-missing", place, 'the claim lacks the field "attribute"', "say what is claimed")
            )
        return None
    found = context.registry.attributes.get(read.text)
    if found is None:
        message = f'no attribute is called "{read.text}"'
        names = tuple(context.registry.attributes)
        findings.append(reference_error("attribute-unknown", read.span, message, read.text, names))
    return found


def _source_of(fields: Fields, context: ClaimContext, findings: Findings) -> Article | None:
    if context.article is not None:
        return context.article
    article_id = context.index.check(fields.read("source"), "article", findings)
    return context.articles.get(ArticleId(article_id)) if article_id else None


def _decode_about(
    fields: Fields, attribute: Attribute | None, context: ClaimContext, findings: Findings
) -> tuple[SubjectId, ...]:
    reads = fields.reads("about")
    if not reads and context.subject and "about" not in fields.keys:
        return (SubjectId(context.subject),)
    if not reads:
        if "about" not in fields.keys:
            place = Span(
                fields.span.path, fields.span.line, fields.span.column, fields.span.line, fields.span.column + 1
            )
            findings.append(error("field-missing", place, 'the claim lacks the field "about"', "name the subject"))
        return ()
    if len(reads) > 1 and attribute and not attribute.symmetric:
        message = f'"{attribute.name}" is said of one subject, not of {len(reads)}'
        findings.append(error("field-type", reads[1].span, message, "write one claim for each"))
    return tuple(SubjectId(one) for one in context.index.check_all(reads, "subject", findings))


def _demands(fields: Fields, one: Fields, attribute: Attribute, article: Article) -> Iterator[Diagnostic]:
    for name in BOUND_FIELDS:
        if name in one.values and not _takes(attribute, name):
            message = f'"{attribute.name}" does not take the field "{name}"'
            hint = f"it takes: {', '.join(attribute.takes)}" if attribute.takes else f'take "{name}" out'
            yield error("attribute-field", one.keys[name], message, hint)
    place = fields.keys.get("attribute", fields.keys.get("id", fields.span))
    for name in attribute.required:
        if name not in fields.values and name not in one.keys:
            code = "speaker-missing" if name == "speaker" else "qualifier-missing"
            hint = f"add {name}: unknown" if name == "payer" else f"add {name}: …"
            yield error(code, place, f'"{attribute.name}" needs the field "{name}"', hint)
    if article.capture and "par" not in fields.values and "par" not in one.keys:
        yield error("par-missing", place, "the article has a capture, so the claim needs its paragraph", "add par: …")
    if fields.text("quote") and "speaker" not in fields.values and "speaker" not in one.keys:
        yield error("quote-speaker", fields.place("quote"), "a quotation needs its speaker", "add speaker: …")


def _decode_values(
    fields: Fields, attribute: Attribute, about: tuple[SubjectId, ...], context: ClaimContext, findings: Findings
) -> tuple[Value | None, ...]:
    reads = fields.reads("value")
    if not reads:
        if attribute.symmetric and len(fields.reads("about")) > 1:
            return (None,)
        if "value" not in fields.keys or (fields.read("value") is None and "value" not in fields.values):
            place = fields.keys.get("value", fields.keys.get("id", fields.span))
            findings.append(error("value-missing", place, "the claim has no value", "write it, or unknown, or none"))
        return ()
    if attribute.symmetric and len(about) > 1:
        message = f'"{attribute.name}" lists its members in about, so it takes no value'
        findings.append(error("value-kind", reads[0].span, message, "move the value into about"))
        return ()
    return tuple(_decode_value(read, attribute, about, context, findings) for read in reads)


def _decode_value(
    read: Read, attribute: Attribute, about: tuple[SubjectId, ...], context: ClaimContext, findings: Findings
) -> Value | None:
    if attribute.values == ("entity", "text") and _is_plain_text(read, context, findings):
        return Text(read.text)
    problem, value = parse_literal(read.text, read.span, attribute.values)
    if problem:
        findings.append(problem)
        return None
    if isinstance(value, EntityRef):
        context.index.check_entity(value, read.span, findings)
        if value.id in about:
            message = f'"{value.id}" is related to itself'
            findings.append(error("self-reference", read.span, message, "name the other subject"))
    if attribute.options and isinstance(value, Text) and value.text not in attribute.options:
        near = nearest(value.text, attribute.options)
        hint = f'did you mean "{near[0]}"?' if near else f"one of: {', '.join(attribute.options)}"
        findings.append(warning("enum-unknown", read.span, f'"{value.text}" is no known {attribute.name}', hint))
    return value


def _is_plain_text(read: Read, context: ClaimContext, findings: Findings) -> bool:
    """Tell free text from an id; an id-like word that nearly names a subject is reported."""
    if read.text in context.index.subjects or read.text.startswith("text:") or read.text in ("unknown", "none"):
        return False
    if is_id(read.text) and "-" in read.text and nearest(read.text, tuple(sorted(context.index.subjects))):
        context.index.check(read, "subject", findings)
    return True


def _decode_speaker(fields: Fields, context: ClaimContext, findings: Findings) -> Speaker | None:
    read = fields.read("speaker")
    if read:
        known = context.index.check(read, "subject", findings)
        return Speaker(subject=SubjectId(known)) if known else None
    record = fields.record("speaker")
    if record is None:
        return None
    document = record.read("document")
    if document and document.text not in context.index.articles:
        cited = {one.id for one in context.article.cites} if context.article else set()
        if document.text not in cited | context.index.subjects:
            context.index.check(document, "article", findings)
    if not record.values:
        findings.append(error("field-empty", record.span, "the speaker is empty", "write {group: …} or {document: …}"))
    return Speaker(group=record.text("group"), document=record.text("document"))


def _build(
    order: int, local: str, fields: Fields, attribute: Attribute, article: Article,
    about: tuple[SubjectId, ...], value: Value | None, speaker: Speaker | None, context: ClaimContext,
) -> Claim:  # fmt: skip
    restates = fields.text("restates")
    also = fields.read("also_printed")
    period, when = _date(fields, "period"), _date(fields, "when")
    published = article.published
    return Claim(
        key=claim_key(context.holder, local),
        holder=context.holder,
        order=order,
        article=ArticleId(article.id),
        capture=article.capture,
        par=parse_paragraphs(fields.text("par") or ""),
        about=about,
        attribute=attribute.name,
        value=value,
        also_printed=also.value if also and isinstance(also.value, Money) else None,
        modality=_modality(fields, attribute),
        speaker=speaker,
        qualifiers={
            name: as_printed(value) for name, value in fields.values.items() if name not in _TOP_LEVEL | {"source"}
        },
        period=period,
        when=when,
        as_of=resolve_as_of(_date(fields, "as_of"), period, published),
        published=published,
        origin=_origin(fields, article, context),
        grade=cap_grade(article.grade.letter) if fields.text("via") else article.grade.letter,
        excluded=_excluded(fields, article),
        restates=claim_key(context.holder, restates) if restates else None,
        span=fields.span,
    )


def as_printed(content: Content) -> object:
    """Return a field as plain data: text as written, flags as booleans, mappings as dicts."""
    if isinstance(content, Read):
        return True if content.text == "true" else False if content.text == "false" else content.text
    if isinstance(content, Fields):
        return {name: as_printed(value) for name, value in content.values.items()}
    return [as_printed(one) for one in content]


def _date(fields: Fields, name: str) -> PartialDate | None:
    read = fields.read(name)
    return read.value if read and isinstance(read.value, PartialDate) else None


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


def _excluded(fields: Fields, article: Article) -> str | None:
    if article.status == "withdrawn":
        return article.status_reason or "the article was withdrawn"
    return fields.text("exclude")


def cap_grade(letter: str) -> str:
    """Return the grade of a second-hand statement: C at best."""
    return max(letter, "C")


def end_of(date: PartialDate) -> PartialDate:
    """Return the end of an interval, or the date itself."""
    end = date.edtf.rpartition("/")[2]
    parsed = parse_date(end) if end not in ("", "..") else date
    return parsed if isinstance(parsed, PartialDate) else date


def resolve_as_of(stated: PartialDate | None, period: PartialDate | None, published: PartialDate) -> PartialDate:
    """Return the day a claim holds for: stated, else the end of its period if that is past, else publication."""
    if stated is not None:
        return end_of(stated)
    day = published.latest or published.earliest
    if period is not None and period.latest is not None and day is not None and period.latest < day:
        return end_of(period)
    return end_of(published)


__all__ = ["ClaimContext", "ClaimKey", "as_printed", "cap_grade", "decode_claims", "end_of", "resolve_as_of"]
