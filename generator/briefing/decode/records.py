"""Fields by record in, the frozen records of the model out; every reference is checked here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.decode.articles import decode_article, follow_originals
from briefing.decode.claims.context import ClaimContext, ClaimTraces
from briefing.decode.claims.decode_claims import decode_claims
from briefing.decode.dates_ahead import find_dates_ahead
from briefing.decode.identifiers import find_identifier_problems
from briefing.decode.judgements import decode_judgement, decode_outcome
from briefing.decode.memo import DecodeMemo
from briefing.decode.money_lines import decode_line, find_line_problems
from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.references.check_references import check_reference, check_subjects
from briefing.decode.references.claim_ids import ClaimIds, read_claim_ids
from briefing.decode.references.index import Index, build_index
from briefing.decode.references.prose_links import find_dead_links
from briefing.decode.site_files import decode_briefing, decode_corrections, decode_rates, decode_redirects
from briefing.decode.sourced import check_length, decode_grade, decode_name, decode_sourced, find_repeated_ids
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span, error
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import (
    Alias,
    Article,
    Briefing,
    Correction,
    FormerName,
    Grade,
    Publisher,
    Rate,
    Redirect,
    Subject,
)
from briefing.model.registry import Registry


@dataclass(frozen=True, slots=True)
class Decoded:
    """Every record of the data, typed; broken ones are left out and reported.

    Claims are missing of the subjects in ``doubted``, or of any where that holds None. ``drafts``
    are the places of articles and claims that nobody has reviewed.
    """

    briefing: Briefing | None
    registry: Registry
    subjects: Mapping[SubjectId, Subject]
    articles: Mapping[ArticleId, Article]
    publishers: Mapping[PublisherId, Publisher]
    claims: tuple[Claim, ...]
    rates: tuple[Rate, ...]
    corrections: tuple[Correction, ...]
    redirects: tuple[Redirect, ...]
    doubted: frozenset[str | None] = frozenset()
    drafts: tuple[tuple[str, Span], ...] = ()


def decode_data(
    raw: RawData, registry: Registry, as_of: str | None, findings: Findings, memo: DecodeMemo | None = None
) -> Decoded:
    """Return all records; ``as_of`` overrides the briefing's day. With a ``memo`` only what changed is decoded."""
    memo = memo or DecodeMemo()
    memo.begin(registry)
    index = _build_index(raw, findings, memo)
    publishers, articles, subjects = _decode_records(raw, index, registry, memo, findings)
    traces = ClaimTraces(doubted=_hidden(raw))
    claims = tuple(_decode_all_claims(raw, index, registry, articles, traces, memo, findings))
    findings.extend(find_line_problems(raw.subjects, traces, index, findings))
    for fields in (raw.briefing, *raw.corrections):
        findings.extend(find_dead_links(fields, index))
    for record in _all_records(raw):
        memo.once("prose", record, lambda one, own: own.extend(find_dead_links(one.fields, index)), findings)
    drafts = tuple(_find_drafts(raw, memo))
    memo.end()
    briefing = decode_briefing(raw.briefing, as_of, index, findings)
    if briefing is not None:
        findings.extend(find_dates_ahead(raw, briefing.as_of))
    return Decoded(
        briefing,
        registry,
        subjects,
        articles,
        publishers,
        claims,
        tuple(decode_rates(raw.rates, findings)),
        tuple(decode_corrections(raw.corrections, index, findings)),
        tuple(decode_redirects(raw.redirects, index, _homes(raw), _folders(registry), findings)),
        frozenset(traces.doubted),
        drafts,
    )


def _hidden(raw: RawData) -> set[str | None]:
    """Return whose claims a broken file hides: anybody's for an article, mostly its own for a subject."""
    doubted: set[str | None] = set(raw.stray)
    doubted.update(one.id for one in raw.subjects.values() if not one.whole)
    if any(not one.whole or (one.fields.faulty and not one.fields.values) for one in raw.articles.values()):
        doubted.add(None)
    return doubted


def _homes(raw: RawData) -> frozenset[str]:
    """Return where every record lives, as `folder/id`."""
    return frozenset(f"{one.folder}/{one.id}" for one in _all_records(raw))


def _folders(registry: Registry) -> frozenset[str]:
    return frozenset({"articles", "publishers", *(kind.folder for kind in registry.kinds.values())})


def _all_records(raw: RawData) -> Iterator[RawRecord]:
    for records in (raw.publishers, raw.articles, raw.subjects):
        yield from records.values()


def _build_index(raw: RawData, findings: Findings, memo: DecodeMemo) -> Index:
    def read(record: RawRecord, name: str, findings: Findings) -> ClaimIds:
        return memo.once("index", record, lambda one, own: read_claim_ids(one, name, own), findings, alone=True)

    index = build_index(raw, findings, read)
    memo.see_index(index)
    return index


def _decode_records(
    raw: RawData, index: Index, registry: Registry, memo: DecodeMemo, findings: Findings
) -> tuple[dict[PublisherId, Publisher], dict[ArticleId, Article], dict[SubjectId, Subject]]:
    publishers = {
        PublisherId(one.id): memo.once("publisher", one, lambda one, own: _decode_publisher(one, index, own), findings)
        for one in raw.publishers.values()
    }
    memo.see_publishers(publishers)
    articles = {
        ArticleId(one.id): memo.once(
            "article", one, lambda one, own: decode_article(one, publishers, index, own), findings
        )
        for one in raw.articles.values()
    }
    articles = memo.see_articles(follow_originals(articles))
    kinds = raw.kind_of
    subjects = {
        SubjectId(one.id): memo.once(
            "subject", one, lambda one, own: _decode_subject(one, kinds.get(one.id, ""), index, registry, own),
            findings,
        )
        for one in raw.subjects.values()
    }  # fmt: skip
    return publishers, articles, subjects


