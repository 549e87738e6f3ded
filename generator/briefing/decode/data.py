"""All files of the data decoded: frozen records of the model, with every reference checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.decode.claims.context import ClaimContext, ClaimTraces
from briefing.decode.claims.decode_claims import decode_claims
from briefing.decode.dates_ahead import find_dates_ahead
from briefing.decode.memo import DecodeMemo
from briefing.decode.reading.content import Findings
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.records.articles import decode_article, decode_publisher
from briefing.decode.records.drafts import Draft, find_article_drafts, find_fact_drafts
from briefing.decode.records.money_lines import check_money_lines
from briefing.decode.records.originals import resolve_known_originals
from briefing.decode.records.redirects import decode_redirects
from briefing.decode.records.site_files import decode_briefing, decode_corrections, decode_rates
from briefing.decode.records.subjects import decode_subject
from briefing.decode.references.claim_ids import ClaimIds, read_claim_ids
from briefing.decode.references.index import Index, build_index
from briefing.decode.references.prose_links import find_dead_links
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import Article, Briefing, Correction, Publisher, Rate, Redirect, Subject
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
    drafts: tuple[Draft, ...] = ()


def decode_data(
    raw: RawData, registry: Registry, as_of: str | None, findings: Findings, memo: DecodeMemo | None = None
) -> Decoded:
    """Return all records; ``as_of`` overrides the briefing's day. With a ``memo`` only what changed is decoded."""
    return _DataDecoder(raw, registry, findings, memo or DecodeMemo()).decode(as_of)


@dataclass(frozen=True, slots=True)
class _FileClaims:
    """The claims of one file, and what decoding them left beside them."""

    claims: tuple[Claim, ...]
    traces: ClaimTraces


