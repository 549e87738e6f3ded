"""Fields by record in, the frozen records of the model out; every reference is checked here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.decode.articles import decode_article
from generator.decode.claim_values import ClaimContext, Tally
from generator.decode.claims import decode_claims
from generator.decode.files import RawData, RawRecord
from generator.decode.identifiers import find_identifier_problems
from generator.decode.index import Index, build_index
from generator.decode.judgements import decode_judgement, decode_outcome
from generator.decode.money_lines import decode_line, find_line_problems
from generator.decode.prose_links import find_dead_links
from generator.decode.reading import Fields, Findings, Read
from generator.decode.site_files import decode_briefing, decode_corrections, decode_rates, decode_redirects
from generator.decode.sourced import check_length, decode_grade, decode_name, decode_sourced, find_repeated_ids
from generator.diagnostics.diagnostic import Diagnostic, Severity, Span, error
from generator.model.claims import Claim
from generator.model.dates import PartialDate
from generator.model.ids import ArticleId, PublisherId, SubjectId
from generator.model.records import (
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
from generator.model.registry import Registry


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


def decode_data(raw: RawData, registry: Registry, as_of: str | None, findings: Findings) -> Decoded:
    """Return all records; ``as_of`` overrides the briefing's day."""
    index = build_index(raw, findings)
    publishers = {PublisherId(one.id): _decode_publisher(one, index, findings) for one in raw.publishers.values()}
    articles = {ArticleId(one.id): decode_article(one, publishers, index, findings) for one in raw.articles.values()}
    subjects = {
        SubjectId(one.id): _decode_subject(one, raw.kind_of.get(one.id, ""), index, registry, findings)
        for one in raw.subjects.values()
    }
    tally = Tally(doubted=_hidden(raw))
    claims = tuple(_decode_all_claims(raw, index, registry, articles, tally, findings))
    findings.extend(find_line_problems(raw.subjects, tally, index, findings))
    for fields in _all_prose(raw):
        findings.extend(find_dead_links(fields, index))
    return Decoded(
        decode_briefing(raw.briefing, as_of, index, findings),
        registry,
        subjects,
        articles,
        publishers,
        claims,
        tuple(decode_rates(raw.rates, findings)),
        tuple(decode_corrections(raw.corrections, index, findings)),
        tuple(decode_redirects(raw.redirects, index, findings)),
        frozenset(tally.doubted),
        tuple(_find_drafts(raw)),
    )


def _hidden(raw: RawData) -> set[str | None]:
    """Return whose claims a broken file hides: anybody's for an article, mostly its own for a subject."""
    doubted: set[str | None] = set(raw.stray)
    doubted.update(one.id for one in raw.subjects.values() if not one.whole)
    if any(not one.whole or (one.fields.faulty and not one.fields.values) for one in raw.articles.values()):
        doubted.add(None)
    return doubted


def _all_prose(raw: RawData) -> Iterator[Fields | None]:
    yield raw.briefing
    yield from raw.corrections
    for records in (raw.publishers, raw.articles, raw.subjects):
        yield from (one.fields for one in records.values())


def _decode_all_claims(
    raw: RawData, index: Index, registry: Registry, articles: Mapping[ArticleId, Article], tally: Tally,
    findings: Findings,
) -> Iterator[Claim]:  # fmt: skip
    for record in raw.articles.values():
        article = articles[ArticleId(record.id)]
        context = ClaimContext(record.id, index, registry, articles, None, article, tally)
        yield from decode_claims(record.fields.records("claims"), record.fields.record("defaults"), context, findings)
    for record in raw.subjects.values():
        context = ClaimContext(record.id, index, registry, articles, record.id, None, tally)
        yield from decode_claims(record.fields.records("facts"), None, context, findings)


def _decode_publisher(record: RawRecord, index: Index, findings: Findings) -> Publisher:
    fields = record.fields
    subject = index.check(fields.read("subject"), "subject", findings)
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
            name: value.text for name, value in fields.mapping("identifiers").items() if isinstance(value, Read)
        },
        not_same_as=tuple(SubjectId(one) for one in index.check_all(fields.reads("not_same_as"), "subject", findings)),
        last_verified=_date(fields, "last_verified"),
        bottom_line=decode_sourced(fields.record("bottom_line"), index, findings, here),
        money_lines=tuple(decode_line(one) for one in fields.records("money_lines")),
        judgements=tuple(
            decode_judgement(here, one, index, registry, findings) for one in fields.records("judgements")
        ),
        outcomes=tuple(decode_outcome(here, one, index, registry, findings) for one in fields.records("outcomes")),
        span=fields.keys.get("name", fields.span),
    )


def _self_references(here: SubjectId, fields: Fields) -> Iterator[Diagnostic]:
    for read in fields.reads("not_same_as"):
        if read.text == here:
            message = f'"{here}" is said to be another than itself'
            yield error("self-reference", read.span, message, "name the look-alike")


def _decode_aliases(records: tuple[Fields, ...]) -> Iterator[Alias]:
    for one in records:
        name = one.text("name")
        if name:
            yield Alias(name, one.text("link") or "yes", one.place("name"))


def _decode_former(fields: Fields, index: Index, findings: Findings) -> FormerName:
    source = index.check(fields.read("source"), "article", findings)
    return FormerName(fields.text("name") or "", _date(fields, "until"), ArticleId(source) if source else None)


def _date(fields: Fields, name: str) -> PartialDate | None:
    read = fields.read(name)
    return read.value if read and isinstance(read.value, PartialDate) else None


def _find_drafts(raw: RawData) -> Iterator[tuple[str, Span]]:
    for record in raw.articles.values():
        review = record.fields.record("review")
        if review and review.text("state") == "draft":
            yield f'"{record.id}" is a draft', review.place("state")
        else:
            yield from _draft_claims(record.fields.records("claims"))
    for record in raw.subjects.values():
        yield from _draft_claims(record.fields.records("facts"))


def _draft_claims(records: tuple[Fields, ...]) -> Iterator[tuple[str, Span]]:
    for one in records:
        if one.text("review") == "draft":
            yield f'the claim "{one.text("id")}" is a draft', one.place("review")


def draft_findings(decoded: Decoded, severity: Severity) -> Iterator[Diagnostic]:
    """Return one finding for every draft: a note in a preview, an error in a publication."""
    for message, place in decoded.drafts:
        yield Diagnostic("review-draft", severity, place, message, "review it, then set review: reviewed")