def _decode_all_claims(
    raw: RawData, index: Index, registry: Registry, articles: Mapping[ArticleId, Article], traces: ClaimTraces,
    memo: DecodeMemo, findings: Findings,
) -> Iterator[Claim]:  # fmt: skip
    def decode(record: RawRecord, own: Findings) -> _FileClaims:
        fields, article, left = record.fields, articles.get(ArticleId(record.id)), ClaimTraces()
        subject = None if article else record.id
        context = ClaimContext(record.id, index, registry, articles, subject, article, left)
        records, defaults = (fields.records("claims"), fields.record("defaults")) if article else (
            fields.records("facts"), None)  # fmt: skip
        return _FileClaims(tuple(decode_claims(records, defaults, context, own)), left)

    for record in (*raw.articles.values(), *raw.subjects.values()):
        found = memo.once("claims", record, decode, findings)
        traces.lines |= found.traces.lines
        traces.doubted |= found.traces.doubted
        yield from found.claims


@dataclass(frozen=True, slots=True)
class _FileClaims:
    """The claims of one file, and what decoding them left beside them."""

    claims: tuple[Claim, ...]
    traces: ClaimTraces


def _decode_publisher(record: RawRecord, index: Index, findings: Findings) -> Publisher:
    fields = record.fields
    subject = check_reference(fields.scalar("subject"), "subject", index, findings)
    return Publisher(
        PublisherId(record.id),
        decode_name(fields.record("name")),
        decode_grade(fields.record("grade")) or Grade("F", ""),
        SubjectId(subject) if subject else None,
        fields.text("url"),
        fields.span,
    )


def _decode_subject(record: RawRecord, kind: str, index: Index, registry: Registry, findings: Findings) -> Subject:
    fields = record.fields
    here = SubjectId(record.id)
    findings.extend(_self_references(here, fields))
    findings.extend(find_repeated_ids(fields.records("money_lines"), "the money line"))
    findings.extend(find_identifier_problems(fields.mapping("identifiers")))
    check_length(fields.record("bottom_line"), "text", findings)
    return Subject(
        id=here,
        kind=kind,
        name=decode_name(fields.record("name")),
        describes=fields.text("describes") or "",
        aliases=tuple(_decode_aliases(fields.records("aliases"))),
        former_names=tuple(_decode_former(one, index, findings) for one in fields.records("former_names")),
        identifiers={
            name: value.text for name, value in fields.mapping("identifiers").items() if isinstance(value, ScalarText)
        },
        not_same_as=tuple(SubjectId(one) for one in check_subjects(fields.scalars("not_same_as"), index, findings)),
        last_verified=fields.date("last_verified"),
        bottom_line=decode_sourced(fields.record("bottom_line"), index, findings, here),
        money_lines=tuple(decode_line(one) for one in fields.records("money_lines")),
        judgements=tuple(
            decode_judgement(here, one, index, registry, findings) for one in fields.records("judgements")
        ),
        outcomes=tuple(decode_outcome(here, one, index, registry, findings) for one in fields.records("outcomes")),
        span=fields.keys.get("name", fields.span),
    )


def _self_references(here: SubjectId, fields: Fields) -> Iterator[Diagnostic]:
    for read in fields.scalars("not_same_as"):
        if read.text == here:
            message = f'"{here}" is said to be another than itself'
            yield error("self-reference", read.span, message, "name the look-alike")


def _decode_aliases(records: tuple[Fields, ...]) -> Iterator[Alias]:
    for one in records:
        name = one.text("name")
        if name:
            yield Alias(name, one.text("link") or "yes", one.span_of("name"), asked="link" in one.keys)


def _decode_former(fields: Fields, index: Index, findings: Findings) -> FormerName:
    source = check_reference(fields.scalar("source"), "article", index, findings)
    return FormerName(fields.text("name") or "", fields.date("until"), ArticleId(source) if source else None)


def _find_drafts(raw: RawData, memo: DecodeMemo) -> Iterator[tuple[str, Span]]:
    for record in raw.articles.values():
        yield from memo.once("drafts", record, _article_drafts, [], alone=True)
    for record in raw.subjects.values():
        yield from memo.once("drafts", record, _fact_drafts, [], alone=True)


def _article_drafts(record: RawRecord, _findings: Findings) -> tuple[tuple[str, Span], ...]:
    review = record.fields.record("review")
    if review and review.text("state") == "draft":
        return ((f'"{record.id}" is a draft', review.span_of("state")),)
    return tuple(_draft_claims(record.fields.records("claims")))


def _fact_drafts(record: RawRecord, _findings: Findings) -> tuple[tuple[str, Span], ...]:
    return tuple(_draft_claims(record.fields.records("facts")))


def _draft_claims(records: tuple[Fields, ...]) -> Iterator[tuple[str, Span]]:
    for one in records:
        if one.text("review") == "draft":
            yield f'the claim "{one.text("id")}" is a draft', one.span_of("review")


def draft_findings(decoded: Decoded, severity: Severity) -> Iterator[Diagnostic]:
    """Return one finding for every draft: a note in a preview, an error in a publication."""
    for message, place in decoded.drafts:
        yield Diagnostic("review-draft", severity, place, message, "review it, then set review: reviewed")