@dataclass(frozen=True, slots=True)
class _DataDecoder:
    """What all steps share: the files, the registry, where findings go, and what was decoded before."""

    raw: RawData
    registry: Registry
    findings: Findings
    memo: DecodeMemo

    def decode(self, as_of: str | None) -> Decoded:
        """Decode everything, each kind of record after those that it draws on."""
        self.memo.begin(self.registry)
        index = self._build_index()
        # Articles take grades from publishers, claims origins from articles.
        publishers = self._decode_publishers(index)
        articles = self._decode_articles(publishers, index)
        subjects = self._decode_subjects(index)
        traces = ClaimTraces(doubted=_hidden_holders(self.raw))
        claims = tuple(self._decode_claims(articles, traces, index))
        check_money_lines(self.raw.subjects, traces, index, self.findings)
        self._check_prose(index)
        drafts = tuple(self._find_drafts())
        self.memo.end()
        return Decoded(
            self._decode_briefing(as_of, index),
            self.registry,
            subjects,
            articles,
            publishers,
            claims,
            rates=tuple(decode_rates(self.raw.rates, self.findings)),
            corrections=tuple(decode_corrections(self.raw.corrections, index, self.findings)),
            redirects=tuple(decode_redirects(self.raw, index, self.registry, self.findings)),
            doubted=frozenset(traces.doubted),
            drafts=drafts,
        )

    def _build_index(self) -> Index:
        def read(record: RawRecord, name: str, findings: Findings) -> ClaimIds:
            def make(record: RawRecord, reported: Findings) -> ClaimIds:
                return read_claim_ids(record, name, reported)

            return self.memo.once("index", record, make, findings, alone=True)

        index = build_index(self.raw, self.findings, read)
        self.memo.see_index(index)
        return index

    def _decode_publishers(self, index: Index) -> dict[PublisherId, Publisher]:
        def make(record: RawRecord, reported: Findings) -> Publisher:
            return decode_publisher(record, index, reported)

        publishers: dict[PublisherId, Publisher] = {}
        for record in self.raw.publishers.values():
            publishers[PublisherId(record.id)] = self.memo.once("publisher", record, make, self.findings)
        self.memo.see_publishers(publishers)
        return publishers

    def _decode_articles(self, publishers: Mapping[PublisherId, Publisher], index: Index) -> dict[ArticleId, Article]:
        def make(record: RawRecord, reported: Findings) -> Article:
            return decode_article(record, publishers, index, reported)

        articles: dict[ArticleId, Article] = {}
        for record in self.raw.articles.values():
            articles[ArticleId(record.id)] = self.memo.once("article", record, make, self.findings)
        return self.memo.see_articles(resolve_known_originals(articles))

    def _decode_subjects(self, index: Index) -> dict[SubjectId, Subject]:
        def make(record: RawRecord, reported: Findings) -> Subject:
            kind = self.raw.kind_of.get(record.id, "")
            return decode_subject(record, kind, index, self.registry, reported)

        subjects: dict[SubjectId, Subject] = {}
        for record in self.raw.subjects.values():
            subjects[SubjectId(record.id)] = self.memo.once("subject", record, make, self.findings)
        return subjects

    def _decode_claims(
        self, articles: Mapping[ArticleId, Article], traces: ClaimTraces, index: Index
    ) -> Iterator[Claim]:
        """Yield the claims of all files in their order, and gather the traces of each file."""

        def make(record: RawRecord, reported: Findings) -> _FileClaims:
            article = articles.get(ArticleId(record.id))
            subject = None if article else record.id
            context = ClaimContext(record.id, index, self.registry, articles, subject, article)
            return _decode_file_claims(record, context, reported)

        for records in (self.raw.articles, self.raw.subjects):
            for record in records.values():
                file_claims = self.memo.once("claims", record, make, self.findings)
                traces.lines |= file_claims.traces.lines
                traces.doubted |= file_claims.traces.doubted
                yield from file_claims.claims

    def _check_prose(self, index: Index) -> None:
        def make(record: RawRecord, reported: Findings) -> None:
            reported.extend(find_dead_links(record.fields, index))

        for fields in filter(None, (self.raw.briefing, *self.raw.corrections)):
            self.findings.extend(find_dead_links(fields, index))
        for record in self.raw.records():
            self.memo.once("prose", record, make, self.findings)

    def _find_drafts(self) -> Iterator[Draft]:
        def make_article(record: RawRecord, _: Findings) -> tuple[Draft, ...]:
            return tuple(find_article_drafts(record))

        def make_subject(record: RawRecord, _: Findings) -> tuple[Draft, ...]:
            return tuple(find_fact_drafts(record))

        for record in self.raw.articles.values():
            yield from self.memo.once("drafts", record, make_article, [], alone=True)
        for record in self.raw.subjects.values():
            yield from self.memo.once("drafts", record, make_subject, [], alone=True)

    def _decode_briefing(self, as_of: str | None, index: Index) -> Briefing | None:
        briefing = decode_briefing(self.raw.briefing, as_of, index, self.findings)
        if briefing is not None:
            self.findings.extend(find_dates_ahead(self.raw, briefing.as_of))
        return briefing


def _decode_file_claims(record: RawRecord, context: ClaimContext, findings: Findings) -> _FileClaims:
    # Only articles have defaults: the facts of a subject come from articles of many kinds.
    if context.article:
        rows, defaults = record.fields.records("claims"), record.fields.record("defaults")
    else:
        rows, defaults = record.fields.records("facts"), None
    return _FileClaims(tuple(decode_claims(rows, defaults, context, findings)), context.traces)


def _hidden_holders(raw: RawData) -> set[str | None]:
    """Return whose claims a broken file hides: anybody's for an article, mostly its own for a subject."""
    hidden: set[str | None] = set(raw.stray)
    for subject in raw.subjects.values():
        if not subject.whole:
            hidden.add(subject.id)
    if any(map(_may_hide_claims, raw.articles.values())):
        hidden.add(None)
    return hidden


def _may_hide_claims(article: RawRecord) -> bool:
    """Return whether claims of an article may be unknown for a reason that has been reported."""
    return not article.whole or (article.fields.faulty and not article.fields.values)
